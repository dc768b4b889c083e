"""What all are said to have done, and a count tells of a part only (các … đều …, chỗ khác 3/6): 'Các chi bộ đều thực
hiện sinh hoạt chuyên đề', then 'có 3/6 chi bộ tổ chức sinh hoạt chuyên đề'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all

_UNITS = (
    "thôn|bản|ấp|xóm|khóm|làng|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|đơn vị|địa phương|cơ quan|chi bộ|đảng bộ"
    "|tổ chức đảng|chi hội|chi đoàn|trường|lớp|trạm y tế|doanh nghiệp|hợp tác xã|hộ|hội viên|đảng viên|đoàn viên"
    "|cán bộ|công chức|giáo viên|học sinh"
)
_WHO = nouns_of_all(_UNITS)
_ALL = re.compile(
    rf"(?<!\w)(?:[Cc]ác|[Tt]ất cả(?: các)?|[Tt]oàn bộ(?: các)?|[Mm]ọi|100\s?%(?: số| các)?) (?P<unit>{_WHO})(?!\w)"
    r"[^.;\n]{0,30}? đều (?P<said>[^.;]{6,220})"
)
_PART = re.compile(
    rf"(?<![\d./,])(?P<part>\d{{1,4}})/(?P<whole>\d{{1,4}}) (?P<unit>{_WHO})(?!\w)[^.;:,\n\d]{{0,30}}? (?:đã )?"
    r"(?:tổ chức|thực hiện|có|hoàn thành|xây dựng|ban hành|thành lập|triển khai|được)\s"
    r"(?P<what>[^\W\d_]+(?:\s[^\W\d_]+){2,7}?)"
    r"(?=[.,;)]|\s(?:với|theo|trong|tại|do|vào|để|và|đạt|cho|năm)(?!\w))"
)
_NOT_ALL_TIME = re.compile(
    r"(?<!\w)(?:(?:năm|tháng|quý) (?:trước|\d[\d/]*)|cùng kỳ|trước đây|phấn đấu|chưa|không|sẽ|cần|phải)(?!\w)",
    re.IGNORECASE,
)
_MOST = 200  # statements of all: a report has a dozen, and each is held against all counts
_BEFORE = 60  # letters before a count that may say of what time it is


def check_all_and_a_part(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of a kind are said to have done what a count tells of some of them.

    Not flagged: counts of another time, aims and tasks; objects of fewer than three syllables; scans with dirt.
    """
    text = report.text
    claims = [] if " đều " not in text or is_dirty(report) else list(islice(_claims(report), _MOST))
    for count in finds(_PART, text) if claims else ():
        if not 0 < int(count["part"]) < int(count["whole"]):
            continue
        before = text[max(count.start() - _BEFORE, 0) : count.start()]
        what = " ".join(count["what"].lower().split())
        for unit, told, place in claims:
            if unit == count["unit"] and what in told and not _NOT_ALL_TIME.search(before):
                yield told_otherwise(text, place, Span(*count.span()))
                break


def _claims(report: Report) -> Iterator[tuple[str, str, Span]]:
    """What is said of all of a kind, of the report's own time: of which, in what words, and where."""
    tasks = tasks_of(report)
    for found in finds(_ALL, report.text):
        place = Span(*found.span())
        if not _NOT_ALL_TIME.search(found["said"]) and not tasks.touch(place):
            yield found["unit"].lower(), f" {' '.join(found['said'].lower().split())} ", place


CHECKS = (check_all_and_a_part,)
