"""Outlets: their names in the lines at the foot of pages, and in the place of authors."""

import time

import pytest

from diwan.adding.facts import facts_of, without_house
from diwan.adding.houses import is_house
from diwan.documents.convert import document_of_bytes
from diwan.documents.names.owners import owner_in
from diwan.documents.web.headers import headers_of
from diwan.documents.web.outlets import outlet_of
from diwan.documents.web.tree import parse

OWNED = [
    ("© 2024 Quay Courier. All rights reserved.", "Quay Courier"),
    ("Copyright © 2024 Quay, Mole & Co. Ltd. All rights reserved.", "Quay, Mole"),
    ("© 2024 Quay Courier, Mole Street", "Quay Courier"),
    ("Copyright (c) 2003-2011 by The Quay Courier Ltd.", "The Quay Courier"),
    ("Copyright © 2020 - All Rights Reserved - Quay Observer - Managed by Sitesmith", "Quay Observer"),
    ("© 2024 Harbour News & Media Limited or its affiliated companies", "Harbour News & Media"),
    ("© Hafenblatt Verlag GmbH & Co. KG. Alle Rechte vorbehalten.", "Hafenblatt Verlag"),
    ("© La Dársena Ediciones, SLU Todos los derechos reservados.", "La Dársena Ediciones"),
    ("Liman Gazetesi © 2024 Tüm hakları saklıdır", "Liman Gazetesi"),
    ("© ООО «Гавань», 2012–2024. Все права защищены", "Гавань"),
    ("© www.mayak.test 2000-2012", "mayak.test"),
    ("© 2012 - Quay Courier", "Quay Courier"),
    ("Copyright Quay Press Oct 9, 2024", "Quay Press"),
    ("© 2024 Nadia May", "Nadia May"),
    ("Hak Cipta © 2024 Suara Pelabuhan. Hak Cipta Dilindungi", "Suara Pelabuhan"),
    ("港口网版权所有", "港口网"),
    ("港口网公司版权所有 ©1997-2012", "港口网"),
    ("版权所有：港口日报社", "港口日报社"),
    ("© 2024 株式会社港新聞社 無断転載禁止", "港新聞社"),
    ("ⓒ 항구일보. 무단전재 및 재배포 금지", "항구일보"),
    ("جميع الحقوق محفوظة لـ صحيفة المرفأ © 2024", "صحيفة المرفأ"),
    ("جميع الحقوق محفوظة للمرفأ", "المرفأ"),
    ("جميع الحقوق محفوظة © 2024 المرفأ", "المرفأ"),
    ("تمامی حقوق این سایت برای خبرگزاری بندر محفوظ است.", "خبرگزاری بندر"),
    ("کلیه حقوق مادی و معنوی این سایت متعلق به روزنامه فانوس می باشد", "روزنامه فانوس"),
    ("جملہ حقوق بحق روزنامہ بندرگاہ محفوظ ہیں", "روزنامہ بندرگاہ"),
    ("© כל הזכויות שמורות לעיתון הנמל", "עיתון הנמל"),
    ("版权所有：海港日报社 地址：灯塔路7号 邮编：100001", "海港日报社"),
    ("版权所有 网址：海港观察 灯塔：三座", "海港观察"),
    ("版权所有 © 2024 海港观察 未经许可不得转载", "海港观察"),
    ("港新報に掲載の記事・写真の無断転載を禁じます。すべての内容は著作権法で守られています。", "港新報"),
    ("สงวนลิขสิทธิ์ © 2567 ข่าวประภาคาร", "ข่าวประภาคาร"),
    ("স্বত্ব © ২০২৪ বাতিঘর বার্তা। সর্বস্বত্ব সংরক্ষিত।", "বাতিঘর বার্তা"),
    ("© 2024 दीपस्तंभ समाचार। सर्वाधिकार सुरक्षित।", "दीपस्तंभ समाचार"),
    ("မူပိုင်ခွင့် © ၂၀၂၄ မီးပြသတင်း", "မီးပြသတင်း"),
    ("© ۲۰۲۴ د بندر غږ. ټول حقونه خوندي دي.", "د بندر غږ"),
    ("© 2024 روزنامہ بندرگاہ۔ جملہ حقوق محفوظ ہیں۔", "روزنامہ بندرگاہ"),
    ("© 2024 Mayak Xəbər. Bütün hüquqlar qorunur.", "Mayak Xəbər"),
]
NOBODY = [
    "© 2002 - 2011 Rights Management Автоматизированное извлечение информации с сайта запрещено.",
    "© All rights reserved.",
    "© جميع الحقوق محفوظة",
    "© Riproduzione riservata",
    "The page is protected by quay-copyright-pro.example",
    "免责声明：港口有限公司及第三方信息提供者竭力确保其提供之数据准确可靠。版权所有",
    "著作権について",
    "무단전재 및 재배포 금지",
    "Copyright Notice",
    "Quay Radio is part of the Tide Fund, a 501(c)(3) charity",
    "a registered 501(c)3 nonprofit under section 107 (c) 2",
    "All photographs of the harbour and of its keepers are by our readers.",
]


@pytest.mark.parametrize(("line", "name"), OWNED)
def test_of_a_line_about_rights_the_name_alone_is_taken(line, name):
    """Without signs, years, words about rights, forms of companies and prepositions, before or behind it."""
    assert owner_in(line).name == name


@pytest.mark.parametrize("line", NOBODY)
def test_a_line_that_only_speaks_of_rights_names_nobody(line):
    """What stands beside it is a sentence or another site's name."""
    assert owner_in(line) is None


@pytest.mark.parametrize(
    "line", ["© 2025 Hafen Mediengruppe GmbH", "© Groupe Quai 2024", "© 2024 مجموعة الميناء الإعلامية"]
)
def test_a_house_of_several_papers_is_none_of_them(line):
    """Who holds the rights is then not the outlet, and nobody is better than somebody else."""
    assert owner_in(line) is None


@pytest.mark.parametrize("line", ["© " + "ООО " * 50_000, "© " * 100_000, "تمامی حقوق این سایت " * 20_000])
def test_a_line_without_end_takes_time_by_its_length(line):
    """No pattern is tried again and again on the same words."""
    start = time.process_time()
    owner_in(line)
    assert time.process_time() - start < 3


def test_a_page_and_a_text_give_their_outlet_without_words_about_rights():
    """In the data for machines as in the last line of what somebody saved as text."""
    markup = '<html><head><meta name="copyright" content="港口网版权所有"></head><body></body></html>'
    assert outlet_of(headers_of(parse(markup)[0])) == ("港口网", "meta")
    text = (
        "The mayors of four small harbours signed a paper that had been written anew nineteen times.\n\n" * 5
    )
    page = f"Four harbours sign a paper\n\nBy Rim Example\n\n{text}Copyright (c) 2021 Quay Courier Ltd. All rights reserved.\n"
    assert document_of_bytes(page.encode(), "page.txt").value.outlet == "Quay Courier"


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Quay Courier Staff", "The Quay Courier"),
        ("quaycourier.test", "Quay Courier"),
        ("Redaktion Hafenblatt", "Hafenblatt"),
        ("Al Manara", "المنارة"),
        ("المنارة", "almanara.test"),
        ("Гаваньпресс", "Gavanpress"),
        ("Φάρος Νέα", "Faros Nea"),
    ],
)
def test_the_outlet_is_known_in_another_form_and_script(name, outlet):
    """But for roles, articles and endings of addresses; between scripts, but for vowels."""
    assert is_house(name, [outlet])


@pytest.mark.parametrize(
    ("name", "outlet"), [("نادية فارس", "Al Manara"), ("Nadia Ferrant", "Quay Courier"), ("Rima", "Roma")]
)
def test_people_are_no_outlets(name, outlet):
    """Within a script vowels count."""
    assert not is_house(name, [outlet])


def test_an_author_who_is_the_outlet_in_a_language_of_the_corpus_is_none():
    """The names of an outlet are those of its entry, in all its languages."""
    facts = facts_of(
        None, "https://quay.example/one", {"authors": "صحيفة الميناء", "outlet": "Quay Courier"}, "one"
    )
    assert facts.authors == ("صحيفة الميناء",)
    without = without_house(facts, ["quay courier", "صحيفه الميناء"])
    assert (without.authors, without.authors_basis) == ((), "unknown: only the outlet is named")
