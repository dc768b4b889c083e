"""Trends that a sentence claims without numbers, and the numbers of the same thing told elsewhere (xu hướng nêu ở mục
này, số liệu ở mục khác).

    'Số đoàn viên giảm', then 'tổng số 2.410 đoàn viên, tăng 109 đoàn viên'; 'bạo lực gia đình gia tăng nhanh trong
    những năm gần đây', then 'bạo lực gia đình: năm 2024: 21 vụ; năm 2025: 14 vụ; năm 2026: 9 vụ'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from tongket.checking.evidence.clauses import are_of_one_kind, is_of_part, sentences, told_otherwise
from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.same_matter import CHANGE_WORDS
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.statements.judged_apart import is_told_of_a_place, thing_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import key

_HOW = r"(?: (?:mạnh|nhẹ|nhanh|khá|cao|nhiều|đáng kể|rõ rệt|dần|đều|liên tục|sâu|lên|xuống|bền vững|hơn))*"
_SINCE = (
    r"(?: so với[^.,;:()\d\n]{2,25}(?:(?:19|20)\d\d)?| (?:qua|theo) (?:các|từng) năm| (?:hằng|hàng) năm"
    r"| (?:trong )?(?:những|các|mấy) năm (?:gần đây|qua)| trong (?:năm|kỳ)(?: (?:19|20)\d\d| qua)?)*"
)
_CLAIM = re.compile(
    r"(?<=\s)(?:(?P<up>gia tăng|tăng trưởng|tăng|được nâng lên|nâng lên|được nâng cao)"
    rf"|(?P<down>sụt giảm|suy giảm|giảm sút|giảm)){_HOW}{_SINCE}"
    r"(?=\s?(?:[.,;)\n]|$)| (?:do|vì|nhưng|song|tuy nhiên)(?!\w))"
)
_LEADS = re.compile(
    r"^[\W\d]*(?:(?:trong|đến|tính đến|hết|cuối|riêng|năm|nhìn chung|tuy nhiên|bên cạnh đó|mặc dù|tuy|do|vì)(?!\w)"
    r"[^,;:]{0,40},\s)*",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]\s|,\s(?=(?:nhưng|song|trong khi|tuy|mặc dù|góp phần|nhất là|đặc biệt|làm|do)(?!\w))|[()]")
_NOT_SO = re.compile(
    r"(?<!\w)(?:không|chưa|khó|nguy cơ|có thể|nếu|một số|nhiều nơi|có nơi|có lúc|có thời điểm|có năm|tiêu chí"
    r"|phấn đấu|sẽ|cần|phải|nhằm|để|góp phần|mục tiêu|đề nghị|dự báo|dự kiến|thêm|mức|tốc độ|quý|tháng|tuần)(?!\w)",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|dự kiến|sẽ|nếu|quý|tháng \d|riêng)(?!\w)", re.I)
_UNIT = r"(?P<unit>\s?%| [^\W\d_]+(?: [^\W\d_]+)?)"
_CHANGED = re.compile(
    rf"(?<!\w)(?P<way>tăng|giảm)(?: thêm| hơn| gần| khoảng| được)? {NUMBER}{_UNIT}"
    r"(?=[^.;\n\d]{0,25}(?<!\w)so với (?:cùng kỳ|năm|đầu năm|cuối năm|kỳ trước|đầu kỳ|đầu nhiệm kỳ|nhiệm kỳ|nửa đầu))"
)
_FROM_TO = re.compile(
    rf"(?<!\w)(?P<way>tăng|giảm)(?: [^\W\d_]+){{0,2}}? từ {NUMBER}{_UNIT}?[^.;\n]{{0,40}}?"
    rf" (?P<to>lên|xuống|còn|đến)(?: còn)? {NUMBER}"
)
_YEARLY = re.compile(
    r"(?P<when>(?:[Cc]uối |[Đđ]ầu )?[Nn]ăm (?P<year>(?:19|20)\d\d)(?!\s?[-–]|\d)|[Đđ]ến nay|[Hh]iện nay|[Hh]iện còn)"
    rf"(?P<words>[^.;,()\d\n]{{0,50}}?)[: ] ?(?P<number>{NUMBER}){_UNIT}"
)
_APART = 60  # letters between the numbers of two years of a series
_MOST = 200
_LEAST = 2  # words that name a thing
_CASES = frozenset(
    key("vụ việc cuộc người hộ em trường hợp lượt đơn số tình trạng nạn tai cặp con bị hồ sơ quản lý").split()
)

_MEASURES = frozenset(key("tỷ triệu nghìn đồng chí ha tấn kg tạ km điểm phần trăm").split())


@dataclass(frozen=True, slots=True)
class _Moved:
    """Numbers that tell which way something went: the words that name it, those of its unit, where and which way."""

    place: Span
    words: frozenset[str]
    unit: frozenset[str]
    up: bool
    text: str


def check_trends_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is said to rise or fall, and every change or series of numbers
    of the same thing elsewhere in the report goes the other way.

    Not flagged: things named in other words, parts of them, numbers of a place, aims; things that both rose and fell.
    """
    moved: list[_Moved] | None = None
    held: set[tuple[frozenset[str], bool]] = set()  # what is claimed again is held against the same numbers
    for one in sentences(report):
        if not one.now and "gần đây" not in one.small:
            continue
        for found in islice(one.finds(_CLAIM), 2):
            low, said = _named(one.text, found.start())
            thing = thing_of(said)
            if len(thing) < _LEAST or _NOT_SO.search(said) or is_of_part(report, said) or is_told_of_a_place(said):
                continue
            if (thing, bool(found["up"])) in held or len(held) == _MOST:
                continue
            held.add((thing, bool(found["up"])))
            moved = _all_moved(report) if moved is None else moved
            near = [it for it in moved if _are_one(thing, it) and not it.place.touches(one.place)]
            if near and all(it.up != bool(found["up"]) for it in near):
                place = Span(one.place.start + low, one.place.start + found.end())
                yield told_otherwise(report.text, place, near[0].place, near[0].text)


def _named(text: str, at: int) -> tuple[int, str]:
    """The words that name what a statement at ``at`` is of, and where they begin: without when and in spite of what."""
    breaks = list(_BREAK.finditer(text, 0, at))
    low = breaks[-1].end() if breaks else 0
    lead = _LEADS.match(text[low:at])
    low += lead.end() if lead else 0
    return low, text[low:at]


def _are_one(thing: frozenset[str], moved: _Moved) -> bool:
    """Whether numbers are of the thing of a claim: both name the same, but for what only counts it."""
    known = moved.words | moved.unit
    if not are_of_one_kind(thing, known) or not moved.unit <= thing | _CASES | _MEASURES | CHANGE_WORDS:
        return False  # '35 học sinh giỏi' are some of the 'học sinh'
    return len(thing & known) >= _LEAST and thing - _CASES <= known and moved.words <= thing | moved.unit | _CASES


def _all_moved(report: Report) -> list[_Moved]:
    """What the numbers of a report tell of ways, in sentences and in series of years."""
    changes = (one for sentence in sentences(report) for one in _changes(sentence.text, sentence.place.start))
    tasks, tables = tasks_of(report), in_tables(report)
    told = [*islice(changes, _MOST), *islice(_series(report), _MOST)]
    return [one for one in told if not tasks.touch(one.place) and not tables.touch(one.place)]


def _changes(text: str, start: int) -> Iterator[_Moved]:
    """The changes that a sentence tells of what it is about."""
    if not ("tăng" in text or "giảm" in text) or _TO_COME.search(text) or is_told_of_a_place(text):
        return
    for pattern in (_CHANGED, _FROM_TO):
        for found in pattern.finditer(text):
            low, said = _named(text, found.start())
            unit = found["unit"] or ""
            up = found["way"] == "tăng"
            if pattern is _FROM_TO and found["to"] != "đến" and (found["to"] == "lên") != up:
                continue  # the sentence denies itself
            numbers = re.findall(NUMBER, said)
            if len(numbers) > 1 or (_NEW.search(said) and unit.strip() != "%"):
                continue
            words = thing_of(said)
            counted = _units(said[said.rfind(numbers[0]) + len(numbers[0]) :] if numbers else "") | _units(unit)
            place = Span(start + low, start + found.end())
            yield _Moved(place, words - counted, counted, up, text[low : found.end()].strip())


_NEW = re.compile(r"(?<!\w)(?:mới|kết nạp|thành lập|phát triển|bổ sung|thêm)(?!\w)", re.IGNORECASE)


def _units(said: str) -> frozenset[str]:
    """The words of what a number counts, behind it."""
    words = re.split(r"[,.;:()]", said.strip(), maxsplit=1)[0].split()[:4]
    unit = match_unit(words)
    words = words[unit[1] :] if unit is not None and unit[0].is_measure else words
    return frozenset(key(word) for word in words if word.isalpha())


def _series(report: Report) -> Iterator[_Moved]:
    """The values of years in a row that a line tells of one thing, all rising or all falling."""
    run: list[re.Match[str]] = []
    for found in finds(_YEARLY, report.text):
        if run and _goes_on(report.text, run[-1], found):
            run.append(found)
            continue
        yield from _of_run(report.text, run)
        run = [found]
    yield from _of_run(report.text, run)


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    near = other.start() - one.end() < _APART and "\n" not in text[one.end() : other.start()]
    later = one["year"] is not None and (other["year"] is None or one["year"] < other["year"])
    return near and later and one["unit"].split()[:1] == other["unit"].split()[:1]


def _of_run(text: str, run: list[re.Match[str]]) -> Iterator[_Moved]:
    values = [parse_number(one["number"]) for one in run]
    if len(run) < _LEAST or any(value is None for value in values):
        return
    ways = {b > a for a, b in pairwise(value for value in values if value is not None) if a != b}
    line = line_start(text, run[0].start(), 400)
    stops = [stop.end() for stop in re.finditer(r"[.;]\s", text[line : run[0].start()])]
    low = line + (stops[-1] if stops else 0)
    said = f"{text[low : run[0].start()]} {run[0]['words']}"
    if len(ways) != 1 or _TO_COME.search(said) or is_told_of_a_place(said):
        return
    counted = _units(text[run[0].end("number") : run[0].end("number") + 30])
    place = Span(run[0].start(), run[-1].end())
    shown = " → ".join(f"{one['number']}{one['unit']}".strip() for one in run)
    yield _Moved(place, thing_of(said) - counted, counted, ways.pop(), shown)


CHECKS = (check_trends_apart,)
