"""Days of one matter in the wrong order (các bước của một việc): an end before its beginning, a term already past.

Cases of ``date-chronology`` and ``period-mismatch``, whose pages stand with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import DAY, date_of, day_of, whole_days
from tongket.checking.evidence.finds import finds, finds_in
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.periods import PLAN
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import counted

_DATE = re.compile(DAY)
_NEAR = 250  # letters between two days of one matter, at most
_WORDS_BETWEEN = r"[^.;\d\n]{0,45}?"
_AT = r"(?:lúc \d{1,2} ?(?:giờ|h)[ \d]*(?:phút )?,? ?)?"  # the time of day
# What begins a matter, and what can only come after it.
_STEPS = tuple(
    re.compile(
        rf"(?<!\w)(?P<first>{first}){_WORDS_BETWEEN}{_AT}(?:từ |vào )?(?:ngày )?(?P<since>{DAY})"
        rf"(?:[^.;\d\n]|\d(?![/.]\d)){{0,80}}?(?<!\w)(?P<last>{last})(?!\w)"
        rf"(?:[^.;\d\n]|\d{{1,5}}(?=[ /-][^\W\d])){{0,45}}?(?:vào )?(?:ngày )?(?P<until>{DAY})"
    )
    for first, last in (
        (
            "[Tt]hụ lý|[Tt]iếp nhận|[Nn]hận (?:được )?(?:đơn|hồ sơ|kiến nghị)|[Nn]ộp hồ sơ"
            "|(?:đơn|hồ sơ|tố cáo|khiếu nại|kiến nghị|phản ánh) (?:được )?nhận",
            "(?:ra|ban hành|có) (?:quyết định|văn bản|thông báo|công văn)|kết luận|giải quyết|trả lời|trả kết quả"
            "|hoàn thành|kết thúc|hòa giải thành|thông báo kết quả|(?:đưa ra )?xét xử|mở phiên tòa",
        ),
        (
            "[Kk]hởi công|[Đđ]ộng thổ|[Bb]ắt đầu|[Tt]riển khai (?:thi công )?từ|[Tt]hi công từ",
            "hoàn thành|khánh thành|nghiệm thu|bàn giao|đưa vào (?:sử dụng|hoạt động|khai thác)|kết thúc|thông xe",
        ),
        (
            "[Kk]hai mạc|[Pp]hát động|[Mm]ở lớp|[Bb]ắt đầu|[Rr]a quân|[Dd]iễn ra",
            "trao thưởng|bế mạc|tổng kết|kết thúc|trao giải|bế giảng|đánh giá kết quả|rút kinh nghiệm|sơ kết",
        ),
        (
            "[Tt]hành lập|[Rr]a mắt|[Kk]ý kết",
            "biên bản|tiến hành|giải thể|thanh lý|kết thúc hoạt động|đi vào hoạt động"
            "|(?:họp phiên|phiên họp|cuộc họp|họp lần) (?:thứ nhất|đầu tiên|thứ hai|lần thứ nhất|toàn thể)",
        ),
        ("[Bb]ổ nhiệm|[Tt]uyển dụng|[Nn]hận công tác", "nghỉ hưu|miễn nhiệm|thôi việc"),
        ("[Kk]ết nạp", "công nhận (?:đảng viên |đoàn viên )?chính thức|chuyển (?:đảng viên |đảng )?chính thức"),
        (
            "[Kk]hởi tố(?: vụ án| bị can)?",
            "cáo trạng|truy tố|xét xử|tuyên án|kết luận điều tra|bản án",
        ),
        ("[Cc]áo trạng|[Tt]ruy tố", "xét xử|tuyên án|phúc thẩm"),
        ("[Ss]ơ thẩm", "phúc thẩm|giám đốc thẩm"),
        ("[Nn]hập viện|[Vv]ào viện", "xuất viện|ra viện|tử vong|chuyển viện"),
        ("[Hh]iệp thương lần thứ (?:nhất|hai)", "hiệp thương lần thứ (?:hai|ba)"),
        (
            r"[Pp]hê duyệt|[Kk]ý hợp đồng|[Hh]ợp đồng [^.;\d\n]{0,40}?(?:được )?ký"
            "|[Mm]ở thầu|[Tt]rúng thầu|[Bb]àn giao mặt bằng",
            "khởi công|thi công|nghiệm thu|quyết toán|thanh lý hợp đồng",
        ),
        (
            "[Ll]ấy ý kiến|[Tt]hẩm định|[Tt]hẩm tra",
            "thông qua|được ban hành|phê duyệt|ký ban hành",
        ),
        ("[Kk]hai giảng|[Tt]uyển sinh|[Mm]ở lớp", "bế giảng|tổng kết|cấp chứng chỉ|thi tốt nghiệp"),
        ("[Tt]iếp nhận kinh phí|[Cc]ấp kinh phí|[Pp]hân bổ", "chi trả|cấp phát|giải ngân|quyết toán"),
        (
            "[Ll]àm việc với|[Gg]iám sát|[Kk]iểm tra|[Tt]hanh tra|[Cc]ông bố quyết định",
            "(?<!thực hiện )(?<!theo )(?<!sau )(?:thông qua |công bố |ban hành )?(?:kết luận|biên bản)"
            "|thông báo kết quả",
        ),
        (
            "[Pp]hát hiện|[Kk]hởi phát|[Tt]ái phát|[Xx]uất hiện|[Bb]ùng phát|[Xx]ảy ra|[Pp]hát sinh|[Cc]háy",
            "dập tắt|khống chế|chấm dứt|khắc phục xong|kết thúc|công bố hết|hết dịch|lấy mẫu|khám nghiệm|thống kê"
            "|tiêu hủy|khoanh vùng",
        ),
    )
)
_SAMPLED = re.compile(
    rf"(?<!\w)(?P<first>[Xx]ảy ra|[Pp]hát hiện|[Cc]háy){_WORDS_BETWEEN}{_AT}(?:vào )?(?:ngày )?(?P<since>{DAY})"
    rf"[;,]\s[^.;\d\n]{{0,60}}(?<!\w)(?P<last>lấy mẫu|khám nghiệm|điều tra|xác minh|có mặt|xử lý)(?!\w)"
    rf"[^.;\d\n]{{0,60}}?ngày (?P<until>{DAY})"
)
_ON_GROUNDS = re.compile(r"(?<!\w)(?:theo|căn cứ|thực hiện|kèm theo|tại|trước đó|đã được)(?!\w)[^,;]{0,60}$")
_SET_UP = re.compile(
    rf"(?<!\w)(?P<last>[Bb]iên bản|[Ll]àm việc|[Kk]iểm tra|[Gg]iám sát)(?!\w){_WORDS_BETWEEN}ngày (?P<until>{DAY}),? "
    rf"(?:trong khi|nhưng|còn|mà) [^.;\d\n]{{0,20}}?(?P<first>[Qq]uyết định thành lập)"
    rf"{_WORDS_BETWEEN}ngày (?P<since>{DAY})"
)
_SET_UP_AT_WORK = re.compile(
    rf"(?<!\w)(?P<first>[Tt]hành lập){_WORDS_BETWEEN}ngày (?P<since>{DAY})[^.;\d\n]{{0,40}}(?<!\w)đã "
    rf"[^.;\d\n]{{0,20}}?(?P<last>hoàn tất|tiến hành|kiểm tra|giám sát|khảo sát|làm việc|xác minh|ra quân)(?!\w)"
    rf"{_WORDS_BETWEEN}(?:từ |vào )?ngày (?P<until>{DAY})"
)
_ANSWERED = re.compile(
    rf"(?<!\w)(?P<last>[Kk]ết quả|[Kk]ết luận|[Ýý] kiến|[Tt]rả lời|[Tt]hẩm định|[Pp]hê duyệt)(?!\w){_WORDS_BETWEEN}"
    rf"ngày (?P<until>{DAY}) (?:đối với|cho|về|của) (?P<first>(?:hồ sơ|đơn|tờ trình|văn bản|đề nghị|kiến nghị|đề xuất)"
    rf"[^.;\d\n]{{0,30}}?(?:trình|nộp|nhận|gửi))(?!\w)[^.;\d\n]{{0,20}}?ngày (?P<since>{DAY})"
)
_BEFORE_ITS_PAPER = re.compile(
    rf"(?<!\w)(?P<last>ra mắt|tổ chức|khai mạc|công bố|khởi công|bàn giao|diễn ra){_WORDS_BETWEEN}(?P<until>{DAY}),? "
    r"(?:theo|thực hiện) (?P<first>(?:Quyết định|Kế hoạch|Công văn|Thông báo|Nghị quyết)[^.;\d\n]{0,60}?) "
    rf"ngày (?P<since>{DAY})"
)
_ONCE_IT_WAS = re.compile(
    rf"(?<!\w)(?P<first>(?:[Nn]gay s|[Ss])au (?:khi )?[^.;:\d\n]{{3,60}}?) (?:vào )?(?:ngày )?(?P<since>{DAY}),"
    r"(?P<joint>[^.;:\d\n]{2,70}?) "
    r"(?P<last>ban hành|ký(?: ban hành)?|ra|gửi|trình|thông báo|tổ chức|triển khai|họp|công bố|kiện toàn|thành lập)"
    rf"(?!\w)(?:[^.;\d\n]|\d(?![/.-]\d)){{0,70}}?(?<!\w)ngày (?P<until>{DAY})"
)
_THEN_UNTIL = re.compile(
    rf"(?:(?<=[.;]\s)|(?<=\n))(?:Vào n|N)gày (?P<since>{DAY}),?\s(?P<first>[^.;\d\n]{{4,40}}(?<!\s))"
    r"(?:[^.\n\d]|\d(?![/.-]\d))*?"
    rf"[;,] (?:và |nhưng |mà |sau đó,? )?(?P<last>đến|tới) (?:hết )?ngày (?P<until>{DAY})"
)
_DAY_FIRST = re.compile(
    r"(?<!\w)(?P<first>[Kk]hởi (?:công|tố)|[Đđ]ộng thổ|[Kk]hai mạc|[Pp]hát động|[Tt]hụ lý|[Tt]iếp nhận|[Tt]hành lập)"
    rf"{_WORDS_BETWEEN}(?:vào )?(?:ngày )?(?P<since>{DAY})[,;]? (?:và |đến |tới )?(?:vào |hết )?ngày (?P<until>{DAY})"
    r",? (?:đã |thì |mới |được )*(?P<last>hoàn thành|khánh thành|nghiệm thu|bàn giao|kết thúc|thông xe|bế mạc|tổng kết"
    r"|xét xử|ra quyết định|trả kết quả|giải thể)(?!\w)"
)  # 'khởi công ngày ..., đến ngày ... hoàn thành'
# 'từngày': a blank that a producer of PDF lost.
_FROM_TO = re.compile(
    rf"[Tt](?<!\w.)ừ ?(?:ngày )?(?P<since>{DAY})(?: đến (?:hết )?(?:ngày )?| ?[-–] ?(?:ngày )?)(?P<until>{DAY})"
)

_OTHER_STEPS = (_SAMPLED, _SET_UP, _SET_UP_AT_WORK, _ANSWERED, _BEFORE_ITS_PAPER, _ONCE_IT_WAS, _THEN_UNTIL, _DAY_FIRST)


def check_order_of_steps(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a matter ends before it began ('thụ lý ngày 22/4/2026, kết luận ngày 08/4/2026')
    and for a range of days that runs backwards (``period-mismatch`` in the title, whose period it is).

    Not flagged: days without their year; matters of two sentences.
    """
    near = list(_near_days(report))
    said: set[tuple[int, int]] = set()
    for found in (
        found
        for pattern in (*_STEPS, *_OTHER_STEPS)
        for span in near
        for found in finds_in(pattern, report.text, *span)
    ):
        since, until = _two_days(found["since"], found["until"])
        on_grounds = found.re is _ONCE_IT_WAS and _ON_GROUNDS.search(found[0])
        days = (found.start("since"), found.start("until"))
        if since and until and until < since and not on_grounds and days not in said:
            said.add(days)
            facts = {"first": found["first"].lower(), "last": found["last"]}
            facts |= {"date": printed_day(until.isoformat()), "first_date": printed_day(since.isoformat())}
            yield Finding("date-chronology", "error", Span(found.start(), found.end()), "steps", facts)
    for found in (found for span in near for found in finds_in(_FROM_TO, report.text, *span)):
        since, until = _two_days(found["since"], found["until"])
        if since and until and until < since:
            place, title = Span(found.start(), found.end()), report.letterhead.title_at
            kind = "period-mismatch" if title and title.holds(place) else "date-chronology"
            facts = {"start": printed_day(since.isoformat()), "end": printed_day(until.isoformat())}
            yield Finding(kind, "error", place, "backwards", facts)


_TURN = r"(?P<{noun}>[Ll]ần|[Đđ]ợt|[Pp]hiên(?: họp)?|[Vv]òng) (?:thứ )?(?P<{turn}>nhất|hai|ba|tư|[1-4])(?!\w)"
_IN_TURN = re.compile(
    rf"(?<!\w){_TURN.format(noun='first', turn='one')}{_WORDS_BETWEEN}(?:vào )?ngày (?P<since>{DAY})"
    rf"(?:[^.;\d\n]|\d(?![/.]\d)){{0,60}}?(?<!\w){_TURN.format(noun='last', turn='other')}"
    rf"{_WORDS_BETWEEN}(?:vào )?ngày (?P<until>{DAY})"
)


def check_turns(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the second time lies before the first: 'lần thứ nhất ngày 17/5/2017, lần thứ hai
    ngày 08/3/2015'.

    Not flagged: days without their year; turns of different things, or told in another order.
    """
    for span in _near_days(report):
        for found in finds_in(_IN_TURN, report.text, *span):
            since, until = _two_days(found["since"], found["until"])
            one, other = (counted(found[turn]) or 0 for turn in ("one", "other"))
            same = found["first"].lower() == found["last"].lower()
            if since and until and same and one < other and until < since:
                facts = {
                    "first": f"{found['first']} {found['one']}".lower(),
                    "last": f"{found['last']} {found['other']}",
                }
                facts |= {"date": printed_day(until.isoformat()), "first_date": printed_day(since.isoformat())}
                yield Finding("date-chronology", "error", Span(*found.span()), "steps", facts)


_SAID_AFTER = re.compile(
    rf"(?P<one>(?<!\w)[^\W\d][^.,;:\d\n]{{5,50}}?)\s(?:từ |vào )?ngày (?P<day>{DAY})\s?,?\s(?:ngay )?"
    r"(?P<joint>sau khi|trước khi|sau(?= (?:đợt|cuộc|buổi|hội nghị|phiên|kỳ họp|lễ)(?!\w)))"
    r"\s(?P<other>[^.,;:()\d\n]{4,60}?)\s"
    rf"(?:\(?(?:(?:từ )(?:ngày )?{DAY} đến (?:hết )?)?|(?:từ |vào ))ngày (?P<then>{DAY})"
    r"[.;)\n]"
)


def check_said_after(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where what is said to follow lies before: 'đưa vào sử dụng ngày 06/01/2020, sau khi
    hoàn thành ngày 25/5/2020'.

    Not flagged: days without their year; sentences that go on behind the second day.
    """
    for span in _near_days(report):
        for found in _SAID_AFTER.finditer(report.text, *span):
            since, until = _two_days(found["then"], found["day"])
            after = found["joint"] != "trước khi"
            if any(pattern.search(report.text, *found.span()) for pattern in _STEPS):
                continue  # which is said there
            if since and until and (until < since if after else since < until):
                one, other = (" ".join(found[name].split()) for name in ("one", "other"))
                first, last = (other, one) if after else (one, other)
                days = (since, until) if after else (until, since)
                facts = {"first": first, "last": last}
                facts |= {"date": printed_day(days[1].isoformat()), "first_date": printed_day(days[0].isoformat())}
                yield Finding("date-chronology", "error", Span(found.start(), found.end("then")), "steps", facts)


def _near_days(report: Report) -> Iterator[tuple[int, int]]:
    """Where two or more whole days stand near to each other, with the words before the first and behind the last."""
    days = whole_days(report)
    ends = [at for at, (one, other) in enumerate(pairwise(days), 1) if other.start() - one.end() > _NEAR]
    for low, high in pairwise([0, *ends, len(days)]):
        if high - low > 1:
            yield max(days[low].start() - _NEAR // 2, 0), min(days[high - 1].end() + _BEHIND, len(report.text))


_BEHIND = 24  # letters behind the last day, in which what was done on it may stand


def _two_days(one: str, other: str) -> tuple[datetime.date | None, datetime.date | None]:
    """Both days. None where there is no such day, or where a year is not said: a new one may have begun between."""
    first, last = _DATE.fullmatch(one), _DATE.fullmatch(other)
    if first is None or last is None or not (first[3] and last[3]):
        return None, None
    return date_of(first), date_of(last)


_WITHOUT_YEAR = re.compile(
    r"[Tt](?<!\w.)ừ ?(?:ngày )?(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})"
    r"(?: (?:đến|tới) (?:hết )?(?:ngày )?| ?[-–] ?(?:hết )?(?:ngày )?)"
    r"(?P<until>[0-9]{1,2})[/.-](?P<last>[0-9]{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"
)
_AUTUMN, _SPRING = 9, 5  # a time from one to the other goes over the new year


def check_days_of_one_year(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for days of one year that run backwards: 'từ ngày 05/9 đến ngày 03/9/2026'.

    Not flagged: from autumn to spring, which is over the new year.
    """
    for found in finds(_WITHOUT_YEAR, report.text):
        since, until = (int(found["month"]), int(found["day"])), (int(found["last"]), int(found["until"]))
        if until < since and not (since[0] >= _AUTUMN and until[0] <= _SPRING):
            facts = {
                "start": f"{found['day']}/{found['month']}",
                "end": f"{found['until']}/{found['last']}/{found['year']}",
            }
            yield Finding("period-mismatch", "warning", Span(*found.span()), "backwards", facts)


_MONTH = r"(?:tháng )?(?P<{month}>0?[1-9]|1[0-2])(?: ?[/.-] ?| năm )(?P<{year}>(?:19|20)[0-9]{{2}})(?![0-9])"
_FROM_MONTH_TO = re.compile(
    rf"[Tt](?<!\w.)ừ {_MONTH.format(month='since', year='of_since')}(?:,? (?:cho )?đến (?:hết )?(?:cuối )?| ?[-–] ?)"
    rf"{_MONTH.format(month='until', year='of_until')}"
)


def check_months_in_order(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for months with their years that run backwards ('từ tháng 3/2023 đến tháng 01/2022');
    ``period-mismatch`` in the title, whose period it is.
    """
    for found in finds(_FROM_MONTH_TO, report.text):
        since, until = (f"{int(found[one]):02}/{found[f'of_{one}']}" for one in ("since", "until"))
        if (until[3:], until[:2]) < (since[3:], since[:2]):
            place, title = Span(*found.span()), report.letterhead.title_at
            kind = "period-mismatch" if title and title.holds(place) else "date-chronology"
            yield Finding(kind, "warning", place, "backwards", {"start": since, "end": until})


_HAPPENED = re.compile(
    r"(?<!\w)(?:đã|diễn ra|khánh thành|khởi công|ra mắt|phát động|khai mạc|tổ chức|tiếp nhận|đối thoại|họp"
    r"|hoàn thành|được (?:thành lập|kiện toàn|phê duyệt|công nhận|bổ nhiệm|cấp))(?!\w)"
)
_TOLD_ON = re.compile(r"(?<!\w)(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm) $")
_COUNTED_TO = re.compile(
    r"(?:[Tt]ính|[Ss]ố liệu|[Tt]hống kê|chốt|[Ll]ũy kế|[Kk]ết quả(?: thực hiện)?|[Tt]ừ đầu năm)(?: tính)? đến (?:hết"
    r" )?(?:ngày )?$"
)
_IN_BRACKETS = re.compile(r"\([^()\n]*$")
_OPENS_COUNTED = re.compile(r"(?:^|[.;\n]\s|\n)(?:[-+*•]\s?)?Đến (?:hết )?ngày $")
_STANDS_AT = re.compile(r"[,:]? [^.;\n\d]{2,80}?(?<!\w)(?:đạt|có|còn|là|được|đã)(?!\w)[^.;\n\d]{0,40}\d")
_AIMED = re.compile(r"(?<!\w)(?:phấn đấu|sẽ|[Dd]ự kiến|ước|phải|cần|mục tiêu|chỉ tiêu|kế hoạch|hoàn thành|hạn)(?!\w)")
_WELL_AFTER = 31  # days
_ESTIMATED = re.compile(r"[Ưư]ớc|[Dd]ự kiến|[Dd]ự báo")
_BRACKETS = 150  # letters
_SOON = 15  # days: figures are counted to the end of a period that is about to end


def check_events_after_report(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for an event that is told as past, and for a day to which figures were counted, after
    the report's own date.

    Not flagged: plans and tasks, days by which something is due, the dates of documents; estimates.
    """
    today = day_of(report.letterhead.date)
    if today is None or "date" in report.letterhead.inferred:
        return
    days = ((found, date_of(found)) for found in whole_days(report))
    later = [(found, day) for found, day in days if day is not None and day > today]
    if not later:
        return
    cited = in_citations(report)
    tasks = tasks_of(report)
    for found, day in later:
        place = Span(*found.span())
        if tasks.touch(place) or cited.touch(place):
            continue
        for pattern, up_to in ((_COUNTED_TO, True), (_TOLD_ON, False)):
            if not pattern.search(report.text, max(place.start - 40, 0), place.start):
                continue
            if _is_told(report.text, place, up_to=up_to) and (not up_to or (day - today).days > _SOON):
                facts = {"printed": found[0], "report_date": printed_day(today.isoformat())}
                yield Finding("date-chronology", "warning", place, "not-yet", facts)
        if ((day - today).days > _WELL_AFTER and _stood_then(report.text, place)) or _is_over(report.text, place):
            facts = {"printed": found[0], "report_date": printed_day(today.isoformat())}
            yield Finding("date-chronology", "warning", place, "not-yet", facts)


def _stood_then(text: str, place: Span) -> bool:
    """Whether a sentence opens with a day and tells how many there were then: 'Đến ngày 30/11/2024, dư nợ đạt ...'."""
    opens = _OPENS_COUNTED.search(text, max(place.start - 24, 0), place.start)
    if opens is None or not _STANDS_AT.match(text, place.end):
        return False
    _, high = clause_of(text, place.start, place.end)
    return _AIMED.search(text, place.end, high) is None


_TO_THIS_DAY = re.compile(r",? (?:cho )?(?:đến|tới) nay(?!\w)")
_BY_A_DAY = re.compile(
    r"(?:^|[.;\n]\s?)(?:[-+*•]\s?)?Đã [^.;\n]{0,30}(?<!\w)(?:xong|dứt điểm|hoàn thành)(?!\w)[^.;\n]*trước ngày $"
)


def _is_over(text: str, place: Span) -> bool:
    """Whether a day is told as long past: 'hoạt động từ ngày ..., đến nay', 'Đã giải quyết xong ... trước ngày ...'."""
    if _TO_THIS_DAY.match(text, place.end) and text.endswith("từ ngày ", 0, place.start):
        return True
    low, _ = clause_of(text, place.start, place.end)
    return _BY_A_DAY.search(text[max(low - 2, 0) : place.start]) is not None


_RANGE_BEFORE = re.compile(
    r"(?<!\w)[Tt]ừ (?:ngày )?\d{1,2}(?:[/.-]\d{1,4}){0,2}(?: tháng \d{1,2})? (?:đến|tới) (?:hết )?ngày $"
)
_ATTENDED = re.compile(
    r"(?<!\w)(?:với|có) [\d.]+ [^.;\n]{0,40}?(?<!\w)(?:về dự|tham dự|tham gia|dự)(?!\w)"
    r"|^[,;] (?:đã )?(?:bầu|thông qua|thu hút|trao|tặng|công bố|ra mắt|khen thưởng|biểu dương)(?!\w)[^.;\n]{0,60}?\d"
)
_OPENS_WITH_DAY = re.compile(r"(?:^|[.;\n]\s|\n)(?:[-+*•]\s?)?(?:Vào )?(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối) $")
_WAS_DONE = re.compile(
    r",?\s(?:[^\W\d_]+\s){0,8}?đã\s"
    r"(?!(?:được )?(?:ấn định|chọn|dự kiến|thống nhất|lên (?:kế hoạch|lịch)|đăng ký|đến hạn)(?!\w))"
    r"(?![^.;\n]*(?<!\w)(?:sẽ|dự kiến|chuẩn bị)(?!\w))"
)  # 'Ngày 25/6/2024, Hội đồng Đội xã đã tổ chức ...'
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến|Dự kiến|kế hoạch|Kế hoạch)(?!\w)")
_OF_THE_REST = re.compile(r"(?<!\w)(?:còn lại|[Rr]iêng|lùi|hoãn|được phép|cho phép)(?!\w)(?!.*(?<!\w)đã(?!\w))[^.;]*$")
_ALL_HELD = re.compile(r"(?<!\w)(?:đã|\d+/\d+)(?!\w)")


def _is_told(text: str, place: Span, *, up_to: bool) -> bool:
    """Whether an event is told as past, or, of a day up to which figures are counted, these as known."""
    opened = _IN_BRACKETS.search(text, max(place.start - _BRACKETS, 0), place.start)  # what they are of is said before
    low, high = clause_of(text, opened.start() if opened else place.start, place.end)
    if up_to:
        return not _ESTIMATED.search(text, low, high)
    if _ATTENDED.search(text[place.end : high]) and not _TO_COME.search(text, low, place.start):
        return True
    if _OPENS_WITH_DAY.search(text, max(place.start - 24, 0), place.start) and _WAS_DONE.match(text, place.end):
        return True
    if _OF_THE_REST.search(text, low, place.start):
        return False  # 'khu dân cư còn lại tổ chức ngày 18/11': what was not held yet
    days = _RANGE_BEFORE.search(text, low, place.start)
    said = f"{text[low : days.start() if days else place.start]}…{text[place.end : high]}"
    if days is not None and not _ALL_HELD.search(said):
        return False
    return bool(_HAPPENED.search(said)) and not PLAN.search(said)
