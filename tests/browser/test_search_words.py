"""The browser cuts and folds texts exactly as the index was made: character by character, word by word."""

import unicodedata

import pytest

from conftest import ROOT, files_below
from diwan.pages.interface import Interface
from diwan.search.words import forms_of, words_in
from diwan.text.fold import fold

#: Characters that Python 3.11 and today's browsers know alike: assigned, and in the Basic Multilingual Plane.
KNOWN = [
    chr(code) for code in range(0x20, 0xFFFE) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
]
#: Cherokee folds to its capitals in Unicode, to its small letters in our script; no press uses the small ones.
ODD = {chr(code) for code in [*range(0x13A0, 0x13FE), *range(0xAB70, 0xABC0)]}
#: Texts for what the corpus does not show: abbreviations, elisions, endings, scripts without spaces.
TRICKY = """U.S.-led NATO’nun Türkiye'nin l’alliance d'Istanbul Iran's Sana'a O'Kelly e.g. A.B.C. don't
والأَمْنُ الأمـــن وبالنّاتو می‌رود کشور‌های ﺍﻟﻨﺎﺗﻮ צה״ל ארה"ב נאט״ו שב'ס ёлка Ёж йод straße GROẞ
北约在海湾的作用 北约 ア行カタカナ 日本NATO ประเทศไทย ខ្មែរ हिन्दी में नाटो தமிழ் ۲۰۲۴ ٢٠٠٤ １２ ½ x² F-35 4,000 snake_case co-op"""

IN_BROWSER = """async ([characters, texts]) => {
  const { default: scripts } = await import(new URL("../assets/search.js", location.href));
  const [{ fold }, { formsOf, tokens, wordsIn }] = [scripts["fold.js"], scripts["words.js"]];
  return {
    folded: characters.map(fold),
    forms: texts.map(([text, language]) => [...wordsIn(text, language)].map((word) => [word.written, word.forms])),
    spans: texts.map(([text, language]) => [...tokens(text, language)].every((token) => token.start < token.end && token.end <= text.length)),
  };
}"""


def texts() -> list[tuple[str, str]]:
    """Return texts in every language of the corpus, each with its language: whole records, as they are written."""
    written = [path for path in files_below(ROOT / "corpus") if path.suffix in (".md", ".yml")]
    return [(TRICKY, language) for language in ("en", "tr", "fr", "ar")] + [
        (path.read_text(encoding="utf-8"), "tr" if place % 2 else "en") for place, path in enumerate(written)
    ]


@pytest.fixture(scope="module")
def told(browser, public):
    """What the browser makes of every character and of the texts."""
    page = browser.new_page()
    page.goto(f"{public}search/")
    answer = page.evaluate(IN_BROWSER, [KNOWN, texts()])
    page.close()
    return answer


def test_every_character_folds_alike(told):
    """Python and JavaScript fold each known character to the same letters."""
    different = [
        (f"U+{ord(c):04X}", fold(c), theirs)
        for c, theirs in zip(KNOWN, told["folded"], strict=True)
        if fold(c) != theirs and c not in ODD
    ]
    assert different == []


def test_every_word_of_the_corpus_has_the_same_forms(told):
    """Texts are cut at the same places, and each word is looked up in the same forms."""
    for (text, language), theirs in zip(texts(), told["forms"], strict=True):
        ours = [[word, list(forms_of(word, language))] for word in words_in(text)]
        assert ours == theirs


def test_forms_keep_their_place_in_the_text(told):
    """Each form stands for a stretch of its text."""
    assert all(told["spans"])


COUNTED = """async (numbers) => {
  const { default: scripts } = await import(new URL("assets/search.js", document.querySelector("link[rel=stylesheet]").href.replace(/assets.*/, "")));
  const { speaker } = scripts["dom.js"];
  const say = speaker(JSON.parse(document.querySelector("#diwan-search").dataset.words));
  return numbers.map((count) => say("search.lines.count", { count, articles: count }));
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_numbers_have_the_same_plurals_in_scripts(language, page, public):
    """Counted by a script, a noun has the form that Python gives it, for every kind of number."""
    interface = Interface(language)
    numbers = [*range(13), 99, 100, 101, 102, 103, 111, 200]
    page.goto(f"{public}{interface.prefix}search/")
    said = page.evaluate(COUNTED, numbers)
    assert said == [interface.say("search.lines.count", count=n, articles=n) for n in numbers]
