"""Things counted and then named in brackets, and years counted and named (nêu số lượng rồi kể tên trong ngoặc):
'03 doanh nghiệp (A, B)', 'trong 05 năm 2016, 2017, 2018'.

Cases of ``sum-mismatch``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.events_counted import EVENT
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.items_named import items_named
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.years import YEAR

_LEAST, _MOST = 2, 30
_MARK = re.compile(r"\s*[;,]\s+(?:và\s)?")
_PICKS = re.compile(
    r"\.\.|…|v\.v|(?<!\w)(?:như|tiêu biểu|điển hình|chủ yếu|trong đó|nhất là|đặc biệt|các|những|một số|nhiều|toàn bộ"
    r"|còn lại|khác|riêng|đạt|tăng|giảm|chiếm|so với|mỗi|từng|theo|thuộc|tại|trừ|nay là|trước đây|cũ|gọi tắt"
    r"|viết tắt)(?!\w)",
    re.IGNORECASE,
)

# Things that have names of their own; of others ('03 dự án (Hà Nam, Thái Nguyên)') a bracket tells where they are.
_NAMED = (
    "phòng|ban|đầu mối"
    "|doanh nghiệp|đơn vị|công ty|tập đoàn|tổng công ty|ngân hàng|nhà mạng|địa phương|tỉnh|thành phố|quận|huyện|thị xã"
    "|xã|phường|thị trấn|quốc gia|nước|cơ quan|sở|bộ|ngành|tổ chức|hợp tác xã|hãng|sàn|dân tộc|trường|bệnh viện|báo|đài"
    "|hồ|sông|đảo|cửa khẩu|khu công nghiệp|cụm công nghiệp|nhà máy"
)
_IN_BRACKETS = re.compile(
    rf"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>(?P<head>[^\W\d_]+)(?:, [{SMALL}]+)?(?: [{SMALL}]+){{0,6}}"
    r"(?P<more>(?: (?:[^\W\d_]+|[^\W\d_]+\d{1,3})){0,6})) ?"
    r"\((?:(?:bao )?gồm(?: có)?(?: các [^\W\d_]+)?\s?:?\s|là:?\s)?(?P<said>[^()\n:]{5,300}(?:\n[^()\n:]{1,200})?)\)"
)
_LONGEST_NAME = 9  # words
_BEGINS_LARGE = re.compile(rf"[{CAPITALS}]")
_NAME = re.compile(rf"[{CAPITALS}][\w.&-]*(?: (?:[{CAPITALS}][\w.&-]*|[-–]|\d{{1,2}}))*$")


def check_names_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a bracket names another number of things than stands before it: '03 doanh nghiệp
    (Viễn thông A, Viễn thông B)', '04 hồ chứa (hồ Khe Lạnh, hồ Nà Pàn và hồ Lũng Ẳng)'.

    Not flagged: one name; names of another kind than what is counted; some picked out; lists that go on.
    """
    for found in () if is_dirty(report) else _IN_BRACKETS.finditer(report.text):
        number, said = int(found["number"]), " ".join(found["said"].split())
        if not _LEAST <= number <= _MOST or _PICKS.search(said):
            continue
        items = items_named(said)
        parted = [one.strip() for one in _MARK.split(said) if one.strip()]
        head = f"{found['head'].lower()} "
        sure = all(one.lower().startswith(head) for one in items)  # 'thôn A và thôn B' are two
        if len(items) < _LEAST or (number == len(items) if sure else len(parted) <= number <= len(items)):
            continue  # 'A, B và C' are three, or two of which one is named with an 'và'
        if _are_its_names(found["noun"], items) or (len(parted) > 1 and _are_its_names(found["noun"], parted)):
            yield _finding(found, len(items) if sure or number > len(items) else len(parted))


def _are_its_names(noun: str, items: list[str]) -> bool:
    """Whether all items are names of the things that ``noun`` counts."""
    head = noun.split()[0].rstrip(",")
    if all(one.lower().startswith(f"{head.lower()} ") for one in items):
        return not any(re.search(r"\d", one) for one in items)
    kind = re.match(rf"(?:{_NAMED})(?!\w)", noun)
    if kind is None:
        return False
    bodies = kind[0] in _OF_BODIES and all(_BEGINS_LARGE.match(one) and _is_short(one) for one in items)
    return bodies or all(_NAME.match(one.removeprefix(f"{kind[0]} ")) for one in items)


_OF_BODIES = (
    "trường",
    "phòng",
    "ban",
    "đầu mối",
    "tổ chức",
    "cơ quan",
    "đơn vị",
    "doanh nghiệp",
    "công ty",
    "bệnh viện",
    "sở",
    "bộ",
)


def _is_short(name: str) -> bool:
    """Whether a name is no longer than one of a body, and holds no number: 'Chi bộ Quân sự xã'."""
    return len(name.split()) <= _LONGEST_NAME and not re.search(r"\d", name)


_YEARS = re.compile(
    r"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>năm)(?: học)?,?(?: liên tục| liên tiếp| gần đây)?,?\s?[:(]?\s?"
    r"(?:gồm )?(?P<said>(?:năm )?(?:19|20)\d\d(?:(?:, | và |; )(?:năm )?(?:19|20)\d\d){1,})(?![\d/]| ?[-–] ?\d)"
)


def check_years_named(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where another number of years is told than named: 'trong 05 năm 2016, 2017, 2018'."""
    for found in _YEARS.finditer(report.text):
        years = YEAR.findall(found["said"])
        if len(years) != int(found["number"]) and int(found["number"]) >= _LEAST:
            yield _finding(found, len(years))


_DAYS = re.compile(
    r"(?:trong|trong thời gian|diễn ra|tổ chức|kéo dài) (?P<number>0?[2-9]) (?P<noun>ngày),?\s?[:(]?\s?(?:ngày )?"
    r"(?P<said>\d{1,2}(?:, \d{1,2})* và (?:ngày )?\d{1,2})(?:/| tháng )\d"
)
_SPAN_OF_DAYS = re.compile(
    r"(?:trong|diễn ra|tổ chức|kéo dài) (?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>ngày),?\s?[:(]?\s?từ (?:ngày )?"
    r"(?P<since>\d{1,2})(?:/(?P<m>\d{1,2}))?(?:\s?[-–]\s?| đến (?:hết )?(?:ngày )?)(?P<until>\d{1,2})(?:/| tháng )"
    r"(?P<month>\d{1,2})(?!\d)"
)


def check_days_named(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where another number of days is told than named: 'trong 3 ngày, 15 và 16 tháng 8', 'trong
    02 ngày (từ 15 đến 18/8)'.
    """
    for found in _DAYS.finditer(report.text):
        days = re.findall(r"\d+", found["said"])
        if len(days) != int(found["number"]) and sorted(map(int, days)) == list(map(int, days)):
            yield _finding(found, len(days))
    for found in _SPAN_OF_DAYS.finditer(report.text):
        lasts = int(found["until"]) - int(found["since"]) + 1
        one_month = found["m"] is None or int(found["m"]) == int(found["month"])
        if one_month and lasts >= _LEAST and int(found["number"]) not in (lasts, lasts - 1):
            yield _finding(found, lasts)


_DAY = r"\d{1,2}(?:/\d{1,2}(?:/(?:19|20)\d\d)?)?"
_ON_DAYS = re.compile(
    rf"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>{EVENT})(?!\w)(?P<more>[^.;:()\d\n]{{0,80}}?)"
    rf"(?:,? vào)?(?: các)?,? \(?(?:vào )?(?:các )?ngày "
    rf"(?P<said>{_DAY}(?:(?:, |; )(?:và )?(?:ngày )?{_DAY}){{1,20}}(?:,? và (?:ngày )?{_DAY})?)"
    r"(?!\d|/|,\d| đến| ?[-–] ?\d| tháng \d{1,2}(?:,| và))"
)
_DAYS_APART = re.compile(r"(?<!\w)(?:từ|đến|trước|kế hoạch|theo|tại (?:văn bản|báo cáo|thông báo)|số)(?!\w)")


def check_days_of_events(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where another number of days is told than events: '06 hội nghị vào các ngày 03/3, 05/3,
    07/3, 10/3 và 12/3/2025'.

    Not flagged: events of which many are held on a day; days of what is named between.
    """
    for found in finds(_ON_DAYS, report.text):
        told, number = len(re.findall(_DAY, found["said"])), int(found["number"])
        if told > _LEAST and told != number and abs(told - number) <= _LEAST and not _DAYS_APART.search(found["more"]):
            yield _finding(found, told)


def _finding(found: re.Match[str], named: int) -> Finding:
    facts = {"total": f"{found['number']} {found['noun']}", "named": str(named)}
    return Finding("sum-mismatch", "warning", Span(found.start("number"), found.end("noun")), "named", facts)


CHECKS = (check_names_in_brackets, check_years_named, check_days_named, check_days_of_events)
