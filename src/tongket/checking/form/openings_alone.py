"""Adverbials that a full stop closes (trạng ngữ đứng riêng thành câu): a cause, a time, a condition, a means, behind
which the main clause begins as a sentence of its own.

A case of ``incomplete``, whose page stands with sentences and blanks. What leads in by its words alone ('Để', 'Nhằm',
'Thực hiện Quyết định ...') is in ``broken_sentences``; here are the words that also open clauses, of which a report has
whole ones without a comma ('Do nắng hạn năng suất giảm.'): any sign of a second verb lets them pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import matter_at
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.form.norms import sets_rules
from tongket.checking.form.openings_closed import is_acted_upon, sentences_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_POINTS_BACK = r"(?!(?:đó|đây|này|vậy|thế|là|trên|lẽ|không)(?!\w))"
_CAUSE = re.compile(rf"(?:Do|Vì|Bởi)\s{_POINTS_BACK}(?!đồng chí|ông|bà|các đồng chí|UBND|(?:Ủy|Uỷ) ban|Ban|Hội|Đảng)")
_CLAUSE = re.compile(rf"(?:(?:Ngay )?(?:[Ss]au|[Tt]rước) khi|Khi|Nếu|Trong khi)\s{_POINTS_BACK}")
_MEANS = re.compile(
    rf"(?:Thông qua|Qua|Bằng|Nhờ)\s{_POINTS_BACK}(?:các |những |nhiều |nguồn |việc |hệ thống |công tác |kiểm tra"
    r" |giám sát |rà soát |khảo sát |thanh tra |sự )"
)
_TIME = re.compile(
    r"(?:Trong|Từ|Đến|Tính đến|Tính từ|Vào)(?: (?:nay|đầu|cuối|giữa|hết|ngày|tháng|quý|năm|kỳ|học|tuần|đêm|nhiệm|và"
    r"|thời|gian|giai|đoạn|đến|thứ|I{1,3}|IV|một|hai|ba|bốn|sáu|chín|vừa|qua|này|\d[\d/.-]*(?: ?- ?\d{4})?)){2,}"
)
# What a second verb is told by: the sentence then may be whole.
_SECOND_VERB = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|thì|nên|phải|vẫn|đều|cần|cũng|mới|luôn|còn|là|chưa|không|bị|gặp|phát hiện|nhận thấy"
    r"|cho thấy|thấy|nhận|tham gia|tham dự|giúp|tạo|góp phần|giảm|tăng|nâng|đạt|gồm|đề nghị|yêu cầu|báo cáo|xin|chậm"
    r"|mất|thấp|cao hơn|kém|ảnh hưởng|khó|hạn chế|ổn định|phấn khởi|đồng tình|đồng thuận|hiểu|biết|trở|đoàn kết"
    r"|tiếp tục|từng bước|ngày càng|chủ động|thường xuyên|kịp thời|tổ chức|triển khai|chỉ đạo|ban hành|xử lý|xử phạt"
    r"|nhắc nhở|trao|tặng|được cấp|thu được|thu về|chi trả|vận động|tuyên truyền|hỗ trợ|phối hợp|tham mưu|thành lập"
    r"|huy động|tiến hành|tốt|khá|giỏi|gọn|bảo đảm|đảm bảo|phấn chấn|phát triển|chấp hành|thoát|nghỉ|vui|đẹp|đông đủ"
    r"|nghiêm túc|thuận lợi|hiệu quả|rõ rệt|đầy đủ|yên tâm|hài lòng|tự giác|đi vào|(?<!các )hoạt động|khắc phục"
    r"|giải quyết|hình thành|xuất hiện|ra đời|đổi mới|chuyển|trở thành|trưởng thành|hưởng ứng|ủng hộ|đăng ký|cam kết"
    r"|thực hiện|làm việc|vươn lên|chấm dứt|nhất trí|thống nhất|khởi sắc|đi lên|diễn ra|suôn sẻ)(?!\w)"
)
_SECOND_SUBJECT = re.compile(r"(?<=\w)\s(?:các|mọi|toàn|mỗi|từng|nhiều|đa số|hầu hết)\s")  # behind a verb: who does it
_MARK = re.compile(r"[,:;(]|\.\.")
_LISTED = re.compile(r",(?= (?:các|những|giám sát|rà soát|khảo sát|thanh tra) )")  # one means beside another
# Behind these a cause explains no sentence before it: its effect is to come.
_JOINS = re.compile(r"(?:Tuy nhiên|Tuy vậy|Song|Nhưng|Bên cạnh đó|Ngoài ra|Mặt khác|Đồng thời),?\s(?=\w)")
_LEAST, _MOST = 4, 30  # words of such a sentence
_FIRST_VERB = re.compile(r"(?:(?:được|hoàn thành|có) )*")  # of the adverbial itself: 'Sau khi được phân bổ'


def check_openings_alone(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a sentence tells only why, when or by what, and the next one who acts: 'Do
    mưa kéo dài làm sạt lở đường. Ủy ban nhân dân xã huy động máy xúc'.

    Not flagged: causes that answer a heading or the sentence before; sentences with a comma, a colon or any sign of a
    main clause; tasks; provisions; scans with dirt.
    """
    if sets_rules(report) or is_dirty(report):
        return
    tasks = tasks_of(report)
    for paragraph in report.paragraphs:
        first = True
        for low, high, after in sentences_of(report, paragraph):
            said = report.text[low:high]
            place = Span(report.text.rfind(" ", low, high) + 1, high + 1)
            alone = _is_adverbial(said, first) and is_acted_upon(report.text, after)
            if alone and not tasks.touch(place) and "nguyên nhân" not in matter_at(report, low):
                yield Finding("incomplete", "info", place, "opening", {"printed": _shown(said)})
            first = False


def _is_adverbial(said: str, first: bool) -> bool:
    """Whether a sentence is one adverbial and no more; a cause only where no sentence stands before it to explain."""
    joined = _JOINS.match(said)
    if joined is not None:
        said, first = said[joined.end()].upper() + said[joined.end() + 1 :], True
    marked = _LISTED.sub("", said) if _MEANS.match(said) else said
    if not _LEAST <= len(said.split()) <= _MOST or _MARK.search(marked):
        return False
    if _TIME.fullmatch(said):
        return True
    opens = (_CAUSE.match(said) if first else None) or _CLAUSE.match(said) or _MEANS.match(said)
    if opens is None:
        return False
    behind = said[opens.end() :]
    if _CLAUSE.match(said) and _SECOND_SUBJECT.search(behind):
        return False
    return not _SECOND_VERB.search(_FIRST_VERB.sub("", behind, count=1))


def _shown(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


_SHOWN = 60

CHECKS = (check_openings_alone,)
