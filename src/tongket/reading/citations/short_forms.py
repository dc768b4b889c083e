"""Documents cited by type and bare number: 'Kết luận số 62', 'Nghị định 100 của Chính phủ', 'Quyết định 217, 218'.

A number behind a type word may as well count something ('Báo cáo 12 trường hợp', 'Kế hoạch 5 năm'): 'số', a date, an
issuer, the words that follow, or the same number in full elsewhere in the report must say that it is a document's.
"""

from __future__ import annotations

import re

from tongket.reading.citations.dating import read_date_and_issuer
from tongket.reading.citations.issuers import read_issuer
from tongket.reading.citations.mentions import JOIN, Head, Mention, Range, damaged_head_before, head_before, so_before
from tongket.registry.types import TYPE_BY_SPOKEN, TYPE_BY_WORDS

_ENDINGS = frozenset(
    {word[-3:] for word in TYPE_BY_WORDS}
    | {word.title()[-3:] for word in TYPE_BY_WORDS}
    | {word.upper()[-3:] for word in TYPE_BY_WORDS}
    | {word[-3:] for word in TYPE_BY_SPOKEN}
    | {f" {word}" for word in TYPE_BY_SPOKEN if len(word) == 2}
    | {"số:", "Số:"}
)
_SO_ENDINGS = frozenset(("số", "Số", "SỐ", "sô", "só", "sổ", "sỗ"))
_BARE = re.compile(
    r"[0-9]{1,4}[a-dđ]?(?:\s?/\s?(?:19|20)[0-9]{2})?(?![\w%/]|\.[0-9]{3})"
)  # no count: 'Hướng dẫn 1.245 hộ'
_WEAK_TYPES = (
    "Chương trình,Đề án,Dự án,Báo cáo,Kế hoạch,Phương án,Biên bản,Hợp đồng,Văn bản,Điều lệ,Quy chế,Quy trình,Tờ trình"
    ",Giấy mời,Giấy phép,Quy định,Hiến pháp,Luật,Bộ luật"
)
_WEAK = frozenset(_WEAK_TYPES.split(","))
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)”\"\n(\]]|[-–]\s)|\s+(?:của|CỦA|ngày|NGÀY|về|VỀ|và|với|được|quy|do|đã|đến|tại|là|có|thì|kh[óo][aá]|cũng|nhằm"
    r"|để|trong|theo|còn|chưa|vẫn|hiện"
    r"|ban|sửa|đi|vào|này|nêu|nói|phải|mà|ra|thực|nhưng|hay|hoặc|cho|trên|từ|lên|như|năm (?:19|20)[0-9]{2})\b"
)
# As offices say it for short: 'Nghị quyết 57 Trung ương', 'Nghị định 100 Chính phủ'
_ISSUER_AT_ONCE = re.compile(r"[ \n](?:Trung ương|TW|TƯ|Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Quốc hội)\b")
_PROGRAMMES = ("134", "135", "327", "661")  # 'CT 135' is the programme of that name, and no directive
_COLUMNS = ("TT", "HD", "TB", "CĐ", "BC", "PL")  # abbreviations that head a column or mean something else as well
_PLANS = ("Kế hoạch", "Đề án", "Tờ trình", "Quy định")
_THEREUNDER = re.compile(
    r"(?:theo|[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|tại|của|(?:TW|TTg|CP|(?<=[/ -])(?:19|20)[0-9]{2}) và)\s+$"
)
_WITH_YEAR = ("Luật", "Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Pháp lệnh", "Bộ luật")
_DATED_BARE = re.compile(r"\s*,?\s*\(?(?:ban hành )?(?:ngày|NGÀY)\s+[0-9]")


_LONGEST_LIST = 40


def may_be_cited(text: str, at: int) -> bool:
    """Whether the letters just before ``at`` can be the end of a type word or of 'số'; most numbers fall out here: at
    once those at the start of a line or a cell, which belong to no word of the line or cell before.
    """
    if text[at - 1] in "\n\t":
        return False
    return text[at - 4 : at - 1] in _ENDINGS or text[at - 3 : at - 1] in _SO_ENDINGS


def read_short_forms(text: str, at: int) -> list[Mention]:
    """'Kết luận số 62', 'Nghị định 100 của Chính phủ', 'Quyết định 217,218': and what follows in the list."""
    number = _BARE.match(text, at)
    if number is None:
        return []
    so = so_before(text, at)
    head = head_before(text, at) or (damaged_head_before(text, at) if so is not None else None)
    if head is None and so is not None and "/" in number.group():
        head = _titled_head(text, so)
    sure = _is_cited(text, head, number.end(), number.group()) if head else None
    if head is None or sure is None or "\n" in text[head.start : at]:
        return []  # a list number at the start of a line belongs to no heading above it
    mention = Mention(head.start, number.end(), head.start, number.end(), head.type, "short", number.group())
    mention.doubtful = not sure
    mentions = [mention]
    stop = number.end()
    dated = "/" in number.group()
    while sure and len(mentions) < _LONGEST_LIST and (more := _conjunct(text, stop, dated=dated)) is not None:
        stop = more[1]
        mentions.append(Mention(*more, *more, head.type, "short", text[more[0] : more[1]], head=False))
    if sure:
        read_date_and_issuer(text, mentions[-1], stop)
    return mentions


_COUNTED = re.compile(
    r"\s*(?:%|(?:năm|tháng|ngày|tuần|lần|trường hợp|đơn vị|xã|huyện|tỷ|triệu|nghìn|đồng|ha|người|hộ)\b)"
)


def _is_cited(text: str, head: Head, end: int, number: str) -> bool | None:
    """Whether a bare number behind a type word is a document's; None for no: 'Kế hoạch 5 năm', 'Báo cáo 12 trường hợp'.

    False where only a full citation of the same number in the report can tell ('Kết luận 62 thời gian qua').
    """
    if "/" in number:
        return True if head.type in _WITH_YEAR else None
    if head.so:
        return True
    if not number.strip("0abcdđ") or text[head.start : end].split()[0] in _COLUMNS:
        return None
    if _DATED_BARE.match(text, end) or read_issuer(text, end):
        return True
    if number in _PROGRAMMES and text.startswith("CT", head.start):
        return None
    if not head.capital:
        return False if head.type not in _WEAK and _GOES_ON.match(text, end) else None
    if head.type in _WEAK:
        if _is_plan_by_number(text, head, end, number):
            return True
        named = head.type == "Đề án" and len(number) > 1 and not _COUNTED.match(text, end)
        return False if named else None
    if _GOES_ON.match(text, end) or _ISSUER_AT_ONCE.match(text, end):
        return True
    return None if _COUNTED.match(text, end) else False


def _is_plan_by_number(text: str, head: Head, end: int, number: str) -> bool:
    """'thực hiện Đề án 06', 'theo Kế hoạch 437:'; not 'Kế hoạch 2024', nor programmes, which a number may name."""
    if head.type == "Đề án" and len(number) > 1 and head.capital:
        return bool(_GOES_ON.match(text, end))
    if head.type not in _PLANS or re.fullmatch(r"(?:19|20)[0-9]{2}", number):
        return False
    if number in _LENGTHS_OF_PLANS and _COUNTED.match(text, end):
        return False  # 'thực hiện Kế hoạch 5 năm 2021 - 2025'
    return bool(_THEREUNDER.search(text, max(0, head.start - 16), head.start) and _GOES_ON.match(text, end))


_LENGTHS_OF_PLANS = ("3", "03", "5", "05", "10")  # years


_TITLED = re.compile(
    r"(?<!\w)(?P<type>Nghị định|Nghị quyết|Quyết định|Thông tư|Pháp lệnh) (?:về|của) [^.;:\d\n]{3,80}: ?$"
)


def _titled_head(text: str, so: int) -> Head | None:
    """The type word before a title that the numbers follow: 'các Nghị định về dân chủ: số 71/1998, số 29/1998'."""
    found = _TITLED.search(text, max(0, so - 110), so)
    return Head(found.start("type"), found["type"], True, True) if found else None


def _conjunct(text: str, at: int, *, dated: bool) -> Range | None:
    """A further bare number right behind: ', 218', ' và 19', ',218'; not one that counts something.

    With a year ('29/1998') only where the first is ``dated``.
    """
    join = re.compile(JOIN).match(text, at) or re.compile(r",").match(text, at)
    number = _BARE.match(text, join.end()) if join else None
    if (
        number is None
        or ("/" in number.group()) != dated
        or len(number.group()) < 2
        or not _GOES_ON.match(text, number.end())
    ):
        return None
    if re.match(r"\s+(?:tháng|năm)\b", text[number.end() : number.end() + 8]):
        return None
    return number.start(), number.end()
