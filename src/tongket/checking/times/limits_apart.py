"""Two limits of time for one task (một việc hai thời hạn): 'gửi báo cáo trước ngày 30/6', then 'gửi báo cáo chậm nhất
ngày 15/7'; 'giải quyết trong 10 ngày làm việc', then 'trong thời hạn 15 ngày làm việc'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tongket.checking.evidence.clauses import told_otherwise, words_of
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_citations, in_tables
from tongket.checking.evidence.stops import STOP_OR_SEMICOLON, line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_LEAD = r"(?:[Tt]rước|(?:[Cc]hậm|[Mm]uộn) nhất(?: là)?|[Xx]ong|[Hh]ạn(?: cuối| chót)?(?: là)?|[Tt]rong(?= tháng))"
_DATE = re.compile(
    rf"(?<!\w){_LEAD}(?: (?:vào|đến|trước|hết|là)){{0,3}} (?:"
    r"(?:ngày )?(?P<day>\d{1,2})(?:[/-]|\stháng\s)(?P<month>\d{1,2})(?:(?:[/-]|\snăm\s)(?P<year>20\d\d))?(?![\d/])"
    r"|ngày (?P<every>\d{1,2})(?=,? (?:h[ằà]ng tháng|h[ằà]ng quý|mỗi tháng|của tháng|tháng cuối|tháng sau))"
    r"|tháng (?P<in_month>\d{1,2})(?:/| năm )(?P<in_year>20\d\d)(?![\d/]))"
)
_SPAN = re.compile(
    r"(?<!\w)(?:(?P<least>(?:ít nhất|tối thiểu)(?: là)?|trước)|[Tt]rong (?:thời hạn|vòng|thời gian)(?: (?:không quá|tối"
    r" đa|chậm nhất))?|[Kk]hông quá|[Tt]ối đa(?: là)?|[Cc]hậm nhất(?: là)?|(?:[Tt]hời (?:gian|hạn)[^.;\n\d]{3,90} là)"
    r"|[Tt]rong(?= \d)) (?P<number>\d{1,3}) (?P<unit>ngày|giờ|tháng)(?P<work> làm việc)?(?!\w)"
)
_SINCE = re.compile(r"[,(]? ?(?:kể |tính )?từ (?:ngày|khi|thời điểm|lúc) [^,;:.()\n]{0,90}")
_MEANT_OTHERWISE = re.compile(
    r"(?<!\w)(?:gia hạn|điều chỉnh|lùi|kéo dài|thay vì|thay đổi|rút ngắn|cắt giảm|giảm (?:từ|còn)|đã|được (?:ban hành"
    r"|phê"
    r" duyệt)|tính đến|sinh|phát sinh|hiệu lực|nếu|so với|từ (?:ngày|tháng)|quá hạn|chậm(?! nhất)|hoặc)(?!\w)",
    re.IGNORECASE,
)
_EMPTY = words_of(
    "chậm muộn nhất trước trong thời hạn gian vòng quá không tối đa ít thiểu hạn cuối ngày làm tiến hành thực hiện"
    " yêu cầu"
    " đề nghị giao trách nhiệm đôn đốc gửi nộp hồi định kỳ hợp lệ qua để phải cần xong hoàn"
)
_APART = words_of(
    "dự thảo lần đợt bước vòng giai đoạn đột xuất bổ sung sơ bộ lại gia hạn phức tạp trực tuyến tiếp đầu giữa sáu chín"
    " huyện xã thôn tỉnh khiếu nại tố cáo nội ngoại"
)  # of two sentences that have one of these each, each is of its own
_NUMBERED = re.compile(r"(?<!\w)(?:\d[\d/.,-]*(?: tháng| năm)?|[IVX]{1,4})(?!\w)")
_OF_A_TIME = re.compile(r"[IVX]|\d (?:tháng|năm)")  # 'báo cáo 6 tháng' is not the one of the year
_NAMED = re.compile(
    r"(?<!\w)(?:(?i:thôn|bản|xã|phường|huyện|tỉnh|tổ|khu|dự án|gói thầu|công trình|trường)|Phòng|Sở|Ban|Hội|Đoàn|Công"
    r" an)"
    rf" (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*)*)"
)
_TO_WHOM = re.compile(
    rf"(?<!\w)(?:về|cho|tới|qua) (?=(?:các )?[{CAPITALS}])[^,.;()\n]{{2,60}}?(?=[,.;()]|$| (?:trước|chậm|để|theo|đúng"
    rf"|…)(?!\w))"
)
_FEWEST, _ALIKE, _MOST = 4, 0.75, 80


class _Limit(NamedTuple):
    """A limit: what kind of time, how long or until when, what for, and what names that task alone."""

    kind: str
    value: tuple[int, ...]
    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    place: Span


def check_limits_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a task has another limit of time than before in the report.

    Not flagged: clauses with several limits; other years; turns, drafts, levels and names that only one of the two
    tells; limits that were put off; what stands in tables.
    """
    limits = list(_limits(report))
    if len(limits) > _MOST:  # of rules on procedures, each with its own
        return
    for at, one in enumerate(limits):
        first = next((other for other in limits[:at] if _is_of_one(one, other)), None)
        agreed = any(_is_of_one(one, other, same=True) for other in limits[:at])
        if first is not None and not agreed:
            yield told_otherwise(report.text, one.place, first.place)


def _limits(report: Report) -> Iterator[_Limit]:
    text, passed = report.text, (in_tables(report), in_citations(report))
    found = sorted((*finds(_DATE, text), *finds(_SPAN, text)), key=lambda one: one.start())
    clauses: dict[tuple[int, int], list[re.Match[str]]] = {}
    for one in found:
        if not any(spans.touch(Span(*one.span())) for spans in passed):
            clauses.setdefault(_clause(text, one.start(), one.end()), []).append(one)
    for (low, high), held in clauses.items():
        if len(held) == 1:
            yield from _limit(text, low, high, held)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    low = max((cut.end() for cut in STOP_OR_SEMICOLON.finditer(text, line_start(text, start, 500), start)), default=-1)
    high = STOP_OR_SEMICOLON.search(text, end, line_end(text, end, 300))
    return (low if low >= 0 else line_start(text, start, 500)), high.start() if high else line_end(text, end, 300)


def _limit(text: str, low: int, high: int, held: Sequence[re.Match[str]]) -> Iterator[_Limit]:
    found = held[0]
    said = f"{text[low : found.start()]} … {text[found.end() : high]}"
    if _MEANT_OTHERWISE.search(said):
        return
    opened = found[0][: found.start("number") - found.start()] if found.re is _SPAN else ""
    said = _SINCE.sub(" ", f"{opened} {said}")
    words = words_of(_TO_WHOM.sub(" ", said)) - _EMPTY
    kind: str
    value: tuple[int, ...]
    if found.re is _SPAN:
        sense = "least" if found["least"] else "most"
        kind, value = f"{sense} {found['unit']}{found['work'] or ''}", (int(found["number"]),)
    elif found["every"]:
        kind, value = "every", (int(found["every"]),)
    elif found["in_month"]:
        kind, value = f"month {found['in_year']}", (int(found["in_month"]),)
    else:
        kind, value = "day", (int(found["month"]), int(found["day"]), int(found["year"] or 0))
    if len(words) >= _FEWEST:
        numbers = {one[0] for one in _NUMBERED.finditer(said)}
        names = {one["name"] for one in _NAMED.finditer(said)}
        yield _Limit(kind, value, words, frozenset(numbers), frozenset(names), Span(low, high))


def _is_of_one(one: _Limit, other: _Limit, *, same: bool = False) -> bool:
    """Whether two limits are set for one task, and differ (or agree, with ``same``)."""
    if one.kind != other.kind:
        return False
    years = {limit.value[2] for limit in (one, other) if one.kind == "day"} - {0}
    if len(years) > 1 or (one.value[:2] == other.value[:2]) is not same:
        return False
    shared, fewest = len(one.words & other.words), min(len(one.words), len(other.words))
    if shared < _ALIKE * fewest or shared < _FEWEST:
        return False
    apart = one.words - other.words, other.words - one.words
    if all(apart) and all(words & _APART for words in apart):
        return False
    of_two = one.names and other.names and not one.names & other.names
    numbers = one.numbers - other.numbers, other.numbers - one.numbers
    of_a_time = any(_OF_A_TIME.search(number) for number in numbers[0] | numbers[1])
    return not of_two and not all(numbers) and not of_a_time


CHECKS = (check_limits_apart,)
