"""Date and issuer of a citation, as printed behind its number, in either order.

[","] "ngày 12/12/2013" ["của" issuer]        ["của" issuer] [","] "ngày 12/12/2013"
"""

from __future__ import annotations

import re
from functools import lru_cache

from tongket.reading.citations.issuers import may_issue, read_issuer, read_parties
from tongket.reading.citations.mentions import Mention
from tongket.reading.form.printed_bodies import UNIT_KINDS
from tongket.vietnamese.dates import DateMention, find_dates, parse_date
from tongket.vietnamese.unicode import CAPITALS

_BEFORE_DATE = re.compile(
    r"\s*+(?:,\s*+)?(?:\(\s*+)?(?:được\s+)?(?:ban hành\s+|ký\s+|đề\s+|thông qua\s+|cùng\s+)?"
    r"(?=[Nn]gày|NGÀY|[Tt]háng\s+[0-9]|[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4})"
)
_YEAR_OF = re.compile(
    r"(?:\s*\((?:đã )?(?:được )?sửa đổi(?:, bổ sung)?\))?"
    r"\s+(?:năm\s+)?((?:19|20)[0-9]{2})(?=\s*(?:của|[,;.)“\"]|\s+(?:và|về|quy|được|là|thì)\b|$))"
)
_YEAR_BEFORE_ISSUER = re.compile(r"\s+năm\s+((?:19|20)[0-9]{2})(?=\s+của\s+[A-ZĐỦ])")  # else it belongs to the title
_MISREAD = str.maketrans("lIoO", "1100")
_TERM = re.compile(r"\s*,?\s*\(?[Kk]h[óo][aá]\s+[IVX]+\)?(?=\s*,?\s*(?:ngày|của))")
_PLENUM_HEAD = re.compile(r"\s*,?\s*(?=Hội nghị\s+(?:lần\s+)?(?:thứ|Trung ương|TW|BCH))")
_PARTY_HEAD = re.compile(r"\s+(?=(?:Hội nghị|BCH|Ban Chấp hành|Ban Thường vụ|Ban Bí thư|Bộ Chính trị)\b)")

# The line of place and day may be copied with the number: 'số 41/KH-UBND, Mẫu Sơn, ngày 05 tháng 8 năm 2020'
_PLACE = re.compile(
    rf",[ \n\u00a0]{{1,2}}(?P<name>[{CAPITALS}]\w+(?:[ \u00a0]\w+){{0,3}}),?[ \n\u00a0]{{1,2}}"
    r"(?=ngày[ \u00a0]{1,2}[0-9]{1,2}[ \u00a0]{1,2}tháng)"
)

# The unit of the body in a symbol, where its day follows: 'số 09/KH-LĐLĐ thành phố Mẫu Sơn ngày 16/3/2020'
_UNIT_OF_BODY = re.compile(
    rf"[ \n\u00a0]{{1,2}}(?P<unit>(?:(?:{UNIT_KINDS})[ \n\u00a0]{{1,2}}[{CAPITALS}]\w*"
    rf"|(?!Ngày|Nghị|Của|Số|Căn)[{CAPITALS}]\w+[ \u00a0][{CAPITALS}]\w+)(?:[ \n\u00a0][{CAPITALS}]\w+){{0,3}})"
    r"(?=,?[ \n\u00a0]{1,2}ngày[ \n\u00a0]{1,2}[0-9])"
)
# A title between number and day: 'Hướng dẫn số 12/HD-BCĐ v/v “Báo cáo kết quả” ngày 19/4/2020 của Ban Chỉ đạo'
_TITLE_BEFORE_DATE = re.compile(
    r"[ \u00a0]?(?:(?:[Vv]/v|về(?: việc)?)[ \u00a0]?:?[ \u00a0]?)?(?:[“”][^“”\n]{4,200}”|\"[^\"\n]{4,200}\")"
    r"(?=,?[ \n\u00a0]ngày[ \n\u00a0]{1,2}[0-9])"
)

# With what anything may begin that is read here; most citations have nothing of it behind them
_TELLING = re.compile(r"\s*+(?:,\s*+)?(?:\(\s*+)?(?:[bcdđgkKnNpstTBCH0-9])")


def read_date_and_issuer(text: str, mention: Mention, at: int) -> None:
    """Read date and issuer from ``at``, in either order, and stretch the mention over them.

    An issuer printed before the number ('Quyết định của Ủy ban nhân dân tỉnh số 12/QĐ-UBND') stays.
    """
    mention.end = max(mention.end, at)
    if mention.symbol is not None and (place := _PLACE.match(text, at)) is not None:
        at = place.end() if read_issuer(text, place.start("name"), of=False) is None else at
    if mention.symbol is not None:
        at = _take_unit_of_body(text, mention, at)
        if (title := _TITLE_BEFORE_DATE.match(text, at)) is not None:
            _take_behind_title(text, mention, title.end())
            return
    if _TELLING.match(text, at) is None:
        return
    if mention.symbol is not None and (term := _TERM.match(text, at)) is not None:
        at = term.end()
    at = _take_date(text, mention, at)
    at = _take_issuer(text, mention, at)
    if mention.issuer and mention.date is None:
        _take_date(text, mention, at)


def _take_unit_of_body(text: str, mention: Mention, at: int) -> int:
    """Take the unit printed behind a symbol for that of its body, who is the issuer."""
    body = mention.symbol.body if mention.symbol else ""
    found = _UNIT_OF_BODY.match(text, at) if body and "-" not in body else None
    if found is None:
        return at
    mention.issuer, mention.end = f"{body} {' '.join(found['unit'].split())}", found.end()
    return found.end()


def _take_behind_title(text: str, mention: Mention, at: int) -> None:
    """Take day and issuer behind a title; the mention ends before that, as any does that has one."""
    end = mention.end
    _take_issuer(text, mention, _take_date(text, mention, at))
    mention.end = end


def _take_date(text: str, mention: Mention, at: int) -> int:
    before = _BEFORE_DATE.match(text, at)
    if before is None:
        year = (_YEAR_OF if mention.kind == "named" else _YEAR_BEFORE_ISSUER).match(text, at)
        if year is None:
            return at
        mention.date, mention.date_at, mention.end = year[1], (year.start() + 1, year.end()), year.end()
        return year.end()
    start = before.end()
    found = _date_at(text, start)
    if found is None:
        return at
    mention.date, end = found
    mention.date_at = (start, end)
    if "(" in before.group() and text[end : end + 1] == ")":
        end += 1
    mention.end = end
    return end


def _date_at(text: str, start: int) -> tuple[str | None, int] | None:
    """The date printed at ``start`` and where it ends; letters that a scanner took for digits are read as digits.

    The date is None where its place is there and the day cannot be ('31/02/2023').
    """
    found = _date_of(text[start : start + 48])
    return (found[0], start + found[1]) if found else None


@lru_cache(maxsize=4096)
def _date_of(window: str) -> tuple[str | None, int] | None:
    """As ``_date_at``, at the beginning of ``window``."""
    found = _first_date(window) or _first_date(window.translate(_MISREAD))
    if found is not None:
        return found.date, found.end
    return _damaged_date(window)


def _first_date(window: str) -> DateMention | None:
    """The date that ``window`` begins with, behind 'ngày' or without."""
    found = next(find_dates(window), None)
    return found if found is not None and found.start <= len("ngày ") else None


# What a scanner leaves of a date, or a slip of the writer's: the day or month unreadable, a mark lost, 'tháng' twice
_DAMAGED = (
    re.compile(
        r"[Nn]gày\s*(?:(?P<day>[0-9]{1,2})(?=\s)|[^\s,;]{0,4})\s*[Tt]h[áảạa]ng\s*(?P<month>[^\s,;]{0,3})\s*"
        r"(?:[Nn][ăắãặ]m|tháng)\s?[).:]?\s?(?P<year>(?:19|20)[0-9]{2})"
    ),
    re.compile(r"[Nn]gày\s*(?P<day>[0-9]{2})(?P<month>[0-9]{2})[/.\-](?P<year>(?:19|20)[0-9]{2})\b"),
)
_MONTHS = frozenset(str(month) for month in range(1, 13))


def _damaged_date(window: str) -> tuple[str | None, int] | None:
    """As much as can be read of a damaged date, None of a day that cannot be ('31/02/2023'); nothing is guessed."""
    for pattern in _DAMAGED:
        found = pattern.match(window)
        if found is not None:
            month, day = found["month"].lstrip("0"), (found["day"] or "").lstrip("0")
            date = found["year"] if month not in _MONTHS else f"{found['year']}-{month:0>2}"
            whole = parse_date(f"{day}/{month}/{found['year']}") if day else None
            return whole or date, found.end()
    shape = re.match(r"[Nn]gày\s*[0-9]{1,2}\s?[/.\-–]\s?[0-9]{1,2}\s?[/.\-–]\s?[0-9]{2,4}\b", window)
    return (None, shape.end()) if shape else None


def _take_issuer(text: str, mention: Mention, at: int) -> int:
    issuer = read_issuer(text, at)
    if issuer is None and mention.symbol is not None and (plenum := _PLENUM_HEAD.match(text, at)) is not None:
        issuer = read_issuer(text, plenum.end(), of=False)
    if issuer is None and mention.date_at is not None and (party := _PARTY_HEAD.match(text, at)) is not None:
        issuer = read_issuer(text, party.end(), of=False)
    if issuer is None:
        parties = read_parties(text, at) if mention.symbol is not None else None
        if parties is not None:
            mention.issuer = " ".join(text[slice(*parties)].split())  # the words are its title, too
        return at
    if mention.symbol is not None and not may_issue(text[slice(*issuer)], mention.symbol.body):
        return at  # 'thực hiện Chỉ thị 06-CT/TU của Ủy ban nhân dân phường': whose report, not whose directive
    mention.issuer = " ".join(text[slice(*issuer)].split())
    mention.end = issuer[1]
    return issuer[1]
