"""Numbers told side by side, time after time (số liệu nêu thành cặp): cases with their people, shares of one whole.

Where one of two counts adds up to what is told first, the other must, too. Cases of ``sum-mismatch``, whose page
stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, counts_alike, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.told import is_people, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

Pair = tuple[Figure, Figure]

_CLOSES = re.compile(
    r"(?<!\w)(?:[Tt]ổng(?: cộng| số)?|[Cc]ộng|[Nn]hư vậy|[Tt]ính (?:chung|đến)|[Nn]âng tổng số|[Ll]ũy kế)(?!\w)"
    r"[^.;\d\n]{0,60}$"
)
_BESIDE = re.compile(
    r"\s?(?:[,/(]\s?)?(?:(?:với|cho|gồm|có|và|bắt giữ|bắt|liên quan)\s)?|(?:\s[^\W\d_]+){1,3}\s(?:với|cho)\s"
)
_LEAST = 10  # a smaller number is made by others by chance
_CLOSE = 4  # what misses its whole by more than that part of it is no slip
_FAR = 260  # letters between two pairs


def check_pairs_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where one of two counts told side by side adds up and the other does not: 'triệt phá 118
    vụ với 122 đối tượng; khởi tố 75 vụ, 83 bị can; xử phạt 43 vụ, 49 đối tượng'.

    Not flagged: pairs of which neither count or each adds up; numbers below ten; differences that are no slip; flows
    ('kỳ trước chuyển sang', 'thụ lý mới'), which make what there was to do and not what was done.
    """
    for run in _runs(report):
        found = _check(run)
        if found is None and _CLOSES.search(report.text, run[-2][1].end, run[-1][0].start):
            found = _check([run[-1], *run[:-1]])  # '84 hộ với 312 khẩu, ..., tổng cộng 180 hộ với 717 khẩu'
        if found is None:
            continue
        last = max(place.end for place in found.related if isinstance(place, Span))
        if not _OTHERWISE.search(report.text, run[0][1].end, last + _TAIL):
            yield found


def check_pairs_in_lists(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where pairs stand in lists of lists, and one count of a pair is made by the pairs below it
    and the other is not: '4.692 hộ với 23.292 khẩu, trong đó:', 'a) ... 1.177 hộ với 5.941 khẩu, ổn định tại chỗ 371
    hộ với 1.864 khẩu và xen ghép 806 hộ, 4.077 khẩu', 'b) ...'.

    Not flagged: two pairs below, where no word divides; numbers below ten; what is no list at all.
    """
    for run in _runs(report):
        told = _check(run) is not None
        for pair, parts in zip(run, _lists(run), strict=True):
            if amount(pair[0]) < _LEAST or (told and pair is run[0]):
                continue
            added = sum((amount(run[part][1]) for part in parts), Decimal(0))
            of = amount(pair[1])
            if len(parts) < _PAIRS or added == of or abs(of - added) * _CLOSE > of:
                continue
            lead = report.text[pair[1].end : run[parts[0]][0].start]
            said = report.text[pair[1].end : run[parts[-1]][1].end]
            if _DIVIDES.search(lead) and not _OTHERWISE.search(said):
                yield sum_mismatch(pair[1], of, [run[part][1] for part in parts], added)


_DIVIDES = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm|[Cc]hia (?:ra|theo|thành)|[Cc]ụ thể)(?!\w)|[:(]")


def _lists(run: Sequence[Pair]) -> list[list[int]]:
    """For each pair those below it whose first counts make its own, without those that are below one of them."""
    found: list[list[int]] = [[] for _ in run]
    ends = list(range(1, len(run) + 1))  # where what follows a pair and its list begins
    for at in range(len(run) - 1, -1, -1):
        left, parts, here = amount(run[at][0]), list[int](), at + 1
        while left > 0 and here < len(run) and amount(run[here][0]) <= left:
            parts.append(here)
            left -= amount(run[here][0])
            here = ends[here]
        if left == 0 and len(parts) >= _PAIRS:
            found[at], ends[at] = parts, here
    return found


_OTHERWISE = re.compile(
    r"(?<!\w)(?:kỳ trước|năm trước|chuyển sang|thụ lý mới|phát sinh mới|tồn (?:cũ|đầu kỳ)"
    r"|nhiều (?:vụ|lần)|[Nn]goài ra|[Bb]ên cạnh đó)(?!\w)"
)  # flows, one person in several cases, another matter


@of_last_report
def _runs(report: Report) -> tuple[list[Pair], ...]:
    """Three pairs or more of the same two units, told one after the other."""
    return tuple(_runs_of_pairs(report))


def _runs_of_pairs(report: Report) -> Iterator[list[Pair]]:
    figures = [one for one in prose_of(report) if one.unit != "%" and one.base_unit != "đồng" and not one.change]
    run: list[Pair] = []
    for pair in pairwise(figures):
        if run and pair[0] is run[-1][1]:
            continue  # '12 lớp cho 384 học viên (08 lớp với 264 học viên, 04 lớp ...': each is of one pair
        if not _is_pair(report.text, pair):
            if run and pair[0] is not run[-1][1] and _goes_on(report, run[-1], pair, alone=True):
                run = []  # what is told without its people: 'tội phạm công nghệ cao có 1 vụ'
            continue
        if run and not _goes_on(report, run[-1], pair):
            if len(run) > _PAIRS:
                yield run
            run = []
        run.append(pair)
    if len(run) > _PAIRS:
        yield run


_PAIRS = 2  # that make a third


def _is_pair(text: str, pair: Pair) -> bool:
    one, other = pair
    if other.unit in _GROUPS and is_people(one) and is_plain(one) and is_plain(other):
        return _BESIDE.fullmatch(text, one.end, other.start) is not None  # '255 trẻ/08 lớp'
    attend = other.base_unit.startswith("lượt ") and not one.unit.startswith("lượt")
    if not (is_plain(one) and is_plain(other)) or is_people(one) or not (is_people(other) or attend) or not one.unit:
        return False
    return _BESIDE.fullmatch(text, one.end, other.start) is not None


_GROUPS = ("lớp", "nhóm", "nhóm, lớp", "nhóm lớp", "chi bộ", "chi hội", "chi đoàn", "điểm trường")
_LEADS = re.compile(r"(?:[Tt]rong đó|[Gg]ồm|[Cc]ụ thể|[Cc]hia ra)[^\n:]{0,20}:\s")
_DOTTED = re.compile(r"\s\.\s(?=\S)")  # a dot that marks an item ends no sentence


def _goes_on(report: Report, last: Pair, pair: Pair, *, alone: bool = False) -> bool:
    """Whether a pair, or its first number ``alone``, stands near the one before it and counts the same."""
    low, high = last[1].end, pair[0].start
    if not alone and ("lượt" in last[1].unit) != ("lượt" in pair[1].unit):
        return False  # attendances are more than those who attend
    if high - low >= _FAR or not counts_alike(last[0], pair[0]):
        return False
    between = report.text[low:high]
    ends = len(ends_between(report, low, high)) - len(_DOTTED.findall(between))
    return ends < _PAIRS + bool(_LEADS.search(between))


def _check(run: Sequence[Pair]) -> Finding | None:
    """The first pair against those behind it: as many as make one of its counts."""
    columns = [[amount(pair[column]) for pair in run] for column in (0, 1)]
    sums = [list(accumulate(column[1:])) for column in columns]
    wholes = [column[0] for column in columns]
    for count in range(_PAIRS, len(run)):
        right = [sums[column][count - 1] == wholes[column] for column in (0, 1)]
        if all(right):
            return None
        if any(right):
            wrong = right.index(False)
            of, added = wholes[wrong], sums[wrong][count - 1]
            parts = columns[wrong][1 : count + 1]
            slip = is_pen_slip(of, added) or abs(of - added) * _CLOSE <= of
            slip = slip or any(is_pen_slip(part, of - added + part) for part in parts if part >= _LEAST)
            if wholes[1 - wrong] < _LEAST or not slip:
                continue
            return sum_mismatch(run[0][wrong], of, [pair[wrong] for pair in run[1 : count + 1]], added)
    return None


_NEXT = re.compile(r"[^.\d\n]{1,140}")
_DONE = re.compile(r"(?<!\w)(?:[Đđ]ã|[Đđ]ược|xong)(?!\w)")
_OPEN = re.compile(r"(?<!\w)(?:[Đđ]ang|[Cc]hưa|[Cc]òn|[Kk]hông)(?: được)? (?P<act>[^\W\d_]+(?: [^\W\d_]+)?)")
_STATE = re.compile(rf"{_DONE.pattern}|{_OPEN.pattern}")
_ANY_ACT = frozenset(
    ("giải quyết", "xử lý", "thực hiện", "triển khai", "thi hành", "thi công", "khởi công", "hoàn thành", "xem xét")
)
_TAIL = 60  # letters behind a share that say what it is


def check_shares_of_one(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where shares of one whole, what is done and what is not, do not make it: '18/93 ý kiến đã
    giải quyết, 37/93 ý kiến được giải trình, 39/93 ý kiến đang giải quyết'; or where one is of another whole.

    Not flagged: fewer than three shares; those that one thing may have together; sums that are no slip.
    """
    shares = [one for one in prose_of(report) if isinstance(one.base_value, Share) and not one.qualifier]
    run: list[Figure] = []
    for one in (*shares, None):
        if one is not None and (not run or _is_next(report.text, run[-1], one)):
            run.append(one)
            continue
        if len(run) > _PAIRS and _excludes(report.text, run):
            yield from _check_shares(run)
        run = [one] if one is not None else []


def _is_next(text: str, last: Figure, one: Figure) -> bool:
    return counts_alike(last, one) and _NEXT.fullmatch(text, last.end, one.start) is not None


def _excludes(text: str, run: Sequence[Figure]) -> bool:
    """Whether what the first share tells of is done, and what the last tells of is not; each tells how far its part is,
    all behind their numbers or all before them.
    """
    for said in (_behind(text, run), _before(text, run)):
        last = _OPEN.search(said[-1])
        if last is None or not _DONE.search(said[0]) or not all(map(_STATE.search, said)):
            continue
        act = last["act"]
        return act in _ANY_ACT or act in said[0]  # 'đã hoàn thành' and 'chưa thanh toán' are two matters
    return False


def _behind(text: str, run: Sequence[Figure]) -> list[str]:
    ends = [*(one.start for one in run[1:]), run[-1].end + _TAIL]
    return [text[one.end : end] for one, end in zip(run, ends, strict=True)]


def _before(text: str, run: Sequence[Figure]) -> list[str]:
    starts = [max(run[0].start - _TAIL, 0), *(one.end for one in run[:-1])]
    return [text[start : one.start] for one, start in zip(run, starts, strict=True)]


def _check_shares(run: Sequence[Figure]) -> Iterator[Finding]:
    values = [one.base_value for one in run if isinstance(one.base_value, Share)]
    added = sum((value.part for value in values), Decimal(0))
    (of, times), *others = Counter(value.whole for value in values).most_common()
    if times == len(run) and added != of and (is_pen_slip(of, added) or abs(of - added) * _CLOSE <= of):
        yield sum_mismatch(run[-1], of, run, added)
    elif times == len(run) - 1 and added == of:
        one = next(figure for figure, value in zip(run, values, strict=True) if value.whole == others[0][0])
        yield sum_mismatch(one, others[0][0], run, added)
