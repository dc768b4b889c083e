"""Sentences that open and never say who did what (câu thiếu nòng cốt): 'Thực hiện Kế hoạch số 5 của huyện.'

Cases of ``incomplete``, whose page stands with the unfinished.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.form.incomplete_told import told_incomplete
from tongket.checking.form.norms import sets_rules
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Paragraph, Report
from tongket.vietnamese.unicode import CAPITALS

# Literal text comes first and what may not stand before it after that: the engine jumps from one to the next.
STOP = re.compile(
    rf"\.(?=\s+[“\"(]?[{CAPITALS}])(?<!\w[{CAPITALS}]\.)(?<![ .][{CAPITALS}]\.)(?<!^\d\.)(?<!\s\d\.)(?<!\s\d\d\.)"
    r"(?<!TP\.)(?<!TT\.)(?<!ThS\.)(?<!v\.v\.)"
)
# What leads in and cannot stand alone: nothing is said of anybody before the main clause comes.
_LEADS_IN = re.compile(
    r"(?:Để|Nhằm|Nhân dịp|Được sự|Nhờ (?:sự|có)|Trên cơ sở|Hưởng ứng|Trước (?:tình hình|yêu cầu|thực trạng|những)"
    r"|Với (?:sự|tinh thần|quyết tâm|phương châm|mục tiêu)|Cùng với (?:sự|việc)|Bên cạnh (?:những|việc)|Ngoài việc"
    r"|Căn cứ(?: vào)?)\s(?!đó|này|vậy|trên)"
)
_AWARE = re.compile(
    r"(?:Nhận thức|Nhận thấy|Ý thức|Xác định)"
    r"(?:(?: (?:được|rõ|đúng|đầy đủ|sâu sắc|đúng đắn))+|(?= (?:tầm quan trọng|vai trò|ý nghĩa)))"
    r"\s(?!nâng|thay đổi|chuyển)"
)
# Of time: what it leads to has happened, which a word of the past tells.
_THOUGH = re.compile(r"(?:Mặc dù|Dù|Tuy(?! nhiên| vậy| thế)|Không (?:những|chỉ))\s")
_SPIRIT = re.compile(r"Với (?:tinh thần|quyết tâm|phương châm|mục tiêu)\s")  # leads to deeds, which need no subject
_YET = re.compile(r"(?<!\w)(?:nhưng|song|mà|vẫn|đều|tuy nhiên|cũng|thì|luôn|đã)(?!\w)|:")
_ONCE = re.compile(
    r"(?:Ngay sau|Sau|Từ) khi (?:có|nhận được|tiếp thu|ban hành) (?:Chỉ thị|Nghị quyết|Kết luận|Quyết định|Kế hoạch"
    r"|Công văn|Thông báo|Hướng dẫn|chủ trương|văn bản|ý kiến|kế hoạch)\s"
)
_ACTS_INSIDE = re.compile(
    r"(?<!\w)(?:xã|huyện|tỉnh|thành phố|phường|thôn|đơn vị|[Đđ]ảng (?:ủy|uỷ|bộ)|UBND|MTTQ|[Hh]ội|[Bb]an|chi bộ|cán bộ)"
    r"\s(?:điều chỉnh|ban hành|tổ chức|triển khai|xây dựng|chỉ đạo|giao|phân công|thành lập|tiến hành|phát động"
    r"|huy động|vận động|trao|hỗ trợ|họp|thực hiện|tham mưu|phối hợp|chọn|đề ra)(?!\w)"
)  # a subject and what it does, with no comma before it
_HAS_MAIN = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|luôn|vẫn|đều|cần|phải|còn|thì|tiếp tục|đạt|chưa|không|mới)(?!\w)|:|\d\s?%"
)
_AT_WILL = re.compile(
    r"(?:Thực hiện|Theo) (?:sự |ý kiến |tinh thần )?(?:chỉ đạo|chủ trương|yêu cầu|đề nghị|hướng dẫn) của\s"
)
# By what plan something is told that names no document: sure only before a sentence that says who reports.
_BY_PLAN = re.compile(
    r"(?:Thực hiện|Căn cứ(?: vào)?|Theo) (?:(?:nội dung|tinh thần|quy chế|lịch|sự|ý kiến) )?(?:[Cc]hương trình"
    r"|[Kk]ế hoạch"
    r"|[Nn]ghị quyết|[Cc]hỉ thị|[Cc]hỉ đạo|[Hh]ướng dẫn|[Cc]ông văn|[Yy]êu cầu|[Qq]uy chế|công tác|làm việc)\s"
)
_REPORTS = re.compile(r"\s*[^.;:\n]{3,120}?\s(?:báo cáo|thông báo)(?!\w)")
_PLAN_BESIDE = re.compile(r",\s+(?:và\s)?(?=(?:[Cc]hương trình|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hỉ thị|[Hh]ướng dẫn)\s)")
# A sentence behind that cannot be the task of which the one before is told as another.
_TELLS = re.compile(r"\s*[^.;:,\n]{3,60}?\s(?:đã(?!\w)|(?:ban hành|xây dựng|lập) (?:Kế hoạch|kế hoạch|Chương trình)\s)")
# Whose will it is may be told of several, the last of them behind a comma: ', Chi bộ thôn Bình An'.
_ANOTHER = re.compile(
    rf",\s+(?:Chi bộ|Đảng (?:bộ|ủy|uỷ)|(?:Ủy|Uỷ) ban(?: nhân dân| MTTQ)?|UBND|HĐND|MTTQ|Ban [^\W\d_]+ [^\W\d_]+|Hội"
    rf"|Đoàn|Sở|Phòng|Huyện ủy|Tỉnh ủy)(?:\s(?:cấp trên|các cấp|xã|thôn|huyện|tỉnh|phường|thành phố"
    rf"|[{CAPITALS}][^\W\d_]*))*$"
)
_STILL = re.compile(r"(?:(?:tiếp tục|từng bước|chủ động|kịp thời|không ngừng|ngày càng)\s)*")
_GROUNDS = re.compile(r"(?:Thực hiện|Triển khai(?: thực hiện)?|Căn cứ(?: vào)?|Theo|Trên cơ sở)\s")
_TO_CITATION = 60  # letters between the word of grounds and the document
_LONGEST = 450
# What only a main clause has; of a clause that says what is known, only what follows a comma tells.
_FINITE = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|luôn|vẫn|đều|cần|phải|nên|có|là|bị|còn|thì|chưa|không|tiếp tục|từng bước|ngày càng|cơ bản"
    r"|đạt|gồm|chuyển biến|nâng lên|(?:yêu cầu|đề nghị|báo cáo)(?! của)|thường xuyên|chủ động|kịp thời|được|mới|xin"
    r"|tăng)(?!\w)"
    r"|\d\s?%|:"
)
_SUBJECT = (
    rf"(?:[{CAPITALS}]|(?:các|mỗi|mọi|toàn|cấp|xã|huyện|tỉnh|phường|thị trấn|đơn vị|cơ quan|trường|hội|ban|chi"
    r"|đảng(?! viên)|công tác|việc|trong|năm|đến|ngay|hằng|hàng|qua|từ|cán bộ|tập thể|lãnh đạo|người"
    r"|nhân dân|ngành|chúng)\s)"
)
_AFTER_COMMA = re.compile(
    rf"(?<!lãnh đạo)(?<!quản lý),\s+(?:{_SUBJECT}|(?:đã|đang|sẽ|luôn|tổ chức|ban hành|xây dựng|triển khai|chỉ đạo"
    r"|phối hợp|hướng dẫn|tiến hành|thành lập|đề ra|tham mưu|báo cáo|yêu cầu|đề nghị|cần(?! thiết)|phải|đạt"
    r"|hoàn thành|thường xuyên|chủ động)(?!\w)(?! của))"
)
_WHO_ACTS = re.compile(
    r"\s*(?:(?:Từ ngày|Ngày) \d[\d/.-]*(?: tháng \d{1,2})?(?: năm \d{4})?,? )?"
    r"(?:Theo đó,|Chúng tôi|Nhóm|Tổ|Đội|Lực lượng|Ngành"
    r"|Lãnh đạo|Cấp (?:ủy|uỷ)|Các [^\W\d_]+|Tập thể|Toàn|(?:Ủy|Uỷ) ban"
    r"|UBND|UBMTTQ|HĐND|Hội|Đoàn|Đảng|Ban|Sở|Phòng|Huyện|Tỉnh|Thành|Xã|Phường|Thị trấn|Chi|Công an|Văn phòng|Trường"
    r"|Mặt trận|Liên đoàn|Thường trực|Trung tâm|Cơ quan|Chính quyền|Cán bộ|Hợp tác xã|Nhân dân|Bà con|Nhà trường|Trạm"
    r"|Quá trình|Tình hình|Công tác|Phong trào"
    r"|Thủ trưởng|Đồng chí|Năm (?:19|20)\d\d,?|Trong (?:năm|quý|tháng|nhiệm kỳ)|Đến nay|Thời gian qua)\s"
)
_ACTS = re.compile(
    r"(?<!\w)(?:đã|luôn|báo cáo|xây dựng|ban hành|tổ chức|triển khai|chỉ đạo|trình|kính|thường xuyên|tiếp tục|tập trung"
    r"|chủ động|phối hợp|quan tâm|tham mưu|thành lập|xác định|đề ra|tiến hành|huy động|có"
    r"|kết luận|yêu cầu|đề nghị|giao|thông báo|đưa ra|nghiên cứu|ra sức|nỗ lực)(?!\w)"
)
_OPENS = re.compile("|".join(one.pattern for one in (_LEADS_IN, _AWARE, _THOUGH, _ONCE, _AT_WILL, _GROUNDS)))
TELLING = ("Báo cáo", "Thông báo")
"""Types of documents whose sentences tell what was, and seldom command."""
_COMMANDS = re.compile(r"(?:Thực hiện|Triển khai|Để|Nhằm|Xác định|Nhận thức|Theo)\s")
_REACH = 160  # letters in which the sentence behind says what is done


def check_openings_closed(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a full stop closes what only leads in, and the main clause stands behind
    it as a sentence of its own: 'Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh. Sở báo cáo như sau'.

    Not flagged: tasks, and in other documents than reports what may command ('Thực hiện ...') or be an aim below its
    heading, unless the next sentence tells what was done; provisions; sentences with any word of a main clause, or with
    a subject behind a comma.
    """
    if sets_rules(report) or is_dirty(report):
        return
    first = report.sections[0].start if report.sections else len(report.text)
    tells = report.letterhead.doc_type in (*TELLING, None)
    tasks = tasks_of(report)
    cited = sorted((one.start, one.end) for one in report.citations)
    for paragraph in report.paragraphs:
        for low, high, after in sentences_of(report, paragraph):
            place = Span(low, high)
            said = report.text[low:high]
            if not _OPENS.match(said) or tasks.touch(place) or high - low > _LONGEST:
                continue
            commands = not tells and low >= first and _COMMANDS.match(said)
            if commands and not _TELLS.match(report.text, after):
                continue
            acted = is_acted_upon(report.text, after) or (tells and _SPIRIT.match(said))
            if acted and (
                _is_ground(report.text, said, low, high, cited)
                or _is_lead(said)
                or (_is_plan(said) and _REPORTS.match(report.text, after))
            ):
                yield told_incomplete(Span(report.text.rfind(" ", low, high) + 1, high + 1), "opening", "info", said)


def sentences_of(report: Report, paragraph: Paragraph) -> Iterator[tuple[int, int, int]]:
    """Start and end of the sentences of a paragraph before its last, and where the next one begins."""
    if paragraph.kind != "body" or not paragraph.spans:
        return
    low, end = paragraph.spans[0].start, paragraph.spans[-1].end
    stops = [found.start() for found in STOP.finditer(report.text, low, end)]
    for start, stop in pairwise([low - 1, *stops]):
        first = start + 1
        while first < stop and not report.text[first].isalpha():
            first += 1
        yield first, stop, stop + 1


def is_acted_upon(text: str, at: int) -> bool:
    """Whether a sentence begins there that names who acts, and what is done."""
    who = _WHO_ACTS.match(text, at)
    return who is not None and _ACTS.search(text, who.end(), at + _REACH) is not None


def _is_ground(text: str, said: str, low: int, high: int, cited: list[tuple[int, int]]) -> bool:
    """Whether a sentence names the documents that something is done by, and no more."""
    opens = _GROUNDS.match(said)
    at = bisect_right(cited, (low, 0))
    if opens is None or at == len(cited) or cited[at][0] >= min(high, low + opens.end() + _TO_CITATION):
        return False
    inside = [(start, end) for start, end in cited[at:] if start < high]
    if any(not any(start <= low + one.end() <= end for start, end in inside) for one in _AFTER_COMMA.finditer(said)):
        return False
    behind = text[max(end for _, end in inside if end) : high]
    return not re.search(r"(?<!\w)(?:đã|đang|sẽ|luôn|là|kịp thời|như sau)(?!\w)", behind)


# An aim may hold nearly any word of a main clause ('để các chỉ tiêu được giao đều đạt'): these alone are none of its.
_OF_MAIN_CLAUSE = re.compile(
    r"(?<!\w)(?:đã(?! qua| nêu| đề ra)|đang|sẽ|cần(?! thiết)|phải|thì|yêu cầu|đề nghị|xin|báo cáo|\d\s?%)(?!\w)|:"
)
_AIM = re.compile(r"(?:Để|Nhằm)\s(?!đó|này|vậy|trên|lại|dành)")
_ALSO = 3  # words behind a comma that go on with a list: ', các ngành', ', đảng viên'


def _is_aim(said: str) -> bool:
    """Whether a sentence says for what, and no more: nobody who does it stands behind a comma or among its words."""
    opens = _AIM.match(said)
    if opens is None or _OF_MAIN_CLAUSE.search(said, opens.end()):
        return False
    for comma in _AFTER_COMMA.finditer(said):
        goes_on = said[comma.start() + 1 :].split(",")[0].split()
        if len(goes_on) > _ALSO or _ACTS.search(" ".join(goes_on)):
            return False
    return not any(_ACTS.search(said, one.end()) for one in _WHO_ACTS.finditer(said, opens.end()))


def _is_plan(said: str) -> bool:
    """Whether a sentence names a plan or a will that something is done by, and no more."""
    opens = _BY_PLAN.match(said)
    return opens is not None and "," not in _PLAN_BESIDE.sub(" ", said) and not _FINITE.search(said, opens.end())


def _is_lead(said: str) -> bool:
    """Whether a sentence only leads in: for what, by what, or knowing what."""
    if said.startswith(("Để ", "Nhằm ")):
        return _is_aim(said)
    aware = _AWARE.match(said)
    if aware is not None:
        return not _AFTER_COMMA.search(said) and not re.search(r"(?<!\w)(?:đã|luôn|sẽ|nên)(?!\w)|:", said)
    if _AT_WILL.match(said):
        said = _ANOTHER.sub("", said)
    if _AFTER_COMMA.search(said) or _ACTS_INSIDE.search(said):
        return False
    opens = _LEADS_IN.match(said) or _AT_WILL.match(said)
    if opens is not None:
        aim = _STILL.match(said, opens.end())
        return not _FINITE.search(said, aim.end() if aim else opens.end())
    if _THOUGH.match(said):
        return not _YET.search(said)
    once = _ONCE.match(said)
    return once is not None and "," not in said and not _HAS_MAIN.search(said, once.end())


CHECKS = (check_openings_closed,)
