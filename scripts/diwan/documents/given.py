"""Given names: whether words in a script without capitals begin as a person's name does.

In: a line. Out: yes or no. In Arabic, Persian, Urdu and Hebrew a name alone below a title looks like a section, a city or a
button; but it begins with a given name, of which a few hundred are most, perhaps behind a title such as *Dr*.
"""

import re
from collections.abc import Iterator

from diwan.documents.shapes import key_of

#: What stands before names.
_TITLES = """
د م أ الدكتور الدكتورة الأستاذ الأستاذة المهندس المهندسة السفير العميد اللواء العقيد الشيخ الصحفي الصحفية الكاتب الكاتبة الباحث الباحثة
السيد السيدة دکتر مهندس سید سیده حجت استاد ڈاکٹر پروفیسر سید מר ד ר פרופ הרב
"""
#: What makes a name with the word behind it: *عبد الله*. *أبو* and *ابن* open names of cities and of people in headlines, too.
_MAKING = "عبد"
#: Words of the shortest name.
_FEWEST = 2
#: The commoner given names, without those that are common words (*أمير*, *رمضان*, *پیمان*).
_GIVEN = """
محمد أحمد محمود مصطفى علي حسن حسين خالد عمر عثمان إبراهيم يوسف إسماعيل إسحاق يعقوب موسى عيسى داود سليمان هارون يحيى زكريا أيوب
يونس
نوح آدم إدريس صالح هود جعفر حمزة عباس طارق زياد سعد سعيد سامي سمير سليم سلمان سلطان سيف شادي شريف صادق ضياء طلال طه عادل عارف
عاطف عامر عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالباري عبدالإله عبدالخالق عبدالفتاح عبدالقادر عبدالمجيد عبدالملك عبدالمنعم
عبدالناصر عبدالوهاب عبدالحميد عبدالحكيم عبدالرزاق عبدالستار عبدالسلام عبدعلي عدنان عصام عصمت علاء عماد عمار عمرو عوض غازي
غسان فادي فارس فاروق فاضل فايز فتحي فخري فراس فهد فهمي فواز فؤاد فيصل قاسم قيس كاظم كريم كمال لؤي لطفي ماجد مازن مالك ماهر
مجدي محسن مختار مراد مرتضى مروان مشعل معاذ معتز مفيد مقداد ممدوح منذر منصور منير مهند مهدي نادر ناصر نايف نبيل نجيب نزار نعيم
نواف نوري هادي هاشم هاني هشام هيثم وائل وسام وسيم وليد ياسر ياسين يزيد أسامة أسعد أشرف أكرم أمجد أمين أنس أنور أيمن إياد إيهاب
باسل باسم بدر برهان بسام بشار بشير بكر بلال بندر تامر تركي توفيق ثامر جابر جاسم جلال جمال جواد جورج جوزيف حاتم حازم حامد حبيب
حسام حسني حكيم حمد حمدي حميد حيدر خلف خليفة خليل داوود راشد رامي رائد رشيد رضا رضوان رفعت رفيق رمزي رياض
زاهر زكي زهير زيد ساطع سالم سامح سفيان شاكر شكري شوقي صبحي صبري صفوت ظافر لزهر لخضر الأخضر الهادي المنصف الطاهر الحبيب
المهدي المعز العربي بيار بول إلياس أنطوان ميشال ميشيل جان طوني شربل جبران
مريم فاطمة عائشة خديجة زينب سارة سلمى سعاد سميرة سمية سناء سهير سهام شيماء شيرين صفاء عبير عفاف علا غادة فدوى فريدة كوثر لمى لمياء
لينا ليلى مها منى منال ميساء ميسون نادية نادين ناهد نبيلة نجلاء نجوى نسرين نهى نهال نوال نورة نورا هالة هبة هند هويدا وفاء ياسمين
أسماء آمنة أمينة إسراء إلهام إيناس بثينة بشرى جميلة جيهان حنان داليا دانا دعاء ديما دينا رانيا ربى رزان رشا رغد رنا رندة
روان ريم ريما زهراء سوسن شهد عزة نهلة مروة مرام ندى هاجر هناء وداد ولاء يسرا كارولين ماري جومانا جمانة ابتسام اعتدال
محمدرضا محمدعلی محمدحسین محمدمهدی علیرضا علی‌رضا حمیدرضا غلامرضا عبدالرضا امیرحسین امیرعلی سیدمحمد حجت‌الله حجت‌الاسلام
روح‌الله اسدالله نصرالله سیف‌الله علی حسین مهدی هادی مجتبی مرتضی مصطفی احمد ابراهیم اسماعیل مجید مسعود منوچهر مهرداد مهران بهروز
بهزاد بهمن بهرام پرویز پوریا جلیل داریوش رامین روزبه سعید سجاد سهراب سیاوش سینا شاهین شهرام فرهاد فرزاد
فرشید فریدون کامران کاوه کوروش کیوان هوشنگ یاسر یعقوب آرش آرمان اردشیر اکبر حمید حیدر مریم زهرا فاطمه زینب نرگس مینا سارا
لیلا لیلی نازنین نسرین نیلوفر پریسا پروین سمیه سپیده شیرین شادی مهسا مهناز معصومه الهام الهه آزاده آتنا بهاره ندا هانیه یلدا شهلا
شہباز نواز آصف بلاول شاہد سلیم وسیم جاوید انصار سہیل عرفان فواد مشتاق ندیم نعیم عاصم ہارون خورشید رؤف
عاصمہ عائشہ ثناء حنا شیریں ملیحہ نسیم
דוד משה יוסף אברהם יצחק יעקב שמעון ראובן אהרן שלמה דניאל אורי אבי עמוס איתן אלון רון רונן יואב יונתן ניר עומר עידו אמיר ברק
נדב צבי רפאל שי תום יוסי אליאור שרה רחל לאה מרים דנה נועה תמר מיכל יעל רונית ענת אורית הילה שירה מאיה
"""


def begins_as_name(text: str) -> bool:
    """Tell whether the first word of *text*, titles aside, is a given name or makes one with the next."""
    words = key_of(text).split()
    while words and words[0] in _BEFORE:
        words.pop(0)
    return len(words) >= _FEWEST and (words[0] in _NAMES or (words[0] == _MAKING and len(words) > _FEWEST))


def people_joined(text: str) -> tuple[str, ...]:
    """Return the people whom a line names that begins as a name: the word for *and* is written as part of the next name."""
    return tuple(_parted(text.split()))


def _parted(words: list[str]) -> Iterator[str]:
    for place in range(_FEWEST, len(words)):
        behind = [words[place][1:], *words[place + 1 :]]
        if words[place][0] in _AND and begins_as_name(" ".join(behind)):
            yield " ".join(words[:place])
            yield from _parted(behind)
            return
    yield " ".join(words)


def with_plain_titles(text: str) -> str:
    """Return *text* with a space behind titles that a stroke parts from the name: *السفير/ سامي*."""
    return _STROKE.sub(lambda found: f"{found[1]}. " if len(found[1]) == 1 else f"{found[1]} ", text)


_STROKE = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_TITLES.split(), key=lambda title: (-len(title), title)))})\s?[/\\]\s?(?=\w)"
)
#: *And*, as the first letter of the next word in Arabic and Hebrew.
_AND = ("و", "ו")
_BEFORE, _NAMES = (
    frozenset(part for word in table.split() for part in key_of(word).split()) for table in (_TITLES, _GIVEN)
)
