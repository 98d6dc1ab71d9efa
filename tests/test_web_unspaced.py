"""Web pages in scripts without spaces between words, and, of Thai and Lao, without stops: their text is told by its place and length.

No saved page in them was at hand when the models learned, so that a letter must count as it does elsewhere: five to a word.
"""

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

THAI = (
    "นายท่าเรือเล่าว่าเรือประภาคารลำเก่าจะกลับมาจอดที่เดิมก่อนสิ้นเดือน หลังจากซ่อมอยู่ในอู่นานเกือบสองปี",
    "ชาวบ้านช่วยกันออกเงินค่าสีและค่าเชือก ส่วนเครื่องยนต์ได้มาจากเรือประมงที่เลิกใช้แล้วในหมู่บ้านข้าง ๆ",
    "คนที่ไม่เห็นด้วยมีไม่มาก พวกเขาบอกว่าน่าจะเอาเงินไปซ่อมสะพานไม้ซึ่งผุจนเด็ก ๆ เดินข้ามไม่ได้ในหน้าฝน",
)
LAO = (
    "ນາຍທ່າເຮືອເລົ່າວ່າເຮືອປະທີບລຳເກົ່າຈະກັບມາຈອດບ່ອນເກົ່າກ່ອນທ້າຍເດືອນ ຫຼັງຈາກສ້ອມແປງຢູ່ອູ່ເກືອບສອງປີ",
    "ຊາວບ້ານຊ່ວຍກັນອອກເງິນຄ່າສີແລະຄ່າເຊືອກ ສ່ວນເຄື່ອງຈັກໄດ້ມາຈາກເຮືອຫາປາທີ່ເຊົາໃຊ້ແລ້ວຢູ່ບ້ານໃກ້ຄຽງນັ້ນ",
    "ຜູ້ທີ່ບໍ່ເຫັນດີມີບໍ່ຫຼາຍ ພວກເຂົາບອກວ່າຄວນເອົາເງິນໄປສ້ອມຂົວໄມ້ທີ່ຜຸຈົນເດັກນ້ອຍຂ້າມບໍ່ໄດ້ໃນລະດູຝົນ",
)
BURMESE = (
    "မီးပြတိုက်သင်္ဘောအိုကို နှစ်နှစ်နီးပါး ပြုပြင်ပြီးနောက် လကုန်မတိုင်မီ နေရာဟောင်းသို့ ပြန်ထားမည်ဟု ဆိပ်ကမ်းမှူးက ပြောသည်။",
    "ဆေးဖိုးနှင့် ကြိုးဖိုးကို ရွာသားများက စုပေါင်းထည့်ဝင်ကြပြီး အင်ဂျင်ကိုမူ အနီးရွာမှ ငါးဖမ်းလှေဟောင်းတစ်စီးမှ ရသည်။",
    "သဘောမတူသူ နည်းပါးသည်။ မိုးတွင်းတွင် ကလေးများ မဖြတ်နိုင်သော သစ်သားတံတားကို အရင်ပြင်သင့်သည်ဟု သူတို့က ဆိုကြသည်။",
)
KHMER = (
    "ប្រធានកំពង់ផែនិយាយថា ទូកបង្គោលភ្លើងចាស់នឹងត្រឡប់មកកន្លែងដើមវិញមុនចុងខែ បន្ទាប់ពីជួសជុលជិតពីរឆ្នាំ។",
    "អ្នកភូមិបានចូលលុយទិញថ្នាំលាបនិងខ្សែពួរ ចំណែកម៉ាស៊ីនបានមកពីទូកនេសាទដែលឈប់ប្រើនៅភូមិជិតខាង។",
    "អ្នកមិនយល់ស្របមានតិចទេ គេថាគួរយកលុយទៅជួសជុលស្ពានឈើដែលពុក រហូតក្មេងៗឆ្លងមិនបាននៅរដូវវស្សា។",
)
MENU = ("หน้าแรก", "ข่าว", "กีฬา", "ວັດທະນະທຳ", "အားကစား", "ព័ត៌មាន")


def page_of(lines: tuple[str, ...]) -> bytes:
    """A short article as programs for sites lay one out, between a menu, a row of networks, and lists of other articles."""
    menu = "".join(f"<li><a href='/{place}'>{entry}</a></li>" for place, entry in enumerate(MENU))
    others = "".join(f"<li><a href='/n/{place}'>{line[:45]}</a></li>" for place, line in enumerate(lines))
    text = "".join(f"<p>{line}</p>" for line in lines)
    body = (
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><header><span><a>{MENU[1]}</a></span><h1>{lines[0][:30]}</h1><p>{lines[2][:45]}</p>"
        f"<div><a href='/author/x'>{lines[1][:12]}</a> <time>11.5.2024 10:25</time> <span>{lines[0][:40]} 12.5.2024</span></div></header>"
        f"<figure><img src='a.jpg'><figcaption>{lines[1][:30]}</figcaption></figure><div><h3>{MENU[2]}</h3><ul><li><a>Facebook</a></li>"
        f"<li><a>X</a></li><li><a>WhatsApp</a></li></ul></div><div>{text}</div></article><section><h3>{MENU[3]}</h3><ul>{others}</ul></section>"
        f"<section><h3>{MENU[4]}</h3><p>{lines[2][:35]}</p></section></main><aside><h3>{MENU[5]}</h3><ol>{others}</ol></aside>"
    )
    return f"<html><head><meta charset='utf-8'><title>{lines[0][:30]}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("lines", [THAI, LAO, BURMESE, KHMER], ids=["th", "lo", "my", "km"])
def test_the_text_of_a_page_in_a_script_without_spaces_is_kept_and_its_teasers_are_not(lines):
    """Where its letters counted as two columns and half a word, teasers looked like text, and a short article like a label."""
    document = document_of(read(page_of(lines), "page.html").value)
    kept = [block.text for block in document.blocks if block.kept and block.kind == "paragraph"]
    assert [text for text in kept if text in lines] == list(lines)
    assert MENU[1] not in kept
    assert not any(line[:45] in kept for line in lines[:2])
