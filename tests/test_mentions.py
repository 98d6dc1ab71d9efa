"""Concepts are found in every spelling, and nowhere else."""

from itertools import pairwise

import pytest

from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.library.mentions import MentionFinder
from diwan.model.concept import Names


def concept(ident, kind="entity", **names):
    """Return a concept named by language: label first, then variants."""
    forms = {language: Names(label=found[0], variants=tuple(found[1:])) for language, found in names.items()}
    return Concept(ConceptKey(ConceptKind(kind), ident), forms)


FINDER = MentionFinder(
    [
        concept(
            "ici",
            "theme",
            en=["Istanbul Cooperation Initiative", "ICI"],
            ar=["مبادرة إسطنبول للتعاون", "مبادرة إسطنبول"],
        ),
        concept("islamic-nato", "theme", en=["Islamic NATO"], ar=["الناتو الإسلامي"], fa=["ناتوی اسلامی"]),
        concept(
            "nato", en=["NATO"], ar=["حلف شمال الأطلسي", "الناتو", "حلف الناتو"], fr=["OTAN"], he=["נאט״ו"]
        ),
        concept("turkiye", en=["Türkiye", "Turkey"], ar=["تركيا"]),
        concept("qatar", en=["Qatar"], ar=["قطر"]),
        concept("iran", en=["Iran"], ar=["إيران"], fa=["ایران"], tr=["İran"]),
        concept("dialogue", en=["Mediterranean Dialogue"], fa=["گفت‌وگوی مدیترانه"]),
        concept("dawn", "outlet", en=["Dawn"]),
        concept("arab-news", "outlet", en=["Arab News"]),
    ]
)


def found(text, language):
    """Return what is found in *text*: the words and the concept of each mention."""
    return [(text[m.start : m.end], m.concept.id) for m in FINDER.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The istanbul cooperation initiative of NATO",
            "en",
            [("istanbul cooperation initiative", "ici"), ("NATO", "nato")],
        ),
        ("NATO’s and Iran's", "en", [("NATO", "nato"), ("Iran", "iran")]),
        (
            "TURKEY, Turkiye and Türkiye",
            "en",
            [("TURKEY", "turkiye"), ("Turkiye", "turkiye"), ("Türkiye", "turkiye")],
        ),
        ("An Islamic NATO, not NATO", "en", [("Islamic NATO", "islamic-nato"), ("NATO", "nato")]),
        ("قال النّاتو", "ar", [("النّاتو", "nato")]),
        ("مبادرة اسطنبول للتعاون", "ar", [("مبادرة اسطنبول للتعاون", "ici")]),
        ("ومبادرة إسطنبـــول", "ar", [("ومبادرة إسطنبـــول", "ici")]),
        ("وبالناتو وللناتو كالناتو", "ar", [("وبالناتو", "nato"), ("وللناتو", "nato"), ("كالناتو", "nato")]),
        ("والناتو الاسلامي في ايران", "ar", [("والناتو الاسلامي", "islamic-nato"), ("ايران", "iran")]),
        ("في قطر وبقطر", "ar", [("قطر", "qatar"), ("وبقطر", "qatar")]),
        ("(ICI) في الكويت", "ar", [("ICI", "ici")]),
        ("ناتوي اسلامي", "fa", [("ناتوي اسلامي", "islamic-nato")]),
        (
            "گفت وگوی مدیترانه و گفت‌وگوی مدیترانه",
            "fa",
            [("گفت وگوی مدیترانه", "dialogue"), ("گفت‌وگوی مدیترانه", "dialogue")],
        ),
        ("IRAN ve İran'ın", "tr", [("IRAN", "iran"), ("İran", "iran")]),
        ('לנאט"ו', "he", [('לנאט"ו', "nato")]),
        ("ﺍﻟﻨﺎﺗﻮ", "ar", [("ﺍﻟﻨﺎﺗﻮ", "nato")]),
        ("reported by Arab News", "en", [("Arab News", "arab-news")]),
    ],
)
def test_a_concept_is_found_in_every_spelling(text, language, expected):
    """Case, accents, hamza, tatweel, vowel signs, letter shapes and proclitics do not hide a name."""
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On est ici, ICI même", "fr"),
        ("an ici in lower case", "en"),
        ("a turkey on the table", "en"),
        ("NATOs and pre-NATOism", "en"),
        ("القطر دائرة", "ar"),
        ("قطرة ماء", "ar"),
        ("إيرانية", "ar"),
        ("At dawn they left; Dawn broke", "en"),
        ("Iranian", "en"),
    ],
)
def test_a_word_of_another_meaning_is_left_alone(text, language):
    """Abbreviations keep their capitals and their language; names are whole words."""
    assert found(text, language) == []


def test_mentions_stand_in_order_and_never_overlap():
    """Of names within names the longest wins."""
    mentions = FINDER.find("حلف الناتو والناتو الإسلامي وحلف شمال الأطلسي", "ar")
    assert [m.concept.id for m in mentions] == ["nato", "islamic-nato", "nato"]
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_without_concepts_nothing_is_found():
    """An empty vocabulary is no error."""
    assert MentionFinder([]).find("NATO", "en") == ()
