"""Whether a text speaks of the time before a unit or body ended (thời gian trước sắp xếp): as history, in a document of
then, in the name of a work; and the day by which that is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import date_of, whole_days
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.history import DISTRICT_LAST_DAY, next_day
from tongket.vietnamese.unicode import CAPITALS

DISTRICT_ENDED = next_day(DISTRICT_LAST_DAY)
_DISTRICT = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|[Ủủ]y ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Đảng bộ|Công an"
    r"|Bảo hiểm xã hội|BHXH|Kho bạc(?: Nhà nước)?|KBNN|Hạt Kiểm lâm"
    r"|(?:Phòng|phòng(?= [A-ZĐ])|Ban|Hội|Đoàn|Liên đoàn|Thanh tra|Trung tâm (?:Bồi dưỡng )?(?:C|c)hính trị"
    r"|Tòa án nhân dân|Viện kiểm sát nhân dân)"
    r"(?: (?!huyện|quận|xã(?! hội)|tỉnh|các|(?:đã|sẽ|đi|đến|về|tại|ở|qua|với|trên|của) )[^\s,.;:()\d]+){0,8}"  # a name
    r"|[Pp]hòng(?= [A-ZĐ])(?: (?!huyện|quận|xã|tỉnh|các|và)[^\s,.;:()\d]+){2,5} và"
    r"(?: (?!huyện|quận|xã|tỉnh|các)[^\s,.;:()\d]+){2,4})"  # a name in two parts: 'Lao động - ... và Xã hội'
    rf" (?:các |cấp )?(?:huyện|quận)(?: [{CAPITALS}][^\s,.;:)]*(?: [{CAPITALS}0-9][^\s,.;:)]*)*)?"
    r"|(?:Huyện|Quận|Thị) (?:(?:ủy|uỷ)(?!\w)|đoàn(?= [A-ZĐ]))"
)
_PAST = re.compile(  # with 'cụm từ' a rule quotes what it takes out of another
    r"cụm từ|nay là|nay thuộc|[Tt]rước đây|cũ\b|[Tt]rước khi"
    r"|không (?:còn|tổ chức) (?:đơn vị hành chính )?(?:cấp )?huyện|kết thúc hoạt động"
    r"|[Tt]rước ngày(?!\s\d{1,2}/(?:\d{1,2}/20(?:2[6-9]|[3-9])|(?:0?[89]|1[0-2])/2025))"
    r"|trên cơ sở|\bnhập\b|đến 30/6/2025"
    r"|[Gg]iai đoạn 20[012]\d\s*[-–]\s*202[0-5]|[Nn]ăm 20(?:[01]\d|2[0-4])"
)
_DAY_BEFORE = re.compile(  # the first half of 2025, and the years before
    r"(?<![\d/.])(?:[0-3]?\d[/.-])?(?:0?[1-6][/.-]2025|(?:0?\d|1[0-2])[/.-](?:20[01]\d|202[0-4]))(?!\d)"
    r"|áng 0?[1-6] năm 2025|[Qq]uý (?:I|II|1|2)(?:/| năm )2025|(?:6|06|sáu) tháng đầu năm 2025"
)
_REFORM = re.compile(r"được thành lập|sáp nhập|hợp nhất|giải thể|sắp xếp")  # of its own clause: 'Sau sắp xếp ...; ...'


def written(report: Report) -> str:
    """The first day on which the report may have been written: that of its head, as far as it is printed; failing
    that, of the second to last document that it cites, which is older than it; in a report that cites none, the middle
    one of the days that it tells of.

    What is to hold for the term 2025 - 2030 of the Party is read as of after the reform: districts have no such term
    (Chỉ thị 45-CT/TW, 14/4/2025).
    """
    date = report.letterhead.date or ""
    if len(date) > len("2025"):
        return f"{date}-01"[:10]
    if date == "2025" and _TERM.search(report.letterhead.title or ""):
        return DISTRICT_ENDED
    days = sorted({one.date for one in report.citations if one.date and len(one.date) == WHOLE_DAY})
    days = [day for day in days if day.startswith(date)]
    if not date and not days and report.letterhead.doc_type == "Báo cáo":
        told = sorted(day.isoformat() for day in map(date_of, whole_days(report)) if day is not None)
        return told[len(told) // 2] if len(told) >= _FEWEST else ""
    return max(date, days[-2] if len(days) > 1 else "")


_FEWEST = 3  # days that tell when a report without a head was written


_TERM = re.compile(r"nhiệm kỳ 2025\s?[-–]\s?2030", re.IGNORECASE)
WHOLE_DAY = len("2025-07-01")


def is_of_earlier_years(report: Report) -> bool:
    """Whether a report tells of years in which the units and bodies of before may have acted."""
    title = report.letterhead.title or ""
    if report.letterhead.doc_type != "Báo cáo":
        return False
    return bool(_YEARS_REVIEWED.search(title)) or any(year < "2026" for year in _YEAR.findall(title))


_YEAR = re.compile(r"(?<!\d)20[012]\d(?!\d)")
_YEARS_REVIEWED = re.compile(r"(?:sơ|tổng) kết|nhiệm kỳ|giai đoạn|\d\s?năm(?!\s20\d\d)", re.IGNORECASE)
_LEVEL = re.compile(r"huyện|quận|Huyện|Quận|Thị (?:ủy|uỷ|đoàn)")


def districts(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_DISTRICT``, looked for in the lines that name the level."""
    end = -1
    for word in finds(_LEVEL, text):
        if word.start() >= end:
            start, end = line_start(text, word.start()), line_end(text, word.end())
            yield from _DISTRICT.finditer(text, start, end)


def is_history(text: str, place: Span, cited: Spans) -> bool:
    """Whether the sentence of a unit is about the time before; the days of documents that it cites say nothing."""
    low, high = max(place.start - _SENTENCE, 0), min(place.end + _SENTENCE, len(text))
    start = max(low, text.rfind(". ", low, place.start) + 1, text.rfind("\n", low, place.start) + 1)
    ends = [end for end in (text.find(". ", place.end, high), text.find("\n", place.end, high)) if end >= 0]
    end = min(ends, default=high)
    clause = max(start, text.rfind("; ", low, place.start))
    if _PAST.search(text, start, end) or _REFORM.search(text, clause, end):
        return True
    days = _DAY_BEFORE.finditer(text, start, end)
    return any(not cited.touch(Span(*day.span())) for day in days)


def speaks_in_document(report: Report, place: Span) -> bool:
    """Whether a body is told to have spoken in a document of before: 'đề nghị của Sở ... tại Tờ trình số ...'."""
    found = _IN_DOCUMENT.match(report.text, place.end)
    return found is not None and found.end() in _old_documents(report)


@of_last_report
def _old_documents(report: Report) -> frozenset[int]:
    """Where citations of documents of before the reform begin."""
    return frozenset(one.start for one in report.citations if one.date and one.date < DISTRICT_ENDED)


_IN_DOCUMENT = re.compile(rf"(?:\s[{CAPITALS}][^\W\d_]*){{0,4}}\s(?:tại|trong)\s(?:các\s)?")


def is_in_a_name(text: str, place: Span) -> bool:
    """Whether a unit belongs to the name of a work or an institution, which may well have kept it."""
    start = max(text.rfind(mark, max(place.start - _NAME_LENGTH, 0), place.start) for mark in ",.;:(\n")
    return bool(_NAMED_AFTER.search(text, max(start, place.start - _NAME_LENGTH, 0), place.start))


_SENTENCE = 600  # letters of a sentence that are read on either side
_NAME_LENGTH = 120  # letters of a name before the unit
_NAMED_AFTER = re.compile(
    r"(?<!\w)(?:[Dd]ự án|[Cc]ông trình|[Đđ]ồ án|[Đđ]ề án|[Qq]uy hoạch|[Tt]iểu dự án|[Gg]ói thầu|[Xx]ây dựng|[Cc]ải tạo"
    r"|[Nn]âng cấp|[Tt]rường|[Bb]ệnh viện|Trung tâm|[Cc]ông ty|[Cc]hi nhánh|[Hh]ợp tác xã|Hạt|[Nn]ghĩa trang|[Dd]i tích"
    r"|[Đđ]ịa chí|[Ll]ịch sử)(?!\w)"
)
