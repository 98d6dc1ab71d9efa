"""Structure: pieces of text become blocks, each of a kind, kept or set aside by a named rule.

In: what a reader delivered. Out: one block for each piece, in the same order and with the same text, so that no word
can be lost. Steps: measure every piece; see where the article lies; ask the rules about each, and of plain text the model; give
headings levels.
"""

from collections.abc import Sequence
from dataclasses import replace

from diwan.documents.lines import headings
from diwan.documents.lines.pasted import pasted_along
from diwan.documents.lines.revision import revise
from diwan.documents.lines.rules import RULES_BY_NAME, Rule, rules_of
from diwan.documents.lines.scene import Scene
from diwan.documents.pieces import Piece
from diwan.documents.shapes import Shape, measure_all
from diwan.model.block import KEPT_KINDS, Block, BlockKind

#: What is kept of which only the letters are known: text, and headings.
_BY_LETTERS = (
    (BlockKind.PARAGRAPH, RULES_BY_NAME["text"]),
    (BlockKind.HEADING, RULES_BY_NAME["format"]),
)


def see(pieces: Sequence[Piece]) -> Scene:
    """Return the scene of *pieces*: their shapes, and all that they tell when it is asked for."""
    return Scene(measure_all(pieces))


def judge(scene: Scene, *, plain: bool = False) -> tuple[Block, ...]:
    """Return the blocks of *scene*; in a *plain* text, where nothing is marked, the model of lines is heard too."""
    rules = rules_of(scene)
    if plain:
        rules = revise(scene, rules)
    levels = headings.levels_of(
        [shape for shape, rule in zip(scene.shapes, rules, strict=True) if rule.kind is BlockKind.HEADING],
        scene,
    )
    along = pasted_along(scene.shapes, rules)
    return tuple(
        _block(shape, rule, scene, levels)
        if (name := along.get(shape.index)) is None
        else _block(_unstated(shape), RULES_BY_NAME[name], scene, {})
        for shape, rule in zip(scene.shapes, rules, strict=True)
    )


def with_rule(blocks: tuple[Block, ...], lines: Sequence[int], name: str, scene: Scene) -> tuple[Block, ...]:
    """Return *blocks* with those at *lines*, of which the facts say more than their form did, as the rule of that *name* makes them.

    On a cover who wrote is set as large as a heading.
    """
    rule = RULES_BY_NAME[name]
    open_to = (None, BlockKind.HEADING) if rule.kind is BlockKind.BYLINE else (None,)
    told = {
        index: _block(_unstated(shape), rule, scene, {})
        for index in lines
        if (shape := scene.shapes[index]).piece.kind in open_to and blocks[index].kind is not rule.kind
    }
    return tuple(told.get(index, block) for index, block in enumerate(blocks)) if told else blocks


def _unstated(shape: Shape) -> Shape:
    """Return a shape as if its format did not say what it is."""
    return replace(shape, piece=replace(shape.piece, kind=None, level=None))


def _block(shape: Shape, rule: Rule, scene: Scene, levels: dict[int, int]) -> Block:
    kind = shape.piece.kind or rule.kind
    is_either = kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    if is_either and shape.piece.kind is None and shape.piece.level is not None:
        kind, rule = _BY_LETTERS[bool(shape.piece.level)]
    is_item = kind is BlockKind.LIST_ITEM
    level = shape.piece.level or (None if kind is BlockKind.PARAGRAPH else levels.get(shape.index))
    if kind is BlockKind.TITLE:
        level = 1
    elif is_item and level is None:
        level = sum(indent <= shape.piece.indent for indent in scene.indents) or 1
    return Block(
        kind=kind,
        text=shape.text,
        line=shape.piece.line,
        kept=kind in KEPT_KINDS,
        rule=rule.name,
        level=level,
        ordered=is_item and (shape.piece.ordered or shape.is_numbered),
        marker=shape.marker if is_item else "",
    )
