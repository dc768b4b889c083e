"""Times whose length a name already tells (kế hoạch 5 năm, quý và tháng cuối quý, ngày và đêm, năm thành lập).

Cases of ``period-mismatch``, whose page stands with the dates. The five-year plans of social and economic development
run from the first year behind a congress of the Party: 2016 - 2020, 2021 - 2025. The years of foundation are those that
the days of remembrance count from (Decree 145/2013/NĐ-CP, article 4, and the statutes of the organisations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PLAN = re.compile(
    r"[Kk]ế hoạch(?: phát triển)?(?: kinh tế\s?[-–,]\s?xã hội| KT\s?-\s?XH| đầu tư công(?: trung hạn)?| tài chính)?"
    r"(?: (?:của )?(?:tỉnh|huyện|xã|đất nước|cả nước|thành phố)(?: [^\W\d_]+){0,3}?)?\s0?5 năm,?\s(?:giai đoạn )?\(?\s?"
    r"(?P<since>(?:19|20)\d\d)\s?[-–]\s?(?P<until>(?:19|20)\d\d)(?![\d/])"
)
_OF_THE_STATE = re.compile(r"kinh tế|KT|đầu tư|tài chính|hoạch 0?5 năm|hoạch\s0?5 năm")
_FIVE = 5


def check_five_year_plans(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a five-year plan has years that no such plan has: 'Kế hoạch phát triển kinh tế -
    xã hội 5 năm 2021 - 2026'.

    Not flagged: years of which neither is the first or the last of a plan, which may be those of a house or a firm.
    """
    for found in finds(_PLAN, report.text):
        since, until = int(found["since"]), int(found["until"])
        if until - since == _FIVE - 1 or not _OF_THE_STATE.search(found[0]):
            continue
        first = since if since % _FIVE == 1 else until - _FIVE + 1 if until % _FIVE == 0 else 0
        if first and 0 < until - since < 2 * _FIVE:
            right = f"{first} - {first + _FIVE - 1}"
            place = Span(found.start("since"), found.end())
            printed = " ".join(report.text[place.start : place.end].split())
            yield Finding("period-mismatch", "warning", place, "turned", {"printed": printed, "right": right})


_MONTH_AND_MORE = re.compile(
    r"tháng (?P<month>1[0-2]|0?[1-9])(?:/\d{4}| năm \d{4})?(?:,| và|, và) (?:kết quả |tình hình )?"
    r"(?:quý (?P<quarter>IV|I{1,3})|(?P<months>1[0-2]|0?[1-9]) tháng đầu năm)(?![\w/-])",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|dự kiến|ước|chương trình|giải pháp)(?!\w)", re.IGNORECASE
)
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12}
_A_QUARTER = 3
_HEAD = 1200  # letters in which a title stands


def check_month_and_quarter(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a title names a month and a longer time that another month closes: 'tháng 3 và
    quý II', 'tháng 5 và 6 tháng đầu năm'.

    Not flagged: tasks, which look ahead; a month of that quarter, of which the rest may be to come.
    """
    at = report.letterhead.title_at
    low, high = (at.start, at.end) if at else (0, _HEAD)
    for found in _MONTH_AND_MORE.finditer(report.text, low, high):
        month, quarter = int(found["month"]), _QUARTERS.get((found["quarter"] or "").upper(), 0)
        line = max(report.text.rfind("\n", low, found.start()), low)
        if _AHEAD.search(report.text, line, found.start()):
            continue
        apart = not quarter - _A_QUARTER < month <= quarter if quarter else month != int(found["months"])
        if apart:
            printed = " ".join(found[0].split())
            yield Finding("period-mismatch", "warning", Span(*found.span()), "month-beside", {"printed": printed})


_FROM_TO = re.compile(
    r"(?P<since>(?P<h>\d{1,2})(?:h|g|:)(?:\d\d)?(?:\s?/\s?| ngày | )(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/\d{4})?)\s?"
    r"(?:[-–]|đến)\s?(?P<until>(?P<h2>\d{1,2})(?:h|g|:)(?:\d\d)?(?:\s?/\s?| ngày | )(?P<d2>\d{1,2})/(?P<m2>\d{1,2}))"
    r"(?![\d])"
)
_LONG = re.compile(r"(?<!\w)(?P<days>0?[2-9]) ngày(?: qua)?,?\s?\(?(?:từ )?$")
_LAST_MONTH = 12


def check_hours_in_order(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a time told by hours ends before it begins: 'từ 19h/27/3 - 07h/27/3'; or has
    another length than the days told before it: 'Mưa 3 ngày (19h/02/3 - 19h/04/3)'.
    """
    for found in finds(_FROM_TO, report.text):
        since = int(found["m"]), int(found["d"]), int(found["h"])
        until = int(found["m2"]), int(found["d2"]), int(found["h2"])
        place = Span(*found.span())
        if until <= since and not (since[0] == _LAST_MONTH and until[0] == 1):
            facts = {"start": found["since"], "end": found["until"]}
            yield Finding("period-mismatch", "warning", place, "backwards", facts)
            continue
        said = _LONG.search(report.text, max(found.start() - 20, 0), found.start())
        of_days = said is not None and (since[0], since[2]) == (until[0], until[2])
        if said is not None and of_days and until[1] - since[1] != int(said["days"]):
            facts = {"days": said["days"], "range": " ".join(found[0].split())}
            yield Finding("period-mismatch", "warning", place, "days", facts)


_FOUNDED = (
    (re.compile(r"(?:Ngày )?thành lập Đảng Cộng sản Việt Nam|(?:Ngày )?thành lập Đảng(?=\s?\(0?3)"), 1930),
    (re.compile(r"(?:Ngày )?(?:truyền thống|thành lập) (?:Đoàn (?:Thanh niên|TNCS)|Đoàn TN)(?!\w)"), 1931),
    (re.compile(r"(?:Ngày )?thành lập (?:Hội )?(?:Liên hiệp Phụ nữ|LHPN) Việt Nam"), 1930),
    (re.compile(r"(?:Ngày )?thành lập Hội Nông dân Việt Nam"), 1930),
    (re.compile(r"(?:Ngày )?thành lập Hội Cựu chiến binh Việt Nam"), 1989),
    (re.compile(r"(?:Ngày )?thành lập Công đoàn Việt Nam"), 1929),
    (re.compile(r"(?:Ngày )?thành lập Quân đội [Nn]hân dân Việt Nam"), 1944),
    (re.compile(r"(?:Ngày )?(?:truyền thống|thành lập) (?:lực lượng )?Công an [Nn]hân dân(?: Việt Nam)?"), 1945),
    (re.compile(r"(?:Ngày )?(?:Báo chí [Cc]ách mạng Việt Nam)"), 1925),
    (re.compile(r"(?:Ngày )?Thương binh\s?[-–,]?\s?[Ll]iệt sĩ"), 1947),
    (re.compile(r"[Cc]hiến thắng (?:lịch sử )?Điện Biên Phủ"), 1954),
    (re.compile(r"[Gg]iải phóng (?:hoàn toàn )?miền Nam"), 1975),
    (re.compile(r"(?:Ngày )?(?:Cách mạng [Tt]háng Tám|Quốc khánh)"), 1945),
    (re.compile(r"(?:Ngày )?sinh (?:của )?Chủ tịch Hồ Chí Minh"), 1890),
)
_REMEMBERED = re.compile(r"(?<![\d.,/-])(?P<years>\d{2,3})[ \n]năm (?:Ngày |ngày )?")
_OWN_RANGE = re.compile(r"[^.;\n]{0,90}\(\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d\s?[-–]")
_REMEMBERS = re.compile(r"(?:kỷ niệm|mừng|chào mừng|hướng tới|nhân dịp|dịp)[^.;\n]{0,80}$", re.IGNORECASE)
_EARLY, _LATE = 3, 9  # months in which the year before, or the next, may be meant


def check_years_since_founding(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a day of remembrance is counted by years that do not lead to the year of the
    report: 'kỷ niệm 97 năm Ngày thành lập Đoàn Thanh niên' in 2026.

    Not flagged: the year before in the first months, the next in the last; those told with both years.
    """
    written = day_of(report.letterhead.date)
    if written is None or "date" in report.letterhead.inferred:
        return
    for at in places_of(report.text, " năm "):
        found = _REMEMBERED.search(report.text, max(at - 4, 0), at + len(" năm Ngày "))
        if found is None or not _REMEMBERS.search(report.text, max(found.start() - 120, 0), found.start()):
            continue
        known = next(((one, year) for name, year in _FOUNDED if (one := name.match(report.text, found.end()))), None)
        if known is None or _OWN_RANGE.match(report.text, known[0].end()):
            continue
        years, meant = int(found["years"]) + known[1], {written.year}
        meant |= {written.year - 1} if written.month <= _EARLY else set()
        meant |= {written.year + 1} if written.month >= _LATE else set()
        if years not in meant and abs(years - written.year) <= _A_SLIP:
            facts = {"years": found["years"], "range": f"{known[1]} - {written.year}"}
            yield Finding("period-mismatch", "warning", Span(found.start(), known[0].end()), "length", facts)


_A_SLIP = 30  # years: what is farther off is of another matter


CHECKS = (
    check_five_year_plans,
    check_month_and_quarter,
    check_hours_in_order,
    check_years_since_founding,
)
