"""Numbers of the text that are of another time, or of a part of what the tables of a report are of (thời gian khác, một
bộ phận).
"""

from __future__ import annotations

import re

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.same_matter import A_YEAR
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, folded

_YEARS = r"(?<!\w)(?:[Nn]hiệm kỳ|[Gg]iai đoạn|[Tt]ừ (?:đầu nhiệm kỳ|năm)|\d{1,2} năm(?: qua)?|[Hh](?:ằ|à)ng năm)(?!\w)"
_PART = r"(?<!\w)(?:[Qq]uý (?:IV|I{1,3}|[1-4])|\d{1,2} tháng (?:đầu|cuối)|[Tt]háng \d{1,2})(?!\w)"
_OF_YEARS, _OF_A_PART = (re.compile(rf"{time}[^.;\n]*$") for time in (_YEARS, _PART))
_IN_TITLES, _PART_IN_TITLES = (re.compile(time, re.IGNORECASE) for time in (_YEARS, _PART))
_LEAD = 120


def is_of_another_time(report: Report, one: Figure) -> bool:
    """Whether a number is told of several years, or of a part of the year, in a report that is not: its tables are of
    its own time.
    """
    before = max(one.start - _LEAD, 0), one.start
    sentence = max(sentence_start(report.text, one.start), before[0])
    years = A_YEAR.findall(report.text, sentence, one.start)
    if _THEN.match(report.text, sentence) or (years and not any(year in _years_of(report) for year in years)):
        return True
    if _OF_A_PART.search(report.text, *before) and not _PART_IN_TITLES.search(_titles(report)):
        return True
    if _OF_YEARS.search(report.text, *before) is None:
        return False
    return report.letterhead.doc_type == "Báo cáo" and not _IN_TITLES.search(_titles(report))


_THEN = re.compile(r"[\s\-+*•–]*(?:[Cc]ùng kỳ|(?:[Nn]ăm|[Kk]ỳ) (?:trước|ngoái)|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ))(?!\w)")
_PART_OF_IT = re.compile(
    rf"[\s\-+*•–]*(?:Riêng(?!\w)|Trong (?:số )?đó(?!\w)|(?:Thôn|Bản|Ấp|Xóm|Tổ dân phố|Chi hội|Chi bộ) [{CAPITALS}\d]"
    rf"|(?P<unit>(?:Xã|Phường|Thị trấn|Huyện) [{CAPITALS}]\w*(?: [{CAPITALS}]\w*)?))"
)


def is_of_a_part(report: Report, one: Figure) -> bool:
    """Whether the sentence of a number opens with a part of the unit, or with another one: 'Riêng thôn Nà Pàn ...'."""
    start = max(sentence_start(report.text, one.start), one.start - _LEAD)
    opens = _PART_OF_IT.match(report.text, start)
    own = " ".join(filter(None, (report.letterhead.issuing_body, report.letterhead.title)))
    return opens is not None and (opens["unit"] is None or folded(opens["unit"]) not in folded(own))


@of_last_report
def _years_of(report: Report) -> frozenset[str]:
    """The years of which the titles, the rows and the date of a report are, and the one before its date."""
    said = A_YEAR.findall(_titles(report))
    rows = (year for table in report.tables for year in A_YEAR.findall(" ".join((*table.header, table.caption))))
    labels = (year for table in report.tables for row in table.rows for year in A_YEAR.findall(row.label))
    date = (report.letterhead.date or "")[:4]
    dated = [date, str(int(date) - 1)] if date.isdigit() and len(date) == _DIGITS_OF_A_YEAR else []
    return frozenset((*said, *rows, *labels, *dated))


_DIGITS_OF_A_YEAR = 4


@of_last_report
def _titles(report: Report) -> str:
    """The titles of a report, its tables and its appendices, one a line."""
    tables, appendices = (one.title for one in report.tables), (one.title for one in report.appendices)
    return "\n".join(folded(title) for title in (report.letterhead.title, *tables, *appendices) if title)
