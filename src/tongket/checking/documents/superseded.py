"""Citations of documents that had been replaced when the report was written (văn bản đã được thay thế)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from tongket.checking.documents.citing import are_two_organs
from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.clauses import clause_of
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.registry.documents import agree, fold_symbol, known_documents
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import SMALL, plain
from tongket.vietnamese.years import YEAR

CITATION_SUPERSEDED = Kind(
    name="citation-superseded",
    title=N_("Document that has been replaced"),
    meaning=N_("A document is cited that another had replaced by the date of the report."),
    example="Báo cáo năm 2024: Tiếp tục thực hiện Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị.",
    not_flagged=N_(
        "A report from before the replacement; a report that names the new document as well; two documents of one "
        "number of which only one was replaced; a law without its year, which means the one in force; what is told of "
        "the years before, or of an own document from before the replacement."
    ),
    severities=("warning", "info"),
    cases={
        "": Case(
            N_("{document} was replaced by {by} on {on}."),
            N_("Cite {by} where it is about the present; leave it where it is about the time before."),
        ),
        "again": Case(
            N_("{document} was replaced by {via} on {on}, and that one since by {by}."),
            N_("Cite {by} where it is about the present; leave it where it is about the time before."),
        ),
        "ground": Case(
            N_("{document} is a ground here, and this document replaces it."),
            N_("Strike it from the grounds."),
        ),
    },
)
KINDS = (CITATION_SUPERSEDED,)

_REPLACES = ("replaces", "repeals", "amends")
_AHEAD = re.compile(r"phuong huong|nhiem vu|giai phap|kien nghi|de xuat|thoi gian toi")
_FOLLOWED = re.compile(r"thực hiện|triển khai|căn cứ|theo|quán triệt|tại")


def check_superseded(report: Report) -> Iterator[Finding]:
    """Yield ``citation-superseded``: a warning where the report rests on the document or wants it carried out from now
    on, else a note, for a review speaks of the time before, too. Once for each document.
    """
    written = report.letterhead.date or ""
    if not written:
        return
    own = fold_symbol(report.letterhead.canonical or "")
    told = {tie.object for tie in report.relations if tie.kind in _REPLACES}
    reviewed = {fold_symbol(one.symbol) for one in report.subject.directives if one.symbol and report.subject.review}
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(report.citations):
        known = _document(one)
        if known is None or index in told or (known.symbol, known.date) in seen:
            continue
        if own and fold_symbol(known.replaced_by) == own:  # what the document itself replaces
            continue
        if not _is_past(known.replaced_on, written) or _THEN.match(report.text, one.end):
            continue
        if _is_told_of_the_past(report, one, known, written):
            continue
        long_past = not _looks_back(report) and _is_long_past(known, written)
        in_use = _is_in_use(report, one, long_past=long_past) or _is_of_later_years(report, one, known)
        since = _since(known, written)
        if not in_use and _names_successor(report, known, since) and not (long_past and _is_beside(report, one, known)):
            continue
        seen.add((known.symbol, known.date))
        case, facts = _told(known, since)
        place = Span(one.start, one.end)
        loud = (in_use or long_past or _is_followed(report, one)) and fold_symbol(known.symbol) not in reviewed
        yield Finding("citation-superseded", "warning" if loud else "info", place, case, facts)


def _names_successor(report: Report, known: Document, since: Sequence[Document]) -> bool:
    """Whether the report cites a document that replaced it: of two with one symbol ('01-HD/TW') the one of another
    date.
    """
    new = {fold_symbol(known.replaced_by), *(fold_symbol(one.symbol) for one in since)}
    own = fold_symbol(known.symbol)
    return any(
        (symbol := fold_symbol(one.symbol or "")) in new
        and (symbol != own or (bool(one.date) and not agree(one.date or "", known.date)))
        for one in report.citations
    )


def _told(known: Document, since: Sequence[Document]) -> tuple[str, dict[str, str]]:
    """What a finding tells: the document that replaced it, and the last of those that replaced that one since."""
    document, on = f"{known.type} {known.symbol}", printed_day(known.replaced_on)
    if len(since) > 1:
        return "again", {"document": document, "via": _named(since[0]), "on": on, "by": _named(since[-1])}
    return "", {"document": document, "by": _named(since[0]) if since else known.replaced_by, "on": on}


_LONGEST_CHAIN = 5


def _since(known: Document, written: str) -> list[Document]:
    """The documents that replaced it one after the other until a report was written, as far as the table holds them."""
    found: list[Document] = []
    last: Document | None = known
    while last is not None and len(found) < _LONGEST_CHAIN and _is_past(last.replaced_on or _NEVER, written):
        last = _successor(last)
        if last is not None:
            found.append(last)
    return found


_NEVER = "9999"


def _successor(known: Document) -> Document | None:
    """The document that replaced it, None where the table does not hold it."""
    found = [one for one in known_documents().of_symbol(known.replaced_by) if one.date[:4] <= known.replaced_on[:4]]
    return max(found, key=lambda one: one.date, default=None)


def _named(one: Document) -> str:
    return f"{one.type} {one.symbol} ({printed_day(one.date)})"


def _document(one: Citation) -> Document | None:
    """The only known document that a citation can mean, if it has been replaced since."""
    if one.symbol:
        found = known_documents().of_symbol(one.symbol, one.date)
    elif one.kind == "named":
        name = one.text[: one.core_end - one.core_start]
        year = _ITS_YEAR.search(name)
        found = known_documents().of_name(one.type, name, one.date or (year["year"] if year else None))
    else:
        return None
    if len(found) != 1 or not found[0].replaced_on or _speaks_of_another(one, found[0]):
        return None
    if not one.date and one.issuer and are_two_organs(one.issuer, found[0].issuer):
        return None  # another organ's of that number
    return found[0]


_ITS_YEAR = re.compile(r"\snăm (?P<year>(?:19|20)\d\d)$")


def _speaks_of_another(one: Citation, known: Document) -> bool:
    """Whether an undated citation has a subject that shares hardly a word with the known document's."""
    if one.date or not one.title:
        return False
    words, others = set(plain(one.title).split()), set(plain(known.subject).split())
    return len(words & others) * 3 < min(len(words), len(others))


def _is_past(replaced_on: str, written: str) -> bool:
    """Whether the replacement lies before the report: compared as far as both dates are known, the same year is not."""
    length = min(len(replaced_on), len(written))
    return replaced_on[:length] < written[:length] or (length == len("2021-07-30") and replaced_on == written)


_STILL = re.compile(
    r"\b(?:hiện(?: nay)?|vẫn|đang|còn(?: lại)?|chưa (?:sửa đổi|điều chỉnh|thay|cập nhật))\b[^.;:\n]{0,30}"
    r"\b(?:áp dụng|vận dụng|viện dẫn|dẫn chiếu|sử dụng|theo|thực hiện|hiệu lực|căn cứ)\b"
)
_KEPT = re.compile(
    r"(?<!\w)(?:hiện(?: nay)?|vẫn|đang)(?!\w)[^.;:\n]{0,40}"
    r"(?<!\w)(?:duy trì|tuân thủ|chấp hành|vận dụng|bám sát|bảo đảm|đảm bảo|dựa)(?!\w)(?:[^.;:,\n]{0,20}"
    r"(?<!\w)(?:theo|đúng|tinh thần|quy định|nội dung|yêu cầu|trên|vào)(?!\w))?(?: (?:tinh thần|của|quy định|tại))*\s*$"
)  # 'vẫn được duy trì đúng tinh thần'
_THEN = re.compile(
    r"[^.;\n]{0,70}?(?<!\w)(?:(?:(?:khi|lúc) (?:đó|ấy|này)|bấy giờ|thời điểm (?:đó|ấy|này))"
    r"[^.;\n]{0,12} (?:còn|đang|vẫn|có) hiệu lực"
    r"|(?:còn|đang|vẫn|có) hiệu lực[^.;\n]{0,6} (?:khi đó|lúc đó|khi ấy|lúc ấy|bấy giờ"
    r"|thời (?:điểm|gian|kỳ) (?:đó|ấy|xem xét|xử lý|vi phạm|giải quyết|thực hiện)))(?!\w)"
)
_FORMERLY = re.compile(
    r"(?<!\w)[Tt]rước (?:khi (?:có|ban hành|chưa có|thực hiện|triển khai|áp dụng)|năm \d{4})(?!\w)[^.;:\n]*"
    rf"(?:\n(?=[{SMALL}])[^.;:\n]*)?$"
)  # 'Trước khi có Luật, ... thực hiện theo Nghị định ...'
_FORMERLY_REACH = 160
_BEFORE_DAY = re.compile(
    r"(?<!\w)[Tt]rước (?:ngày |tháng |quý |thời điểm (?:ngày |tháng )?)"
    r"(?:[\dIV]{1,4}[/.-]){0,2}(?P<year>(?:19|20)\d\d)(?!\d)[^.;\n]*$"
)  # 'Trước ngày 01/01/2022, ... theo Thông tư ...'
_ENDED = re.compile(
    r"[^.;\n]{0,60}?(?<!\w)(?<!chưa )"
    r"(?:(?:đã )?hết hiệu lực|không còn hiệu lực|(?:được|bị) (?:thay thế|bãi bỏ|thay bằng))(?!\w)"
)
_SENTENCE = re.compile(r"\n|[.;:!?]\s")
_CARRIES_OUT = re.compile(
    r"[^.;,\n]{0,120}?(?<!\w)(?:thực hiện|triển khai|theo|căn cứ|hướng dẫn|thi hành|cụ thể hóa|cụ thể hoá|quy định)"
    r"(?!\w)[^.;\n]{0,80}"
)
_BEFORE = 220  # letters of a sentence that are read before a citation


def _is_told_of_the_past(report: Report, one: Citation, known: Document, written: str) -> bool:
    """Whether the report speaks of the time when the document was in force, or says itself that it is no more: 'Trước
    khi có Luật', 'Giai đoạn 2016 - 2020', 'hết hiệu lực'; or names it as what an own document of that time carries out.
    """
    text = report.text
    if _FORMERLY.search(text, max(0, one.start - _FORMERLY_REACH), one.start) or _ENDED.match(text, one.end):
        return True
    gone = int(known.replaced_on[:4])
    low = max(0, one.start - _BEFORE)
    for found in _SENTENCE.finditer(text, low, one.start):
        low = found.end()
    day = _BEFORE_DAY.search(text, low, one.start)
    if day is not None and int(day["year"]) <= gone:
        return True
    own = [other for other in cited_between(report, low, one.start) if other.end <= one.start]
    if any(_carries_out(text, other, one, known) for other in own):
        return True
    said = text[low : one.start]
    for other in own:
        said = said.replace(text[other.start : other.end], "")
    years = [int(year) for year in YEAR.findall(_WHOLE_DAY.sub("", said))]
    last = gone if int(written[:4]) > gone else gone - 1
    return bool(years) and max(years) <= last and not _is_in_use(report, one, long_past=False)


def _carries_out(text: str, own: Citation, one: Citation, known: Document) -> bool:
    """Whether ``own``, issued before the replacement, carries out the document: 'Kế hoạch số ... ngày 10/02/2020 triển
    khai Nghị định ...'.
    """
    if (
        not own.date
        or len(own.date) < len(known.replaced_on)
        or own.date[: len(known.replaced_on)] >= known.replaced_on
    ):
        return False
    return _CARRIES_OUT.fullmatch(text, own.end, one.start) is not None


_GONE = re.compile(r"trước đây|nay là|nay được|thay thế|hết hiệu lực|bãi bỏ|tổng kết|sơ kết|kết thúc")
_APPLIED = re.compile(r"áp dụng|theo|căn cứ|tại")
_USES = re.compile(
    r"(?<!\w)(?:[Vv]ận dụng|[Áá]p dụng|[Vv]iện dẫn|[Dd]ựa (?:trên|vào)|[Tt]uân thủ)"
    r"(?: (?:đúng|các|những|quy định|nội dung|tinh thần|của|tại|theo))*\s$"
)
_AS_GROUNDS = re.compile(r"[^.;:\n]{0,40}?(?<!\w)(?:để )?làm (?:căn cứ|cơ sở)(?!\w)")
_REACH = 70  # characters around the citation that speak of it
_KEPT_REACH = 120


def _is_in_use(report: Report, one: Citation, *, long_past: bool) -> bool:
    """Whether the report says that the document is applied: 'hiện vẫn đang được áp dụng', 'giải quyết theo'.

    Where it was replaced not ``long_past``, only words such as 'vẫn' and 'đang' say so.
    """
    around = report.text[max(0, one.start - _REACH) : one.end + _REACH]
    if _GONE.search(around):
        return False
    kept = _KEPT.search(report.text, max(0, one.start - _KEPT_REACH), one.start)
    if _STILL.search(around) or kept:
        return True
    used = _USES.search(report.text, max(0, one.start - _REACH), one.start)
    applied = _APPLIED.search(one.role) or used or _AS_GROUNDS.match(report.text, one.end)
    return long_past and applied is not None


_LISTED = re.compile(r"[^.;:\n]{0,90}")  # with a date and an issuer
_REACH_OF_LIST = 600  # letters in which two of them begin that stand beside each other


def _is_beside(report: Report, one: Citation, known: Document) -> bool:
    """Whether the document stands in one list with its own successor, as if both were in force."""
    text = report.text
    if _GONE.search(text, max(0, one.start - _REACH), one.end + _REACH):
        return False
    for other in cited_between(report, one.start - _REACH_OF_LIST, one.end + _REACH_OF_LIST):
        if fold_symbol(other.symbol or "") == fold_symbol(known.replaced_by) and other.type == one.type:
            low, high = sorted(((one.start, one.end), (other.start, other.end)))
            if _LISTED.fullmatch(text, low[1], high[0]):
                return True
    return False


def _looks_back(report: Report) -> bool:
    """Whether the report is a review of more than one year."""
    return (report.subject.years or 0) > 1


_LONG_PAST = datetime.timedelta(days=120)  # so long a report of a half year reaches back, with the time to write it


def _is_long_past(known: Document, written: str) -> bool:
    """Whether the document was replaced before the time that the report is likely to speak of."""
    if len(known.replaced_on) != len(written) or len(written) != len("2021-07-30"):
        return known.replaced_on[:4] < written[:4]
    return datetime.date.fromisoformat(written) - datetime.date.fromisoformat(known.replaced_on) > _LONG_PAST


def _is_followed(report: Report, one: Citation) -> bool:
    """Whether the report rests on the document, or sets it as a task."""
    if report.basis is not None and report.basis.start <= one.start < report.basis.end:
        return True
    return bool(_FOLLOWED.search(one.role)) and any(
        _AHEAD.search(plain(section.title or "")) for section in _around(report.sections, one.start)
    )


_WHOLE_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


def _is_of_later_years(report: Report, one: Citation, known: Document) -> bool:
    """Whether a document that is applied stands in a clause that speaks of years after its replacement alone: 'tiến
    hành theo Quy định số 30-QĐ/TW trong các năm 2022, 2023' (replaced in 2021).
    """
    text = report.text
    applied = _APPLIED.search(one.role) or _USES.search(text, max(0, one.start - _REACH), one.start)
    if not applied or _GONE.search(text, max(0, one.start - _REACH), one.end + _REACH):
        return False
    low, high = clause_of(text, one.start, one.end)
    said = f"{text[low : one.start]} … {text[one.end : high]}"
    years = [int(year) for year in YEAR.findall(_WHOLE_DAY.sub("", said))]
    return bool(years) and min(years) > int(known.replaced_on[:4])


def _around(sections: tuple[Section, ...], at: int) -> Iterator[Section]:
    """The sections that hold ``at``, from the outermost."""
    for section in sections:
        if section.start <= at < section.end:
            yield section
            yield from _around(section.children, at)
