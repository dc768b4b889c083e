"""Sentences that name a matter and say nothing of it (câu chỉ có chủ ngữ): 'Việc kê khai tài sản theo Luật ...'

A case of ``incomplete``, whose page stands with sentences and blanks. 'Việc' makes a noun of the verb behind it, so
that such a sentence needs another predicate; what can be one is any word of time, denial, judgement or result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.form.openings_closed import sentences_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, SMALL

_OPENS = re.compile(r"(?:Tuy nhiên, |Bên cạnh đó, |Ngoài ra, )?[Vv]iệc (?!làm(?!\w)|gì|này|đó)")
_PREDICATE = re.compile(
    r"(?<!\w)(?:được|bị|đã|đang|sẽ|là|có(?! (?:nghĩa vụ|thẩm quyền|liên quan|trách nhiệm|công|hoàn cảnh))|còn|chưa"
    r"|không"
    r"|luôn|đều|vẫn|cũng|mới|thì|phải|cần|nên|đạt|giúp|góp phần|tạo|mang lại|đem lại|bảo đảm|đảm bảo|đáp ứng|gặp"
    r"|diễn ra|cơ bản|chủ yếu|từng bước|dần|ngày càng|thường xuyên|kịp thời|nghiêm túc|tốt|chậm|thấp|cao|khó|nhiều|ít"
    r"|ổn định|nhanh|sớm|muộn|trễ|rõ|phức tạp|triệt để|quyết liệt|minh bạch|tiến triển|chuyển biến|vướng|hiệu quả"
    r"|hạn chế|đúng|đầy đủ|chặt chẽ|(?<!thực )(?<!phát )hiện|thực hiện(?= theo)|tiếp tục|do|thuộc|nằm|dẫn|làm|gây"
    r"|khiến|tăng|giảm|vượt"
    r"|chiếm|hoàn thành|đi vào|trở|thể hiện|thuận lợi|phù hợp|tuân thủ|chấp hành|nhằm|để|như sau|căn cứ|dựa)(?!\w)"
    r"|:|;|\d\s?%"
)
# What closes a noun and no predicate: the document that it goes by, the place where it was.
_CLOSES = re.compile(
    r"(?:(?<!\w)theo (?:quy định (?:tại|của) )?(?:Luật|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Quy định"
    r"|Hướng dẫn|Thông tư|Kế hoạch|Công văn|Pháp lệnh)(?!\w)[^.;]{0,120}"
    r"|(?<!\w)(?:trên địa bàn|tại)(?: các| toàn)?(?: (?:xã|phường|huyện|tỉnh|thôn|bản|ấp|thị trấn|đơn vị|cơ quan))+"
    rf"(?:,? (?:và )?[{CAPITALS}][^\W\d_]*)*)$"
)
_LEAST, _MOST = 12, 60  # words: shorter ones are headings of their paragraph


def check_subjects_alone(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a sentence of a paragraph opens with 'Việc' and has no predicate.

    Not flagged: short ones, which head their paragraph; numbered and bulleted lines; tasks; scans with dirt.
    """
    if is_dirty(report):
        return
    tasks = tasks_of(report)
    for paragraph in report.paragraphs:
        for low, high, _ in sentences_of(report, paragraph):
            said = report.text[low:high]
            opens = _OPENS.match(said)
            if opens is None or not _LEAST <= len(said.split()) <= _MOST or _is_listed(report.text, low):
                continue
            place = Span(report.text.rfind(" ", low, high) + 1, high + 1)
            behind = said[opens.end() :]
            if not _PREDICATE.search(behind) and _CLOSES.search(behind) and not tasks.touch(place):
                words = " ".join(said.split())
                yield Finding(
                    "incomplete", "info", place, "subject", {"printed": f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"}
                )


_SHOWN = 60
_MARK = re.compile(r"(?:^|\n)[^\S\n]*(?:[-+*•–]|\(?\w{1,4}[.)])[^\n\w]*$")


def _is_listed(text: str, at: int) -> bool:
    """Whether a mark of a list stands before a sentence: there it may head what is told below."""
    return _MARK.search(text, max(at - 12, 0), at) is not None


_BODY = (
    r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban|Sở|Ban|Phòng|Công an|Hội|Đoàn|Cục|Trung tâm|Công ty|Trường|Văn phòng|Đảng (?:ủy|uỷ)"
    r"|Thường trực|Các (?:sở|xã|phường|huyện|thôn|đơn vị|cơ quan|ngành|hội|địa phương|chi bộ))"
)
_NOUN = (
    rf"(?:[{CAPITALS}]\w*|các|và|xã|phường|huyện|quận|tỉnh|thành|phố|thị|trấn|thôn|cấp|đơn|vị|cơ|quan|liên|ngành|ban"
    r"|hội|đoàn|thể|chức|năng|địa|phương|chi|bộ|trực|thuộc|có)"
)
_OPENS_ITEM = re.compile(r"(?m)(?:^[ \t]*(?:[-–+*•]|\(?\w{1,2}[.)])[ \t]+|(?<=\w[.;]) )\Z")
_AIMS = re.compile(
    rf"(?<!\w)(?P<said>{_BODY}(?:,? {_NOUN}){{0,10}} (?:để|nhằm)) "
    rf"(?P<rest>(?:[^.;,:()\n]|\n(?=[{SMALL}])|,(?=(?: \w+){{1,3}} ?[.;,(])|\([^()]{{0,150}}\))*+)(?=[.;])"
)  # a comma only before a few words more: behind another, what is done may stand
_BEFORE = 20  # letters that may stand before the first word of an item
_DOES = re.compile(r"(?<!\w)(?:có trách nhiệm|phải|cần(?! thiết)|đã|sẽ|đang|được giao|thì|là)(?!\w)")


def check_bodies_with_an_aim_alone(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a sentence names who and what for, and not what is done: '- UBND các xã để có phương
    án ứng phó.' What was to stand between them is left out.

    Not flagged: sentences that a comma goes on behind the aim, as the main clause may stand there; scans with dirt.
    """
    text = report.text
    for found in () if is_dirty(report) else finds(_AIMS, text):
        opens = _OPENS_ITEM.search(text, max(found.start() - _BEFORE, 0), found.start()) is not None
        if opens and not _DOES.search(found["rest"]):
            facts = {"printed": f"{' '.join(found['said'].split())} …"}
            yield Finding("incomplete", "warning", Span(*found.span("said")), "verb", facts)


CHECKS = (check_subjects_alone, check_bodies_with_an_aim_alone)
