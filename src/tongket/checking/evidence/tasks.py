"""What a report sets itself to do (nhiệm vụ, phương hướng, kiến nghị): where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.model.places import Span
from tongket.model.reports import Report, Section

TASKS = re.compile(
    r"nhiệm vụ(?! (?:số )?\d{1,2}\s?[:.)])|phương hướng|(?<!phản ánh, )(?<!phản ánh và )(?<!thư, )(?<!ý kiến, )"
    r"kiến nghị(?! của (?:cử tri|công dân|người dân|nhân dân))"
    r"|đề xuất|giải pháp|(?<!xây dựng )(?<!ban hành )chương trình (?:công tác|hành động|làm việc)(?!\w)"
    r"|^(?:chương trình, |dự kiến )?kế hoạch(?!\w)"
    r"|kế hoạch (?:công tác |trọng tâm )?(?:trong )?(?:năm|quý|tháng|tuần|\d|thời gian tới)"
)  # 'phản ánh, kiến nghị' are the people's, 'Nhiệm vụ 2' a programme's; 'Chương trình OCOP' tells what was done
DONE = re.compile(r"kết quả|đánh giá|hạn chế|tồn tại|nguyên nhân|thực hiện (?:nhiệm vụ|kế hoạch|chương trình)")


@of_last_report
def tasks_of(report: Report) -> Spans:
    """Where the sections of tasks, plans and requests of the report stand."""
    return Spans([Span(low, high) for low, high in task_spans(report.sections)])


def task_spans(sections: tuple[Section, ...]) -> Iterator[tuple[int, int]]:
    """Where the sections of tasks, plans and requests stand."""
    for section in sections:
        title = (section.title or "").lower()
        if TASKS.search(title) and not DONE.search(title):
            yield section.start, section.end
        else:
            yield from task_spans(section.children)
