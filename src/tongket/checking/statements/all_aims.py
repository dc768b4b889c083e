"""All aims that are said to be reached, and one that the report tells as not reached (các chỉ tiêu đều đạt).

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. That an aim was missed is said in
words ('chưa đạt'), by a share of its plan, or by its two numbers: 'mới đạt 89% (giao 93%)', 'mới trồng được 21/30 ha'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.expressions import AIM, NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.own_years import own_years
from tongket.checking.evidence.stops import clause_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import folded
from tongket.vietnamese.years import YEAR

_WHOLE = Decimal(100)  # %
_TOLD = re.compile(
    r"chỉ tiêu(?P<kind>[^.,;\n\d]{0,40}?) đều (?:đã )?(?:hoàn thành|đạt|vượt)(?!\w)[^.,;\n]{0,40}"
    r"|chỉ tiêu nào (?:(?:là|bị) )?(?:không|chưa) (?:đạt|hoàn thành)(?P<none>)"
    r"|chỉ tiêu(?P<done>(?: [^\W\d_]+){0,8})(?=[.,;:\n)])"
)
_ALL = re.compile(
    r"(?:(?P<loose>[Cc]ác)|100\s?%(?: các| số)?|(?:[Tt]ất cả|[Tt]oàn bộ|[Cc]ả)(?: các| \d{1,3})?"
    r"|(?<![\d/.,])(?P<of>\d{1,3})/(?P=of))\s$"
)
_DONE = re.compile(r"(?<!\w)(?:[Hh]oàn thành|[Đđ]ạt|[Vv]ượt)(?: và vượt| vượt mức| vượt| tốt| xuất sắc| mức)* $")
_OF_ONE = re.compile(r"[Cc]ác|100\s?%\s$")  # 'đạt 100% chỉ tiêu' is of one aim
_NONE = re.compile(r"(?<!\w)[Kk]hông (?:có|còn) $")
_ANY_KIND = frozenset(
    folded(
        "đề ra được giao chủ yếu cơ bản kế hoạch nghị quyết năm nay này trong của cả theo kinh tế xã hội pháp lệnh đã"
        " hội đồng nhân dân đảng bộ huyện tỉnh cấp trên thành phố thi đua giao"
    ).split()
)
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:[Cc]hỉ(?: mới)?|[Mm]ới(?: chỉ)?) (?:đạt|bằng)|bằng) (?P<rate>{NUMBER})\s?%\s?(?:so với )?{AIM}"
    r"|(?<![\d/])0?[1-9]\d? chỉ tiêu (?:(?:còn|vẫn) )?(?:chưa|không) (?:đạt|hoàn thành)"
    r"|(?<!\w)[Cc]hỉ tiêu (?!nào)[^.,;:()\n\d]{6,70}? (?:(?:còn|vẫn) )?(?:chưa|không) (?:đạt|hoàn thành)(?!\w)"
)
_UNIT = r"(?:\s?%| [^\W\d_]+(?: đồng| tươi)?)"
_IN_NUMBERS = re.compile(
    rf"(?<!\w)(?:[Cc]hỉ|[Mm]ới)(?: mới| chỉ)? (?P<verb>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?) (?P<reached>{NUMBER})"
    rf"(?:/(?P<of>{NUMBER})(?=\s|%)|(?P<unit>{_UNIT})[ ,;(]+(?:so với )?(?:[^\W\d_]+ ){{0,3}}?(?:giao|{AIM})"
    rf"(?: (?:được |huyện |tỉnh |xã |đề )?(?:giao|ra|là))*(?: là)? (?P<asked>{NUMBER})(?P=unit))"
    rf"|(?<!\w)[Đđ]ạt (?P<low>{NUMBER})(?P<per>{_UNIT}),? (?:thấp hơn|kém|chưa đạt|không đạt)(?: so với)? {AIM}"
    rf"(?: [^\W\d_]+){{0,3}}? (?P<high>{NUMBER})(?P=per)"
)
_REACHES = re.compile(r"(?:đạt|thực hiện|hoàn thành)(?: được| khoảng)?$")
_NAMES_AIM = re.compile(r"(?<!\w)(?:[Cc]hỉ tiêu|[Kk]ế hoạch)(?!\w)")
_BUT = re.compile(r"(?<!\w)(?:[Rr]iêng|[Tt]rừ|[Nn]goại trừ)(?!\w)")
_HEDGED = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Cc]ơ bản|[Hh]ầu hết|[Nn]hìn chung|[Mm]ục tiêu|[Đđ]ể|[Dd]ự kiến|[Nn]ếu"
    r"|[Nn]ăm trước|[Cc]ùng kỳ|[Qq]uý [IV1-4]+|\d{1,2} tháng|[Tt]háng \d+)(?!\w)"
)
_OF_THEN = re.compile(r"cùng kỳ|năm trước|tiến độ")
_GENERAL = re.compile(r"kết quả|đánh giá|chung|nổi bật|thành tích|ưu điểm|chỉ tiêu", re.IGNORECASE)
_FIELD = re.compile(r"(?<!\w)(?:[Nn]gành|[Ll]ĩnh vực|[Cc]ông tác|[Vv]ề|[Mm]ảng|[Nn]hóm|[Kk]hối)(?!\w)")
_SAME_MATTER = 600  # letters


def check_all_aims(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all aims are said to be reached, and one near by is not: 'Các chỉ tiêu đều
    đạt ... Chỉ tiêu trồng rừng chỉ đạt 76% kế hoạch', '12/12 chỉ tiêu đều đạt ... bảo hiểm y tế mới đạt 89% (giao
    93%)'.

    Not flagged: aims told of before, of one kind or of another year or part of it; what is striven for; what 'các'
    leaves open and 'riêng' takes out.
    """
    text = report.text
    for place, loose in _claims(report):
        for short in _short_of(text, place.end, place.end + _SAME_MATTER):
            excepted = loose and _BUT.search(text, clause_start(text, short.start), short.start)
            if not excepted and not _is_hedged(text, short.start) and not _is_of_another_year(report, place, short):
                yield told_otherwise(text, place, short)
                break


def _claims(report: Report) -> Iterator[tuple[Span, bool]]:
    """Where all aims are said to be reached, and whether 'các' alone tells of all."""
    text = report.text
    for found in finds(_TOLD, text):
        kind = found["kind"] or found["done"] or ""
        every = _ALL.search(text, max(found.start() - 20, 0), found.start())
        start = every
        if found["none"] is not None:
            start = _NONE.search(text, max(found.start() - 20, 0), found.start())
        elif every and found["done"] is not None:
            low = max(every.start() - 30, 0)
            alone = _OF_ONE.match(every[0]) and not text.endswith(("vượt ", "vượt mức "), low, every.start())
            start = None if alone else _DONE.search(text, low, every.start())
        if start is None or set(folded(kind).replace("-", " ").split()) - _ANY_KIND:
            continue
        of_then = _OF_THEN.search(found[0])
        if not of_then and not _is_hedged(text, start.start()) and not _is_of_a_field(text, start.start()):
            yield Span(start.start(), found.end()), bool(every and every["loose"])


def _short_of(text: str, low: int, high: int) -> Iterator[Span]:
    """Where an aim is told of as not reached, by words and by numbers."""
    for found in _IN_WORDS.finditer(text, low, high):
        rate = parse_number(found["rate"]) if found["rate"] else Decimal(0)
        if rate is not None and rate < _WHOLE:
            yield Span(*found.span())
    for found in _IN_NUMBERS.finditer(text, low, high):
        reached = parse_number(found["reached"] or found["low"])
        asked = parse_number(found["of"] or found["asked"] or found["high"])
        named = found["of"] is None or _REACHES.search(found["verb"])
        named = named or _NAMES_AIM.search(text, clause_start(text, found.start()), found.start())
        if named and reached is not None and asked is not None and reached < asked:
            yield Span(*found.span())


def _is_hedged(text: str, at: int) -> bool:
    """Whether the clause before a place makes what follows nearly all, an aim, or of another time."""
    return _HEDGED.search(text, clause_start(text, at), at) is not None


def _is_of_a_field(text: str, at: int) -> bool:
    """Whether the clause before a claim makes it one of a field: 'Quốc phòng: 04/04 chỉ tiêu', 'Ngành y tế có ...'."""
    low = clause_start(text, at)
    label, mark, _ = text[low:at].rpartition(":")
    return (bool(mark) and not _GENERAL.search(label)) or _FIELD.search(text, low, at) is not None


def _is_of_another_year(report: Report, claim: Span, short: Span) -> bool:
    """Whether two clauses name different years, or one of them alone a year that the report is not about."""
    text, own = report.text, own_years(report)
    one, other = (set(YEAR.findall(text, clause_start(text, at.start), at.start)) for at in (claim, short))
    if one and other:
        return not one & other
    return bool(own) and bool(one | other) and not (one | other) & own


CHECKS = (check_all_aims,)
