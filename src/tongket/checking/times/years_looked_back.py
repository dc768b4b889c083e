"""The years on which the sentences, headings and captions of a review look back, against those of its title (số năm
nhìn lại): 'Trong 10 năm qua, việc thực hiện Chỉ thị ...' in the review of fifteen years.

Cases of ``period-mismatch``, whose page stands with the dates. ``years_reviewed`` holds those that stand right before
the name of the document; a report made from the one of five years before keeps these, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.stops import clause_end, clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.years_reviewed import check_years_of_directive
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_TYPES = "Chỉ thị|Nghị quyết|Kết luận|Quyết định|Chương trình|Đề án|Kế hoạch|Quy định|Luật|Bộ luật|Pháp lệnh|Nghị định"
_TYPE = re.compile(rf"(?<!\w)(?:{_TYPES}|Cuộc vận động|Phong trào|Quy chế|Thông tri)(?!\w)", re.IGNORECASE)
_VERB = (
    r"(?:tổ chức|thực hiện|triển khai|thi hành|lãnh đạo|chỉ đạo|quán triệt|cụ thể hóa|học tập|đưa|xây dựng|vận dụng)"
)
_WORDS = {"năm": 5, "mười": 10, "mười lăm": 15, "hai mươi": 20}
_YEARS = re.compile(
    r"(?<!\w)(?P<years>(?<![\d/.,-])\d{1,2}|hai mươi|mười lăm|mười|(?<=qua )năm|(?<=sau )năm|(?<=trong )năm) năm(?!\w)"
    r"(?! (?:đầu|tới|tiếp|cuối|gần|liền|liên|một|học|tuổi|tù|trước|sau|nay|trở|so|đào tạo|công tác|kinh nghiệm|mới|thì)"
    r"(?!\w))(?!,? ?(?:\(|giai đoạn|từ (?:năm|tháng|ngày)))",
    re.IGNORECASE,
)
_BY_VERB = re.compile(
    rf"(?: {_VERB}(?:,| và|, và)?){{1,5}} (?:(?:tốt|có hiệu quả|nghiêm túc|các|nội dung) ){{0,2}}"
    rf"(?P<type>{_TYPES}|Cuộc vận động|Phong trào|Quy chế)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s?(?:[,.;:)\n]|$)| (?:này|của|trên|đã|được|tại|ở|số|và|trong|đến|là|do|nêu|đạt|còn|có|vào)(?!\w)", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){3}")
_PAST = re.compile(r" (?:vừa )?qua(?= ?[,.;:]| (?:việc|công tác|cấp|các|trên|đã|cho)(?!\w))")
_ENDS = re.compile(r" là(?!\w)|\s?:(?!\d)")
_LEADS = re.compile(
    r"(?:^|[\s(])(?:trong|sau|qua|nhìn lại|trải qua|thực tiễn|kết quả|chung|tổng hợp)\s$", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?<!\w)(?:sơ kết|tổng kết|giai đoạn|kế hoạch|kỷ niệm|mỗi|cứ|từng|trước|khoảng|hơn|gần|trên|dưới|tối thiểu|ít nhất"
    r"|định kỳ|năm (?:19|20)\d\d|mục tiêu|phấn đấu|cam kết|thời hạn|sau khi|tù)(?!\w)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?<![\d/.,-])(\d{1,2}) năm(?! \d{4})(?!\w)", re.IGNORECASE)
_FAR = 160  # letters of a clause to either side


def check_years_looked_back(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for another number of years on which the report looks back than its title reviews.

    Not flagged: titles with several numbers; years of which the report says that they were reviewed before, those of
    other documents, of parts and plans, and those with their own span beside them.
    """
    years, at = report.subject.years, report.letterhead.title_at
    if not years or at is None or report.letterhead.doc_type != "Báo cáo":
        return
    title = report.text[at.start : at.end]
    if {int(found[1]) for found in _COUNT.finditer(title)} != {years}:
        return
    own = {found[0].lower() for found in _TYPE.finditer(title)}
    tasks, told = tasks_of(report), [one.place for one in check_years_of_directive(report)]
    for found in finds(_YEARS, report.text):
        said = _years_of(found)
        place = Span(*found.span())
        if said in (0, 1, years) or at.holds(place):
            continue
        end = _end_of_looking_back(report, found, own, ahead=tasks.touch(place))
        if end is None or any(isinstance(one, Span) and one.start <= place.start < one.end for one in told):
            continue
        if said not in _reviewed_before(report):
            facts = {"title_years": str(years), "years": found["years"]}
            yield Finding("period-mismatch", "warning", Span(place.start, end), "years", facts)


def _years_of(found: re.Match[str]) -> int:
    return int(found["years"]) if found["years"].isdigit() else _WORDS.get(found["years"].lower(), 0)


def _end_of_looking_back(report: Report, found: re.Match[str], own: set[str], *, ahead: bool) -> int | None:
    """Where the words end that say the years are those of the title's document; None where they are of another.

    ``ahead``: they stand among tasks and requests, where only those with the document itself look back.
    """
    text = report.text
    low, high = clause_start(text, found.start(), _FAR), clause_end(text, found.end(), _FAR)
    if _OTHER.search(text, low, found.start()):
        return None
    own_title = " ".join((report.letterhead.title or "").lower().split())
    symbols = {one.symbol for one in report.subject.directives}
    if any(one.symbol not in symbols for one in cited_between(report, low, high)):
        return None
    by_verb = _BY_VERB.match(text, found.end())
    if by_verb is not None:
        named = _NAME.match(text, by_verb.start("type"))  # 'Quy chế chi tiêu nội bộ' is not 'Quy chế dân chủ'
        bare = _BARE.match(text, by_verb.end()) is not None
        titled = named is not None and " ".join(named[0].lower().split()) in own_title
        return by_verb.end() if by_verb["type"].lower() in own and (bare or titled) else None
    if ahead:
        return None
    before = text[low : found.start()]
    leads = _LEADS.search(before) is not None or not before.strip(" -+•*")
    past = _PAST.match(text, found.end()) if leads else None
    if past is not None:
        types = {one[0].lower() for one in _TYPE.finditer(text, past.end(), high)}
        return past.end() if types and types <= own else None
    ends = _ENDS.match(text, found.end()) if leads else None
    return found.end() if ends is not None and _times_named(report)[_years_of(found)] <= 1 else None


_WAS_REVIEWED = re.compile(r"(?<!báo cáo )(?<!\w)(?:sơ|tổng) kết (\d{1,2}) năm(?!\w)", re.IGNORECASE)


@of_last_report
def _reviewed_before(report: Report) -> frozenset[int]:
    """The numbers of years after which the report tells of a review."""
    return frozenset(int(found[1]) for found in _WAS_REVIEWED.finditer(report.text))


@of_last_report
def _times_named(report: Report) -> Counter[int]:
    """How often the report names each number of years: what is told of a part of the time is told again."""
    return Counter(int(found[1]) for found in _COUNT.finditer(report.text))


CHECKS = (check_years_looked_back,)
