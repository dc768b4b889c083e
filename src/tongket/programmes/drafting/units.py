"""What an answer is counted in (đơn vị tính), and so what kind of answer it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.model.programmes import ADDED_KINDS, IndicatorKind
from tongket.registry.unit_words import UnitWord, match_unit
from tongket.vietnamese.unicode import folded

_COUNTING = re.compile(r"(?:(?:tổng|tông) (?:số|cộng)|số lượng|tổng|số|có|trong đó|gồm|các|những)(?: |$)")
_BRACKET = re.compile(r"\(\s*(?:đvt|đơn vị(?: tính)?|tính bằng)?\s*:?\s*([^()]{1,40}?)\s*\)")
_NUMBERED = re.compile(r"^\d+(?:\.\d+)*[.)]?\s*")
_MONEY_STEPS = ("nghìn đồng", "ngàn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "1.000 đồng", "1000 đồng", "1.000đ")
_YES_NO = re.compile(r"(?:có\s*/\s*không|có hay không|đánh dấu x|\(x\)|đạt\s*/\s*không đạt|đạt\s*/\s*chưa đạt)")
_TEXT = re.compile(
    r"(?:trích yếu|nêu rõ tên|ghi rõ|mô tả|thuyết minh|lý do|nguyên nhân|địa chỉ|họ và tên|họ tên|tên văn bản"
    r"|nội dung cụ thể)"
)
_SHARE = re.compile(r"tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phần trăm|%")
_RANK = re.compile(r"(?:xếp hạng|thứ hạng|vị thứ)(?!\w)")
_SCORE = re.compile(r"(?:chấm điểm|điểm số|tổng điểm|điểm tự chấm|điểm thẩm định|số điểm|điểm đạt được)(?!\w)")
# Places are counted in points too: 'số điểm chữa cháy công cộng', 'số điểm sinh hoạt'.
_POINTS_ON_THE_MAP = re.compile(
    r"số điểm (?!đạt|đã|được|tự|chấm|thẩm|tối|trừ|cộng|thưởng|bình quân|trung bình|của|theo|phần)\w"
)
_MONEY = re.compile(
    r"kinh phí|số tiền|dư nợ|doanh thu|thu ngân sách|chi ngân sách|vốn (?:đầu tư|vay|huy động)|giá trị|tổng mức"
    r"|quỹ .{0,40}vận động"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted: the unit word of the indicator, its kind and scale, and how sure that is.

    ``step`` is the printed step of money ('triệu đồng'), "" for plain đồng. ``sure`` is False where no unit word stands
    in the form and the label names none.
    """

    word: str
    kind: IndicatorKind = "integer"
    scale: int = 0
    step: str = ""
    sure: bool = True

    @property
    def adds(self) -> bool:
        """Whether sums of it have a meaning."""
        return self.kind in ADDED_KINDS


def counting(unit: str, label: str = "") -> Counting:
    """What a row or column is counted in, from its unit cell, else from its label."""
    words = folded(unit).strip(" .:()")
    name = folded(label)
    if words:
        return _of_unit(words, name)
    return _of_label(name)


def _of_unit(words: str, label: str) -> Counting:
    if words in ("%", "phần trăm", "tỷ lệ %", "tỉ lệ %", "tỷ lệ"):
        return Counting("%", "share", 2)
    if words in ("x", "có/không", "có / không") or _YES_NO.fullmatch(words):
        return Counting("có/không", "yes-no")
    if words in _MONEY_STEPS or words in ("đồng", "đ", "vnđ", "vnd"):
        step = "" if words in ("đồng", "đ", "vnđ", "vnd") else words
        return Counting("đồng", "money", 0, step)
    if words in ("điểm",):
        if _POINTS_ON_THE_MAP.search(folded(label)):
            return Counting("điểm")
        return Counting("điểm", "score" if _SCORE.search(label) or "điểm" in label else "integer", 2)
    if words in ("hạng", "thứ", "thứ hạng", "vị thứ"):
        return Counting("hạng", "rank")
    if words in ("chữ", "văn bản mô tả", "mô tả"):
        return Counting("chữ", "text")
    found = unit_words_exact(words)
    if found is not None and found.is_measure:
        return Counting(words, "decimal", 2)
    return Counting(words)


def unit_words_exact(words: str) -> UnitWord | None:
    """The unit word that ``words`` are from end to end."""
    found = match_unit(words.split())
    return found[0] if found is not None and found[1] == len(words.split()) else None


def is_unit_word(words: str) -> bool:
    """Whether ``words`` can stand in a column of unit words: 'người', 'tin, bài', 'triệu đồng', '%'."""
    plain = folded(words).strip(" .:()")
    if not plain:
        return False
    if plain in _MONEY_STEPS or plain in ("%", "x", "lần", "đ"):
        return True
    if any(word[:1].isupper() and not word.isupper() for word in words.split()[1:]):
        return False  # a name: 'Xã Lũng Ẳng'
    pieces = [piece.strip() for piece in re.split(r"[,/]", plain) if piece.strip()]
    return bool(pieces) and all(match_unit(piece.split()) is not None and len(piece.split()) <= 5 for piece in pieces)


def _of_label(label: str) -> Counting:
    bracket = bracket_unit(label)
    if bracket:
        return _of_unit(bracket, label)
    if _TEXT.search(label):
        return Counting("chữ", "text")
    if _YES_NO.search(label):
        return Counting("có/không", "yes-no")
    bare = bare_label(label)
    if _SHARE.match(bare):
        return Counting("%", "share", 2)
    if _RANK.search(bare):
        return Counting("hạng", "rank")
    if _POINTS_ON_THE_MAP.search(folded(label)):
        return Counting("điểm")
    if _SCORE.search(bare):
        return Counting("điểm", "score", 2)
    if _MONEY.match(bare):
        return Counting("đồng", "money", sure=False)
    word = leading_unit(bare)
    if word:
        return _of_unit(word, label)
    return Counting("", sure=False)


def bracket_unit(label: str) -> str:
    """The unit word in brackets of a label or title: 'Kinh phí (triệu đồng)' -> 'triệu đồng'."""
    for found in _BRACKET.finditer(folded(label)):
        words = found[1].strip(" .")
        if is_unit_word(words) or words in ("có/không",):
            return words
    return ""


def without_bracket_unit(label: str) -> str:
    """``label`` without the unit word in brackets."""
    for found in re.finditer(r"\s*\(([^()]{1,60})\)", label):
        if bracket_unit(found.group()):
            return (label[: found.start()] + label[found.end() :]).strip()
    return label


def bare_label(label: str) -> str:
    """A folded label without number and counting words before it: 'Tổng số cuộc giám sát' -> 'cuộc giám sát'."""
    bare = _NUMBERED.sub("", folded(label)).lstrip("-–+* ")
    while found := _COUNTING.match(bare):
        bare = bare[found.end() :]
    return bare


# Words that begin a label as verbs and are counted nouns elsewhere: 'tổ chức hội nghị', 'ban hành văn bản'.
_VERBS = re.compile(
    r"(?:tổ chức (?!(?:cơ sở|đảng|đoàn|hội(?! nghị| thảo| thi)|chính trị|xã hội|thôn|quần chúng"
    r"|tôn giáo|tín dụng|công đoàn"
    r"|thành viên|kinh tế))|ban hành|ban bố|hội (?:họp|thảo luận)|đoàn kết|tập hợp|tập trung|nội dung phối hợp"
    r"|trường hợp|chương trình hóa|mô hình hóa)"
)


def leading_unit(label: str) -> str:
    """The counted noun that a label begins with: 'cuộc giám sát' -> 'cuộc', 'lượt người tham dự' -> 'lượt người'."""
    if _VERBS.match(f"{label} "):
        return ""
    words = re.findall(r"[^\W\d_]+|,", label)
    plain = [word for word in words[:8] if word != ","]
    found = match_unit(plain)
    if found is None:
        return ""
    unit, count = found
    head = " ".join(plain[:count])
    if unit.word == "lượt":
        inner = match_unit(plain[count:])
        if inner is not None and inner[0].kind == "person":
            return "lượt người"
        return f"lượt {' '.join(plain[count : count + inner[1]])}" if inner is not None else "lượt"
    if unit.kind == "person":
        return head if head.startswith("lượt") else "người"
    if unit.kind == "money":
        return "đồng"
    return head
