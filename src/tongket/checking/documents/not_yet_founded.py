"""Documents of bodies that did not exist on their day: of a ministry before it was set up, of a district after its
level had ended, of a new commune before the day that the report tells as that of its founding (văn bản của cơ quan chưa
thành lập, đã kết thúc hoạt động).

Cases of ``citation-conflict``, whose page stands in ``conflicts``. The days are those of ``registry/data/bodies.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.documents.days_told import date_place
from tongket.checking.evidence.days import DAY, day_on, is_whole
from tongket.checking.evidence.finds import finds
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.registry.bodies import body_kinds
from tongket.registry.history import DISTRICT_LAST_DAY
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import CAPITALS, folded

_LEAST = 3  # letters of an abbreviation that names one body
_IN_SYMBOL = re.compile(r"[^\W\d_&]+")


def check_bodies_not_yet_founded(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a document dated before the body that issued it was set up: 'Thông tư số
    05/2025/TT-BNNMT ngày 15/01/2025'.

    Not flagged: documents whose day is taken from a neighbour; bodies of which the year alone is known, in that year.
    """
    for one in report.citations:
        if not is_whole(one.date) or "date" in one.shared:
            continue
        since = _since(one)
        if since is not None and one.date[: len(since[1])] < since[1]:
            yield _finding(one, since[0], since[1])


def _since(one: Citation) -> tuple[str, str] | None:
    """The name and first day of a body of which the table knows when it began, by the issuer or by the symbol."""
    issuer = folded(one.issuer or "")
    for name, (said, since) in _young().items():
        if issuer.startswith(name):
            return said, since
    for letters in _IN_SYMBOL.findall((one.symbol or "").partition("/")[2]):
        if letters in _young_by_letters() and not issuer:
            return _young_by_letters()[letters]
    return None


@cache
def _young() -> dict[str, tuple[str, str]]:
    young = [kind for kind in body_kinds() if kind.valid_from]
    return {folded(form): (kind.name, kind.valid_from) for kind in young for form in _forms(kind.name)}


def _forms(name: str) -> tuple[str, ...]:
    return name, f"Bộ trưởng {name}", f"Giám đốc {name}"


@cache
def _young_by_letters() -> dict[str, tuple[str, str]]:
    kinds = [kind for kind in body_kinds() if kind.valid_from]
    shared = {short for kind in body_kinds() if not kind.valid_from for short in kind.abbreviations}
    return {
        short: (kind.name, kind.valid_from)
        for kind in kinds
        for short in kind.abbreviations
        if short not in shared and len(short) > _LEAST
    }


def _finding(one: Citation, body: str, since: str) -> Finding:
    on = printed_day(since) if len(since) > len("2025") else since
    facts = {"document": one.symbol or one.type, "date": printed_day(one.date or ""), "issuer": body, "on": on}
    return Finding("citation-conflict", "warning", date_place(one), "not-yet", facts)


_OF_DISTRICTS = re.compile(
    r"^(?:Chủ tịch |Thường trực |Ban Thường vụ |Ban Chấp hành )?(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân"
    r"|Đảng bộ"
    r"|BCH Đảng bộ) (?:huyện|quận)(?!\w)|^(?:(?:Ban Thường vụ|BTV|Thường trực|Ban Chấp hành|Ban Tuyên giáo|Ban Dân"
    r" vận|Ban Tổ"
    r" chức) )?(?:Huyện|Quận|Thị) (?:ủy|uỷ)(?!\w)"
)


def check_districts_gone(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a document of a district dated after the level had ended: 'Kế hoạch số
    210/KH-UBND ngày 20/8/2025 của UBND huyện Khe Bạc'.
    """
    for one in report.citations:
        found = _OF_DISTRICTS.match(one.issuer or "")
        if found and is_whole(one.date) and one.date > DISTRICT_LAST_DAY and not {"date", "issuer"} & {*one.shared}:
            facts = {"document": one.symbol or one.type, "date": printed_day(one.date), "issuer": one.issuer or ""}
            facts["on"] = printed_day(DISTRICT_LAST_DAY)
            yield Finding("citation-conflict", "warning", date_place(one), "no-longer", facts)


_FOUNDED = re.compile(
    rf"(?P<unit>(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu) (?P<name>[{CAPITALS}][\w']*(?: [{CAPITALS}][\w']*){{0,3}}) (?:\("
    rf"|(?:mới )?"
    rf"(?:chính thức )?(?:được )?)?(?:thành lập|đi vào hoạt động|hoạt động|vận hành)(?: và (?:hoạt động|vận hành))?"
    rf" (?:kể )?(?:từ|vào)(?: ngày)?) {DAY}"
)


_UNIT = re.compile(r"(?:xã|phường|đặc khu) (?P<name>[^,;]+)$")


def check_own_documents_of_before(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a document of a commune dated before the day that the report tells as that of its
    founding.

    Not flagged: other communes; days that several sentences tell otherwise.
    """
    days: dict[str, set[str]] = {}
    for found in finds(_FOUNDED, report.text):
        day = day_on(*found.groups()[-3:]) if found.groups()[-1] else None
        if day is not None:
            days.setdefault(folded(found["name"]), set()).add(day.isoformat())
    for one in report.citations if days else ():
        unit = _UNIT.search(folded(one.issuer or ""))
        since = days.get(unit["name"], set()) if unit else set[str]()
        if is_whole(one.date) and len(since) == 1 and one.date < min(since) and "issuer" not in one.shared:
            yield _finding(one, one.issuer or "", min(since))


CHECKS = (check_bodies_not_yet_founded, check_districts_gone, check_own_documents_of_before)
