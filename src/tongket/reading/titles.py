"""What a citation is about (trích yếu) and why it is cited: the words just behind it and just before it."""

from __future__ import annotations

import re

from tongket.reading.mentions import Mention, Range
from tongket.registry.types import TYPE_NAMES

_LEAD = re.compile(
    r"\s*[,:]?\s*(?:\(\s*)?(?=(?:[“\"]|[Vv]ề\b|VỀ\b|[Vv]/v\b|[Bb]an hành\b|[Qq]uy định\b|[Hh]ướng dẫn\b|[Ss]ửa đổi\b|[Pp]hê duyệt\b"
    r"|[Tt]riển khai\b|[Tt]hực hiện\b|[Pp]hối hợp\b|[Tt]ổng kết\b|[Ss]ơ kết\b|[Gg]iữa\b|[Cc]hi tiết\b|[Xx]ử phạt\b|[Tt]ăng cường\b))"
)
_TYPES = "|".join(TYPE_NAMES)
_END = re.compile(
    rf"[;\n]|\.(?=\s|$|\.)|\)|,\s+(?=(?:{_TYPES})\b|(?:UBND|Ủy ban|Uỷ ban|Ban|HĐND|Đảng ủy|Huyện ủy|Tỉnh ủy|Sở|Phòng|Hội|Đoàn|Mặt trận)\b)"
)
_CLOSING = {"“": "”", '"': '"'}
_LONGEST = 700

_ROLE = re.compile(
    r"(?:^|[\s(,;.:*\-–])((?:[Tt]iếp tục\s+)?(?:[Tt]riển khai(?:,?\s+(?:thực hiện|quán triệt))?|[Tt]hực hiện|[Qq]uán triệt(?:,?\s+(?:triển khai|thực hiện))?"
    r"|[Cc]ăn cứ|[Tt]heo|[Tt]rên cơ sở|[Tt]hay thế|[Ss]ửa đổi(?:,\s*bổ sung)?|[Bb]ãi bỏ|[Bb]an hành(?:\s+kèm theo)?|[Kk]èm theo"
    r"|[Tt]ổng kết|[Ss]ơ kết|[Cc]ụ thể h[óo][aá]|[Hh]ướng dẫn(?: thi hành| thực hiện)?|[Qq]uy định chi tiết|[Tt]hi hành|[Tt]ại|[Tt]rả lời"
    r"|[Hh]ọc tập|[Gg]ửi kèm|[Xx]ây dựng|[Ký]ý kết|CĂN CỨ|THỰC HIỆN|TRIỂN KHAI))"
    r"(?:\s+(?:có hiệu quả|tốt|nghiêm túc|hiệu quả|đúng|các|những|nội dung|việc|tinh thần|một số điều của))*\s*[“\"(*]*\s*$"
)


def read_title(text: str, mention: Mention) -> Range | None:
    """Where the title stands behind a mention: quoted, or from 'về', 'quy định', 'ban hành' ... to the clause's end.

    Citations inside it are read on their own. Best effort: an unquoted title ends at the first mark that may end it.
    """
    lead = _LEAD.match(text, mention.end)
    if lead is None:
        return None
    start = lead.end()
    limit = min(len(text), start + _LONGEST)
    if text[start] in _CLOSING:
        stop = text.find(_CLOSING[text[start]], start + 1, limit)
        return (start + 1, stop) if stop > start + 1 else None
    stop = _title_end(text, start, limit, in_brackets="(" in lead.group())
    stop = start + len(text[start:stop].rstrip(' ,“"*.'))
    return (start, stop) if stop - start > 6 else None


def _title_end(text: str, start: int, limit: int, *, in_brackets: bool) -> int:
    """The first end mark outside quotes and brackets of its own."""
    depth, quoted, at = 0, False, start
    while at < limit:
        char = text[at]
        if char in "“":
            quoted = True
        elif char == "”":
            if not quoted:
                return at
            quoted = False
        elif char == '"':
            quoted = not quoted
        elif char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif char == "\n" or (not quoted and not depth and (end := _END.match(text, at)) is not None):
            if char != ")" or in_brackets:
                return at
            return at
        at += 1
    return limit


def read_role(text: str, at: int) -> str:
    """The words that say why a document is cited, in small letters: 'thực hiện', 'căn cứ', 'ban hành kèm theo'; or ""."""
    found = _ROLE.search(text[max(0, at - 48) : at])
    return found[1].lower() if found else ""
