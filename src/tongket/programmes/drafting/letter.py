"""What a request letter says about the request itself: what is reviewed, its period, closing date and deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.documents import Regime
from tongket.model.programmes import DirectiveRef, Due
from tongket.vietnamese.dates import find_dates, find_periods, parse_date

_LEVELS = (
    (
        "commune",
        re.compile(r"(?:cấp |các |UBND |ủy ban nhân dân |đảng ủy |)(?:xã|phường|thị trấn|cơ sở)(?!\w)(?! hội)"),
    ),
    ("district", re.compile(r"(?:cấp |các )?(?:huyện|quận|thị xã|thành phố trực thuộc tỉnh)(?!\w)")),
    (
        "province",
        re.compile(
            r"(?:cấp tỉnh|sở, (?:ban, )?ngành|các sở|cơ quan, đơn vị cấp tỉnh|ban, ngành tỉnh|tỉnh ủy|toàn tỉnh)"
        ),
    ),
)
_DEADLINE = re.compile(
    r"(?:[Tt]rước|[Đđ]úng|[Gg]ửi[^.;\n]{0,120}?(?:\btrong|\bđến hết)|[Tt]hời gian (?:gửi|nộp)(?: báo cáo)?"
    r"|[Cc]hậm nhất(?: là)?(?: đến)?|[Mm]uộn nhất(?: là)?"
    r"|[Hh]ạn (?:cuối|chót|nộp|gửi)(?: cùng)?(?: báo cáo)?(?: là)?"
    r"|[Tt]hời hạn(?: gửi| nộp| hoàn thành)?(?: báo cáo)?|[Gg]ửi[^.;\n]{0,120}?\bvào)\s*:?\s*(?:hết )?"
    r"(?:\d{1,2}\s*(?:giờ|h)\s*\d{0,2}\s*(?:phút)?,?\s*)?(?:trước |hết )?"
    r"(?:(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật),?\s*)?(?=ngày\b|\d{1,2}\s?[/.-])"
)
_CLOSING = re.compile(
    r"(?:[Ss]ố liệu[^.;\n]{0,60}?(?:tính|chốt|lấy|cập nhật)(?: số liệu)?(?: đến)?(?: hết)?(?: thời điểm)?"
    r"|[Tt]hời điểm (?:chốt|lấy|tính) số liệu"
    r"[^.;\n\d]{0,30}|[Cc]hốt số liệu[^.;\n\d]{0,30}|[Mm]ốc (?:thời gian|số liệu)[^.;\n\d]{0,40}đến(?: hết)?)"
    r"\s*:?\s*(?:là )?(?:đến )?(?:hết )?"
    r"(?=ngày\b|tháng\b|\d{1,2}\s?[/.-])"
)
_PERIOD = re.compile(r"(?:[Tt]hời (?:gian|kỳ|điểm)|[Kk]ỳ|[Gg]iai đoạn|[Ss]ố liệu|[Mm]ốc)[^.;\n]{0,60}?(?=từ\b)")
_DAY_PRINTED = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s?[/.\-]\s?\d{1,2}(?:\s?[/.\-]\s?\d{2,4})?(?![\d/])"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
)
_OF_REPORTS = re.compile(r"báo cáo|[Bb]áo cáo|gửi|[Gg]ửi|nộp|tổng hợp|[Tt]hời hạn|[Hh]ạn (?:cuối|chót|nộp|gửi)")
_BLANK_DAY = re.compile(r"(?:ngày\s*)?[.…_\s]{2,}|ngày\s*[.…_]*\s*(?:/|tháng)")
_REVIEW = re.compile(r"(?:[Ss]ơ kết|SƠ KẾT)|(?:[Tt]ổng kết|TỔNG KẾT)")
_YEARS = re.compile(r"(?:[Ss]ơ kết|SƠ KẾT|[Tt]ổng kết|TỔNG KẾT|[Kk]ết quả)\s+(\d{1,2})\s+(?:năm|NĂM)")


MEND_DAY = N_(
    "Correct the day in the letter, or decide it yourself with --decide programme.due=commune=2026-10-15 or "
    "--decide programme.closing=2026-09-30."
)
_MEND_DUES = N_("Keep one of the two in the letter, or decide it yourself: --decide programme.due=commune=2026-10-15.")


@dataclass(frozen=True, slots=True)
class Letter:
    """The request letter as far as it was read; "" or () where it does not say.

    ``text`` is the whole text, a paragraph a line, ``typed`` the same with the line ends of the file (of the same
    length), and ``file`` its name, for places in messages; ``end`` is where the outline or the first
    appendix begins (0: nowhere), for what is set there is not set for the whole request. ``symbol`` and ``date`` are
    the letter's own.
    """

    file: str
    text: str
    subject: str = ""
    issuer: str = ""
    regime: Regime | None = None
    directive: DirectiveRef | None = None
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    symbol: str = ""
    date: str = ""
    end: int = 0
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the letter sets: the day, for which levels ((): all), the words, and where (file:line)."""

    date: str
    levels: tuple[str, ...]
    words: str
    where: str


def review(text: str) -> str:
    """'sơ kết' or 'tổng kết', by whichever stands first; "" for neither."""
    found = _REVIEW.search(text)
    return "" if found is None else "sơ kết" if found[0].lower().startswith("sơ") else "tổng kết"


def years(text: str) -> int:
    """'sơ kết 05 năm' -> 5; 0 where no span of years is named."""
    found = _YEARS.search(text)
    return int(found[1]) if found else 0


def deadlines(letter: Letter) -> tuple[Dated, ...]:
    """The days by which reports must be there, in the order of the text.

    Raises:
        ReadError: a day is printed that no calendar has.
    """
    return tuple(_dated(letter, _DEADLINE, letter.end or len(letter.text)))


def closings(letter: Letter) -> tuple[Dated, ...]:
    """The days until which the figures count; where the letter sets none, the first that a form states.

    Raises:
        ReadError: a day is printed that no calendar has.
    """
    found = tuple(_dated(letter, _CLOSING, letter.end or len(letter.text)))
    return found or tuple(_dated(letter, _CLOSING, len(letter.text)))[:1]


def _dated(letter: Letter, pattern: re.Pattern[str], end: int) -> Iterator[Dated]:
    """The days that ``pattern`` leads up to; of deadlines only those in a clause that speaks of reports."""
    text = letter.text
    flat = text.replace("\n", " ")  # a date may be broken over two lines; offsets stay
    at = 0
    while (found := pattern.search(text, at, end)) is not None:
        at = found.end()
        low, high = _clause(text, found.start(), found.end())
        if _BLANK_DAY.match(text, at) or (pattern is _DEADLINE and not _OF_REPORTS.search(text, low, high)):
            continue  # left to fill in, or about something else
        day = _day(letter, flat, at, found.start())
        if day is None:
            continue
        date, at = day
        words = " ".join(text[low:at].split())
        yield Dated(date, _levels(text[low : found.start()], text[at:high]), words, place(letter, found.start()))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """From the last line's end, semicolon or full stop before ``start`` to the next after ``end``."""
    low = _clause_start(text, start)
    while (
        text[low - 1 : low] == "\n" and text[low : low + 40].lstrip()[:1].islower()
    ):  # a line that goes on with the one before
        low = _clause_start(text, low - 1)
    stops = [at for at in (text.find(";", end), text.find("\n", end)) if at >= 0]
    return low, min(stops, default=len(text))


def _clause_start(text: str, start: int) -> int:
    return max(text.rfind("\n", 0, start), text.rfind(";", 0, start), text.rfind(". ", 0, start)) + 1


def _day(letter: Letter, flat: str, at: int, start: int) -> tuple[str, int] | None:
    """The day printed at ``at`` and where it ends; a day without a year is the next one after the letter's date.

    Raises:
        ReadError: what is printed there is no day of the calendar.
    """
    date = next(find_dates(flat, at, min(at + 60, len(flat))), None)
    if date is not None and date.start - at <= 6:
        return date.date, date.end
    printed = _DAY_PRINTED.match(flat, at)
    if printed is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", printed[0])]
    if len(numbers) == 2 and len(letter.date) == 10:
        for year in (int(letter.date[:4]), int(letter.date[:4]) + 1):
            day = f"{year:04d}-{numbers[1]:02d}-{numbers[0]:02d}"
            if parse_date(f"{numbers[0]}/{numbers[1]}/{year}") == day and day >= letter.date:
                return day, printed.end()
    raise ReadError(
        N_("the letter sets a day that no calendar has: '{day}'."),
        MEND_DAY,
        where=place(letter, start),
        day=printed[0],
    )


def _levels(before: str, after: str) -> tuple[str, ...]:
    """The levels that the clause before a day names; else those in brackets after it."""
    found = tuple(level for level, pattern in _LEVELS if pattern.search(before))
    if found:
        return found
    bracket = re.match(r"\s*\(([^()]*)\)|\s*(?:đối với|áp dụng với)\s+([^.;\n]*)", after)
    words = (bracket[1] or bracket[2]) if bracket else ""
    return tuple(level for level, pattern in _LEVELS if pattern.search(words))


def place(letter: Letter, at: int) -> str:
    """'file:line' of an offset of the letter's text."""
    return f"{letter.file}:{(letter.typed or letter.text).count(chr(10), 0, at) + 1}"


def span(letter: Letter) -> tuple[str, str]:
    """First and last day of the period that the letter names, "" where it names none."""
    for found in _PERIOD.finditer(letter.text):
        stop = letter.text.find("\n", found.end())
        period = next(find_periods(letter.text, found.end(), stop if stop >= 0 else len(letter.text)), None)
        if period is not None and period.since and period.start - found.end() < 12:
            since, until = _first_day(period.since), _last_day(period.until or "")
            return since, until
    return "", ""


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) in (4, 7) else date


def _last_day(date: str) -> str:
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        from calendar import monthrange

        return f"{date}-{monthrange(int(date[:4]), int(date[5:7]))[1]}"
    return date


def dues(found: Sequence[Dated], asked: Sequence[str]) -> tuple[Due, ...]:
    """The due day of each level; a day for all counts for every level that has none of its own.

    Raises:
        ReadError: two different days are set for one level.
    """
    own: dict[str, Dated] = {}
    for one in found:
        if len(one.date) != 10:
            continue
        for level in one.levels or ("",):
            if level in own and own[level].date != one.date:
                raise ReadError(
                    N_("two deadlines contradict each other: {first} ({place}) and {second}."),
                    _MEND_DUES,
                    where=one.where,
                    first=own[level].date,
                    place=own[level].where,
                    second=one.date,
                )
            own.setdefault(level, one)
    levels = list(dict.fromkeys([*asked, *(level for level in own if level)]))
    return tuple(Due(level, (own.get(level) or own[""]).date) for level in levels if level in own or "" in own)


def addressed_levels(lines: Sequence[str]) -> tuple[str, ...]:
    """The levels whose bodies a letter is addressed to ('Kính gửi: ...'), the highest first."""
    text = " ; ".join(lines)
    found = [level for level, pattern in _LEVELS if pattern.search(text[:1].lower() + text[1:])]
    return tuple(level for level in ("province", "district", "commune") if level in found)
