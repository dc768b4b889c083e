"""Whole things counted with a decimal comma (dấu phẩy thay dấu chấm, số đếm có phần lẻ): '68,457 trạm', '67,8 cuộc'.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. In Vietnamese a comma parts decimals, and a
dot the thousands; nothing that is counted in whole things has decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_WITH_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_WITH_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def check_commas_of_counts(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a count of whole things with a comma before its last three digits, where the
    text has dots there.

    Not flagged: measures and money, which have decimals; cells of tables; texts that part thousands by commas.
    """
    if not re.search(r"\d,\d{3}(?!\d)", report.text):
        return
    prose = [(one, report.text[one.number_start : one.number_end]) for one in report.figures if not one.in_table]
    dotted = sum(_WITH_DOT.fullmatch(digits) is not None for _, digits in prose)
    found = [(one, digits) for one, digits in prose if _WITH_COMMA.fullmatch(digits) and _counts(one.unit)]
    if dotted <= len(found):
        return
    for one, digits in found:
        facts = {"here": one.text, "right": digits.replace(",", ".")}
        yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "comma", facts)


def _counts(unit: str) -> bool:
    """Whether a unit counts whole things: 'trạm', 'hộ', 'giấy chứng nhận'."""
    matched = match_unit(unit.split()) if unit else None
    return matched is not None and not matched[0].is_measure and "/" not in unit and matched[0].base != "đồng"


_DECIMALS = re.compile(
    r",(?<=\d,)(?P<decimals>\d{1,2})\s?(?P<unit>người|hộ|học sinh|HS|em|cháu|trẻ|đồng chí|đ/c|đại biểu|đảng viên"
    r"|hội viên|đoàn viên|lao động|lượt|cuộc|hội nghị|vụ|trường hợp|hồ sơ|đơn|trường|lớp|thôn|tổ|xã)(?!\w|[/.]\w| ?/)"
)
_WHOLE = re.compile(r"(?<![\d.,/-])\d{1,3}$")
_MEANS = re.compile(r"bình quân|trung bình|mật độ|mỗi|/|tỷ lệ|gấp|khoảng|hệ số", re.IGNORECASE)
_NEAR = 60  # letters before a number that say whether it is a mean


def check_decimals_of_counts(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for people and other whole things counted with decimals: '67,8 cuộc', '0,0 HS'.

    Not flagged: means and densities; tables; three digits behind the comma, which are thousands; recognised text.
    """
    if is_recognised(report):
        return
    for found in _DECIMALS.finditer(report.text):
        whole = _WHOLE.search(report.text, max(found.start() - _LONGEST, 0), found.start())
        before = report.text[max(found.start() - _NEAR, 0) : found.start()].rpartition("\n")[2]
        if whole is None or _MEANS.search(before):
            continue
        place = Span(whole.start(), found.end())
        if not in_tables(report).touch(place):
            severity: Severity = "warning" if int(whole[0] + found["decimals"]) else "info"
            facts = {"here": report.text[place.start : place.end], "unit": found["unit"]}
            yield Finding("implausible-magnitude", severity, place, "decimals", facts)


_LONGEST = 5  # letters of the whole part of such a number

CHECKS = (check_commas_of_counts, check_decimals_of_counts)
