"""Numbers that belong together and stand apart: the rate of two classes together, a rate of the whole of a share before
it, ranks, growth since a time that an earlier sentence names, comparisons without 'tăng' and 'giảm'.

Cases of ``ratio-mismatch`` and ``change-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.mismatches import rate_told
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import (
    fits,
    half_last_digit,
    is_hedged,
    is_slip,
    rounding,
    shown_as,
    single,
)
from tongket.checking.evidence.told import paragraph_starts
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_MOST_NEAR = 24  # figures of a paragraph before the one that is held against them
_FAR = 1500  # letters

_TOGETHER = re.compile(
    r"(?<!\w)(?:(?:[Tt]ỷ|[Tt]ỉ) lệ|[Ss]ố) (?P<names>[^.;:()\d\n]{5,110}?)(?:,? (?:đạt|là|chiếm|bằng|ở mức))?"
    r"(?: tỷ lệ)?\s*$"
)
_AND = re.compile(r",? (?:và|cộng với|cùng)(?: tỷ lệ)? |, ")
_MARKS = re.compile(r".*[;:,.(\n]|.*\b(?:trong đó|gồm)\b(?: có)?", re.DOTALL)
_OF_DONE = re.compile(r",? (?:trên|so với|trong) (?:tổng )?số (?:hồ sơ )?đã (?:giải quyết|trả|xử lý)[^,]*$")
_OPENS = re.compile(
    r"^(?:(?:có|là|và|số|các|đạt|được|mức|đánh giá|xếp loại|xếp|loại|hạng|tỷ lệ|phiếu|ý kiến|hồ sơ|thủ tục"
    r"|giải quyết|trả kết quả|xử lý)\s)+"
)
_TAIL = re.compile(r"[^,;:.()\n\d]{0,40}")


def check_rates_together(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the rate of several classes together is not that of their numbers: 'tốt 30 phiếu,
    khá 10 phiếu, yếu 10 phiếu; tỷ lệ tốt và khá đạt 90%'.

    Held against every whole that the paragraph offers; not flagged where a class stands twice or without a number.
    """
    for index, rate in enumerate(report.figures):
        if rate.unit != "%" or rate.in_table or rate.change or rate.target or single(rate.value) is None:
            continue
        said = _TOGETHER.search(report.text, max(rate.start - 130, 0), rate.start)
        if said is None:
            continue
        near, names = _near(report, index), _OF_DONE.sub("", said["names"])
        upward = _AND_BETTER.fullmatch(names)
        if upward:
            parts = _and_better(report, near, _classes([upward["name"]], near))
            if parts is not None:
                yield from _check_together(rate, parts, near)
        elif len(_AND.split(names)) > 1:
            parts = _named(report, near, _shared(_classes(_AND.split(names), near)))
            if parts is not None:
                yield from _check_together(rate, parts, near)


def _bare(label: str) -> str:
    """A label without the words that only lead to it, as a key."""
    return key(_OPENS.sub("", " ".join(label.split()).strip(" -–,;:.()")))


_AND_BETTER = re.compile(r"(?P<name>.*\w),? trở lên")


def _classes(names: Sequence[str], near: Sequence[Figure]) -> list[str]:
    """The classes that names tell, without what is classed: of 'tổ tốt, khá', beside '31 tổ', 'tốt' and 'khá'."""
    nouns = sorted({one.unit.lower() for one in near if one.unit and one.unit != "%"}, key=len, reverse=True)
    lead = re.compile("|".join(rf"{re.escape(noun)}\s" for noun in nouns) or r"(?!)")
    opened = [_OPENS.sub("", name.strip().lower()) for name in names]
    return [_bare(name[found.end() :] if (found := lead.match(name)) else name) for name in opened]


_BEST = tuple(map(key, ("hoàn thành xuất sắc", "xuất sắc", "tốt", "giỏi", "rất hài lòng")))  # of their scales


def _and_better(report: Report, near: Sequence[Figure], names: Sequence[str]) -> list[Figure] | None:
    """The numbers of a class and of those told before it, of which the first is the best of the scale; None else."""
    last = _named(report, near, names)
    if last is None:
        return None
    found = [one for one in near if one.base_unit == last[0].base_unit and one.end <= last[0].end]
    labels = [_bare(tail.group() if (tail := _TAIL.match(report.text, one.end)) else "") for one in found]
    at = next((at for at, label in enumerate(labels) if label.startswith(_BEST)), None)
    return found[at:] if at is not None and len(found) - at > 1 else None


def _shared(names: list[str]) -> list[str]:
    """Names of two classes that print their last word once: 'trước và đúng hạn' are 'trước hạn' and 'đúng hạn'."""
    if len(names) == len(("one", "other")) and len(names[0].split()) == 1 and len(names[1].split()) > 1:
        return [f"{names[0]} {names[1].split()[-1]}", names[1]]
    return names


def _near(report: Report, index: int) -> list[Figure]:
    """The numbers of the paragraph that stand before the figure ``index``."""
    at = report.figures[index].start
    start = max(_paragraph_of(report, at), at - _FAR)
    low = bisect_left(report.figures, start, hi=index, key=attrgetter("start"))
    return [
        one
        for one in report.figures[max(low, index - _MOST_NEAR) : index]
        if not one.in_table and not one.change and not one.target and single(one.base_value) is not None
    ]


def _paragraph_of(report: Report, at: int) -> int:
    """Where the paragraph begins that holds ``at``; a paragraph may run over several lines."""
    starts = paragraph_starts(report)
    return starts[max(bisect_right(starts, at) - 1, 0)] if starts else 0


def _named(report: Report, near: Sequence[Figure], names: Sequence[str]) -> list[Figure] | None:
    """The figures that carry these labels, before the number or behind its unit; None unless each has exactly one."""
    found: list[Figure] = []
    for name in names:
        of_name = []
        for before, one in zip((None, *near), near, strict=False):
            since = before.end if before else max(one.start - 60, 0)
            led = _bare(_MARKS.sub("", report.text[since : one.start]))
            tail = _TAIL.match(report.text, one.end)
            if name in (led, _bare(tail.group() if tail else "")) and name:
                of_name.append(one)
        if len(of_name) != 1:
            return None
        found += of_name
    return found if len({one.base_unit for one in found}) == 1 and found[0].unit != "%" else None


def _check_together(rate: Figure, parts: Sequence[Figure], near: Sequence[Figure]) -> Iterator[Finding]:
    part = sum((single(one.base_value) or Decimal(0) for one in parts), Decimal(0))
    alike = [one for one in near if one.base_unit == parts[0].base_unit]
    first = min(one.start for one in parts)
    classes = sum((single(one.base_value) or Decimal(0) for one in alike if one.start >= first), Decimal(0))
    before = [single(one.base_value) or Decimal(0) for one in alike if one.start < first]
    wholes = [amount for amount in (*before[::-1], classes) if amount >= part > 0]
    room = half_last_digit(rate.decimals)
    if not wholes or any(fits(rate, 100 * part / amount, room) for amount in wholes):
        return
    whole = classes if classes in before or not before else wholes[0]
    yield _rate_finding(rate, part, whole, parts)


def _rate_finding(rate: Figure, part: Decimal, whole: Decimal, by: Sequence[Figure]) -> Finding:
    of = {"part": shown_as(part, by[0]), "whole": shown_as(whole, by[0])}
    return rate_told(rate, 100 * part / whole, of, by)


_THEN_OF_IT = re.compile(r"[^.\n\d]{0,70}[;,]\s(?:trong đó\s)?(?:[^.;\n\d]{0,30}\s)?")
_MAKES = re.compile(r"[^.;\n\d]{0,60}?[,(]?\s(?:chiếm|đạt|bằng|tương ứng)(?: tỷ lệ)?\s*")
_OF_OTHERS = re.compile(
    r"\s*(?:kế hoạch|chỉ tiêu|so với|tổng|số |dân số|dự toán|mục tiêu|nghị quyết|cùng kỳ|năm |trên |trong |của )"
)
_NEAR_ENOUGH = 15  # per cent points: what is further off has another base


def check_rates_of_shares(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a number behind a share is given as a part of its whole, and is not: '180/180 hộ
    đăng ký; 144 hộ đạt gia đình văn hóa, chiếm 70%'.

    Either term of the share may be the whole. Not flagged: percentages that name a base; those far from both.
    """
    text, figures = report.text, report.figures
    for share, part, rate in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit != "%" or not isinstance(share.value, Share) or rate.in_table or is_hedged(part) or rate.target:
            continue
        amount, stated = single(part.value), single(rate.value)
        if amount is None or stated is None or part.change or rate.change or share.unit != part.unit or not part.unit:
            continue
        if not _THEN_OF_IT.fullmatch(text, share.end, part.start) or not _MAKES.fullmatch(text, part.end, rate.start):
            continue
        wholes = [whole for whole in (share.value.part, share.value.whole) if whole >= amount > 0]
        if not wholes or _OF_OTHERS.match(text, rate.end):
            continue
        room = half_last_digit(rate.decimals)
        nearest = min(wholes, key=lambda whole, of=amount, is_said=stated: abs(100 * of / whole - is_said))  # type: ignore[misc]
        if abs(100 * amount / nearest - stated) > _NEAR_ENOUGH:
            continue
        if not fits(rate, 100 * amount / nearest, room):
            yield _rate_finding(rate, amount, nearest, (part, share))


_PLACE = r"(?:(?:xếp|đứng|ở|đạt)\s)?(?:(?:thứ hạng|thứ bậc|thứ|hạng|vị trí|vị thứ)\s){1,2}"
_NOW = r"(?:(?:xếp|đứng)\s(?:ở\s)?|(?=thứ|hạng|vị trí))(?:(?:thứ hạng|thứ bậc|thứ|hạng|vị trí)\s)*(?P<now>\d{1,3})"
_STEPS = (
    r"(?P<way>tăng|giảm|tụt|lùi|lên|xuống|cải thiện|vượt)\s(?:được\s)?(?P<steps>\d{1,2})\s(?:bậc|hạng|vị trí|thứ hạng)"
)
_RANKS = (
    re.compile(
        rf"(?<!\w){_NOW}(?:\s?/\s?\d{{1,3}})?(?!\d)[^.\n()\d]{{0,80}}?[,;(]\s?{_STEPS}[^.;\n()]{{0,50}}?"
        rf"\(\s?(?:năm\s\d{{4}}\s)?{_PLACE}(?P<before>\d{{1,3}})(?!\d)"
    ),
    re.compile(
        rf"(?<!\w)từ\s{_PLACE}(?P<before>\d{{1,3}})(?:\s?/\s?\d{{1,3}})?(?!\d)[^.\n;]{{0,40}}?\s(?:lên|xuống|còn|tới|đến)\s"
        rf"{_PLACE}(?P<now>\d{{1,3}})(?:\s?/\s?\d{{1,3}})?(?!\d)[^.\n()\d]{{0,60}}?[,;(]\s?{_STEPS}"
    ),
)
_UP = ("tăng", "lên", "cải thiện", "vượt")


def check_ranks(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a rank has not moved by as many places, or not that way: the first rank is the
    best, so from the 6th to the 9th is three places down.
    """
    text, last = report.text, 0
    for moved in _MOVED.finditer(text):
        low, high = max(last, moved.start() - _AROUND), moved.end() + _AROUND
        found = next((found for pattern in _RANKS if (found := pattern.search(text, low, high))), None)
        if found is not None:
            last = found.end()
            yield from _check_rank(found)


_MOVED = re.compile(r"\d\s(?:bậc|hạng|vị trí|thứ hạng)(?!\w)")
_AROUND = 160  # letters


def _check_rank(found: re.Match[str]) -> Iterator[Finding]:
    now, before, steps = (int(found[name]) for name in ("now", "before", "steps"))
    true, way = before - now, "tăng" if found["way"] in _UP else "giảm"
    place = Span(found.start("way"), found.end())
    facts = {"now": str(now), "before": str(before)}
    if true and (true > 0) != (way == "tăng"):
        facts |= {"true_way": "tăng" if true > 0 else "giảm", "way": found["way"]}
        yield Finding("change-mismatch", "error", place, "direction", facts)
    elif abs(true) != steps:
        facts |= {"true": str(abs(true)), "change": str(steps)}
        yield Finding("change-mismatch", "error", place, "", facts)


_TIME = re.compile(
    r"(?<!\w)(?:(?:[Đđ]ầu |[Cc]uối |[Tt]rong )?[Nn]ăm (?:[12][0-9OoIl]{3}|trước)|[Đđ]ầu (?:kỳ|năm|nhiệm kỳ)"
    r"|[Cc]ùng kỳ|[Nn]hiệm kỳ trước|[Tt]rước khi)(?!\w)"
)
_SENTENCE = re.compile(r"[.!?]\s")


def check_growth_since(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is, but for a slip of the pen, the difference of two numbers of the
    paragraph, of which one stands with its time: 'Năm 2015 có 8.120 hộ; ... nay có 9.450 hộ, ... tăng 1.303 hộ'.

    Not flagged: changes that a pair of numbers bears out; differences that are no slip (another base may be meant).
    """
    linked = {link.of for link in report.figure_links if link.kind == "change"}
    timed: dict[tuple[int, int], bool] = {}  # where words before a number stand -> whether they name its time
    for index, change in enumerate(report.figures):
        stated = single(change.base_value)
        if not change.change or index in linked or stated is None or change.unit == "%" or change.in_table:
            continue
        alike = [one for one in _near(report, index) if one.base_unit == change.base_unit]
        if is_hedged(change) or any(is_hedged(one) for one in alike):
            continue
        start = _paragraph_of(report, change.start)
        places = [(max(start, one.start - 90), one.start) for one in alike]
        timed |= {place: _stands_with_time(report.text[slice(*place)]) for place in places if place not in timed}
        olds = [one for one, place in zip(alike, places, strict=True) if timed[place]]
        pairs = [(now, old) for old in olds for now in alike if now is not old]
        true = [(single(now.base_value) or Decimal(0)) - (single(old.base_value) or Decimal(0)) for now, old in pairs]
        if not pairs or any(abs(one) == stated for one in true):
            continue
        for (now, old), one in zip(pairs, true, strict=True):
            if (one > 0) == (change.change == "up") and is_slip(abs(one), stated):
                facts = {"now": now.text, "before": old.text, "true": shown_as(abs(one), change), "change": change.text}
                related = (Span(now.start, now.end), Span(old.start, old.end))
                yield Finding("change-mismatch", "error", Span(change.start, change.end), "", facts, related)
                break


def _stands_with_time(before: str) -> bool:
    return _TIME.search(_SENTENCE.split(before)[-1].rpartition(";")[2]) is not None


_EARLIER = (
    r"(?:(?:(?:đầu|cuối|giữa) )?(?:năm (?:[12]\d{3}|trước|ngoái)|quý trước|tháng trước|nhiệm kỳ(?: trước)?)"
    r"|cùng kỳ(?: năm (?:[12]\d{3}|trước|ngoái))?|(?:kỳ|đợt|lần) trước|trước đây)"
)
_COMPARED = re.compile(
    r"(?:[^.;()\d\n]{0,40}[,(–])?\s*(?:đã |cũng )?(?P<way>(?:nhiều|cao|lớn|đông|ít|thấp|kém|nhỏ) hơn)\s+"
    rf"(?:so với\s+)?(?:{_EARLIER}\s+)?(?:là\s+)?"
)
_AND_EARLIER = re.compile(
    rf"\s*(?:so )?(?:với )?(?:{_EARLIER})?\s*[(,]\s*(?:{_EARLIER})?\s*(?:chỉ |mới )?(?:có|là|đạt|:)?\s*"
)
_STOPS = re.compile(r"\s*[),;.\n]|\s*$")
_MORE = ("nhiều", "cao", "lớn", "đông")


def check_compared(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a number that is said to be so much more or less than before is not: '29 đội,
    nhiều hơn năm 2025 09 đội (năm 2025 có 21 đội)', '12 vụ, ít hơn 02 vụ so với cùng kỳ (15 vụ)'.

    Not flagged: hedges, other units, numbers before which no time stands or of which more is said.
    """
    figures = prose_of(report)
    for now, change, before in zip(figures, figures[1:], figures[2:], strict=False):
        said = _COMPARED.fullmatch(report.text, now.end, change.start)
        then = _AND_EARLIER.fullmatch(report.text, change.end, before.start) if said else None
        if (
            said is None
            or then is None
            or not re.search(_EARLIER, then[0])
            or not _STOPS.match(report.text, before.end)
        ):
            continue
        alike = _is_one_count(now, change) and _is_one_count(now, before) and _is_one_count(change, before)
        if alike and not any(is_hedged(one) or one.change or one.target for one in (now, change, before)):
            yield from _check_compared(now, change, before, said["way"])


def _is_one_count(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same, of which one may be named more shortly: 'đội văn nghệ' and 'đội'."""
    first, second = one.base_unit or "", other.base_unit or ""
    return bool(first and second) and (f"{first} ".startswith(f"{second} ") or f"{second} ".startswith(f"{first} "))


def _check_compared(now: Figure, change: Figure, before: Figure, way: str) -> Iterator[Finding]:
    latest, stated, earlier = (single(one.base_value) for one in (now, change, before))
    if latest is None or stated is None or earlier is None:
        return
    true = latest - earlier
    facts = {"now": shown_as(latest, now), "before": shown_as(earlier, before)}
    place, related = Span(change.start, change.end), (Span(now.start, now.end), Span(before.start, before.end))
    if true and (true > 0) != way.startswith(_MORE):
        facts |= {"true_way": "tăng" if true > 0 else "giảm", "way": way}
        yield Finding("change-mismatch", "error", place, "direction", facts, related)
    elif abs(abs(true) - stated) > sum(rounding(one.value, one.base_value) for one in (now, change, before)):
        facts |= {"true": shown_as(abs(true), change), "change": shown_as(stated, change)}
        yield Finding("change-mismatch", "error", place, "", facts, related)
