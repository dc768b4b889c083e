"""The words that tell a matter (từ ngữ chỉ nội dung của số liệu): verbs of having and doing, words of the whole and
names of measures say nothing of it; short forms and words of one meaning are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tongket.checking.evidence.numbers import kind_of_measure
from tongket.checking.evidence.same_matter import keys_of
from tongket.registry.bodies import abbreviations

_LEVELS = "xã|phường|huyện|tỉnh|ngành"
_EMPTY = re.compile(
    r"(?<!\w)(?:kết quả|nhìn chung|nổi bật|tiêu biểu|đáng chú ý|cụ thể"
    r"|ưu điểm|hạn chế|tồn tại|mặt được|hoàn thành|thực hiện|tổ chức|tiến hành"
    r"|triển khai|vận động|huy động|tiếp tục|vẫn còn|phát hiện|xảy ra|được công nhận|danh hiệu|(?<!đạt )(?:tiêu )?chuẩn"
    r"|tình trạng|lũy kế|luỹ kế|trong năm|cả năm|năm học này|(?:đến )?cuối năm|hiện nay|đến nay|(?<!- )xây dựng"
    r"|hỗ trợ|bàn giao|giúp|(?<!việc )làm"
    r"|từ nguồn(?: quỹ| vốn)?|(?:ủy|uỷ) ban(?: mttq(?: việt nam)?| nhân dân)?|trạm y tế|nhà trường|đảng ủy|đảng bộ"
    rf"|trên địa bàn(?: (?:{_LEVELS}))?|toàn (?:{_LEVELS}|trường|đảng bộ)"
    rf"|(?:của |cấp )?(?:{_LEVELS})(?= (?:đạt|có|là|còn)\b)"
    r"|mới(?= (?:đạt|có))|tổng số|số lượng|số tiền|tổng|số|diện tích|sản lượng|tỷ lệ|tỉ lệ|kinh phí|gieo trồng"
    r"|gieo cấy|người dân|tham gia|bao phủ|(?<=lương thực )có hạt|(?<=ngân sách )nhà nước|giảm(?: xuống)?(?= còn)"
    r"|(?:tăng|giảm) (?:lên|xuống)(?=\s+#)|ở mức|bị|tặng|ủng hộ"
    r"|tự nguyện|tích cực|kịp thời|hiệu quả|có hiệu quả|nhiệm vụ trọng tâm|bên cạnh đó"
    r"|thành công|vẫn|hiện có|duy trì|độ(?= che phủ)"
    r"|nâng|đưa|lên|xuống|đã|được|có|là|và|các|của|cho|với|trên|tại|từ|đến|thì|cũng|chỉ|đạt|còn|toàn|để|do|năm|người"
    r"|nhân dân|hiện|qua|bằng|chiếm)(?!\w)"
)
_NOT_THIS = re.compile(
    r"(?<!\w)(?:quý|tháng|cùng kỳ|(?:năm|kỳ) (?:trước|ngoái)|trước đó|trước đây|trong đó|trong số|riêng"
    r"|đầu (?:năm|kỳ|nhiệm kỳ)|bình quân|trung bình|mỗi|(?<!cây )hằng năm|hàng năm|dự kiến|phấn đấu|kế hoạch"
    r"|(?<!bàn )giao(?! quân| nộp| lưu| thông)|còn lại|chỉ tiêu|so với|ước|thêm|khoảng|giai đoạn|nhiệm kỳ"
    r"|vụ (?:đông|xuân|hè|thu|mùa|chiêm)|đợt|sẽ|tối đa|tối thiểu|nếu|từng|học kỳ|tăng(?! huyết áp| gia)|giảm"
    r"|đề nghị|phê duyệt|đăng ký"
    r"|gồm|bao gồm|một số|khác|hơn)(?!\w)"
)
_OF_ANY = keys_of(
    "quy mô khiếu nại tố cáo dự toán giải quyết tiếp nhận xử lý chi trả đơn vị hồ sơ thương chết hòa giải thành cấp vay"
    " thiệt hại tài sản ra mắt lập ban hành mở vốn lượt trường hợp vụ giá trị thu chi thường xuyên tiền"
    " đồng chí cuộc buổi lần làm mới"
)  # words of any field of work, which alone do not tell of what a number is
_MEASURE = re.compile(r"(?<!\w)(?:diện tích|sản lượng|năng suất|tỷ lệ|tỉ lệ|giá trị sản xuất)(?!\w)")
_FEWEST = 2  # syllables that tell a matter, beside the noun that is counted
_NAMED = 3  # syllables of a noun that tells enough itself: 'nhà Đại đoàn kết'
PEOPLE = keys_of("người em vị đồng chí lao động")
_PUPILS = keys_of("học sinh")
_POOR = keys_of("nghèo")


@dataclass(frozen=True, slots=True)
class Told:
    """The unit of what is measured, "" of what is counted, and the words that tell of what; ``behind``: those of them
    behind the number; ``firm``: whether they tell enough by themselves.
    """

    unit: str
    words: frozenset[str]
    behind: frozenset[str]
    firm: bool


def told_by(lead: str, tail: str, unit: str, base: str) -> Told | None:
    """What the words before a number, its unit and the words behind it tell; None where they tell nothing."""
    measured = unit == "%" or base == "đồng" or bool(kind_of_measure(unit))
    noun = frozenset[str]() if measured else _PUPILS if unit == "em" else _noun_of(unit)
    before, behind = plain(lead), plain(tail)
    words = _telling(f"{before} {behind}")
    telling = words - noun - _OF_ANY
    if measured and _MEASURE.search(f"{before} {behind}"):
        telling |= {""}
    if not words and len(noun) < _FEWEST:
        return None
    firm = len(telling) >= _FEWEST or (not measured and len(unit.split()) >= _NAMED) or (noun and telling >= _POOR)
    told_behind = _telling(behind) & words if behind else frozenset[str]()
    return Told(base if measured else "", words | noun, told_behind, bool(firm))


@lru_cache(maxsize=1024)
def _noun_of(unit: str) -> frozenset[str]:
    """The words of a unit that counts; of people none, whatever they are called."""
    return keys_of(plain(unit)) - PEOPLE


def weight_of(word: str) -> float:
    """How much a word tells of a matter: one of any field of work less."""
    return _OF_ANY_WEIGHT if word in _OF_ANY else 1.0


_OF_ANY_WEIGHT = 0.4


def _telling(said: str) -> frozenset[str]:
    return keys_of(_EMPTY.sub(" ", said))


_SHORT = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ-]{1,9}(?!\w)")
_SAME = (
    ("dạy nghề", re.compile(r"(?<!\w)dạy nghề(?!\w)"), "đào tạo nghề"),
    ("tạo việc làm", re.compile(r"(?<!\w)tạo việc làm(?!\w)"), "giải quyết việc làm"),
    ("hộ ", re.compile(r"(?<!\w)hộ (?:gia đình|dân)(?!\w)"), "hộ"),
    ("vụ việc", re.compile(r"(?<!\w)vụ việc(?!\w)"), "vụ"),
    (" hóa", re.compile(r"(?<!\w)(?:bê tông|kiên cố|cứng) hóa(?!\w)"), "bê tông"),
    ("lao động", re.compile(r"(?<!\w)xuất khẩu lao động(?!\w)"), "lao động nước ngoài"),
)  # with what each holds


def plain(said: str) -> str:
    """Some words small, short forms written out and words of one meaning made one: 'TNGT', 'dạy nghề'."""
    said = _SHORT.sub(lambda found: _long_forms().get(found[0], found[0]), said)
    said = " ".join(said.lower().split())
    for held, other, one in _SAME:
        if held in said:
            said = other.sub(one, said)
    return said


_SHORTEST, _LONGEST = 2, 4  # letters of a form that is read so, and syllables of what it stands for


@cache
def _long_forms() -> dict[str, str]:
    long = ((short, one.expansion) for short, one in abbreviations().items() if len(short) > _SHORTEST)
    return {short: words for short, words in long if len(words.split()) <= _LONGEST}


_OF_A_WHOLE = re.compile(r"(?<!\w)tr(?:ên|ong) (?:tổng )?số\s$")
_DIGIT = re.compile(r"\d")


def tells_otherwise(lead: str, tail: str) -> bool:
    """Whether words around a number say that it is of a part, another time or a plan."""
    if _DIGIT.search(lead) or (lead.rstrip().endswith("số") and _OF_A_WHOLE.search(lead)):
        return True
    said = f"{lead} # {tail}".lower()
    return _NOT_THIS.search(said) is not None and _NOT_THIS.search(_EMPTY.sub(" ", said)) is not None
