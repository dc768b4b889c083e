"""Notes that say how the number divides on which they hang (chú thích chia nhỏ một số liệu): 'đã ban hành
214 văn bản²', '² Trong đó kế hoạch 88, báo cáo 71, công văn 55'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.near_numbers import is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, shown, single
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report
from tongket.vietnamese.divisions import overlaps

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_NAME = r"(?:(?!\svà\s)[^,;.:()\d\n%])"  # 'và' parts two items, and no text is tried in many ways
_ITEM = (  # 'kế hoạch 88', 'kỳ thứ Ba: 18 kiến nghị', '88 kế hoạch'
    rf"(?:[^\W\d_]{_NAME}{{1,60}}?(?::\s(?:{_NUMBER})(?:\s{_NAME}{{2,40}})?|:?\s(?:{_NUMBER}))(?![\d.,/%]\d|\s?%)"
    rf"|(?:{_NUMBER})\s{_NAME}{{2,60}})"
)
_WHOLE_NOTE = re.compile(
    r"\s*(?P<all>[Bb]ao gồm|[Gg]ồm|[Cc]ụ thể|[Cc]hia ra)?(?:[Tt]rong (?:số )?đó)?(?:\s(?:có|gồm|là))?\s?[:,]?\s?"
    rf"(?P<items>{_ITEM}(?:(?:[,;]|\svà)\s{_ITEM}){{1,12}})\s*\.?\s*"
)
_DIVIDES = re.compile(r"[,;]\s|\svà\s")
_COUNT = re.compile(rf"(?<![\d.,/])(?:{_NUMBER})(?![\d/])")
_PICKS = re.compile(
    r"(?<!\w)(?:chủ yếu|riêng|tiêu biểu|nổi bật|tăng|giảm|so với|cùng kỳ|năm trước|mỗi|bình quân"
    r"|trị giá|(?:năm|tháng|ngày|quý|số|khóa|kỳ|điều|khoản|thứ)(?=\s\d))(?!\w)",
    re.IGNORECASE,
)
_HANGS_ON = 25  # letters between a number and the mark of its note
_LEAST = 3  # items that are likely all of them
_CLOSE = 8  # the items may miss their whole by that part of it


def check_notes_divided(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a note is a list of counts alone, and these do not make the number it hangs on.

    Not flagged: notes that say more or name times and documents; items of which one may be in two; two that may be some
    of several; what misses the number by far, and by no slip of the pen.
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
    meant = is_pen_slip(total, added) or (off * _CLOSE <= total and (added > total or said["all"] is not None))
    if not said["all"] and added < total and len(items) < _LEAST:
        return
    if off and meant and not overlaps([_COUNT.sub("", one).strip(" :") for one in items]):
        facts = {"parts": " + ".join(map(shown, parts)), "sum": shown(added), "total": shown(total)}
        place = Span(whole.start, whole.end)
        yield Finding("sum-mismatch", "error", place, "", facts, (Span(*said.span("items")),))


CHECKS = (check_notes_divided,)
