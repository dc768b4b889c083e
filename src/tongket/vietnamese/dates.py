"""Dates and periods as Vietnamese documents write them: one grammar for the whole project.

A date is given in ISO 8601, cut where it is unknown: '2021-09-07', '2023-12', '2022'. The day always comes first;
two-digit years are of this century. Lunar dates (âm lịch) are never converted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

MomentKind = Literal["day", "month", "quarter", "months", "year", "years", "yearless", "clock"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed at ``start``..``end``, in ISO 8601 as far as it is known."""

    start: int
    end: int
    date: str


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A moment or span of time as printed at ``start``..``end``.

    ``since``, ``until`` and ``as_of`` are ISO dates, all None where the words need the report's own period
    ('6 tháng đầu năm', 'đến nay', 'hằng năm').
    """

    start: int
    end: int
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


class _Moment(NamedTuple):
    """One unbroken expression of time; ``day`` and ``month`` are kept for 'từ 01/3 đến 30/6/2023'."""

    start: int
    end: int
    kind: MomentKind
    since: str | None = None
    until: str | None = None
    month: int | None = None
    day: int | None = None


_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_YEAR = r"(?:19|20)\d\d(?![\d%])"
_TORN_YEAR = r"(?:19|20) \d\d(?!\d)(?=\s*(?:[,;:.)]|$|của|về|và|V/v))"  # '16/7/20 21': a blank that a page left in it
_BLANK = r"[\s.…_]"
_SEP = r"\s?[/.\-–]\s?"
# '02/2015/QĐ-UBND' and '12/5-KH' are document numbers
_NO_SYMBOL = r"(?!\s?[/\-–]\s?[A-ZĐ])(?!/\d)"
_OF_YEAR = rf"(?:\s?[/\-–.]\s?|,?\s+(?:(?:của\s+)?[Nn]ăm|NĂM)\s+)(?P<{{0}}>{_YEAR})"

# What an expression of time begins with, found by the letter of its word that is rarest in any text; of a number, by
# what must follow it where it is a day, a month, a year or an hour
_TELLING = re.compile(
    r"[àÀăĂáÁýÝí0-9](?:(?<=[nN]gà)y(?=[\s.…_])|(?<=NGÀ)Y(?=[\s.…_])|(?<=[nN]ă)m(?=[\s.…_])|(?<=[nN]Ă)M(?=[\s.…_])"
    r"|(?<=[tT]há)ng(?=[\s.…_])|(?<=[tT]HÁ)NG(?=[\s.…_])|(?<=[qQ]u[ýí])(?=\s)|(?<=[qQ]UÝ)(?=\s)"
    r"|(?<=[0-9])(?<!\w\w)(?<![./][0-9])(?=[0-9]{0,3}(?:\s?[/\-–]\s?[0-9]|\s?\.\s?[0-9]{1,2}(?![0-9])|\s?(?:giờ|h)"
    r"|[\s.…_]{0,31}(?:[Tt]háng|THÁNG)|\s+đến\s)))"
)
_BEFORE_ITS_LETTER = {"à": 2, "À": 2, "ă": 1, "Ă": 1, "á": 2, "Á": 2, "ý": 2, "Ý": 2, "í": 2}
_MOMENT = re.compile(
    r"(?:"
    # giờ: 8 giờ 30, 08h30', 14 giờ
    r"(?P<clock>\d{1,2}\s?(?:giờ(?!\s*(?:công|học|làm|chuẩn|giảng|dạy))(?:\s?\d{1,2}(?:\s?phút)?)?|h\s?\d{2}'?|h00?)(?!\w))"
    # ngày 05 tháng 01 năm 2020, also with the day or the month left blank
    rf"|(?:(?:[Nn]gày|NGÀY){_BLANK}{{1,30}})?(?P<d1>{_DAY})?{_BLANK}{{0,30}}(?:[Tt]háng|THÁNG){_BLANK}{{1,30}}"
    rf"(?P<m1>{_MONTH})?{_BLANK}{{0,30}},?\s?(?:năm|NĂM)\s{{1,4}}(?P<y1>{_YEAR}|{_TORN_YEAR})"
    # ngày 05/01/2020, 5-1-2020, 05.01.20
    rf"|(?P<ngay>(?:[Nn]gày|NGÀY)\s+)?(?P<d2>{_DAY}){_SEP}(?P<m2>{_MONTH}){_SEP}"
    rf"(?P<y2>{_YEAR}|{_TORN_YEAR}|(?(ngay)|(?<=/))[0-4]\d(?!\d)){_NO_SYMBOL}"
    # 2020-01-05, as machines write it
    rf"|(?P<y9>{_YEAR})-(?P<m9>0[1-9]|1[0-2])-(?P<d9>[0-3]\d)(?!\d)"
    # 6 tháng đầu năm 2023, 9 tháng năm 2023
    rf"|(?P<n3>\d{{1,2}})\s+tháng\s+(?:(?P<half>đầu|cuối)\s+)?năm(?:\s+(?P<y3>{_YEAR}))?"
    # tháng 6/2023, tháng 6 năm 2023, tháng 6
    rf"|(?:[Tt]háng|THÁNG)\s+(?P<m4>{_MONTH})(?:{_OF_YEAR.format('y4')}{_NO_SYMBOL})?"
    # ngày 27/7, ngày 5 tháng 3, ngày 15
    rf"|(?:[Nn]gày|NGÀY)\s+(?P<d5>{_DAY})(?:(?:{_SEP}|\s+tháng\s+)(?P<m5>{_MONTH}))?(?![/\-]?\d)(?!%)"
    # 06/2023
    rf"|(?P<m6>{_MONTH})\s?[/]\s?(?P<y6>{_YEAR}){_NO_SYMBOL}"
    # quý I/2023, quý 1 năm 2023, Quý IV
    rf"|(?:[Qq]u[ýí]|QUÝ)\s+(?P<q7>IV|I{{1,3}}|0?[1-4](?!\d))(?![A-ZĐ\d])(?:{_OF_YEAR.format('y7')})?"
    # 2016 - 2021, năm 2016 - 2021
    rf"|(?:(?:[Nn]ăm|NĂM)\s+)?(?P<y8>{_YEAR})(?:\s?[-–]\s?|\s+đến\s+(?:(?:hết\s+)?năm\s+)?)(?P<u8>{_YEAR}){_NO_SYMBOL}"
    # năm 2022; năm 2021, 2022 và 2023
    rf"|(?:[Nn]ăm|NĂM)\s+(?P<y10>{_YEAR})(?P<u10>(?:\s?[,;]\s?{_YEAR})*(?:(?:\s+và|,)\s+(?:năm\s+)?{_YEAR})?){_NO_SYMBOL}"
    r")"
)
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_EVERY = re.compile(r"(?:hàng|hằng|mỗi|từng|Hàng|Hằng|Mỗi|ngắn|dài)\s+$")
_AMENDED = re.compile(r"\((?:đã\s+)?(?:được\s+)?sửa đổi(?:\s*,?\s*(?:và\s+)?bổ sung)?(?:\s+một số điều)?\s+$")
_LONGEST_AMENDED = 48
_LUNAR = re.compile(r"\s*[,(]?\s*(?:âm lịch|ÂL|ÂL\))")


def parse_date(text: str) -> str | None:
    """The date that the whole of ``text`` is ('ngày 07-9-2021', 'tháng 12/2023', 'năm 2022'), or None."""
    stripped = text.strip(" \t\n\u00a0,;:()[].")
    if not stripped:
        return None
    if re.fullmatch(_YEAR, stripped):
        return stripped
    found = _moment(stripped, 0)
    if found is None or found.end != len(stripped) or found.since is None or found.since != found.until:
        return None
    return found.since


def printed_day(iso: str, *, party: bool = False) -> str:
    """An ISO date as official documents print it: '2026-02-05' -> '05/02/2026', '2026-09-15' -> '15/9/2026'.

    Days below 10 and the months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, Appendix I, II.4). ``party``:
    with hyphens, as Party documents have it. A cut date gives what it has ('2026-09' -> '9/2026'), and "" stays.
    """
    year, month, day = [*iso.split("-"), "", ""][:3]
    if month and int(month) > 2:
        month = month.lstrip("0")
    return ("-" if party else "/").join(part for part in (day, month, year) if part)


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """The days, months and years printed in ``text[start:end]``, in order; those without a year are left out."""
    for moment in _moments(text, start, len(text) if end is None else end):
        if moment.since is not None and moment.since == moment.until:
            yield DateMention(moment.start, moment.end, moment.since)


def _moments(text: str, start: int, end: int) -> Iterator[_Moment]:
    at = start
    for tell in _TELLING.finditer(text, start, end):
        letter = tell.start()
        begin = letter - _BEFORE_ITS_LETTER.get(text[letter], 0)
        if begin < at:
            continue
        moment = _moment(text, begin)
        if moment is not None and moment.end <= end:
            yield moment
            at = moment.end


def _moment(text: str, at: int) -> _Moment | None:
    """The expression of time that begins at ``at``, if it is one that the calendar knows."""
    found = _MOMENT.match(text, at)
    if found is None:
        return None
    moment = _read(found.start(), found.end(), found)
    low = max(0, at - _LONGEST_AMENDED)
    if text.find("(", low, at) >= 0 and _AMENDED.search(text, low, at):
        return None  # the year of a law: nothing that the report says is of that year
    if moment is not None and moment.since is None and _EVERY.search(text[max(0, at - 6) : at]):
        return None  # 'hằng tháng 2 lần', '3 ngày 2 đêm', 'cây ngắn ngày 06 ha'
    if moment is not None and moment.since is not None and _LUNAR.match(text, moment.end):
        return _Moment(moment.start, moment.end, "yearless")
    return moment


def _read(start: int, end: int, got: re.Match[str]) -> _Moment | None:
    """The meaning of one match of ``_MOMENT``."""
    if got["clock"]:
        return _Moment(start, end, "clock")
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d9", "m9", "y9")):
        if got[year]:
            return _point(start, end, got[day], got[month], got[year].replace(" ", ""))
    if got["n3"]:
        return _months(start, end, int(got["n3"]), got["half"], got["y3"])
    for month, year in (("m4", "y4"), ("m6", "y6")):
        if got[month]:
            return _point(start, end, None, got[month], got[year])
    if got["d5"]:
        return _point(start, end, got["d5"], got["m5"], None)
    if got["q7"]:
        quarter = QUARTERS.get(got["q7"]) or int(got["q7"])
        return _span(start, end, "quarter", 3 * quarter - 2, 3 * quarter, got["y7"])
    if got["y8"]:
        if not 0 <= int(got["u8"] or 0) - int(got["y8"]) <= 80:
            return None
        return _Moment(start, end, "years", got["y8"], got["u8"])
    year = got["y10"] or ""
    years = [year, *re.findall(_YEAR, got["u10"] or "")]
    return _Moment(start, end, "years" if len(years) > 1 else "year", min(years), max(years))


def _point(start: int, end: int, day: str | None, month: str | None, year: str | None) -> _Moment | None:
    """A day, month or year; None for one that no calendar has (31/02/2023)."""
    m = int(month) if month else None
    d = int(day) if day and m else None
    if year is None:
        return _Moment(start, end, "yearless", month=m, day=int(day) if day else None)
    y = int(year) if len(year) == 4 else 2000 + int(year)
    if d and m and d > monthrange(y, m)[1]:
        return None
    date = f"{y:04d}" + (f"-{m:02d}" if m else "") + (f"-{d:02d}" if d else "")
    return _Moment(start, end, "day" if d else "month" if m else "year", date, date, m, d)


def _months(start: int, end: int, count: int, half: str | None, year: str | None) -> _Moment | None:
    """'6 tháng đầu năm 2023', '6 tháng cuối năm', '9 tháng năm 2023'."""
    if not 1 <= count <= 12:
        return None
    first = 13 - count if half == "cuối" else 1
    return _span(start, end, "months", first, first + count - 1, year)


def _span(start: int, end: int, kind: MomentKind, first: int, last: int, year: str | None) -> _Moment:
    if year is None:
        return _Moment(start, end, kind)
    return _Moment(start, end, kind, f"{year}-{first:02d}", f"{year}-{last:02d}")


# What joins two moments to one span, what stands before a span, and what makes a date a reporting date.
_TO = re.compile(r"\s*(?:[-–]|(?:cho\s+)?(?:đến|tới)(?:\s+hết)?)\s*(?:(?:đầu|giữa|cuối)\s+)?")
_SPAN_WORD = re.compile(
    r"(?:[Gg]iai đoạn|[Nn]hiệm k[ỳì]|[Tt]hời k[ỳì]|[Nn]ăm học|[Nn]iên độ"
    r"|[Tt]rung hạn|[Kk]ế hoạch|[Kk]h[óo][aá])\s*\(?$"
)
_SINCE_WORD = re.compile(r"(?:[Tt]ính\s+)?(?:[Tt]ừ|[Kk]ể từ)\s+(?:(?:đầu|giữa|cuối)\s+)?$")
_AS_OF_WORD = re.compile(
    r"(?:(?:[Ss]ố liệu\s+)?(?:[Tt]ính|[Cc]hốt|[Ll][ũu][yỹ] kế)\s+)?"
    r"(?:[Đđ]ến|[Tt]ới)\s+(?:(?:hết|thời điểm|đầu|giữa|cuối)\s+){0,2}$"
)
_PART_WORD = re.compile(r"(?:[Đđ]ầu|[Gg]iữa|[Cc]uối)\s+$")
_OPENERS = ("từ", "Từ", "ầu", "iữa", "uối", "đến", "Đến", "tới", "Tới", "hết", "điểm")
"""What the words end with that begin a span or make a reporting date; before most dates stands none of them."""
_TO_NOW = re.compile(r"\s*(?:cho\s+)?(?:đến|tới)\s+(?:nay|thời điểm hiện tại)\b")


def find_periods(text: str, start: int = 0, end: int | None = None) -> Iterator[PeriodMention]:
    """When: every date, span, reporting date and relative expression in ``text[start:end]``, in order.

    Two dates joined by 'đến' or a dash are one span; the first borrows the month and year of the second.
    """
    stop = len(text) if end is None else end
    yield from _periods(text, list(_moments(text, start, stop)), stop)


def _periods(text: str, every: Sequence[_Moment], stop: int) -> Iterator[PeriodMention]:
    moments = [moment for moment in every if moment.kind != "clock"]
    index = 0
    while index < len(moments):
        moment = moments[index]
        following = moments[index + 1] if index + 1 < len(moments) else None
        if following is not None and _TO.fullmatch(text, moment.end, following.start):
            joined = _join(text, moment, following)
            if joined is not None:
                yield joined
                index += 2
                continue
        yield _single(text, moment, stop)
        index += 1


_RELATIVE = re.compile(
    r"[TtĐđHhCcSs](?:"
    r"(?<=[Tt])ính đến nay|(?<=[Đđ])ến nay|(?<=[Hh])iện nay"
    r"|(?<=[Hh])[àằ]ng (?:năm|quý|tháng|tuần|ngày)"
    r"|(?<=[Tt])rong (?:(?:\d{1,2}|hai|ba|bốn|năm|mười|mười lăm) năm(?: qua| gần đây| đầu)?(?! \d)"
    r"|(?:các |những )?(?:năm|tháng|quý|kỳ|nhiệm kỳ|thời gian)(?: qua| vừa qua| báo cáo| này)?(?! \d))\b"
    r"|(?<=[Cc])ùng kỳ(?: năm trước)?|(?<=[Ss])o với (?:cùng kỳ|năm trước|kỳ trước|đầu nhiệm kỳ)"
    r")"
)

_OF_RELATIVE = ("nay", "àng ", "ằng ", "rong ", "ùng kỳ", "o với ")
"""One of these stands in each of them."""


def find_relative(text: str, start: int = 0, end: int | None = None) -> Iterator[PeriodMention]:
    """Words of time without a date ('đến nay', 'hằng năm', 'trong nhiệm kỳ qua'): the report must say which."""
    stop = len(text) if end is None else end
    if all(text.find(word, start, stop) < 0 for word in _OF_RELATIVE):
        return
    for found in _RELATIVE.finditer(text, start, stop):
        yield PeriodMention(found.start(), found.end())


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[list[tuple[int, int]], list[PeriodMention]]:
    """Where ``text[start:end]`` speaks of time in digits (dates, spans, times of day), and its periods, in one pass."""
    stop = len(text) if end is None else end
    moments = list(_moments(text, start, stop))
    return [(moment.start, moment.end) for moment in moments], list(_periods(text, moments, stop))


def _join(text: str, first: _Moment, last: _Moment) -> PeriodMention | None:
    """'từ <first> đến <last>' as one span; None where the two cannot belong together."""
    since, until = first.since, last.until
    if until is None:
        return PeriodMention(_begin(text, first.start, _SINCE_WORD), last.end)
    if since is None:
        year = until[:4]
        month = first.month or (int(until[5:7]) if len(until) >= 7 else None)
        if month is None:
            return None
        since = f"{year}-{month:02d}" + (f"-{first.day:02d}" if first.day else "")
    if since[: len(until)] > until[: len(since)]:
        return None
    begin = _begin(text, first.start, _SINCE_WORD)
    return PeriodMention(begin, last.end, since, until)


def _single(text: str, moment: _Moment, stop: int) -> PeriodMention:
    """One moment with the words that say how it is meant."""
    if text[max(moment.start - 16, 0) : moment.start].rstrip().endswith(_OPENERS):
        begin = _begin(text, moment.start, _SINCE_WORD)
        if begin != moment.start:
            now = _TO_NOW.match(text, moment.end, stop)
            until = moment.until if moment.kind == "years" else None
            return PeriodMention(begin, now.end() if now else moment.end, moment.since, until)
        for words in (_AS_OF_WORD, _PART_WORD):
            begin = _begin(text, moment.start, words)
            if begin != moment.start:
                return PeriodMention(begin, moment.end, as_of=moment.until)
    if moment.kind == "years":
        return PeriodMention(_begin(text, moment.start, _SPAN_WORD), moment.end, moment.since, moment.until)
    return PeriodMention(moment.start, moment.end, moment.since, moment.until)


def _begin(text: str, at: int, before: re.Pattern[str]) -> int:
    """Where the phrase begins that ends at ``at`` with the words ``before``; ``at`` itself without them."""
    low = max(0, at - 40)
    found = before.search(text[low:at])
    return low + found.start() if found else at
