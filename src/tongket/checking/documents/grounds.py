"""Grounds of a document (căn cứ ban hành) that name a paper without its number, or a law by its year alone.

Cases of ``citation-incomplete``, whose page stands in ``conflicts``. Decree 30/2020/NĐ-CP, annex I, section II: among
the grounds stand type, number and symbol, issuer, day and subject; of codes, laws and ordinances the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_TYPE = (
    r"(?:Nghị quyết|Nghị định|Quyết định|Quy chế|Quy định|Kế hoạch|Báo cáo|Biên bản|Tờ trình|Công văn|Chỉ thị|Thông báo"
    r"|Thông tư|Kết luận|Hướng dẫn|Chương trình|Đề án|Công điện|Thông tri)"
)
_GROUND = re.compile(
    rf"^[-–+* \t]*Căn cứ(?: vào)? "
    rf"(?P<ground>(?:{_TYPE}|báo cáo|biên bản|tờ trình|công văn|quy chế)(?!\w)[^;]{{0,600}}?)"
    r"(?=;|[,.]?[ \t]*(?:\n[ \t]*\n|\n[-–+* \t]*Căn cứ|\Z))",
    re.MULTILINE,
)
_NUMBERED = re.compile(rf"(?<!\w)[sS]ố\s?:?\s?\S*\d|\d\s?[-/]\s?[A-ZĐ]|\d/\d{{4}}/|^{_TYPE}(?: \w+){{0,2}} \d|ngày\s\d")
_BLANK = re.compile(r"…|\.{3}|_{3}")  # a number left open is told elsewhere
_KNOWN = re.compile(r"toàn quốc|pháp luật|hiện hành")


def check_grounds(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) for a resolution, plan, report or rule that is given among the grounds
    without any number: 'Căn cứ Quy chế làm việc của Đảng ủy xã'.

    Not flagged: laws, which are cited by name; national congresses; blanks; bare numbers and days, for which there are
    other checks; 'hướng dẫn của cấp trên', 'chương trình công tác', which are none in particular; sentences of the body
    that begin so. In recognised text any digit counts as a number.
    """
    title = report.letterhead.title_at
    if title is None:
        return
    body = min((one.start for one in report.walk_sections() if one.number), default=title.end)
    number = re.compile(r"\d") if is_dirty(report) else _NUMBERED
    for found in _GROUND.finditer(report.text, title.end, body):
        said = found["ground"]
        if not (number.search(said) or _BLANK.search(said) or _KNOWN.search(said)):
            place = Span(*found.span("ground"))
            yield Finding("citation-incomplete", "info", place, "ground", {"printed": " ".join(said.split())})


_LAW_OF_YEAR = re.compile(
    r"^[-–+* \t]*Căn cứ(?: vào)? "
    r"(?P<ground>(?:Luật|Bộ luật|Pháp lệnh) [^;\n\d]{3,120}?(?:, ?| \(?)năm (?:19|20)\d\d\)?)(?=[;,.]?[ \t]*(?:\n|\Z))",
    re.MULTILINE,
)


def check_laws_by_year(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) for a law that stands among the grounds of a resolution or decision with
    its year alone: 'Căn cứ Luật Đầu tư công năm 2014;'.

    The models of Decree 30/2020/NĐ-CP, annex III, and of Decree 34/2016/NĐ-CP give the day on which it was passed. Not
    flagged: other types of document; sentences of the body; recognised text.
    """
    head = report.letterhead
    if head.doc_type not in _OF_GROUNDS or is_recognised(report):
        return
    start = (head.title_at or head.type_at or Span(0, 0)).end
    body = min((one.start for one in report.walk_sections() if one.number and one.start > start), default=start)
    for found in _LAW_OF_YEAR.finditer(report.text, start, body):
        facts = {"printed": " ".join(found["ground"].split())}
        yield Finding("citation-incomplete", "info", Span(*found.span("ground")), "ground-year", facts)


_OF_GROUNDS = ("Nghị quyết", "Quyết định")
CHECKS = (check_grounds, check_laws_by_year)
