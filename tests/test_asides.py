"""Where a page turns from its text to whoever reads it, and names the subjects of the text, it is no text of the article."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.subjects import subjects_among
from diwan.documents.phrases import asides
from diwan.documents.phrases.asides import is_aside, is_on_rights
from diwan.documents.phrases.cues import phrases
from diwan.documents.phrases.labels import (
    ends_in_appeal,
    is_labelled_link,
    is_link_label,
    stands_alone,
)
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure, measure_all

BODY = [
    f"The keepers of {word} harbours counted the boats that came in before the storm, and wrote down which of them had no lamp."
    for word in ("six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
]
TABLES = [
    "CONSENT",
    "LETTERS",
    "ON_COMMENTS",
    "AMISS",
    "COMMISSIONS",
    "TO_ANSWER",
    "ON_RIGHTS",
    "TO_READ_ON",
    "COOKIES",
]


def blocks_of(*lines):
    """Return the blocks of an article with *lines* below its text, by the lines they consist of."""
    text = "\n\n".join(["Six Harbours Without a Lamp", "By Mara Lind\n12 March 2024", *BODY, *lines])
    return {block.text: block for block in document_of_bytes(text.encode(), "aside.txt").value.blocks}


def test_a_heading_behind_a_dense_list_of_other_articles_is_text():
    """White stands between them, and a sentence behind it; the list stands right below its label."""
    more = [line.replace("boats", "ships") for line in BODY]
    found = blocks_of("Read also\nA lamp goes out\nThe price of oil", "What the keepers want", *more)
    lines = ("Read also", "A lamp goes out", "The price of oil", "What the keepers want")
    assert [found[text].kept for text in lines] == [False, False, False, True]


def line(text):
    """Return the shape of a line."""
    return measure(0, Piece(text, 1))


@pytest.mark.parametrize(
    "said",
    [
        "Yes, I agree to receive letters about lamps and everything else the Harbour Post has to sell to those who keep them.",
        "By signing up you agree that the Harbour Post may write to you about its lamps as often as there is a storm.",
        "Mit meiner Anmeldung gebe ich der Hafenpost Bescheid, dass sie mir über ihre Lampen schreiben darf, sooft es stürmt.",
        "J'accepte de recevoir les lettres du Courrier du port sur les lampes, aussi souvent qu'il y aura une tempête.",
        "Acepto recibir las cartas del Correo del puerto sobre sus lámparas tantas veces como haya una tormenta en el mar.",
        "Нажимая на кнопку, вы разрешаете «Портовой газете» писать вам о фонарях так часто, как бывает буря на море.",
        "أوافق على تلقي رسائل بريد المرفأ عن المصابيح كلما هبت عاصفة في البحر، وعن كل ما يباع لحراسها في المدينة.",
        "Every keeper's letter from the twelve harbours, delivered straight to your inbox before the boats go out in the morning.",
        "Als Abonnent lesen Sie auch, was die Wärter der zwölf Häfen über die Lampen sagen, die in keinem Sturm ausgehen.",
        "Découvrez nos offres pour les gardiens de phare, et tout ce qu'ils écrivent depuis les douze ports de la côte.",
        "This content is imported from Lampgram. The same lamps may burn elsewhere in another form, on their own pages.",
        "このコンテンツはランプグラムから読み込まれています。灯台の写真は各サイトで閲覧できる場合があります。",
        "灯塔邮报违法和不良信息举报电话：请在暴风雨之前拨打，守灯人夜里不接电话，白天也不接，除非灯灭了。",
        "Comments are moderated by a keeper who has been awake since the storm, so that yours may come in after the boats.",
        "Atenção: comentários que faltem ao respeito devido aos guardas do porto não entram neste cais, haja ou não tempestade.",
        "لن يتم نشر التعليقات التي تسيء إلى حراس المرفأ أو إلى مصابيحهم، مهما كانت العاصفة قوية في تلك الليلة البعيدة.",
        "If you notice an error in what the keepers counted, tell the one who is awake, and it will be mended before the storm.",
        "Если вы заметили ошибку в том, что сосчитали смотрители, скажите об этом тому из них, кто не спит, до начала бури.",
        "视频加载失败，看守人正在修灯，请您稍候再来看港口的船",
        "Nachdruck verboten: Was die Wärter der zwölf Häfen über ihre Lampen schreiben, gehört denen, die es geschrieben haben.",
        "При использовании материалов о двенадцати гаванях и их фонарях надо назвать смотрителя, который их сосчитал.",
        "Don't have an account with the keepers of the lamps? Whoever has one may read what they write when the storm is over.",
        "If you buy a lamp after reading this, we may earn a commission from those who make it, which keeps ours alight at night.",
    ],
)
def test_what_a_page_says_to_its_reader_is_set_aside(said):
    """Consent, letters, rules for comments, errors and what is earned, however long the sentence, below and within the text."""
    below, within = (
        blocks_of(said)[said],
        blocks_of(said, *(text.replace("boats", "ships") for text in BODY))[said],
    )
    assert (below.kept, below.rule in ("about-the-page", "rights-or-responsibility", "link-or-appeal")) == (
        False,
        True,
    )
    assert not within.kept


@pytest.mark.parametrize(
    "said",
    [
        "The newsletter that the keepers wrote to each other every morning said nothing about the storm, nor about the lamp.",
        "The keepers agreed to receive the boats of the other harbour, and to write down which of them had come without a lamp.",
        "The comments of the oldest keeper were printed beside the picture, and many found them offensive and wrote so too.",
        "An error in the count was noticed only when the boats had gone out again, and nobody knew how it could be mended now.",
        "Die Wärter erhielten für jede Lampe eine Provision, bis die Stadt es ihnen nach dem großen Sturm verbot.",
        "شارك الحراس في البحث عن القوارب الضائعة، وكتب أكبرهم سنا إلى البلدية يطلب منها مصباحا جديدا للمرفأ القديم.",
    ],
)
def test_an_article_may_speak_of_letters_comments_and_errors(said):
    """What is said of them is no aside as long as nobody is spoken to."""
    assert not is_aside(line(said))
    assert blocks_of(said, BODY[0].replace("six", "all"))[said].kept


@pytest.mark.parametrize("table", TABLES)
def test_every_phrase_of_an_aside_is_found_wherever_it_stands_in_a_line(table):
    """Lines are passed over that have the longest word of none."""
    for phrase in phrases(getattr(asides, table)):
        tells = is_on_rights if table == "ON_RIGHTS" else is_aside
        assert tells(line(f"Evening: {phrase}, says the lamp.")), phrase


def test_no_phrase_of_an_aside_is_a_single_word():
    """Articles have all words; only several together are an aside. Chinese and Japanese are counted by characters."""
    short = [phrase for table in TABLES for phrase in phrases(getattr(asides, table)) if len(phrase) < 8]
    assert [phrase for phrase in short if len(phrase.split()) < 2] == []


@pytest.mark.parametrize(
    ("said", "is_appeal"),
    [
        ("Want more lamps? Sign up for the Harbour Post.", True),
        ("Already a keeper? Log in", True),
        ("Enjoyed the storm? Support our keepers, who stood beside their lamps for three nights and wrote it down for you.", True),
        ("Noch kein Abo? Jetzt abonnieren und die Lampe brennen sehen.", True),
        ("هل تريد المزيد؟ سجل الآن في بريد المرفأ.", True),
        ("还没有灯吗？立即注册", True),
        ("The storm came at night. Sign up was all that the keepers asked of those who wanted to look for the missing boats.", False),
        ("انتهت العاصفة عند الفجر. شارك الحراس جميعا في البحث عن القوارب الضائعة حتى المساء.", False),
        ("Who lit the lamp? Nobody knows.", False),
        ("Sign of the storm: the lamp went out.", False),
    ],
)  # fmt: skip
def test_an_appeal_may_come_after_a_question_or_another_short_sentence(said, is_appeal):
    """But in a line like running text only a question leads to one: sentences begin with the same words."""
    assert ends_in_appeal(line(said)) is is_appeal


@pytest.mark.parametrize(
    ("said", "is_link"),
    [
        (f"Read also: {BODY[0]}", True),
        (f"Lire aussi : {BODY[1]}", True),
        (f"اقرأ أيضا: {BODY[2]}", True),
        ("See also how the keepers counted: one lamp, two lamps, three lamps, and so on until the storm was over.", False),
        ("He told us: Read also what is written on the lamp.", False),
    ],
)  # fmt: skip
def test_a_link_to_another_article_may_be_a_sentence_behind_its_label(said, is_link):
    """However long it is, as long as the label stands alone before the colon."""
    assert is_labelled_link(line(said)) is is_link


@pytest.mark.parametrize(
    ("said", "is_ad"),
    [("Advertisement", True), ("ANZEIGE", True), ("* Publicidad", True), ("Advertisement 3", True), ("إعلان", True), ("广告", True),
     ("Реклама", True), ("17 minute read", True), ("3 Min Lesezeit", True), ("5 دقائق للقراءة", True), ("20 minutes", False), ("© Mara Lind", True), ("1 of 12", True), ("3/4 |", True), ("12 of the keepers", False), ("Advertisements for lamps", False), ("An ad in the Harbour Post", False), ("3", False)],
)  # fmt: skip
def test_a_line_may_only_say_what_stands_beside_a_text(said, is_ad):
    """That something is shown for money, with a number or none, how long it takes, whose it is, which of some it is."""
    assert stands_alone(line(said)) is is_ad


@pytest.mark.parametrize(
    "label",
    ["Up next", "Related links:", "Artículos relacionados", "Ссылки по теме:", "قد يهمك أيضا", "猜你喜欢"],
)
def test_what_stands_below_a_label_of_links_is_none_of_the_text(label):
    """As below those that web pages have, too; a sentence that begins so is none."""
    blocks = blocks_of(label, "The harbour that nobody leaves", "Lamps that burn in any storm")
    assert [block.kept for block in blocks.values()][-3:] == [False] * 3
    assert is_link_label(line(label))
    assert not is_link_label(
        line(f"{label} the keepers went down to the harbour with their lamps in their hands.")
    )


def subjects_of(*lines):
    """Return the lines of a text with *lines* behind a first sentence that are labels of subjects, or subjects."""
    shapes = measure_all([Piece(text, number) for number, text in enumerate((BODY[0], *lines), start=1)])
    return [shapes[index].text for index in sorted(subjects_among(shapes))]


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Tags", "harbours without lamps, keepers of the coast, boats in the storm, how to count boats, lamps for sale, the oldest harbour, storm warnings, lamp oil, rope"),
        ("Schlagwörter zu diesem Artikel:", "Häfen, Lampen, Sturm"),
        ("Palavras-chave", "portos, lâmpadas, tempestade"),
        ("Ключевые слова", "гавани, фонари, буря"),
        ("الكلمات المفتاحية", "المرافئ، المصابيح، العاصفة"),
        ("关键词", "港口、灯、风暴"),
    ],
)  # fmt: skip
def test_a_row_below_the_label_of_subjects_is_none_of_the_text(label, row):
    """However wide it is: commas part it into a few words each, and it has no stop."""
    assert subjects_of(label, row, BODY[1]) == [label, row]


def test_subjects_may_stand_alone_on_their_lines_and_behind_their_label():
    """Until a line is longer than a subject."""
    after = "A longer line that could be the headline of another article"
    assert subjects_of("Topics", "Harbours", "* Lamps and storms", after) == [
        "Topics",
        "Harbours",
        "* Lamps and storms",
    ]
    assert subjects_of("In this article: harbours, lamps, storms", after) == [
        "In this article: harbours, lamps, storms"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("In this article, we count the boats, the lamps, the harbours and those who keep them.",),
        ("Topics of the evening were harbours, lamps and storms.",),
        ("The keepers brought lamps, rope, oil, bread and everything else that one may need", BODY[2]),
    ],
)
def test_a_sentence_that_counts_things_is_no_row_of_subjects(lines):
    """Nor is one that begins as a label does."""
    assert subjects_of(*lines) == []


def test_below_a_menu_of_topics_may_stand_the_title():
    """Before the first sentence only rows with commas are subjects."""
    shapes = measure_all(
        [Piece(text, number) for number, text in enumerate(("Topics", "A Harbour Without Lamps", BODY[0]))]
    )
    assert not subjects_among(shapes)


def test_a_wide_row_of_subjects_below_a_text_is_set_aside():
    """It has the words of the text and the width of a sentence, and would be kept."""
    row = ", ".join(
        f"{word} harbours without lamps"
        for word in ("six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    blocks = blocks_of("Tags", row)
    assert [blocks[text].kept for text in (*BODY, "Tags", row)] == [True] * len(BODY) + [False] * 2


def test_what_europresse_prints_below_an_article_is_none_of_it():
    """Whose it is, who may read it, and its number there; the rights name the outlet."""
    below = (
        "© 2024 Le Courrier du Port. Tous droits réservés. Le présent document est protégé par les lois et conventions internationales.",
        "Certificat émis le 15 mars 2024 à Universite-Lindhaven à des fins de visualisation personnelle et temporaire.",
        "news·20240314·CP·0123456",
    )
    text = "\n\n".join(["One light for three towns on the coast", *BODY, *below])
    document = document_of_bytes(text.encode(), "page.txt").value
    assert document.outlet == "Le Courrier du Port"
    assert [block.text for block in document.set_aside][-3:] == [*below]
