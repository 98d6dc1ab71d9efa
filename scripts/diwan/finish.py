"""The last touch on built pages: what Material's frame leaves behind and this site does not use is taken out.

Material's `base.html` writes a drawer, a search toggle, an overlay and a dialog outside any block that a theme could
override. Nothing of ours opens them; two of them are what HTML checkers object to. Blank lines left by templates go
as well.
"""

import re

#: What Material 9.8 writes around its blocks; each must be found on every page, or Material has changed.
LEFTOVERS = (
    re.compile(r'<input class="md-toggle" data-md-toggle="(?:drawer|search)"[^>]*>\s*'),
    re.compile(r'<label class="md-overlay" for="__drawer"></label>\s*'),
    re.compile(r'<div data-md-component="skip">.*?</div>\s*', re.DOTALL),
    re.compile(r'<div data-md-component="announce">\s*</div>\s*'),
    re.compile(
        r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*'
    ),
)
_BLANK_LINES = re.compile(r"\n\s*\n+")
#: What templates indent, which is a twentieth of a page; text that keeps its spaces is left as it is.
_INDENTS = re.compile(r"\n[ \t]+(?=<)")


def finish_page(page: str) -> str:
    """Return the HTML of a page without what this site does not use."""
    return tidy(without_leftovers(page))


def without_leftovers(page: str) -> str:
    """Return the HTML of a page without what Material's frame leaves behind."""
    for leftover in LEFTOVERS:
        page = leftover.sub("", page)
    return page


def tidy(html: str) -> str:
    """Return HTML without blank lines and without the spaces that templates indent it by."""
    html = _BLANK_LINES.sub("\n", html)
    return html if "<pre" in html else _INDENTS.sub("\n", html)
