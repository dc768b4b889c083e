"""Rises and falls told in the text against rows that give two times and the change (giá kỳ trước, kỳ này, tăng giảm).

A row is believed only where its third number is the difference of the two before it, so that the rows of a scan may be
read too. Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_MOVED = (
    r"(?:các loại|các mặt hàng|đều|vẫn|có xu hướng|biến động|được điều chỉnh|tiếp tục|cũng|lại|giữ|ở mức|bình quân)"
)
_CLAIM = re.compile(
    r"(?<!\w)(?:[Gg]iá|[Cc]ước|[Ss]ản lượng|[Dd]iện tích|[Dd]ư nợ) (?P<items>[^.;:()\d\n]{2,80}?)"
    rf"(?P<adverbs>(?: {_MOVED})*) (?P<way>tăng|giảm|[ổôồ]n định|không đổi)"
    r"(?: (?P<number>\d[\d.]*(?:,\d+)?)\s?(?P<unit>đồng|đ|tấn|ha|kg)(?!\w))?(?![^\W\d_])"
)
_OTHER_BASE = re.compile(r"[^.;\n]{0,40}?(?<!\w)(?:cùng kỳ|năm|vụ|kế hoạch|đầu|quý)(?!\w)")
_ELSEWHERE = re.compile(r"(?<!\w)(?:thế giới|cả nước|quốc tế|nếu|sẽ|dự kiến|có thể|không|chưa)(?!\w)")
_ASIDE = re.compile(
    r"(?<!\w)(?:các loại|các mặt hàng|mặt hàng|trong nước|trên địa bàn(?: \w+)?|bán lẻ|bán|mua|của)(?!\w)"
)
_PARTS = re.compile(r"\s*,\s*(?:giá )?|\s(?:và|hoặc)\s(?:giá )?")
_TWO_TIMES = re.compile(r"(?:tăng\W{1,4}giảm|kỳ trước|tháng trước)", re.IGNORECASE)
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu)(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,/-])-?\d[\d.]*\d(?![\w%/])|(?<![\w.,/-])0(?:[.,]0+)?(?![\w%/])")
_CODE = re.compile(r"[\W\d_]+")
_CLAUSE = re.compile(r"[,;.:\n]\s")
_BACK = 30  # letters of the clause before a claim
_SOME = 2
# Classes of goods by the names that stand at the head of their rows.
_CLASSES = {
    "phân bón": ("phân",),
    "lương thực": ("gạo", "thóc", "ngô", "lúa"),
    "thực phẩm": ("thịt", "cá", "gà", "trứng", "rau", "tôm", "giò"),
    "vật liệu xây dựng": ("xi măng", "thép", "cát", "gạch", "đá"),
    "xăng dầu": ("xăng", "dầu diesel", "dầu diezen", "dầu hỏa"),
}
_STEADY = Decimal("0.05")  # of what was, a change beyond which nothing is called steady


@dataclass(frozen=True, slots=True)
class _Row:
    """A row whose numbers bear one another out: what there was, and by how much it changed."""

    label: str
    said: str
    was: Decimal
    change: Decimal
    place: Span


def check_rows_of_two_times(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text says that a thing rose, fell or was steady, by this much or at
    all, and every row of that thing says otherwise: 'Giá xăng, dầu tăng so với tháng trước' over a row of 20.880,
    19.610 and -1.270.

    That a class of goods is steady is denied by two of its rows, and is a note. Not flagged: comparisons with another
    time than the table's; tables of plans; things of which some rows agree.
    """
    rows = list(_rows(report))
    tasks = tasks_of(report)
    for claim in _CLAIM.finditer(report.text, 0, _body_end(report)) if rows else ():
        before = _CLAUSE.split(report.text[max(claim.start() - _BACK, 0) : claim.end()])[-1]
        if _OTHER_BASE.match(report.text, claim.end()) or _ELSEWHERE.search(before) or tasks.touch(Span(*claim.span())):
            continue
        for item in _PARTS.split(_ASIDE.sub("", claim["items"])):
            denying = _denying(rows, " ".join(item.split()).lower(), claim)
            if denying:
                yield _finding(claim, denying)
                break


def _denying(rows: Sequence[_Row], item: str, claim: re.Match[str]) -> list[_Row]:
    """The rows that deny a claim of one thing: all that are of it; of a class that is called steady, two at least."""
    named = [row for row in rows if any(_is_of(row, one) for one in _CLASSES.get(item, (item,)))]
    denying = [row for row in named if _denies(row, claim)]
    some = item in _CLASSES and claim["way"] not in ("tăng", "giảm") and len(denying) >= _SOME
    return denying if some or len(denying) == len(named) else []


def _body_end(report: Report) -> int:
    if report.closing is not None:
        return report.closing.end
    return report.signature.start if report.signature else len(report.text)


def _rows(report: Report) -> Iterator[_Row]:
    """The rows behind the body and in tables, where two times and their change stand in one line."""
    text, end = report.text, _body_end(report)
    for low, high in [(end, len(text))] + [(one.start, one.end) for one in report.tables if one.start < end]:
        if not _TWO_TIMES.search(text, max(low - 200, 0), high) or _PLAN.search(text, low, high):
            continue
        at = low
        while at < high:
            stop = text.find("\n", at, high)
            stop = stop if stop >= 0 else high
            row = _row(text, at, stop)
            if row is not None:
                yield row
            at = stop + 1


def _row(text: str, low: int, high: int) -> _Row | None:
    numbers = [(one, value) for one in _NUMBER.finditer(text, low, high) if (value := _value(one[0])) is not None]
    for (one, was), (_, now), (last, change) in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if was > 0 and now > 0 and now - was == change:
            code = _CODE.match(text, low, one.start())
            place = Span(code.end() if code else low, last.end())
            label, said = text[place.start : one.start()].strip(), " ".join(text[place.start : place.end].split())
            return _Row(label, said, was, change, place) if label[:1].isalpha() else None
    return None


def _value(printed: str) -> Decimal | None:
    return Decimal(0) if re.fullmatch(r"0[.,]0+", printed) else parse_number(printed)


def _is_of(row: _Row, item: str) -> bool:
    """Whether the label of a row begins with the name of a thing; a scan may leave no blank behind it: 'XăngE5'."""
    label = row.label
    behind = label[len(item) : len(item) + 1]
    return len(item) > 1 and label.lower().startswith(item) and not behind.islower()


def _denies(row: _Row, claim: re.Match[str]) -> bool:
    if claim["way"] not in ("tăng", "giảm"):
        return abs(row.change) >= _STEADY * row.was
    rises = claim["way"] == "tăng"
    told = parse_number(claim["number"]) if claim["number"] else None
    if row.change == 0:
        return "đều" in claim["adverbs"] or told is not None
    return (row.change > 0) != rises or (told is not None and told != abs(row.change))


def _finding(claim: re.Match[str], rows: Sequence[_Row]) -> Finding:
    facts = {"text": " ".join(claim[0].split()), "other": rows[0].said}
    places = tuple(row.place for row in rows)
    severity: Severity = "warning" if claim["way"] in ("tăng", "giảm") else "info"
    return Finding("body-appendix-mismatch", severity, Span(*claim.span()), "text", facts, places)


CHECKS = (check_rows_of_two_times,)
