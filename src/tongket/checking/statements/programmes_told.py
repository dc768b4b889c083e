"""National target programmes named with the years of a term (giai đoạn của chương trình mục tiêu quốc gia).

    'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2015 - 2020': the programme ran from 2016, the
    term of the Party from 2015.

A case of ``period-mismatch``, whose page stands with the dates. Sources: 1600/QĐ-TTg and 1722/QĐ-TTg (2016), 263/QĐ-TTg
and 90/QĐ-TTg (2022), 120/2020/QH14.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PROGRAMME = re.compile(
    r"(?:mục tiêu quốc gia|MTQG) (?:về )?(?P<name>xây dựng (?:nông thôn mới|NTM)|giảm nghèo(?: bền vững)?"
    r"|phát triển kinh tế ?[-–] ?xã hội vùng (?:đồng bào )?dân tộc thiểu số và miền núi)"
    r"(?:,? (?:trên địa bàn|của)? ?(?:tỉnh|huyện|xã)?(?: [A-ZĐ][^\W\d_]*){0,4})?,? "
    r"(?P<period>giai đoạn (?P<since>20\d\d) ?[-–] ?(?P<until>20\d\d))"
)
# What the programme was called up to 2011; since then its name is of lasting reduction (1489/QĐ-TTg of 08/10/2012).
_OLD_NAME = re.compile(
    r"(?P<said>(?:mục tiêu quốc gia|MTQG) (?:về )?(?:xóa|xoá) đói,?(?: và)? giảm nghèo)(?P<behind>[^.;\n]{0,80})"
)
_RENAMED = "2013"
_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")
_TERMS = {("2015", "2020"): "2016 - 2020", ("2020", "2025"): "2021 - 2025"}


def check_programmes_told(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` (a note) where a national programme is given the years of a term of the Party, and
    ``citation-conflict`` (a note) where it has the name that it had before 2012.

    Not flagged: its own years, parts of them; programmes of a province; reviews over years of their own; the old name
    beside a year of its time.
    """
    for at in places_of(report.text, "mục tiêu quốc gia ", "MTQG "):
        yield from _called_as_before(report, at)
        found = _PROGRAMME.match(report.text, at)
        right = _TERMS.get((found["since"], found["until"])) if found else None
        if found is not None and right is not None:
            facts = {"printed": " ".join(found["period"].split()), "title": found["name"], "right": right}
            yield Finding("period-mismatch", "info", Span(*found.span("period")), "programme", facts)


def _called_as_before(report: Report, at: int) -> Iterator[Finding]:
    old = _OLD_NAME.match(report.text, at)
    if old is None:
        return
    written = report.letterhead.date or max(_YEAR.findall(report.text), default="")
    if written < _RENAMED:
        return
    around = report.text[max(at - 120, 0) : at] + old["behind"]
    if not re.search(r"(?<!\d)(?:199\d|200\d|201[0-2])(?!\d)", around):
        facts = {"printed": " ".join(old["said"].split()), "name": "Chương trình mục tiêu quốc gia giảm nghèo bền vững"}
        yield Finding("citation-conflict", "info", Span(*old.span("said")), "programme", facts)


CHECKS = (check_programmes_told,)
