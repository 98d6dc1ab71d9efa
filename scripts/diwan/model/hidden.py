"""Characters that hide: no text of the corpus has them, and no message shows them."""

#: Characters that nobody types and that hide, reorder or break what is shown: controls, direction overrides,
#: embeddings and isolates, marks of byte order, interlinear notes, tags, surrogates and noncharacters. Joiners and
#: direction marks (ZWNJ, ZWJ, LRM, RLM, ALM) are spelling and stay.
HIDDEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f"
)
