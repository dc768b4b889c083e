"""Personal data in a report (dữ liệu cá nhân): a report holds aggregates, never a person's numbers.

Luật 91/2025/QH15 and Nghị định 356/2025/NĐ-CP; no message shows more than the last two digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import Spans
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

PERSONAL_DATA = Kind(
    name="personal-data",
    title=N_("Personal data"),
    meaning=N_(
        "The report prints a number that belongs to one person: an identity card, telephone or bank account number, "
        "a birth date, or a private e-mail address."
    ),
    example="Liên hệ ông trưởng thôn Khe Lạnh, điện thoại 0900 000 012.",
    not_flagged=N_(
        "Telephones of offices and companies, official e-mail addresses (.gov.vn), document numbers, amounts of money, "
        "and code numbers of files."
    ),
    severities=("warning",),
    cases={
        "identity": Case(
            N_("An identity number of a person (ending in {tail})."),
            N_("Delete it: a report holds numbers of people, not people's numbers."),
        ),
        "telephone": Case(
            N_("A person's telephone number (ending in {tail})."),
            N_("Delete it, or give the office's own number."),
        ),
        "account": Case(
            N_("A bank account number (ending in {tail})."),
            N_("Delete it; name the fund, not the account."),
        ),
        "birth": Case(
            N_("A person's date of birth."),
            N_("Delete it; give the number of people by age group where it is needed."),
        ),
        "email": Case(
            N_("A private e-mail address."),
            N_("Delete it, or give the office's official address."),
        ),
    },
)
KINDS = (PERSONAL_DATA,)

_RUN = re.compile(r"[+\d][\d .]{8,}")  # cheap to find; what it is, the next pattern says
_DIGITS = re.compile(
    r"(?:(?<![\w.,/-])|(?<=ĐT))(?:\+84|0)\d(?:[ .]?\d){8}(?![\d/]|[.,]\d)|(?<![\w.,/-])\d{9}(?:\d{3})?(?![\w/]|[.,]\d)"
)
_ACCOUNT = re.compile(
    r"(?:[Tt]ài khoản|STK|[Ss]ố tài khoản)(?:\s+(?:số|ngân hàng)?[^\d\n]{0,20})[:\s]*(\d[\d ]{7,18}\d)"
)
_IDENTITY_WORDS = re.compile(r"CCCD|CMND|CMTND|[Cc]ăn cước|[Cc]hứng minh (?:nhân dân|thư)|định danh cá nhân|thẻ đảng")
_PHONE_WORDS = re.compile(r"điện thoại|Điện thoại|ĐT|SĐT|SDT|[Ll]iên hệ|Zalo|di động")
_OFFICE = re.compile(
    r"Công ty|công ty|Doanh nghiệp|Trung tâm|Văn phòng|Trạm|Bệnh viện|Cảng vụ|[Đđ]ường dây nóng|[Tt]rực ban|[Tt]ổng đài"
    r"|[Hh]otline|Fax|FAX|(?:Sở|Chi cục|Ban|Phòng|UBND|Ủy ban|Công an|Bộ Chỉ huy|Đồn)[^.;\n]{0,40}[:(] ?$"
)
_IS_DATE = re.compile(r"[0-3]?\d[./-][01]?\d[./-](?:19|20)\d\d(?!\d)")
_BORN = (  # no 'phát sinh ngày', 'khai sinh ngày'; a letter comes first: the engine jumps from one to the next
    r"[Ss](?<!phát .)(?<!nảy .)(?<!hy .)(?<!hi .)(?<!khai .)(?<!tái .)(?<!học .)(?<!vệ .)(?<!thí .)inh ngày"
)
_BIRTH = re.compile(
    rf"(?:{_BORN}|[Nn]gày sinh|SN)\s*:?\s*\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}"
    rf"|{_BORN}\s+\d{{1,2}} tháng \d{{1,2}} năm \d{{4}}"
)
_BIRTH_WORDS = ("inh ngày", "gày sinh", "SN")
_EMAIL = re.compile(r"[\w.+-]{2,}@(?:[\w-]+\.)+[a-z]{2,}")


def check_personal_data(report: Report) -> Iterator[Finding]:
    """Yield ``personal-data`` for numbers and addresses of single persons in the body, notes and tables.

    Not flagged: digits that are part of a figure, a document number or a date; the letterhead; official addresses;
    telephones that the line gives as those of an office or a company, and those of a list that is one of hotlines.
    """
    text = report.text
    cited = [Span(one.start, one.end) for one in report.citations]
    yield from _found(text, [*cited, *(Span(one.start, one.end) for one in report.figures if one.unit)])


def personal_data_in(text: str) -> tuple[Finding, ...]:
    """``personal-data`` in a text that is no report: what somebody wrote into a cell."""
    return tuple(_found(text, ()))


def _found(text: str, read: Iterable[Span]) -> Iterator[Finding]:
    """What ``text`` holds outside the places that were ``read`` as something else."""
    accounts = [Span(*match.span(1)) for match in finds(_ACCOUNT, text)] if _names_account(text) else []
    for place in accounts:
        yield _finding("account", place, text[place.start : place.end])
    taken = Spans([*accounts, *read])
    for run in _RUN.finditer(text):
        for match in _DIGITS.finditer(text, run.start(), run.end() + 3):
            place = Span(*match.span())
            case = "" if taken.touch(place) else _case(text, place)
            if case:
                yield _finding(case, place, match.group())
    for match in finds(_BIRTH, text) if any(word in text for word in _BIRTH_WORDS) else ():
        yield Finding("personal-data", "warning", Span(*match.span()), "birth")
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if not _is_official(text, match):
            yield Finding("personal-data", "warning", Span(*match.span()), "email")


def _names_account(text: str) -> bool:
    return "ài khoản" in text or "STK" in text


_OFFICIAL = re.compile(r"\.(?:gov|org|dcs|edu|chinhphu)\.?vn|chinhphu\.vn|@[\w-]+\.gov")


def _is_official(text: str, match: re.Match[str]) -> bool:
    """Whether an address is an office's, also one cut by a line's end, or that of a digital signature."""
    whole = re.sub(r"\s", "", text[match.start() : match.end() + 12])
    before = text[max(0, match.start() - 120) : match.start()]
    return bool(_OFFICIAL.search(whole)) or "Người ký" in before or _OF_OFFICE.search(before) is not None


_OF_OFFICE = re.compile(
    r"(?:[Đđ]ịa chỉ|Trụ sở)\s?:[^\n]{0,70}(?:[Đđ]iện thoại|ĐT|Fax)[^\n]{0,50}$"
)  # the foot of an office's letter


def _case(text: str, place: Span) -> str:
    """What the digits are, by the words before them and by their form; "" when nothing says that they are personal."""
    before = text[max(0, place.start - 60) : place.start].rsplit("\n", 1)[-1]
    if _OFFICE.search(before) or _IS_DATE.match(text, place.start) or _is_of_hotlines(text, place.start):
        return ""
    digits = re.sub(r"\D", "", text[place.start : place.end])
    if len(digits) in (9, 12) and _IDENTITY_WORDS.search(before):
        return "identity"
    if _PHONE_WORDS.search(before):
        return "telephone"
    if len(digits) == 12 and digits[0] == "0":
        return "identity"
    mobile = len(digits) == 10 and digits[0] == "0" and digits[1] in "35789"
    return "telephone" if mobile or text[place.start] == "+" else ""


_LEAD_OF_HOTLINES = re.compile(r"(?:[Đđ]ường dây nóng|[Hh]otline|[Tt]ổng đài|[Tt]rực ban)(?!\w)[^\n]*:\s*$")
_OF_LIST = re.compile(r"\s*[-+–*•]")
_MOST_LINES, _LINE = 12, 160


def _is_of_hotlines(text: str, at: int) -> bool:
    """Whether a number stands in a list whose lead calls it one of hotlines, which an office publishes."""
    for _ in range(_MOST_LINES):
        low = text.rfind("\n", max(at - _LINE, 0), at)
        if low < 0 or not _OF_LIST.match(text, low + 1, at + 1):
            return False
        above = text.rfind("\n", max(low - _LINE, 0), low) + 1
        if _LEAD_OF_HOTLINES.search(text, above, low):
            return True
        at = low
    return False


def _finding(case: str, place: Span, digits: str) -> Finding:
    return Finding("personal-data", "warning", place, case, {"tail": re.sub(r"\D", "", digits)[-2:]})
