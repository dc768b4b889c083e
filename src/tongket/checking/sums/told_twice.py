"""Numbers of the assessment against those of the results (số liệu phần đánh giá khác phần kết quả).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, digits_of, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.same_matter import keys_of, lead_of
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SUMMARY = re.compile(
    r"đánh giá (?:chung|tổng quát|khái quát)|ưu điểm|mặt (?:được|mạnh)|kết quả nổi bật|nhận xét(?: chung)?|khái quát"
    r"|tóm tắt|kết luận|thành tích nổi bật",
    re.IGNORECASE,
)
_EMPTY = keys_of(
    "đã được có là và các của cho với trong trên tại từ đến thì này đó như vậy theo cũng mới chỉ còn số tổng toàn cả"
    " lượng nay hiện cụ thể quả qua bằng đạt năm thực hiện công tác nhiệm kỳ thời gian nhìn chung nổi bật"
)
_TIME = re.compile(
    r"(?<!\w)(?:quý\s[IV\d]+|tháng\s\d+|\d+\stháng|(?:19|20)\d\d|cùng kỳ|năm (?:trước|ngoái)|kỳ trước|đầu (?:năm|kỳ)"
    r"|bình quân|mỗi|hằng năm|lũy kế|luỹ kế|riêng|trong đó|dự kiến|phấn đấu|kế hoạch|giao|chỉ tiêu)(?!\w)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.,;:()\n\d]|(?<!\w)(?:và|với|trong khi|so)(?!\w)")
_LEAST_WORDS = 2  # syllables before a number that say what was done or is there
_LEAST_DIGITS = 3  # of numbers that are one but for a slip
_TAIL = 60  # letters behind a number that say what it is


@dataclass(frozen=True, slots=True)
class _Told:
    """A number, the end of its clause, and the times that its sentence names before it."""

    figure: Figure
    end: int
    times: frozenset[str]


def check_numbers_of_assessment(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the assessment tells a number of the results anew, in the same words, and
    it is another one but for a slip of the pen: 'kết nạp 132 đảng viên' among the results, 'kết nạp 123 đảng viên'
    under 'Ưu điểm'.

    Not flagged: what is told in other words, of another time or more than once among the results; numbers of two
    digits; tasks; hedges.
    """
    headed = [one for one in report.walk_sections() if one.title and _SUMMARY.search(one.title)]
    if not headed:
        return
    summaries = Spans([Span(one.start, one.end) for one in headed])
    tasks = tasks_of(report)
    printed = Counter(single(one.base_value) for one in report.figures)
    alike: dict[tuple[str, frozenset[str]], list[_Told]] = defaultdict(list)
    for one in prose_of(report):
        told, words = _told(report, one)
        if told is not None and not tasks.touch(Span(one.start, one.end)):
            alike[one.unit if one.unit == "%" else one.base_unit, words].append(told)
    for several in alike.values():
        above = [one for one in several if summaries.touch(Span(one.figure.start, one.figure.end))]
        below = [one for one in several if one not in above]
        if len(above) != 1 or len({amount(one.figure) for one in below}) != 1:
            continue
        said, result = above[0], below[0]
        if said.times == result.times and printed[amount(said.figure)] == 1 and _is_slip(said.figure, result.figure):
            yield told_otherwise(report.text, _place(report, said), _place(report, result))


def _told(report: Report, one: Figure) -> tuple[_Told | None, frozenset[str]]:
    """A number that is told as it is, and the words that say of what; None for others."""
    if one.in_footnote or one.change or one.target or is_hedged(one) or not single(one.base_value):
        return None, frozenset()
    text = report.text
    low, high = lead_of(report, one)
    before = keys_of(text[low:high]) - _EMPTY
    if len(before) < _LEAST_WORDS or not one.base_unit:
        return None, frozenset()
    mark = _MARK.search(text, one.end, one.end + _TAIL)
    end = mark.start() if mark else one.end + _TAIL
    times = frozenset(found.lower() for found in _TIME.findall(text[sentence_start(text, one.start) : end]))
    return _Told(one, end, times), before | (keys_of(text[one.end : end]) - _EMPTY)


def _is_slip(one: Figure, other: Figure) -> bool:
    stated, true = single(one.value), single(other.value)
    if stated is None or true is None or one.unit != other.unit or stated == true:
        return False
    return digits_of(stated) >= _LEAST_DIGITS and is_pen_slip(stated, true, max(one.decimals, other.decimals))


def _place(report: Report, told: _Told) -> Span:
    """The clause of a number."""
    low, _ = lead_of(report, told.figure)
    words = re.compile(r"[^\W\d_]").search(report.text, low)
    return Span(words.start() if words else told.figure.start, len(report.text[: told.end].rstrip()))
