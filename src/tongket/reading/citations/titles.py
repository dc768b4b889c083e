"""What a citation is about (trích yếu) and why it is cited: the words just behind it and just before it."""

from __future__ import annotations

import re

from tongket.reading.citations.mentions import Mention, Range
from tongket.registry.types import TYPE_NAMES

_VERBS = (
    r"[Vv]ề|VỀ|[Vv]/v|[Bb]an hành|[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|[Pp]hê duyệt|[Tt]riển khai|[Tt]hực hiện"
    r"|[Pp]hối hợp|[Tt]ổng kết|[Ss]ơ kết|[Gg]iữa|[Cc]hi tiết|[Xx]ử phạt|[Tt]ăng cường"
)
_LEAD = re.compile(rf"[ \u00a0]*[,:]?[ \u00a0]*(?:\([ \u00a0]*)?(?=[“\"]|(?:{_VERBS})\b)")
_LEAD_OF_NAMED = re.compile(r"[ \u00a0]*(?:\([ \u00a0]*)?(?=[“\"]|(?:về|Về|VỀ)\b)")
_TYPES = "|".join(TYPE_NAMES)
_BODIES = "UBND|Ủy ban|Uỷ ban|Ban|HĐND|Đảng ủy|Huyện ủy|Tỉnh ủy|Sở|Phòng|Hội|Đoàn|Mặt trận"
_END = re.compile(rf";|\.(?=\s|$|\.)|\)|,\s+(?=(?:{_TYPES}|{_BODIES})\b)")
_MARKS = re.compile(r"[\n\t“”\"();.,]")
_CLOSING = {"“": "”", '"': '"'}
_LONGEST = 700

_ACTS = (  # by their first letters: at most places none fits, which is so seen at once
    r"[Tt](?:riển khai(?:,?\s+(?:thực hiện|quán triệt))?|hực hiện(?: theo)?|heo|rên cơ sở|hay thế|ổng kết|hi hành|ại"
    r"|rả lời)"
    r"|[Qq](?:uán triệt(?:,?\s+(?:triển khai|thực hiện))?|uy định chi tiết)|[Cc](?:ăn cứ|ụ thể h[óo][aá])"
    r"|[Ss](?:ửa đổi(?:,\s*bổ sung)?|ơ kết)|[Bb](?:ãi bỏ|an hành(?:\s+kèm theo)?)|[Kk](?:èm theo|ý kết)"
    r"|[Hh](?:ướng dẫn(?: thi hành| thực hiện)?|ọc tập)|[Xx]ây dựng|CĂN CỨ|THỰC HIỆN|TRIỂN KHAI"
)
_FIRST = "TtQqCcSsBbKkHhXx"  # of what may stand there
_FILLERS = r"có hiệu quả|tốt|nghiêm túc|hiệu quả|đúng|các|những|nội dung|việc|tinh thần|một số điều của"
_ROLE = re.compile(rf"[\s(,;.:*\-–](?=[{_FIRST}])((?:[Tt]iếp tục\s+)?(?:{_ACTS}))(?:\s+(?:{_FILLERS}))*\s*[“\"(*]*\s*$")
_LAST = "khai hiện theo triệt thế đổi sung hành kết hóa hoa hoá hóá dẫn tiết tại Tại lời tập dựng HIỆN KHAI quả tốt túc"
_MORE_LAST = "đúng các những dung việc thần của"
_ENDINGS = frozenset(word[-3:] for word in f"{_LAST} {_MORE_LAST}".split()) | {" cứ", " sở", " bỏ", " CỨ"}
"""How the words of ``_ROLE`` end, by which most places before a citation are seen to be none."""


def read_title(text: str, mention: Mention) -> Range | None:
    """Where the title stands behind a mention: quoted, or from 'về', 'quy định', 'ban hành' ... to the clause's end.

    Citations inside it are read on their own. Best effort: an unquoted title ends at the first mark that may end it.
    """
    lead = (_LEAD_OF_NAMED if mention.kind == "named" else _LEAD).match(text, mention.end)
    if lead is None:
        return None
    start = lead.end()
    limit = min(len(text), start + _LONGEST)
    if text[start] in _CLOSING:
        stop = text.find(_CLOSING[text[start]], start + 1, limit)
        return (start + 1, stop) if stop > start + 1 else None
    stop = _title_end(text, start, limit)
    stop = start + len(text[start:stop].rstrip(' ,“"*.'))
    return (start, stop) if stop - start > 6 else None


def _title_end(text: str, start: int, limit: int) -> int:
    """The first end mark outside quotes and brackets of its own."""
    depth, quoted = 0, False
    for mark in _MARKS.finditer(text, start, limit):
        char = mark.group()
        if char in "\n\t" or (char == "”" and not quoted):  # a tab begins the cell beside it
            return mark.start()
        if char in '“”"':
            quoted = char == "“" or (char == '"' and not quoted)
        elif char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif not quoted and not depth and _END.match(text, mark.start()):
            return mark.start()
    return limit


def read_role(text: str, at: int) -> str:
    """The words that say why a document is cited, in small letters ('thực hiện', 'ban hành kèm theo'), or ""."""
    before = "\n" + text[max(0, at - 48) : at]
    if before.rstrip().rstrip('“"(*').rstrip()[-3:] not in _ENDINGS:
        return ""
    found = _ROLE.search(before)
    return found[1].lower() if found else ""
