"""Cases by how far they are (thụ lý, đã giải quyết, đang giải quyết), on lines of their own or in one sentence: 'Thụ lý
83 vụ' above '- Đã giải quyết: 10 vụ' and '- Đang giải quyết: 73 vụ', and what those done came to.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, takewhile
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, counts_alike, prose_of, swapped
from tongket.checking.evidence.stops import line_end, line_start, sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_DEALT = r"(?:giải quyết|xử lý|thi hành|thụ lý giải quyết|xem xét|xác minh|nghiên cứu|trả lời|giải trình)"
_WORKED_AT = r"(?:thực hiện|triển khai|tiến hành|thi công|thẩm định|thanh tra|kiểm tra|giám sát|điều tra|nghiệm thu)"
_OPEN = re.compile(
    rf"(?<!\w)(?:(?:[Cc]òn )?(?:[Đđ]ang|[Cc]hưa)(?: được)? (?:{_DEALT}|{_WORKED_AT})"
    rf"|[Cc]òn(?: lại)?(?: phải)? {_DEALT})"
    r"(?: xong| tiếp)?\s?:?\s?$"
)
_REMAIN = re.compile(r"(?<!\w)[Cc]òn(?: lại)?(?: có)?\s$")
_OPEN_BEHIND = re.compile(
    rf"(?: [^\W\d_]+){{0,2}} (?:đang|chưa)(?: được| tiếp tục| trong (?:hạn|thời gian|quá trình))*"
    rf" (?:{_DEALT}|{_WORKED_AT})(?!\w)"
)
_DONE = re.compile(
    rf"(?<!\w)(?:[Đđ]ã (?:được )?(?:{_DEALT}|kết thúc (?:thi hành|giải quyết))(?: án| xong| dứt điểm| được)*"
    rf"|[Đđ]ã có (?:kết quả|(?:văn bản |ý kiến )?trả lời)(?: {_DEALT})?"
    rf"|(?:{_DEALT}|[Gg]iải quyết|[Xx]ử lý) xong|[Đđ]ã (?:kết thúc|hoàn thành)(?:\s[^\W\d_]+){{0,4}})\s?:?\s?$"
)
_INCOMING = re.compile(r"(?<!\w)(?:tiếp nhận|nhận|mới|trong (?:kỳ|tháng|quý|tuần)|phát sinh|gửi)(?!\w)", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"(?<!\w)(?:cũ|(?:kỳ|tháng|quý|năm|tuần) trước|chuyển sang|tồn)(?!\w)")
_SIGNS = ("giải quyết", "xử lý", "thi hành", "kết thúc", "hoàn thành", "kết quả", "trả lời")
_OF_WHICH = re.compile(r"(?<!\w)(?:trong (?:số )?đó|gồm|cụ thể)(?!\w)")
_BRACKETS = re.compile(r"\([^()]*\)")
_ITEM = re.compile(r"[ \t]*(?P<mark>[-+*•–])[ \t]*")
_PAIRED = re.compile(r"\s?/\s?|\s|,\s|\svà\s")
_FAR, _NEAR = 700, 14  # letters and numbers from what is under way back to all
_BESIDE = 160  # letters between all and those done, brackets aside
_LONGEST_LEAD = 60
_SLIP = 0.1  # chance that a slip is none, where what came in may be less than what was dealt with
_HALF = 2


def check_cases_handled(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those dealt with and those under way are not all that there were: 'Thụ lý 40 vụ.
    Đã giải quyết 9 vụ; đang giải quyết 21 vụ'.

    Not flagged: a third state among them or behind; more than came in, for some were left from before.
    """
    if not any(sign in report.text for sign in _SIGNS):
        return
    figures = prose_of(report)
    for index, left in enumerate(figures):
        if not is_plain(left) or not _is_open(report.text, figures, index):
            continue
        done = _done_before(report.text, figures, index)
        whole = _whole_before(report.text, figures, done) if done is not None else None
        if done is None or whole is None:
            continue
        told = (whole, done, index)
        yield from _check(report.text, figures, told)
        beside = tuple(one + 1 for one in told)
        if all(_is_paired(report.text, figures, one) for one in told) and _are_alike(figures, beside):
            yield from _check(report.text, figures, beside)


def _is_open(text: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a number tells those under way: 'đang giải quyết 73 vụ', 'còn 15 đơn đang tiếp tục xem xét'."""
    lead = _lead(text, figures, index)
    if _OPEN.search(lead):
        return True
    return bool(_REMAIN.search(lead) and _OPEN_BEHIND.match(text, figures[index].end))


def _lead(text: str, figures: Sequence[Figure], index: int) -> str:
    """The words of its line right before a number, behind the number before it."""
    at = figures[index].number_start
    low = max(at - _LONGEST_LEAD, figures[index - 1].end if index else 0, 0)
    return text[max(low, text.rfind("\n", low, at) + 1) : at]


def _done_before(text: str, figures: Sequence[Figure], index: int) -> int | None:
    """The number of those done before that of those under way: what stands between are its own parts, in brackets, on
    lines of their own or behind 'trong đó'.
    """
    left, among = figures[index], False
    for at in range(index - 1, max(index - _NEAR, -1), -1):
        one = figures[at]
        if left.start - one.end > _FAR or (among and "\n" in text[one.end : left.start]):
            return None
        if is_plain(one) and (counts_alike(one, left) or one.unit == left.unit == ""):
            if _DONE.search(_lead(text, figures, at)):
                return at if not among or _OF_WHICH.search(text, one.end, figures[at + 1].start) else None
            among = among or not _is_aside(text, one, left)
    return None


def _is_aside(text: str, one: Figure, main: Figure) -> bool:
    """Whether a number stands in brackets, or on a line of another mark than the main one's: it is a part."""
    low = max(one.start - _BESIDE, 0)
    if text.rfind("(", low, one.start) > text.rfind(")", low, one.start):
        return True
    marks = [_ITEM.match(text, line_start(text, place.start)) for place in (one, main)]
    return all(marks) and len({mark["mark"] for mark in marks if mark}) > 1


def _whole_before(text: str, figures: Sequence[Figure], done: int) -> int | None:
    """The number of all before that of those done, in the sentence or on the line before it; past its parts where the
    sentence before says that so many came in.
    """
    main = figures[done]
    received = _received_before(text, figures, done)
    if received is not None:
        return received
    for at in range(done - 1, max(done - _NEAR, -1), -1):
        one = figures[at]
        between = _BRACKETS.sub("", text[one.end : main.number_start])
        if len(between) > _BESIDE or between.count("\n") > 1 or between.count(". ") > 1:
            return None
        if not counts_alike(one, main) or text[one.end : main.start].count(")") > text[one.end : main.start].count("("):
            continue
        if _OF_WHICH.search(text, sentence_start(text, one.start), one.start) and between.count(". "):
            continue  # '23 cuộc, trong đó theo kế hoạch 20 cuộc. Đã kết thúc 15 cuộc': of the 23
        told = is_plain(one) and not one.target and not _OPEN.search(_lead(text, figures, at))
        return at if told and not _DONE.search(_lead(text, figures, at)) else None
    return None


_RECEIVED = re.compile(r"(?<!\w)(?:[Tt]iếp nhận|[Nn]hận được|[Tt]hụ lý)(?: [^\W\d_]+){0,3}\s$")


def _received_before(text: str, figures: Sequence[Figure], done: int) -> int | None:
    """What came in, whose parts ('trong đó lĩnh vực hộ tịch 152, đất đai 48; trực tuyến 180 hồ sơ') stand between it
    and those done; None where what was left from before is told, too.
    """
    main = figures[done]
    for at in range(done - 2, max(done - _NEAR, -1), -1):
        one = figures[at]
        if main.start - one.end > _FAR or "\n" in text[one.end : main.start]:
            return None
        if not is_plain(one) or not one.unit or one.unit != main.unit:
            continue
        if _RECEIVED.search(_lead(text, figures, at)):
            behind = text[one.end : main.start]
            told = _PARTS_NEXT.match(behind) and not _ANY_BEFORE.search(behind) and behind.count(". ") <= 1
            return at if told else None
    return None


_PARTS_NEXT = re.compile(r"[^.;()\d\n]{0,40}(?:\(|[,;:] ?(?:trong (?:số )?đó|gồm|bao gồm)(?!\w)| gồm(?!\w))")
_ANY_BEFORE = re.compile(r"(?<!\w)(?:(?:kỳ|tháng|quý|năm|tuần) (?:trước|cũ)|chuyển (?:sang|qua)|tồn)(?!\w)")


def _is_paired(text: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether the next number tells the same ones in another unit: '9 vụ 22 bị cáo', '13 đơn/11 việc'."""
    if index + 1 >= len(figures):
        return False
    one, other = figures[index], figures[index + 1]
    return _PAIRED.fullmatch(text, one.end, other.start) is not None and one.unit != other.unit


def _are_alike(figures: Sequence[Figure], told: Sequence[int]) -> bool:
    whole, *others = (figures[one] for one in told)
    return all(is_plain(one) and one.unit and one.unit == whole.unit for one in (whole, *others))


def _check(text: str, figures: Sequence[Figure], told: tuple[int, ...]) -> Iterator[Finding]:
    whole, done, left = (figures[one] for one in told)
    made, of = amount(done) + amount(left), amount(whole)
    if made == of or made in _borne_out(figures, told) or _goes_on(text, figures, told, of - made):
        return
    if made > of and _FROM_BEFORE.search(text, done.end, left.start):
        return  # '12 cuộc; đã kết thúc 10 cuộc (02 cuộc kỳ trước chuyển sang), đang tiến hành 04 cuộc'
    lead = _lead(text, figures, told[0])
    slip = chance_of_sum(whole, of, [done, left])
    if made > of and _INCOMING.search(lead) and not _FROM_BEFORE.search(text, whole.end, done.start):
        sure = slip <= _SLIP or swapped(amount(left), of - amount(done))
    else:
        sure = abs(made - of) * _HALF <= of or slip < 1
    if sure:
        yield sum_mismatch(whole, of, (done, left), made)


def _borne_out(figures: Sequence[Figure], told: tuple[int, ...]) -> set[Decimal]:
    """What the numbers before those done make: of all, with those left from before, with what came in."""
    whole, done = figures[told[0]], told[1]
    near = [amount(one) for one in figures[max(told[0] - 3, 0) : done] if is_plain(one) and counts_alike(one, whole)]
    return {added for low in range(len(near)) for added in accumulate(near[low:])}


_THIRD = re.compile(
    r"(?<!\w)(?:chuyển|trả lại|rút|hủy|huỷ|đình chỉ|tạm đình chỉ|từ chối|không thuộc|không đủ|xếp lưu|lưu|hướng dẫn"
    r"|quá hạn|còn lại|dừng|bổ sung)(?!\w)",
    re.IGNORECASE,
)


def _goes_on(text: str, figures: Sequence[Figure], told: tuple[int, ...], missing: Decimal) -> bool:
    """Whether others of them are told behind, or between in words: sent on, given back, stopped."""
    whole, done, left = (figures[one] for one in told)
    if missing < 0:
        return False
    stop = line_end(text, line_end(text, left.end) + 1)
    behind = [one for one in figures[told[2] + 1 : told[2] + 4] if one.end <= stop]
    if missing in accumulate(amount(one) for one in behind if counts_alike(one, left)):
        return True
    others = (text[whole.end : done.start], text[left.end : line_end(text, left.end, _BESIDE)])
    return any(_THIRD.search(_BRACKETS.sub("", words)) for words in others)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: its mark and its numbers."""

    mark: str
    figures: tuple[Figure, ...]


_PICKS = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Rr]iêng|[Nn]hư|[Qq]uá hạn)(?!\w)")
_FEWEST, _MOST = 2, 12  # lines below one


def check_outcomes_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what the cases dealt with came to, on the lines below, is not all of them: '- Đã
    giải quyết: 9 vụ 22 bị cáo' above '+ Xét xử: 6 vụ 7 bị cáo' and '+ Đình chỉ: 4 vụ 15 bị cáo'.

    Not flagged: lines that pick some out; fewer, but for digits that changed places; a line without a number.
    """
    figures, text = prose_of(report), report.text
    if not any(sign in text for sign in _SIGNS):
        return
    for index, whole in enumerate(figures):
        if not is_plain(whole) or not _DONE.search(_lead(text, figures, index)):
            continue
        parts = _lines_below(report, whole)
        if not _FEWEST <= len(parts) <= _MOST:
            continue
        yield from _check_below(whole, [one.figures[0] for one in parts])
        if _is_paired(text, figures, index) and all(len(one.figures) > 1 for one in parts):
            yield from _check_below(figures[index + 1], [one.figures[1] for one in parts])


def _check_below(whole: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    if not is_plain(whole) or not all(is_plain(one) and counts_alike(one, whole) for one in parts):
        return
    made, of = sum(map(amount, parts), Decimal(0)), amount(whole)
    turned = any(swapped(amount(one), of - made + amount(one)) for one in parts) or swapped(of, made)
    if made > of or (made < of and turned):
        yield sum_mismatch(whole, of, parts, made)


def _lines_below(report: Report, whole: Figure) -> list[_Line]:
    """The lines of one other mark right below that of a number, each with its numbers; none where one has none."""
    text, figures = report.text, prose_of(report)
    own, at = _ITEM.match(text, line_start(text, whole.start)), line_end(text, whole.end)
    if _PICKS.search(text, whole.end, at):
        return []
    found: list[_Line] = []
    while 0 <= at < len(text) - 1:
        end = line_end(text, at + 1)
        mark = _ITEM.match(text, at + 1, end)
        if mark is None or mark["mark"] == (own["mark"] if own else "") or _PICKS.match(text, mark.end()):
            return found if text[at + 1 : end].strip() and mark is not None else (found if mark is None else [])
        if found and mark["mark"] != found[0].mark:
            return []
        low = bisect_left(figures, mark.end(), key=attrgetter("start"))
        inside = tuple(as_far_as(figures[low : low + _NEAR], end))
        if not inside:
            return []
        found.append(_Line(mark["mark"], inside))
        at = end
    return found


def as_far_as(figures: Sequence[Figure], end: int) -> Iterator[Figure]:
    """Those of ``figures``, in order, up to the first that ends behind ``end``."""
    return takewhile(lambda one: one.end <= end, figures)


CHECKS = (check_cases_handled, check_outcomes_below)
