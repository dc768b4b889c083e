"""Notes that say how the number divides on which they hang (chú thích chia nhỏ một số liệu): 'đã ban hành
214 văn bản²', '² Trong đó kế hoạch 88, báo cáo 71, công văn 55'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, room_of_whole, shown, single
from tongket.checking.evidence.told import is_alike, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report
from tongket.vietnamese.divisions import overlaps

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_ITEM = (
    rf"(?:[^\W\d_][^,;.:()\d\n%]{{1,60}}?:?\s(?:{_NUMBER})(?![\d.,/%]\d|\s?%)|(?:{_NUMBER})\s[^,;.:()\d\n%]{{2,60}})"
)
_WHOLE_NOTE = re.compile(
    r"\s*(?:[Tt]rong (?:số )?đó|[Bb]ao gồm|[Gg]ồm|[Cc]ụ thể|[Cc]hia ra)?(?:\s(?:có|gồm|là))?\s?[:,]?\s?"
    rf"(?P<items>{_ITEM}(?:(?:[,;]|\svà)\s{_ITEM}){{1,12}})\s*\.?\s*"
)
_DIVIDES = re.compile(r"[,;]\s|\svà\s")
_COUNT = re.compile(rf"(?<![\d.,/])(?:{_NUMBER})(?![\d/])")
_PICKS = re.compile(
    r"(?<!\w)(?:[Cc]hủ yếu|[Rr]iêng|tăng|giảm|so với|cùng kỳ|năm|tháng|ngày|quý|số|khóa|kỳ|điều|khoản|thứ)(?!\w)"
)
_HANGS_ON = 25  # letters between a number and the mark of its note
_CLOSE = 8  # the items may miss their whole by that part of it


def check_notes_divided(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a note is a list of counts alone, and these do not make the number it hangs on.

    Not flagged: notes that say more or name times and documents; items of which one may be in two; what misses the
    number by far, and by no slip of the pen.
    """
    figures = prose_of(report)
    for note in report.footnotes:
        at = bisect_left(figures, note.anchor, key=attrgetter("start")) - 1 if note.anchor is not None else -1
        whole = figures[at] if at >= 0 else None
        if whole is None or note.anchor is None or not 0 <= note.anchor - whole.end < _HANGS_ON:
            continue
        if is_plain(whole) and not is_hedged(whole):
            yield from _check(report, whole, note)


def _check(report: Report, whole: Figure, note: Footnote) -> Iterator[Finding]:
    said = _WHOLE_NOTE.fullmatch(report.text, note.text_start or note.start, note.end)
    total = single(whole.value)
    if said is None or total is None or _PICKS.search(said["items"]):
        return
    items = _DIVIDES.split(said["items"])
    parts = [Decimal(_COUNT.findall(one)[0].replace(".", "")) for one in items]
    added = sum(parts, Decimal(0))
    off = abs(added - total)
    meant = off * _CLOSE <= total or is_pen_slip(total, added)
    if off and meant and not overlaps([_COUNT.sub("", one).strip(" :") for one in items]):
        facts = {"parts": " + ".join(map(shown, parts)), "sum": shown(added), "total": shown(total)}
        place = Span(whole.start, whole.end)
        yield Finding("sum-mismatch", "error", place, "", facts, (Span(*said.span("items")),))


_NOTE_PICKS = re.compile(
    r"[Tt]rong đó|[Rr]iêng|[Cc]hủ yếu|tiêu biểu|nổi bật|v\.v|\.\.\.|…|[Nn]ăm trước|[Tt]ăng|[Gg]iảm|so với"
)
_NEXT_PART = re.compile(r"[^.\d\n]{0,20}[;,]\s[^.;\d\n]{2,70}")


def check_notes_of_totals(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a note that divides the number it hangs on does not make it: 'Cử tri nêu 46 kiến
    nghị(1)', '(1) Kỳ thứ Ba: 18 kiến nghị; kỳ thứ Tư: 24 kiến nghị; chuyên đề: 06 kiến nghị.'

    Not flagged: notes that pick some out, or say more than the parts.
    """
    for note in report.footnotes:
        if note.anchor is None:
            continue
        at = bisect_left(report.figures, note.anchor, key=attrgetter("start")) - 1
        whole = report.figures[at] if at >= 0 else None
        if whole is None or whole.in_table or not is_plain(whole) or not 0 <= note.anchor - whole.end < _HANGS_ON:
            continue
        low = bisect_left(report.figures, note.start, key=attrgetter("start"))
        high = bisect_left(report.figures, note.end, key=attrgetter("start"))
        parts = report.figures[low:high]
        if len(parts) < 2 or _NOTE_PICKS.search(report.text, note.start, note.end):
            continue
        alike = all(is_plain(one) and is_alike(one, whole) for one in parts)
        joined = all(_NEXT_PART.fullmatch(report.text, one.end, other.start) for one, other in pairwise(parts))
        total, added = amount(whole), sum((amount(one) for one in parts), Decimal(0))
        if (
            alike
            and joined
            and total
            and abs(added - total) > room_of_whole(whole, parts)
            and abs(added - total) * _CLOSE <= total
        ):
            yield sum_mismatch(whole, total, parts, added)


CHECKS = (check_notes_of_totals, check_notes_divided)
