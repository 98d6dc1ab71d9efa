"""Truncated texts: an opening that a paywall shows is known as one, and a whole text is not taken for one."""

import json
import re
import unicodedata

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines import boxes, subjects
from diwan.documents.names import signatures
from diwan.documents.phrases import asides, cues, labels, offers, paywalls
from diwan.documents.phrases.paywalls import asks_to_pay, says_how_much
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure

OPENING = (
    "The two harbour towns agreed in spring that a joint patrol would sail through the whole winter, and nobody objected.",
    "The joint patrol has met nobody in seven weeks, say its captains, who keep a log of lights and of answered signals.",
    "Those who doubt it ask what becomes of a promise when the storm is on one side of the bay only, as it was in March.",
)
BROKEN = "The harbour board answered our letter after five weeks, and holds that the boats belong to the province, which"


def flags_of(document):
    """Return the flags of a document that speak of a paywall, by kind, line and detail."""
    return [
        (flag.kind, flag.line, flag.detail)
        for flag in document.flags
        if flag.kind in ("truncated", "paywalled")
    ]


def kinds_of(document):
    """Return their kinds."""
    return [kind for kind, _, _ in flags_of(document)]


def saved_text(*lines):
    """Return the document of a plain text with *lines* below a title, a byline and an opening."""
    head = ("A patrol that meets nobody", "By Rim Example", "4 May 2021")
    return document_of_bytes("\n\n".join((*head, *OPENING, *lines)).encode(), "saved.txt").value


def saved_page(*lines, head="", **article):
    """Return the document of a web page whose JSON-LD says *article* of itself, and whose text is an opening and *lines*."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A patrol that meets nobody",
    }
    script = json.dumps(data | article)
    text = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in (*OPENING, *lines))
    page = (
        f'<html><head><title>A patrol that meets nobody</title>{head}<script type="application/ld+json">{script}</script>'
        f"</head><body><article><h1>A patrol that meets nobody</h1><p>By Rim Example</p>{text}</article></body></html>"
    )
    return document_of_bytes(page.encode(), "saved.html").value


def measured(line):
    """Return the shape of a line."""
    return measure(0, Piece(line, 1))


@pytest.mark.parametrize(
    "line",
    [
        "38 % of this article remain.",
        "You have 38% of this story left to read",
        "Il vous reste 38,5% de cet article à lire. La suite est réservée aux abonnés.",
        "Cet article est réservé aux abonnés. Il vous reste 38% à découvrir.",
        "Noch 38 Prozent des Artikels",
        "Le queda por leer el 38% del artículo",
        "Ti resta da leggere il 38% dell'articolo",
        "Осталось прочитать 38% статьи",
        "Bu yazının %38'i kaldı",
        "يتبقى ٣٨٪ من المقال",
        "۳۸ درصد از این مقاله باقی مانده است",
        "この記事は有料記事です。残り1,234文字",
        "このあと船長の証言を紹介。有料会員限定 残り834文字",
        "登录后阅读全文，剩余62%",
        "남은 기사 38%",
    ],
)
def test_a_line_that_says_how_much_is_left_means_what_it_says(line):
    """A share or a number of letters, what it is of, and that it is left: the text is an opening, however long."""
    assert says_how_much(measured(line))
    document = saved_text(*OPENING, line)
    assert flags_of(document) == [("truncated", 19, f"“{line}”")]
    (block,) = [block for block in document.blocks if block.text == line]
    assert (block.kept, block.kind, block.rule) == (False, "notice", "rest-behind-paywall")


BELOW = (
    "You are reading on another device, where this article stays open until you choose to read on here instead.",
    "You can read the Harbour Post on one device at a time, be it a phone, a tablet or a computer at your desk.",
)


def test_nothing_below_the_line_that_says_how_much_is_left_is_text():
    """Sentences of the page stand there, as wide as those of an article."""
    document = saved_text(*OPENING, "38 % of this article remain.", *BELOW)
    assert [block.text for block in document.kept][-1] == OPENING[-1]
    assert [block.rule for block in document.blocks if block.text in BELOW] == ["below-paywall"] * 2


def test_a_line_that_says_how_much_is_left_over_a_whole_text_leaves_it_whole():
    """Where more stands below it than above."""
    lines = [line.replace("patrol", word) for word in ("watch", "guard", "convoy") for line in OPENING]
    document = saved_text("38 % of this article remain.", *lines)
    assert [block.text for block in document.kept][-len(lines) :] == lines


@pytest.mark.parametrize(
    "line",
    [
        "Some 57% of the article's readers remain unpersuaded, the survey says.",
        "Some 40% of Article 5 remains to be negotiated.",
        "About 40% of the text remained unchanged in the final treaty.",
        "40 % des Artikels 5 bleiben noch umstritten, sagt sie.",
        "投稿は残り140文字まで表示される仕組みだという。",
        "“38% of this article remain,” says the notice that nobody likes.",
        "Il reste 38 % des quotas de pêche à répartir.",
    ],
)
def test_a_share_of_something_else_is_text(line):
    """A treaty has articles and a text too."""
    document = saved_text(OPENING[0], line)
    assert flags_of(document) == []
    assert any(block.kept and block.text == line for block in document.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading",
        "To continue reading, please log in or create an account.",
        "You have reached your limit of free articles. Subscribe to continue reading.",
        "The rest of this article is for subscribers only.",
        "Continue reading your article with a Harbour Post subscription",
        "Keep reading with a 7-day free trial",
        "This post is for paid subscribers",
        "Jetzt weiterlesen mit Hafen+",
        "Diesen Artikel weiterlesen mit Hafen+",
        "La suite est réservée aux abonnés",
        "Para seguir leyendo, suscríbete",
        "Abbonati per continuare a leggere",
        "Assine para continuar lendo",
        "Inloggen om verder te lezen",
        "Logga in för att läsa vidare",
        "Чтобы читать дальше, оформите подписку",
        "Okumaya devam etmek için abone olun.",
        "لقراءة المقال كاملاً، اشترك الآن",
        "برای خواندن ادامه مطلب مشترک شوید",
        "להמשך קריאה הירשמו לאתר",
        "登录后阅读全文",
        "本文为港通会员专享",
        "ログインして続きを読む",
        "구독하고 계속 읽기",
    ],
)
def test_a_short_text_that_ends_at_a_call_to_pay_is_an_opening(line):
    """The call is set aside, in plain text and in a page, and the flag quotes it."""
    for document in (saved_text(line), saved_page(line)):
        assert [(kind, detail) for kind, _, detail in flags_of(document)] == [("truncated", f"“{line}”")]
        (block,) = [block for block in document.blocks if block.text == line]
        assert (block.kept, block.rule) == (False, "rest-behind-paywall")


def test_below_a_long_text_a_call_to_pay_only_asks_to_look():
    """Pages have such calls over whole texts too, which they only cover."""
    long = [f"{sentence} Part {number}." for number in range(4) for sentence in OPENING]
    assert kinds_of(saved_text(*long, "Subscribe to continue reading")) == ["paywalled"]
    assert kinds_of(saved_text(*long, "38% of this article remain")) == ["truncated"]


def test_a_call_to_pay_far_below_the_text_says_nothing_of_it():
    """What covers a page stands at its end, whatever the page shows."""
    links = [f"Harbour news {number}" for number in range(9)]
    line = "This story is available exclusively to subscribers. Log in to read the full story."
    assert flags_of(saved_text(*links, line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers will continue reading the paper version, the publisher said, until the last of them has moved away.",
        "Readers must subscribe to continue reading, the paper announced last week, and many of them wrote angry letters.",
        "“The rest of this article is for subscribers only,” says the notice that greets those who open the paper's site.",
        "Los suscriptores podrán seguir leyendo el periódico en papel, aseguró el director ante los vecinos reunidos allí.",
        "Только для подписчиков газеты останется и бумажный выпуск, сказал издатель на встрече с читателями в порту.",
        "Read the full story of the club and its members, who have met every winter since the first subscription was paid.",
        "Le journal propose désormais ses articles aux seuls abonnés, et les lecteurs du port s'en plaignent chaque semaine.",
    ],
)
def test_an_article_about_subscriptions_is_no_opening(line):
    """What an article says of subscribers is its text."""
    for document in (saved_text(line), saved_page(line)):
        assert flags_of(document) == []
        assert any(block.kept and block.text == line for block in document.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter and read more stories",
        "Log in to comment on this article",
        "Continue reading the main story",
        "Want more? Sign up for our newsletter.",
        "Als abonnee lees je ook alle plusartikels.",
        "有料会員になると会員限定の有料記事もお読みいただけます。",
        "If you enjoyed this article, become a member: members get all of our content, and no paywalls.",
    ],
)
def test_appeals_below_a_whole_text_are_no_paywall(line):
    """Newsletters, comments, memberships and other articles are offered below whole texts."""
    assert not asks_to_pay(measured(line))
    assert not says_how_much(measured(line))


@pytest.mark.parametrize("value", [False, "False", "false", "https://schema.org/False"])
def test_that_a_page_is_not_free_is_no_proof_that_its_text_is_cut(value):
    """Who pays saves it whole; the flag only asks to look."""
    assert flags_of(saved_page(isAccessibleForFree=value)) == [
        ("paywalled", 5, "the page states isAccessibleForFree: false")
    ]


@pytest.mark.parametrize("value", [True, "True", None, "", []])
def test_a_page_that_is_free_or_says_nothing_has_no_flag(value):
    """Nor has one that says it of a part alone."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".wall"}
    assert flags_of(saved_page(BROKEN, isAccessibleForFree=value, hasPart=part)) == []


def test_a_page_that_is_not_free_and_breaks_off_is_an_opening():
    """The end within a sentence is quoted; a stop, a closing quotation or the name of an agency is an end."""
    ((kind, line, detail),) = flags_of(saved_page(BROKEN, isAccessibleForFree=False))
    assert (kind, line) == ("truncated", 6)
    assert detail.startswith("the page states isAccessibleForFree: false; it ends “… ")
    assert detail.endswith("which”")
    assert kinds_of(saved_page(f"{BROKEN} …", isAccessibleForFree=False)) == ["truncated"]
    for end in (" it owns.", " it owns.”", " it owns. (HNA)"):
        assert kinds_of(saved_page(BROKEN + end, isAccessibleForFree=False)) == ["paywalled"]
    assert flags_of(saved_page(BROKEN)) == []


@pytest.mark.parametrize(
    ("tier", "kinds"), [("locked", ["truncated"]), ("metered", ["truncated"]), ("free", [])]
)
def test_the_tier_that_networks_are_told_counts_the_same(tier, kinds):
    """`article:content_tier` of a page without linked data."""
    meta = f'<meta property="article:content_tier" content="{tier}">'
    assert kinds_of(saved_page(BROKEN, head=meta)) == kinds


def test_the_part_for_payers_tells_whether_it_is_there():
    """Its element with its text is the whole article, the element alone is not; one that is gone may have been unlocked."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".for-payers"}
    stated = {"isAccessibleForFree": False, "hasPart": [part]}
    ((kind, _, detail),) = flags_of(saved_page('<div class="for-payers"> </div>', **stated))
    assert (kind, detail) == (
        "truncated",
        "the page states isAccessibleForFree: false; the part for payers, .for-payers, is empty",
    )
    assert kinds_of(saved_page(f'<div class="for-payers"><p>{BROKEN} it owns.</p></div>', **stated)) == [
        "paywalled"
    ]
    assert kinds_of(saved_page(**stated)) == ["paywalled"]


def test_a_page_that_counts_twice_the_words_it_shows_is_an_opening():
    """By its count, or by the text that it gives to machines; a count alone is none of a paywall."""
    assert kinds_of(saved_page(isAccessibleForFree=False, wordCount="1,200")) == ["truncated"]
    assert kinds_of(saved_page(isAccessibleForFree=False, articleBody=" ".join(OPENING * 3))) == ["truncated"]
    assert kinds_of(saved_page(isAccessibleForFree=False, wordCount=80)) == ["paywalled"]
    assert flags_of(saved_page(wordCount=1200)) == []


def test_linked_data_in_a_graph_and_in_the_markup_count_the_same():
    """What the article says of itself counts, not what the site or a part of the page says."""
    graph = {"@graph": [{"@type": "WebPage", "isAccessibleForFree": False}, {"@type": "NewsArticle", "isAccessibleForFree": True,
                        "headline": "A patrol that meets nobody", "author": {"name": "Rim Example"}}]}  # fmt: skip
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert flags_of(saved_page(BROKEN, head=script)) == []
    graph["@graph"].reverse()
    graph["@graph"][0]["isAccessibleForFree"] = False
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert kinds_of(saved_page(BROKEN, head=script)) == ["truncated"]
    assert kinds_of(saved_page(BROKEN, '<meta itemprop="isAccessibleForFree" content="false">')) == [
        "truncated"
    ]
    part = '<div itemprop="hasPart" itemscope><meta itemprop="isAccessibleForFree" content="false"></div>'
    assert flags_of(saved_page(BROKEN, part)) == []


@pytest.mark.parametrize("table", ["_FOR_WHOM", "_LABELS", "_CALLS", "_REST"])
def test_no_phrase_that_may_ask_to_pay_is_passed_over_at_the_first_look(table):
    """Only lines with the first word of a phrase are looked through for it, whatever a star stands for."""
    for phrase in getattr(paywalls, table).replace("\n", "|").split("|"):
        for ending in ("", "하기"):
            shape = measure(0, Piece(f"{phrase.replace('*', ending)}.", 1))
            assert not shape.words or paywalls._may_ask(shape.parts)  # what the rest stands on
    assert not paywalls._may_ask(measure(0, Piece("Two boats lay in harbour.", 1)).parts)


@pytest.mark.parametrize("room", [paywalls, cues, signatures, asides, offers, labels, subjects, boxes])
def test_every_word_of_a_table_of_phrases_is_written_in_one_script(room):
    """A letter of another script that looks the same would let a phrase never match."""
    tables = [text for text in vars(room).values() if isinstance(text, str) and "\n" in text]
    words = {word for table in tables for word in re.findall(r"[^\W\d_]+", table)}
    assert len(words) > 50
    mixed = {word: scripts for word in words if len(scripts := _scripts_of(word)) > 1}
    assert not mixed


def _scripts_of(word):
    """Return the scripts of a word, by the first word of the names of its letters; those of East Asia stand together."""
    names = {unicodedata.name(letter).split()[0] for letter in word}
    return names - {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}
