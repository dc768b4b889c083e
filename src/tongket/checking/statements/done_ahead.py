"""Tasks that are told as done (nhiệm vụ tới mà viết "đã"): 'Trong thời gian tới, xã đã cấp giấy cho 45 hộ'.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_ACT = (
    r"(?:hoàn thành|tổ chức|triển khai|ban hành|phối hợp|xây dựng|thực hiện|cấp|trao|tặng|kiểm tra|xử lý|giải quyết"
    r"|tuyên truyền|tập huấn|huấn luyện|khám|tiêm|thu|chi|giải ngân|vận động|hỗ trợ|rà soát|thành lập|bàn giao"
    r"|nghiệm thu|kết nạp|phát triển)"
)
_SUBJECT = (  # who acts: a name, or the unit itself, with words of its name behind
    r"(?:[A-ZĐ]\w*|xã|phường|tỉnh|nhà trường|đơn vị|cơ quan|chi bộ|các (?:thôn|xã|đơn vị|trường|hội))"
    r"(?: (?!các|những|mô hình|nhiệm vụ|chỉ tiêu|kế hoạch|nội dung|kết quả|công trình|dự án|việc|nhân rộng|thực hiện"
    r"|triển khai|tập trung|tiếp tục|phát huy|duy trì|hoàn thành|khắc phục|đã)[^\W\d_]+){0,5}"
)
_SOON = re.compile(
    r"(?:^|[\n.;:+*–-] ?)(?:(?:Trong|trong) )?(?P<when>(?:T|t)hời gian (?:tới|đến)|(?:Tháng|tháng|Quý|quý|Năm|năm|Tuần"
    rf"|tuần) tới|Sắp tới|sắp tới),?(?: {_SUBJECT})? (?P<done>đã (?!đề ra|nêu|được|có|là|xác định|ký|đặt ra)[^\W\d_]+"
    r"(?: [^\W\d_]+)?)"
)
_LATER_YEAR = re.compile(
    rf"(?:(?<=\n)|(?<=[-+*] )|(?<=\. ))(?:Trong |Đến |Đến hết )?(?P<when>(?:năm|Năm|[Qq]uý [IV1-4]{{1,3}}[/ ](?:năm )?)"
    rf" ?(?P<year>20\d\d))(?!\d| ?[-–]),? (?:(?:toàn )?{_SUBJECT} )?(?P<done>đã {_ACT}(?! (?:đề ra|nêu))(?!\w))"
)
_TASKS = re.compile(
    r"(?:nhiệm vụ|phương hướng|kế hoạch|công việc)(?:.{0,40})?(?:tháng|quý|tuần|năm|tới|tiếp theo|sau)", re.I
)
_NOT_TASKS = re.compile(
    r"kết quả|đánh giá|hạn chế|tồn tại|nguyên nhân|tình hình|thực hiện (?:nhiệm vụ|kế hoạch)|kiến nghị|đề xuất|đã", re.I
)
_DONE = re.compile(rf"(?:^|\n)[ \t]*(?:[-+*•–][ \t]+|\d+\.[ \t]+)?(?P<done>Đã {_ACT}(?! (?:đề ra|nêu))[^\n]*)")
_GOES_ON = re.compile(
    r"(?<!\w)(?:tiếp tục|cần|sẽ|phấn đấu|đến nay|còn lại|hiện nay|trong thời gian tới|để|nhằm|sau khi|trên cơ sở)(?!\w)"
)


def check_done_ahead(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a sentence that opens with the time to come tells a result, or a point of the
    tasks of the next month begins with 'Đã'.

    Not flagged: what has been set or promised ('đã đề ra', 'đã được giao'); points that go on to what is left to do;
    requests, whose grounds may be told first.
    """
    for at in places_of(report.text, " tới", " đến"):
        begin = max(at - _BEFORE, 0)
        begin = max(report.text.rfind("\n", begin, at), begin)
        found = _SOON.search(report.text, begin, at + _BEHIND)
        if found is not None and found.start("when") <= at < found.end("when"):
            yield _finding(found["when"], Span(*found.span("done")))
    year = (report.letterhead.date or "")[:4]
    for found in finds(_LATER_YEAR, report.text) if year else ():
        if found["year"] > year and tasks_of(report).touch(Span(*found.span())):  # results are in ``times.periods``
            yield _finding(found["when"], Span(*found.span("done")))
    for section in report.walk_sections():
        if _is_of_tasks(section) and not any(_is_of_tasks(one) for one in section.children):
            for found in _DONE.finditer(report.text, section.head_end, section.end):
                if not _GOES_ON.search(found["done"]):
                    begin = found.start("done")
                    yield _finding(section.title or "", Span(begin, min(found.end("done"), begin + _SHOWN)))
                    break


_BEFORE, _BEHIND = 30, 90  # letters from the words of time to where the sentence opens, and to its verb
_SHOWN = 40


def _is_of_tasks(section: Section) -> bool:
    title = section.title or ""
    return bool(section.head_end and _TASKS.search(title)) and not _NOT_TASKS.search(title)


def _finding(when: str, place: Span) -> Finding:
    return Finding("period-mismatch", "warning", place, "done-ahead", {"when": " ".join(when.split())})


CHECKS = (check_done_ahead,)
