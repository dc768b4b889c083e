"""Who directed, or which event, that a title or a heading names and the text nowhere else (tiêu đề chép sót).

    'Kết quả thực hiện các kết luận của Bộ Chính trị' over a text without any of them; 'ứng phó bão' over rain alone.

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

# Each who directs, as a title names them, and what tells of their documents: their name or the end of a symbol.
_ISSUERS = tuple(
    (re.compile(rf"(?<!\w)(?:{name})(?!\w)"), re.compile(told))
    for name, told in (
        (r"Bộ\sChính\strị", r"Bộ\s?Chính\s?trị|[-/]\s?TW|BCT"),
        (r"Ban\sBí\sthư", r"Ban\s?Bí\s?thư|[-/]\s?TW|BBT"),
        (r"Thủ\stướng\sChính\sphủ", r"Thủ\s?tướng|TTg"),
        (r"(?<!Thủ\stướng\s)Chính\sphủ", r"Chính\s?phủ|[-/]\s?(?:NĐ-)?CP|TTg"),
        (r"Tỉnh\s(?:ủy|uỷ)", r"Tỉnh\s?(?:ủy|uỷ)|[-/]\s?TU"),
        (r"Thành\s(?:ủy|uỷ)", r"Thành\s?(?:ủy|uỷ)|[-/]\s?TU"),
    )
)
# Events that have few names, each with the words in which they are told.
_EVENTS = tuple(
    (re.compile(rf"(?<!\w)(?:{name})(?!\w)", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE))
    for name, told in (
        (
            r"(?<!lụt\s)(?<!lũ,\s)(?<!mưa\s)(?<!mưa,\s)bão(?!,?\s(?:lũ|lụt|và\s))",
            r"bão(?!\shòa)|áp\sthấp|ATNĐ|gió\sgiật",
        ),
        (r"hạn\shán", r"hạn|khô|thiếu\snước|tưới"),
        (r"(?:chống|đói)\srét", r"rét|lạnh|nhiệt\sđộ|giá\srét|sương"),
        (r"cháy\srừng", r"cháy|PCCC|lửa"),
        (r"cúm\sgia\scầm", r"cúm|gia\scầm|gà|vịt|H5N1"),
        (r"dịch\stả\slợn(?:\schâu\sPhi)?", r"dịch\stả|lợn|heo|ASF|DTLCP"),
        (r"sốt\sxuất\shuyết", r"sốt|SXH|muỗi|lăng\squăng|bọ\sgậy"),
        (r"bầu\scử", r"bầu|cử\stri|ứng\scử|hiệp\sthương"),
    )
)
_NUMBERED = re.compile(r"(?<!\w)số\s?\d|\d\s?[-/]\s?[A-ZĐ]{2}")  # of one document, which the text need not name again
_LEAST = 300  # letters of a text that could have told of it


def check_named_in_titles_alone(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the title of a report names who directed, or a heading an event, and neither their
    name nor any word of them comes again.

    Not flagged: documents that the title names with their number; short texts; headings of tasks; 'bão, lũ' as one;
    documents other than reports; scans with dirt.
    """
    title = report.letterhead.title_at
    if report.letterhead.doc_type != "Báo cáo" or title is None or is_dirty(report):
        return
    if len(report.text) - title.end < _LEAST:
        return
    numbered = _NUMBERED.search(report.text, title.start, title.end)
    for name, told in _ISSUERS if numbered is None else ():
        found = name.search(report.text, title.start, title.end)
        if found is not None and not told.search(report.text, title.end):
            yield _finding(found, report.letterhead.title or "")
            break
    tasks = tasks_of(report)
    for section in report.walk_sections():
        end = section.head_end or section.start
        if section.kind != "heading" or section.end - end < _LEAST or tasks.touch(Span(section.start, end)):
            continue
        for name, told in _EVENTS:
            found = name.search(report.text, section.start, end)
            if found and not told.search(report.text, end) and not told.search(report.text, 0, section.start):
                yield _finding(found, section.title or "")
                break


def _finding(found: re.Match[str], title: str) -> Finding:
    facts = {"matter": " ".join(found.group().split()), "title": title}
    return Finding("missing-part", "warning", Span(*found.span()), "matter", facts)


CHECKS = (check_named_in_titles_alone,)
