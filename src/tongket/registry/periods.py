"""Periods as people write them: 'quý I/2026', '6 tháng đầu năm 2026', 'giai đoạn 2021-2025', 'nhiệm kỳ 2021-2026'.

``period`` reads one; what comes before and after, and what may be added, stands in ``cycles`` and is given again here.
Terms of office come from ``data/terms.tsv``; a table of one's own adds to them (docs/periods.md).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.mistakes import Mistake, mistake
from tongket.model.periods import Period
from tongket.registry.cycles import (
    Regime,
    cycle_on,
    days_of,
    label_of,
    month,
    months,
    months_of,
    nine_months,
    not_addable,
    overlapping,
    parts,
    period_before,
    quarter,
    recognised,
    same_regime,
    shifted,
    year_of,
)
from tongket.registry.cycles import half as half_year
from tongket.vietnamese.dates import find_periods, parse_date
from tongket.vietnamese.unicode import fold_marks, key

__all__ = [
    "Regime",
    "Term",
    "cycle_on",
    "days_of",
    "half_year",
    "label_of",
    "month",
    "months",
    "months_of",
    "nine_months",
    "not_addable",
    "overlapping",
    "parts",
    "period",
    "period_before",
    "quarter",
    "read_terms",
    "recognised",
    "same_regime",
    "shifted",
    "terms",
    "year_of",
]

DATA = Path(__file__).parent / "data" / "terms.tsv"
EXAMPLES = N_(
    "Write for instance: quý I/2026; 6 tháng đầu năm 2026; năm 2025; giai đoạn 2021-2025; từ 01/01/2021 đến 30/6/2026; "
    "2021-01-01/2026-06-30."
)
_MOST_CHARACTERS = 200
_FIRST_YEAR, _LAST_YEAR = 1945, 2099

_SPELLED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _words(*words: str) -> str:
    """Alternatives of Vietnamese words, as ``key`` writes them."""
    return "(?:" + "|".join(re.escape(key(word)) for word in words) + ")"


_COUNT = rf"(?P<count>\d{{1,2}}|{_words(*_SPELLED)})"
_Y = r"(?:19|20)\d\d"
_YEAR = rf"(?P<year>{_Y})"
_OF_YEAR = rf"(?:[\s,]*(?:{_words('của', 'trong')}\s*)?(?:{_words('năm')}\s*|[/.\-]\s*|\s){_YEAR}|\s+{_words('năm')})?"
_SIDE = rf"(?P<side>{_words('đầu', 'cuối')})"
_LEAD = re.compile(
    rf"^(?:{_words('số liệu', 'báo cáo', 'kỳ báo cáo', 'định kỳ', 'kỳ', 'trong', 'cả', 'cho', 'kết quả')}\s+)+"
)
_QUARTER = re.compile(
    rf"{_words('quý')}\s*(?P<quarter>iv|i{{1,3}}|0?[1-4]){_OF_YEAR}"
    rf"|q(?P<q>[1-4])\s*[/\-. ]\s*(?P<y2>{_Y})|(?P<y3>{_Y})\s*-?\s*q(?P<q3>[1-4])"
)
_MONTHS = re.compile(rf"{_COUNT}\s*{_words('tháng')}(?:\s+{_SIDE})?{_OF_YEAR}")
_HALF = re.compile(rf"{_words('nửa')}\s+(?:{_words('năm')}\s+)?{_SIDE}{_OF_YEAR}")
_MONTH = re.compile(
    rf"(?:{_words('tháng')}|t)\s*(?P<month>0?[1-9]|1[0-2]){_OF_YEAR}"
    rf"|(?P<m2>0?[1-9]|1[0-2])\s*/\s*(?P<y2>{_Y})|(?P<y3>{_Y})-(?P<m3>0[1-9]|1[0-2])"
)
_WHOLE_YEAR = re.compile(rf"(?:{_words('năm')}\s+)?{_YEAR}")
_TERM_WORDS = tuple(key(word) for word in ("nhiệm kỳ", "nhiệm kì", "khóa"))
_SPAN = re.compile(
    rf"(?:{_COUNT}\s+{_words('năm')}\s*[,:(]?\s*)?"
    rf"(?P<lead>{_words('giai đoạn', 'thời kỳ', 'nhiệm kỳ', 'nhiệm kì', 'khóa')})?\s*\(?\s*"
    rf"(?:{_words('từ')}\s+)?(?:{_words('năm')}\s+)?(?P<first>{_Y})"
    rf"\s*(?:-|{_words('đến')}(?:\s+{_words('hết')})?)\s*(?:{_words('năm')}\s+)?(?P<last>(?:19|20)?\d\d)\s*\)?"
)
_ISO = re.compile(r"(?P<start>\d{4}(?:-\d\d(?:-\d\d)?)?)?/(?P<end>\d{4}-\d\d(?:-\d\d)?|\d{4})")
_ROMAN_TERM = re.compile(r"(?P<number>[IVXL]{1,7})(?!\w)")


def period(
    text: str, regime: Regime = "nd-09", *, year: int | None = None, terms_known: Sequence[Term] | None = None
) -> Period | Mistake:
    """The period that the whole of ``text`` names; cycles (month to year) by the closing days of ``regime``.

    ``year`` is meant where the words name none ('6 tháng cuối năm'). Spans of years begin on 1 January and end on
    31 December; days count as written. A mistake where it names none, or several.
    """
    bare = fold_marks(text).strip(" \t\n,;:.()[]").strip()
    if not bare or len(bare) > _MOST_CHARACTERS:
        return mistake(N_("No period is written here."), EXAMPLES)
    iso = _ISO.fullmatch(bare)
    if iso:
        return _iso(iso["start"] or "", iso["end"], text)
    folded = _LEAD.sub("", key(bare))
    for pattern, read in _GRAMMAR:
        found = pattern.fullmatch(folded)
        if found:
            return read(found, regime, year, text)
    named = _term(bare, folded, terms() if terms_known is None else terms_known)
    return named if named is not None else _days(bare, text)


def _iso(start: str, end: str, text: str) -> Period | Mistake:
    first, last = _first_day(start) if start else "", _last_day(end)
    if (start and not first) or not last:
        return mistake(N_("'{text}' holds a day that no calendar has."), EXAMPLES, text=text)
    if not first:
        return replace(made := Period("", last), label=label_of(made, "vi"))
    return _span(first, last, text)


def _span(first: str, last: str, text: str) -> Period | Mistake:
    if first > last:
        return mistake(N_("'{text}' ends before it begins."), EXAMPLES, text=text)
    return recognised(first, last)


def _first_day(date: str) -> str:
    """The first day of an ISO date that may be cut; "" for one that no calendar has."""
    whole = date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date
    return whole if _is_day(whole) else ""


def _last_day(date: str) -> str:
    if len(date) == 4:
        date += "-12"
    if len(date) == 7 and "01" <= date[5:] <= "12":
        date += f"-{monthrange(int(date[:4]), int(date[5:]))[1]:02d}"
    return date if _is_day(date) else ""


def _is_day(date: str) -> bool:
    try:
        return _FIRST_YEAR <= dt.date.fromisoformat(date).year <= _LAST_YEAR
    except ValueError:
        return False


def _year(found: re.Match[str], year: int | None, *names: str) -> int | None:
    printed = next((found[name] for name in ("year", *names) if found[name]), None)
    return int(printed) if printed else year


def _without_year(text: str) -> Mistake:
    return mistake(N_("'{text}' does not say of which year."), N_("Write the year: quý I/2026, năm 2026."), text=text)


def _read_quarter(found: re.Match[str], regime: Regime, year: int | None, text: str) -> Period | Mistake:
    of = _year(found, year, "y2", "y3")
    if of is None:
        return _without_year(text)
    number = found["quarter"] or found["q"] or found["q3"]
    return quarter(of, _NUMERALS.get(number) or int(number), regime)


def _read_months(found: re.Match[str], regime: Regime, year: int | None, text: str) -> Period | Mistake:
    count = _number(found["count"])
    of = _year(found, year)
    if of is None:
        return _without_year(text)
    if not 1 <= count <= 12:
        return mistake(N_("'{text}' counts {count} months of a year."), EXAMPLES, text=text, count=count)
    if found["side"] == key("cuối"):
        return months_of(of, 13 - count, 12, regime)
    return months_of(of, 1, count, regime)


def _read_half(found: re.Match[str], regime: Regime, year: int | None, text: str) -> Period | Mistake:
    of = _year(found, year)
    return _without_year(text) if of is None else half_year(of, 2 if found["side"] == key("cuối") else 1, regime)


def _read_month(found: re.Match[str], regime: Regime, year: int | None, text: str) -> Period | Mistake:
    of = _year(found, year, "y2", "y3")
    number = found["month"] or found["m2"] or found["m3"]
    return _without_year(text) if of is None else month(of, int(number), regime)


def _read_year(found: re.Match[str], regime: Regime, _year: int | None, _text: str) -> Period | Mistake:
    return year_of(int(found["year"]), regime)


def _read_span(found: re.Match[str], _regime: Regime, _year: int | None, text: str) -> Period | Mistake:
    first = int(found["first"])
    last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
    if not 0 <= last - first <= 80:
        return mistake(N_("'{text}' ends before it begins, or spans more than 80 years."), EXAMPLES, text=text)
    if found["count"] and _number(found["count"]) not in (last - first, last - first + 1):
        return mistake(
            N_("'{text}' says {count} years, and {first} to {last} are {years}."),
            N_("Correct the number of years, the first or the last."),
            text=text,
            count=_number(found["count"]),
            first=first,
            last=last,
            years=f"{last - first}" if last == first else f"{last - first}-{last - first + 1}",
        )
    is_term = found["lead"] in _TERM_WORDS
    made = Period(f"{first}-01-01", f"{last}-12-31", "term" if is_term else "span")
    return replace(made, label=label_of(made, "vi"))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else next(n for word, n in _SPELLED.items() if key(word) == text)


_Read = Callable[[re.Match[str], Regime, "int | None", str], "Period | Mistake"]
_GRAMMAR: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_QUARTER, _read_quarter),
    (_MONTHS, _read_months),
    (_HALF, _read_half),
    (_MONTH, _read_month),
    (_WHOLE_YEAR, _read_year),
    (_SPAN, _read_span),
)


def _days(bare: str, text: str) -> Period | Mistake:
    """'từ 01/01/2021 đến 30/6/2026', 'tháng 1/2021 - tháng 6/2026', 'ngày 30/6/2026': days as written."""
    if date := parse_date(bare):
        first, last = _first_day(date), _last_day(date)
        return _span(first, last, text) if first and last else _unknown(text)
    mentions = list(find_periods(bare))
    if len(mentions) == 1 and mentions[0].end == len(bare) and not _TRIVIAL.sub("", bare[: mentions[0].start]):
        since, until = mentions[0].since, mentions[0].until
        if since and until:
            first, last = _first_day(since), _last_day(until)
            return _span(first, last, text) if first and last else _unknown(text)
        if mentions[0].as_of or since:
            return mistake(
                N_("'{text}' says only when it begins or when it ends."),
                N_("Write both days: từ 01/01/2021 đến 30/6/2026."),
                text=text,
            )
    return _unknown(text)


_TRIVIAL = re.compile(r"(?:[Tt]hời gian|[Tt]rong|[Kk]ỳ|[Kk]ỳ báo cáo|[Ss]ố liệu|[Bb]áo cáo|[\s:,(])+")


def _unknown(text: str) -> Mistake:
    return mistake(N_("'{text}' is not a period."), EXAMPLES, text=text)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office (nhiệm kỳ, khóa). ``first``/``last`` are ISO days, or years where the day differs by place.

    ``number`` is Roman, "" where terms are not numbered. ``names`` are the words that people call the body by.
    """

    body: str
    number: str
    first: str
    last: str
    names: tuple[str, ...]
    basis: str = ""
    line: int = 0

    @property
    def period(self) -> Period:
        """The span of the term: whole years where only years are known."""
        number = f" {self.number}" if self.number else ""
        label = f"{self.names[0]}{' khóa' if number else ''}{number}, nhiệm kỳ {self.first[:4]}-{self.last[:4]}"
        return Period(_first_day(self.first), _last_day(self.last), "term", "", label)


@cache
def terms() -> tuple[Term, ...]:
    """The terms of the table that comes with the package."""
    return read_terms(DATA)


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of a table (TSV: body, number, first, last, names, basis); docs/periods.md.

    Raises:
        ProgrammeError: a line that is no term.
    """
    found: list[Term] = []
    for line, text in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line == 1 or not text.strip() or text.startswith("#"):
            continue
        cells = [cell.strip() for cell in text.split("\t")]
        cells += [""] * (6 - len(cells))
        names = tuple(name.strip() for name in cells[4].split("|") if name.strip())
        term = Term(cells[0], cells[1], cells[2], cells[3], names, cells[5], line)
        if len(cells) > 6 or not term.body or not names or not _is_term(term):
            raise ProgrammeError(
                N_("'{text}' is not a term of office."),
                N_(
                    "Write, parted by tabs: body, Roman number, first and last day or year, names parted by '|', basis."
                ),
                where=f"{path.name}:{line}",
                text=text[:80],
            )
        found.append(term)
    return tuple(found)


def _is_term(term: Term) -> bool:
    first, last = _first_day(term.first), _last_day(term.last)
    return bool(first and last and first < last and re.fullmatch(r"[IVXL]*", term.number))


def _term(bare: str, folded: str, known: Sequence[Term]) -> Period | Mistake | None:
    """The term that ``bare`` names by body and number or years; None where it speaks of none."""
    if not _SPEAKS_OF_TERM.search(folded):
        return None
    number = _ROMAN_TERM.search(bare)
    years = re.search(r"((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)", bare)
    found = [
        term
        for term in known
        if (not number or term.number == number["number"])
        and (not years or (term.first[:4], term.last[:4]) == (years[1], years[2]))
    ]
    named = [
        term for term in found if any(re.search(rf"(?<!\w){re.escape(key(name))}(?!\w)", folded) for name in term.names)
    ]
    if not (number or years):
        return None
    if len(named) == 1:
        return named[0].period
    if not named and years and not number:
        return None
    choices = named or found
    if not choices:
        return mistake(
            N_("No term of office is known that '{text}' names."),
            N_("Write its years (nhiệm kỳ 2021-2026), or add it to a table of terms."),
            text=bare,
        )
    return mistake(
        N_("'{text}' may mean: {choices}."),
        N_("Say whose term it is, for instance: Quốc hội khóa XV."),
        text=bare,
        choices="; ".join(term.period.label for term in choices),
    )


_SPEAKS_OF_TERM = re.compile(rf"(?<!\w){_words('khóa', 'nhiệm kỳ', 'nhiệm kì', 'Đại hội', 'khoá')}(?!\w)")
