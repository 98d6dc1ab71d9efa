"""The rules: what a block is, why it is kept or set aside, in words for readers.

Each rule is a name, the kind it gives, the reason shown to readers in English and Arabic, and the sign it looks for.
Those of `RULES` are asked in this order, and the first that applies decides. Adding one is a row here, a sign in `signs.py`
where none of those fits, and a test.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from diwan.documents.lines import signs
from diwan.documents.lines.captions import is_caption
from diwan.documents.lines.scene import Scene
from diwan.documents.shapes import Shape
from diwan.model.block import KEPT_KINDS, BlockKind


class Where(Enum):
    """Of which lines a rule is asked: most can apply to some only, and to ask of all would take twice as long."""

    EVERYWHERE = auto()
    #: Lines outside the text, and those of it that stand at its edges (`Scene.middle`).
    EDGES = auto()
    OUTSIDE = auto()


EVERYWHERE, EDGES, OUTSIDE = Where


@dataclass(frozen=True, slots=True)
class Rule:
    """A named reason why a block is of a kind."""

    name: str
    kind: BlockKind
    en: str
    ar: str
    #: The sign it looks for. Rules that a format, a reader or a model names have none, and are not asked.
    applies: Callable[[Shape, Scene], bool] = lambda *_: True
    #: Of which lines it is asked.
    where: Where = EVERYWHERE

    @property
    def keeps(self) -> bool:
        """Whether blocks that the rule decides are text of the article."""
        return self.kind in KEPT_KINDS


RULES: tuple[Rule, ...] = (
    Rule("no-words", BlockKind.NAVIGATION,
         "It has no words.", "لا كلمات فيه.", signs.is_empty),
    Rule("title", BlockKind.TITLE,
         "The line before the text that looks most like a title.", "السطر الأشبه بالعنوان قبل المتن.", signs.is_title, EDGES),
    Rule("title-again", BlockKind.REPEATED_TITLE,
         "It repeats the title.", "تكرار للعنوان.", signs.is_repeated_title),
    Rule("who", BlockKind.BYLINE,
         "It names who wrote the article, and perhaps when.", "يذكر الكاتب، وربما التاريخ.", signs.is_byline, EDGES),
    Rule("when", BlockKind.DATELINE,
         "It only says when, or when and where.", "يذكر التاريخ أو المكان فقط.", signs.is_dateline, EDGES),
    Rule("path-of-sections", BlockKind.NAVIGATION,
         "Sections with arrows or slashes between them, as a path to the page.", "أقسام تفصل بينها أسهم أو خطوط مائلة، كالمسار إلى الصفحة.", signs.is_path, OUTSIDE),
    Rule("row-of-headlines", BlockKind.PROMO,
         "A row of headlines with spaces between them, in a language that has none within.", "عناوين متتالية بينها مسافات، في لغة لا مسافات فيها.", signs.is_row_of_headlines, OUTSIDE),
    Rule("menu-on-a-line", BlockKind.NAVIGATION,
         "A row of short entries, as menus have.", "صف من المداخل القصيرة كما في القوائم.", signs.is_menu, OUTSIDE),
    Rule("about-the-page", BlockKind.NOTICE,
         "It says how the page was made or what the site does.", "يبيّن كيف أُنشئت الصفحة أو ما يفعله الموقع.", signs.is_notice, OUTSIDE),
    Rule("rights-or-responsibility", BlockKind.DISCLAIMER,
         "It speaks of rights or responsibility.", "يتناول الحقوق أو إخلاء المسؤولية.", signs.is_disclaimer, OUTSIDE),
    Rule("way-to-reach", BlockKind.CONTACT,
         "An address to write to or call.", "عنوان للمراسلة أو الاتصال.", signs.is_contact, OUTSIDE),
    Rule("readers-comments", BlockKind.COMMENT,
         "It stands at or below the label of readers' comments.", "عند تعليقات القراء أو تحتها.", signs.is_comment, OUTSIDE),
    Rule("lead", BlockKind.LEAD,
         "It stands between the title and the line of author or date.", "يقع بين العنوان وسطر الكاتب أو التاريخ.", signs.is_lead, EDGES),
    Rule("about-the-author", BlockKind.AUTHOR_NOTE,
         "After the text, about whoever wrote it.", "بعد المتن، تعريف بالكاتب.", signs.is_author_note),
    Rule("link-or-appeal", BlockKind.PROMO,
         "It introduces itself as a link to other articles or an appeal.", "إحالة إلى مواد أخرى أو دعوة إلى المتابعة.", signs.is_appeal),
    Rule("below-link-label", BlockKind.PROMO,
         "A short line below a label such as “Read also”.", "سطر قصير تحت عبارة مثل «اقرأ أيضًا».", signs.is_link_below_label),
    Rule("buttons-in-a-row", BlockKind.NAVIGATION,
         "One of several very short lines in a row near the title.", "أحد أسطر قصيرة جدًا متتالية قرب العنوان.", signs.is_entry_in_row, EDGES),
    Rule("caption", BlockKind.CAPTION,
         "It describes or credits a picture.", "وصف صورة أو نسبتها.", is_caption),
    Rule("quoted-by-mark", BlockKind.QUOTATION,
         "It is marked as quoted.", "عليه علامة الاقتباس.", signs.is_quotation),
    Rule("said-elsewhere", BlockKind.PULL_QUOTE,
         "All its words stand in another block of the text.", "كل كلماته واردة في موضع آخر من المتن.", signs.is_pull_quote),
    Rule("heading", BlockKind.HEADING,
         "Short, without a stop, and over running text.", "قصير بلا نقطة، فوق متن متصل.", signs.is_heading),
    Rule("list-item", BlockKind.LIST_ITEM,
         "It begins with the mark of a list.", "يبدأ بعلامة قائمة.", signs.is_list_item),
    Rule("text", BlockKind.PARAGRAPH,
         "It stands in the article's running text.", "ضمن المتن المتصل للمقال.", signs.is_text),
    Rule("before-the-text", BlockKind.NAVIGATION,
         "A short line before the text.", "سطر قصير قبل المتن.", signs.is_before, OUTSIDE),
    Rule("after-the-text", BlockKind.PROMO,
         "A short line after the text.", "سطر قصير بعد المتن.", signs.is_after, OUTSIDE),
)  # fmt: skip

#: Those that are asked of a line at the edges of the text, and of one in the middle.
_AT_EDGES = tuple(rule for rule in RULES if rule.where is not OUTSIDE)
_IN_MIDDLE = tuple(rule for rule in RULES if rule.where is EVERYWHERE)

#: The rule of blocks whose kind the format itself states, such as a heading of a web page.
FORMAT = Rule(
    "format", BlockKind.PARAGRAPH,
    "The format of the source says what it is.", "تنسيق المصدر يبيّن نوعه.",
)  # fmt: skip

#: Rules that need no looking at shapes: what the digests' own Markdown says.
MARKDOWN = Rule(
    "markdown", BlockKind.PARAGRAPH,
    "Its Markdown mark says what it is.", "علامة Markdown تبيّن نوعه.",
)  # fmt: skip

#: Rules of readers that see the page: what the text alone does not show.
OF_READERS = (
    Rule("running-head", BlockKind.NAVIGATION,
         "It stands at the edge of the page, on one page after another.", "يتكرر عند حافة الصفحة، صفحةً بعد صفحة."),
    Rule("outside-the-tags", BlockKind.NAVIGATION,
         "The file says of its text what each part is, and not of this.", "الملف يبيّن نوع كل جزء من نصّه، وليس هذا منها."),
    Rule("footnote", BlockKind.PARAGRAPH,
         "A note of the article, moved behind its text.", "حاشية من المقال نُقلت إلى ما بعد متنه."),
    Rule("table-of-contents", BlockKind.NAVIGATION,
         "The list of the document's own parts.", "فهرس أجزاء المستند نفسه."),
    Rule("addresses-of-links", BlockKind.NAVIGATION,
         "The list of the page's links, as a text browser prints it.", "قائمة روابط الصفحة كما يطبعها متصفح نصي."),
    Rule("mark-of-a-message", BlockKind.NAVIGATION,
         "When a message of a chat was sent, and by whom.", "وقت إرسال رسالة في محادثة ومرسلها."),
    Rule("speech", BlockKind.PARAGRAPH,
         "What was said, in lines that each have a time.", "ما قيل، في أسطر لكل منها وقت."),
    Rule("times-of-speech", BlockKind.NAVIGATION,
         "The times of what stands below it.", "أوقات ما تحته."),
    Rule("archive", BlockKind.PARAGRAPH,
         "The press archive from which the article comes marks what it is.", "أرشيف الصحف الذي جاء منه المقال يبيّن نوعه."),
)  # fmt: skip

#: Rules of web pages: the family of signs that moved the trained model most (`web.verdicts`), for and against.
OF_PAGES = (
    Rule("running-text", BlockKind.PARAGRAPH,
         "Its length, stops and words are those of running text.", "طوله ووقفاته وكلماته كما في المتن المتصل."),
    Rule("label-shape", BlockKind.NAVIGATION,
         "Its length and form are those of a label or a teaser.", "طوله وشكله كما في العناوين الفرعية والإحالات."),
    Rule("few-links", BlockKind.PARAGRAPH,
         "Little of it is linked, and little of what stands with it.", "قليل منه ومما يجاوره روابط."),
    Rule("links", BlockKind.NAVIGATION,
         "Much of it is linked, or of what stands with it.", "كثير منه أو مما يجاوره روابط."),
    Rule("named-as-text", BlockKind.PARAGRAPH,
         "The page's markup names its place as text.", "ترميز الصفحة يسمّي موضعه متنًا."),
    Rule("named-as-surroundings", BlockKind.NAVIGATION,
         "The page's markup names its place as something around the text.", "ترميز الصفحة يسمّي موضعه شيئًا خارج المتن."),
    Rule("among-text", BlockKind.PARAGRAPH,
         "What stands around it is text.", "ما يحيط به من المتن."),
    Rule("among-surroundings", BlockKind.NAVIGATION,
         "What stands around it is no text.", "ما يحيط به ليس من المتن."),
    Rule("where-the-text-is", BlockKind.PARAGRAPH,
         "It stands where most running text of the page stands.", "يقع حيث معظم المتن المتصل في الصفحة."),
    Rule("between-title-and-text", BlockKind.LEAD,
         "It is a sentence that stands between the title and the text.", "جملة تقع بين العنوان والمتن."),
    Rule("below-the-title", BlockKind.PARAGRAPH,
         "It stands right below the title of a page that has hardly any text.", "يقع تحت العنوان مباشرةً في صفحة لا تكاد تحوي متنًا."),
    Rule("list-in-text", BlockKind.LIST_ITEM,
         "It stands in a list within the text and is no link.", "يقع في قائمة ضمن المتن وليس رابطًا."),
    Rule("away-from-the-text", BlockKind.NAVIGATION,
         "It stands away from most running text of the page.", "يقع بعيدًا عن معظم المتن المتصل في الصفحة."),
    Rule("laid-out-like-text", BlockKind.PARAGRAPH,
         "The page lays it out as it does running text.", "تنسيقه في الصفحة كتنسيق المتن المتصل."),
    Rule("laid-out-like-surroundings", BlockKind.NAVIGATION,
         "The page lays it out as it does what is no text.", "تنسيقه في الصفحة كتنسيق ما ليس متنًا."),
    Rule("led-to-from-the-text", BlockKind.PARAGRAPH,
         "A number in the text leads to it: it is a note, or the heading over notes.", "يقود إليه رقم في المتن: فهو حاشية، أو عنوان فوق الحواشي."),
    Rule("said-for-machines", BlockKind.PARAGRAPH,
         "The page gives it to machines as text of the article, or says it nowhere else.", "تقدّمه الصفحة للآلات على أنه من المتن، أو لا تكرره."),
    Rule("said-again", BlockKind.NAVIGATION,
         "The page says it elsewhere too, or leaves it out of the text it gives to machines.", "تكرره الصفحة في موضع آخر، أو لا تذكره في المتن المقدَّم للآلات."),
    Rule("another-article", BlockKind.PROMO,
         "It stands below the title of another article, with which the page goes on.", "يقع تحت عنوان مقال آخر تتابع به الصفحة."),
    Rule("found-by-another-reader", BlockKind.PARAGRAPH,
         "Another program for reading pages (trafilatura) takes it for text too.", "يعدّه برنامج آخر لقراءة الصفحات (trafilatura) من المتن أيضًا."),
    Rule("left-by-another-reader", BlockKind.NAVIGATION,
         "Another program for reading pages (trafilatura) leaves it out too.", "يتركه برنامج آخر لقراءة الصفحات (trafilatura) أيضًا."),
    Rule("words-of-text", BlockKind.PARAGRAPH,
         "It does not begin as notices, appeals and labels do.", "لا يبدأ كما تبدأ الإشعارات والدعوات والعناوين."),
    Rule("words-of-surroundings", BlockKind.NAVIGATION,
         "It begins as notices, appeals and labels do.", "يبدأ كما تبدأ الإشعارات والدعوات والعناوين."),
)  # fmt: skip

#: The rule of blocks about which a person decided, in `corpus/corrections/`.
CORRECTED = Rule(
    "corrected", BlockKind.PARAGRAPH,
    "A person corrected what the converter thought.", "صحّح إنسان ما ظنّه المحوّل.",
)  # fmt: skip

#: The rule of lines in which a paywall speaks, whatever the format (`truncated`).
PAYWALL = Rule(
    "rest-behind-paywall", BlockKind.NOTICE,
    "It says that the rest of the article is for those who pay or log in.", "يذكر أن بقية المقال لمن يشترك أو يسجّل الدخول.",
)  # fmt: skip
#: The rule of what stands below one that says how much is left.
BELOW_PAYWALL = Rule(
    "below-paywall", BlockKind.PROMO,
    "It stands below the line with which a paywall breaks off the text.", "يقع تحت السطر الذي يقطع به حاجز الاشتراك المتن.",
)  # fmt: skip

#: What the model of lines says where it overrules the others (`revision`): by whether it keeps the line, and by the
#: sort of sign that moved it most.
BY_MODEL = {
    (True, "form"): Rule("model:form-of-the-text", BlockKind.PARAGRAPH,
         "By a trained model: it is written and set as the running text is.", "بنموذج مدرَّب: مكتوب ومنسَّق كالمتن المتصل."),
    (True, "words"): Rule("model:words-of-the-text", BlockKind.PARAGRAPH,
         "By a trained model: its words stand in the text around it too.", "بنموذج مدرَّب: كلماته واردة في المتن حوله."),
    (True, "neighbours"): Rule("model:between-lines-of-text", BlockKind.PARAGRAPH,
         "By a trained model: the lines above and below it are text.", "بنموذج مدرَّب: ما فوقه وما تحته من المتن."),
    (True, "place"): Rule("model:where-the-text-is", BlockKind.PARAGRAPH,
         "By a trained model: it stands where the text of the article stands.", "بنموذج مدرَّب: يقع حيث يقع متن المقال."),
    (False, "form"): Rule("model:form-of-the-page", BlockKind.PROMO,
         "By a trained model: it is written and set as labels and links are.", "بنموذج مدرَّب: مكتوب ومنسَّق كالعناوين والروابط."),
    (False, "words"): Rule("model:other-words", BlockKind.PROMO,
         "By a trained model: its words do not occur in the text around it.", "بنموذج مدرَّب: كلماته لا ترد في المتن حوله."),
    (False, "neighbours"): Rule("model:between-lines-of-the-page", BlockKind.PROMO,
         "By a trained model: the lines above and below it are no text.", "بنموذج مدرَّب: ما فوقه وما تحته ليس من المتن."),
    (False, "place"): Rule("model:where-the-page-is", BlockKind.PROMO,
         "By a trained model: it stands away from the text of the article.", "بنموذج مدرَّب: يقع بعيدًا عن متن المقال."),
}  # fmt: skip
#: What the model of headings says where it overrules the others.
OF_HEADINGS = (
    Rule("model:heading", BlockKind.HEADING,
         "By a trained model: it is short and set as headings are.", "بنموذج مدرَّب: قصير ومنسَّق كالعناوين الفرعية."),
    Rule("model:no-heading", BlockKind.PARAGRAPH,
         "By a trained model: it is short, but not set as headings are.", "بنموذج مدرَّب: قصير، لكنه ليس منسَّقًا كالعناوين الفرعية."),
)  # fmt: skip

RULES_BY_NAME = {
    rule.name: rule
    for rule in (
        *RULES,
        FORMAT,
        MARKDOWN,
        CORRECTED,
        PAYWALL,
        BELOW_PAYWALL,
        *OF_READERS,
        *OF_PAGES,
        *BY_MODEL.values(),
        *OF_HEADINGS,
    )
}


def rules_of(scene: Scene) -> list[Rule]:
    """Return the rule that decides each line: the one its format names, or the first that applies."""
    if all(shape.piece.kind is not None for shape in scene.shapes):
        # Where the text lies need not be sought on a page that states what everything is.
        return [RULES_BY_NAME[shape.piece.rule] for shape in scene.shapes]
    (start, end), middle = scene.body, scene.middle
    found = []
    for index, shape in enumerate(scene.shapes):
        if shape.piece.kind is not None:
            found.append(RULES_BY_NAME[shape.piece.rule])
            continue
        rules = _IN_MIDDLE if index in middle else _AT_EDGES if start <= index <= end else RULES
        for rule in rules:
            if rule.applies(shape, scene):
                found.append(rule)
                break
    return found


def reason_of(rule: str, language: str) -> str:
    """Return why *rule* decides as it does, for somebody who reads *language* (`ar`, else English)."""
    found = RULES_BY_NAME[rule]
    return found.ar if language == "ar" else found.en
