"""Turns: the lines of a transcript or an interview, each opened by who speaks: *ENVOY: …*, *Q: …*, *P. …*, *س: …*, *记者：…*.

In: the shapes of all pieces. Out: the lines that open a turn. Many are short questions, such as pages ask around a text
too, and stand alone as headings do; only that the same few speak again and again tells that they are text.
"""

import re
from collections import Counter
from collections.abc import Sequence

from diwan.documents.shapes import Shape, key_of

#: Who speaks, up to three words and what they are in brackets, before a colon and what they say.
_SPEAKER = re.compile(r"[^\W\d_][^\s:：]*(?: [^\s:：]+){0,2}(?: \([^()]{2,30}\))?(?= ?[:：] ?\S)")
#: Question and answer before a stop, as papers in Spanish and others write them.
_ASKED = re.compile(
    r"(?:[PRQADFВО]|Pregunta|Respuesta|Pergunta|Resposta|Question|Answer|Réponse|Frage|Antwort|Domanda|Risposta|Вопрос|Ответ)(?=\. ?\S)"
)
#: Characters of the longest of these.
_LONGEST = 60
#: Turns of each speaker, speakers, and turns of all of them, from which lines are a conversation: what forms say of one
#: thing after another (*Name: …*, *Date: …*) is of two or three things often, and ends in no stop.
_AGAIN, _SPEAKERS, _FEWEST = 2, 2, 5
#: Share of the turns that end as sentences do.
_ENDING = 0.7


def turns_among(shapes: Sequence[Shape], furniture: Sequence[bool]) -> frozenset[int]:
    """Return the indices of the lines with which somebody begins to speak; what is *furniture* is none of these."""
    opened: dict[int, str] = {}
    for shape in shapes:
        asked = _ASKED.match(shape.text)
        found = asked or _SPEAKER.match(shape.text[:_LONGEST])
        if found and not furniture[shape.index]:
            # *Pregunta* the first time is *P* from then on.
            opened[shape.index] = key_of(found.group()[:1] if asked else found.group())
    often = {name for name, times in Counter(opened.values()).items() if times >= _AGAIN}
    turns = frozenset(index for index, name in opened.items() if name in often)
    ending = sum(shape.ends_sentence for shape in shapes if shape.index in turns)
    talked = len(often) >= _SPEAKERS and len(turns) >= _FEWEST
    return turns if talked and ending >= _ENDING * len(turns) else frozenset()
