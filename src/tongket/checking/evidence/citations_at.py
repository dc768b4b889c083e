"""Citations by where they stand, and with the day that another mention tells (viện dẫn theo chỗ đứng, theo ngày)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from tongket.checking.evidence.days import day_on, is_whole
from tongket.checking.evidence.kept import of_last_report
from tongket.model.documents import Citation
from tongket.model.reports import Report
from tongket.registry.documents import known_documents


def dated(report: Report, cited: Citation) -> Citation:
    """``cited`` with its date; of one without a date, another mention of the only document of that symbol."""
    if cited.date or not cited.symbol:
        return cited
    return _only_dated(report).get(cited.symbol) or cited


@of_last_report
def _only_dated(report: Report) -> dict[str, Citation | None]:
    """By symbol, the first mention with its date; None where mentions of one symbol have several dates."""
    found: dict[str, Citation | None] = {}
    for one in report.citations:
        if one.symbol and is_whole(one.date):
            first = found.setdefault(one.symbol, one)
            if first is not None and first.date != one.date:
                found[one.symbol] = next((cited for cited in (first, one) if _is_known(cited)), None)
    for one in report.citations:
        if one.symbol and not one.date and one.symbol not in found and (day := _day_of_issue(report.text, one)):
            found[one.symbol] = replace(one, date=day)
    return found


def _is_known(one: Citation) -> bool:
    """Whether the day printed here is that of a document known by this symbol."""
    return any(known.date == one.date for known in known_documents().of_symbol(one.symbol or ""))


_ISSUED_ON = re.compile(
    r"[Nn]gày (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d),? [^.;:\n\d]{3,80}(?<!\w)"
    r"(?:ban hành|ký|đã có|có)(?: ban hành)? $"
)


def _day_of_issue(text: str, one: Citation) -> str | None:
    """The day told before a document: 'Ngày 08/8/2025, Chủ tịch UBND tỉnh ban hành Công điện số 06/CĐ-UBND'."""
    found = _ISSUED_ON.search(text, max(one.core_start - 120, 0), one.core_start)
    day = day_on(found["day"], found["month"], found["year"]) if found else None
    return day.isoformat() if day else None


@of_last_report
def _by_place(report: Report) -> list[tuple[int, int]]:
    """Where each citation begins and which it is, in the order of the text; notes are cited out of it."""
    return sorted((one.start, index) for index, one in enumerate(report.citations))


def indexes_between(report: Report, start: int, end: int) -> list[int]:
    """Which citations begin in that range, in the order of the report."""
    places = _by_place(report)
    return sorted(index for _, index in places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))])


def cited_between(report: Report, start: int, end: int) -> list[Citation]:
    """The citations that begin in that range, in the order of the report."""
    return [report.citations[index] for index in indexes_between(report, start, end)]
