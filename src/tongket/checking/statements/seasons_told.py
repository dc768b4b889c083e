"""Days of the year told in a report on another time of it (nội dung sót từ kỳ trước): the market of Tết in a report on
the third quarter.

A case of ``period-mismatch``, whose page stands with the dates. When each day is prepared, kept and looked back on is
general knowledge; what lies outside of these months was left over from an earlier report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.named_days import named_days

# Each day, and the months of reports that may tell of it: before it is prepared, after it is counted.
_SEASONS = (
    (
        re.compile(
            r"(?<!\w)(?:(?:dịp|phục\svụ|trong|sau|đón|mừng|chúc|ăn|quà|nghỉ|hàng(?: hóa| hoá)?)\s?)+(?:T|t)ết"
            r"(?:\s(?:Nguyên\sđán|cổ\struyền|(?:19|20)\d\d))?(?!\s(?:Độc|Trung|Thiếu|Đoan|trồng|Hàn|Thanh|quân|nhà))"
            r"(?:\s(?=[A-ZĐ])(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s\w+)?(?!\w)"
        ),
        frozenset((10, 11, 12, 1, 2, 3, 4)),
    ),
    (re.compile(r"(?<!\w)(?:dịp|đêm|vui|đón)\s(?:T|t)ết\sTrung\sthu(?!\w)"), frozenset((7, 8, 9, 10, 11))),
    (re.compile(r"(?<!\w)(?:dịp|lễ|ngày)\skhai\sgiảng(?!\w)"), frozenset((7, 8, 9, 10, 11))),
    (
        re.compile(r"(?<!\w)(?:dịp|nhân|kỷ\sniệm)\s(?:ngày\s)?(?:T|t)hương\sbinh\s?[-,–]\s?(?:L|l)iệt\ss[ĩỹ](?!\w)"),
        frozenset((5, 6, 7, 8, 9, 10)),
    ),
    (re.compile(r"(?<!\w)(?:[Ll]ễ\s)?[Gg]iao,?\snhận\squân(?!\w)"), frozenset((10, 11, 12, 1, 2, 3, 4, 5))),
    (
        re.compile(r"(?<!\w)(?:dịp|ngày|kỷ\sniệm)\s(?:Ngày\s)?Nhà\sgiáo\sViệt\sNam(?!\w)"),
        frozenset((9, 10, 11, 12, 1)),
    ),
)
_QUARTER = re.compile(r"(?<!\w)quý\s(?P<which>I{1,3}|IV|[1-4])(?!\w)", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\w)(?<!\d\s)tháng\s(?P<which>0?[1-9]|1[0-2])(?!\d)", re.IGNORECASE)
_LONGER = re.compile(
    r"(?<!\w)(?:\d+|sáu|chín|ba)\stháng(?!\w)|đầu năm|cả năm|(?:tổng|sơ) kết|công tác năm|nhiệm kỳ|kết quả năm"
    r"|quý I(?:,| và| - )",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:[,;]\s(?:và\s)?|\svà\s)(?:phương\shướng|(?:một\ssố\s)?nhiệm\svụ|kế\shoạch|dự\skiến|chương\strình)"
)
_QUARTERS = {"I": 1, "II": 4, "III": 7, "IV": 10, "1": 1, "2": 4, "3": 7, "4": 10}
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:chuẩn bị|kế hoạch|sẽ|dự kiến|sắp tới|đầu năm|trước đó|năm trước|cùng kỳ|so với|lũy kế|luỹ kế|từ sau"
    r"|kể từ|đăng ký|thanh tra|kết luận|quyết toán|đơn|0?[69] tháng|hằng năm|hàng năm|các dịp|những dịp"
    r"|(?<!cũng )như)(?!\w)",
    re.IGNORECASE,
)
_REACH = 300  # letters of a sentence behind the day


def check_seasons_told(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a report on a month or a quarter tells of a day that is not kept, prepared or
    counted in it.

    Not flagged: reports on half a year and more; sentences that name another time; tasks; scans with dirt.
    """
    head = report.letterhead
    months = _months(head.title or "") if head.doc_type == "Báo cáo" else frozenset()
    if not months or is_dirty(report):
        return
    tasks = tasks_of(report)
    for pattern, fitting in _SEASONS:
        if months & fitting:
            continue
        for found in pattern.finditer(report.text):
            place = Span(*found.span())
            low, high = sentence_start(report.text, place.start), sentence_end(report.text, place.end, _REACH)
            if tasks.touch(place) or _OTHER_TIME.search(report.text, low, high):
                continue
            facts = {"printed": " ".join(found.group().split()), "title": _period(head.title or "")}
            yield Finding("period-mismatch", "warning", place, "season", facts)
            break


def _own(title: str) -> str:
    """The part of a title that says of what time the report is, without the tasks of the next."""
    return _NEXT.split(title, maxsplit=1)[0]


def _months(title: str) -> frozenset[int]:
    """The months of a report on one month or quarter; none of one on more."""
    own = _own(title)
    quarter, month = _QUARTER.search(own), _MONTH.search(own)
    if _LONGER.search(own) or (quarter is None and month is None):
        return frozenset()
    if quarter is not None:
        first = _QUARTERS[quarter["which"].upper()]
        return frozenset(range(first, first + 3))
    return frozenset((int(month["which"]),)) if month else frozenset()


def _period(title: str) -> str:
    own = _own(title)
    found = _QUARTER.search(own) or _MONTH.search(own)
    return found.group() if found else own


# Of each crop, the months in which it is sown and in which it is harvested, of all the country, set wide.
_CROPS = {
    "đông xuân": (frozenset((10, 11, 12, 1, 2, 3)), frozenset((1, 2, 3, 4, 5, 6))),
    "xuân": (frozenset((11, 12, 1, 2, 3, 4)), frozenset((4, 5, 6, 7))),
    "hè thu": (frozenset((3, 4, 5, 6, 7)), frozenset((7, 8, 9, 10))),
    "mùa": (frozenset((5, 6, 7, 8, 9)), frozenset((8, 9, 10, 11, 12, 1, 2))),
    "đông": (frozenset((8, 9, 10, 11, 12)), frozenset((11, 12, 1, 2, 3))),
}
_OF_CROP = re.compile(
    r"(?<!\w)[Vv]ụ (?P<crop>đông xuân|[Đđ]ông - xuân|xuân|hè thu|mùa|đông)"
    r"(?! (?:hè|thu đông|mưa|khô|sớm)|\w)[^.;\n\d]{0,50}?"
    r"(?P<act>gieo(?: cấy| trồng| sạ)?|xuống giống|cấy|thu hoạch)(?!\w)(?: (?:xong|dứt điểm|lúa|cơ bản)){0,3}"
    r"(?: (?:từ|trong|vào|đầu|cuối|giữa|khoảng)){0,3} tháng (?P<month>\d{1,2})(?!\d)"
)
_FEASTS = {
    "Trung thu": frozenset((8, 9, 10)),
    "Nguyên đán": frozenset((12, 1, 2, 3)),
}
_OF_FEAST = re.compile(
    r"(?<!\w)(?:[Tt]ết (?P<feast>Trung thu|Nguyên đán)|[Nn]gày (?P<day>"
    + "|".join(map(re.escape, sorted(named_days(), key=len, reverse=True)))
    + r"))(?: (?:năm (?:19|20)\d\d|(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) \w+))?,?"
    r"(?: (?:trong|vào|đầu|cuối|giữa)){0,2} tháng (?P<month>\d{1,2})(?![\d]|-)"
)


def check_months_of_seasons(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a crop is sown or harvested, or a feast kept, in a month that is not its own:
    'vụ đông xuân gieo cấy từ tháng 6', 'Tết Trung thu tháng 2'.

    Not flagged: the month before and behind that of a day that has a name.
    """
    for found in finds(_OF_CROP, report.text):
        crop = found["crop"].lower().replace(" - ", " ")
        months = _CROPS[crop][found["act"] == "thu hoạch"]
        if int(found["month"]) not in months:
            yield _not_then(found, f"vụ {crop}")
    for found in finds(_OF_FEAST, report.text):
        if found["feast"]:
            months, what = _FEASTS[found["feast"]], f"Tết {found['feast']}"
        else:
            true, what = named_days()[found["day"]][1], f"ngày {found['day']}"
            months = frozenset(one % _YEAR + 1 for one in (true - 2, true - 1, true))
        if int(found["month"]) not in months:
            yield _not_then(found, what)


def _not_then(found: re.Match[str], what: str) -> Finding:
    facts = {"printed": " ".join(found[0].split()), "what": what}
    return Finding("date-chronology", "warning", Span(*found.span()), "months-of", facts)


_YEAR = 12  # months

CHECKS = (check_seasons_told, check_months_of_seasons)
