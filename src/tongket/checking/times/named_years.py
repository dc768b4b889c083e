"""Years and days that a name already tells (năm âm lịch, sự kiện lần thứ ..., ngày kỷ niệm): 'Tết Nhâm Dần năm 2021',
'ngày Thương binh - Liệt sĩ 27/8', an event of two years.

Cases of ``date-chronology`` and ``period-mismatch``, whose pages stand with the dates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.named_days import named_days
from tongket.vietnamese.unicode import SMALL, key

_STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")  # of years that end in 0, 1, 2 ...
_BRANCHES = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")  # of 1920, 1921 ...
_SPELT = {"Quí": "Quý", "Kỉ": "Kỷ", "Tị": "Tỵ", "Tí": "Tý"}  # in two ways
_LUNAR = re.compile(
    r"(?:năm|[Xx]uân|[Tt]ết|đán)\s(?P<stem>Canh|Tân|Nhâm|Qu[ýí]|Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ])"
    r"\s(?P<branch>Thân|Dậu|Tuất|Hợi|T[ýí]|Sửu|Dần|Mão|Thìn|T[ỵị]|Ngọ|Mùi)"
    r"(?:\s?[-–(]|,(?=\s(?:năm\s)?\d{4}\s?(?:[.,;)\n]|$)))?\s?(?:năm\s)?(?P<year>(?:19|20)\d\d)(?![\d/.-]\d)"
)


def _lunar_years(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_LUNAR``, looked for where the first word of a year's name stands."""
    for stem in (*_STEMS, *_SPELT):
        for at in places_of(text, f" {stem} "):
            found = _LUNAR.search(text, max(at - len("Xuân"), 0), at + 40)
            if found is not None and found.start("stem") == at + 1:
                yield found


def check_lunar_years(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the name of a lunar year stands with another year's number: 'Tết Nguyên đán Nhâm
    Dần năm 2021'.

    Not flagged: days of the last lunar month, which fall into the next year ('23 tháng Chạp năm Giáp Thìn,
    22/01/2025'); a year with which the next clause begins ('đón Tết Ất Tỵ, năm 2024 xã đã ...').
    """
    for found in _lunar_years(report.text):
        year = int(found["year"])
        said = tuple(_SPELT.get(word, word) for word in (found["stem"], found["branch"]))
        true = _STEMS[year % len(_STEMS)], _BRANCHES[year % len(_BRANCHES)]
        if said != true:
            facts = {"printed": " ".join(found[0].split()), "year": found["year"], "true": " ".join(true)}
            yield Finding("date-chronology", "warning", Span(*found.span()), "lunar", facts)


_EVENT = re.compile(
    rf"(?P<name>(?:[^\W\d_]+[\s,–-]{{1,3}}){{3,6}}lần thứ (?:[IVX]+|\d{{1,2}}|[{SMALL}]+)),?\s(?:năm\s|\()"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_LAST_WORDS = 4  # before 'lần thứ', which name an event


def check_years_of_events(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where an event that is counted ('Ngày hội ... lần thứ II, năm 2026') is of another year
    in one place of the report than in two and more others.
    """
    told: dict[tuple[str, ...], list[re.Match[str]]] = defaultdict(list)
    for at in places_of(report.text, "lần thứ "):
        found = _EVENT.search(report.text, max(at - 60, 0), at + 40)
        if found is not None:
            before, _, number = key(found["name"]).partition(key(" lần thứ "))
            told[(*re.findall(r"\w+", before)[-_LAST_WORDS:], number)].append(found)
    for mentions in told.values():
        years = Counter(found["year"] for found in mentions)
        usual, times = years.most_common(1)[0]
        for found in mentions:
            if found["year"] != usual and years[found["year"]] == 1 and times > 1:
                facts = {"printed": " ".join(found["name"].split()), "year": found["year"], "other": usual}
                yield Finding("period-mismatch", "warning", Span(*found.span()), "event", facts)


_NAMED_DAY = re.compile(
    rf"(?<!\w)ngày (?P<name>{'|'.join(map(re.escape, sorted(named_days(), key=len, reverse=True)))}),?"
    r"\s?(?:\(|[-–]\s?)?(?:ngày )?(?P<day>\d{1,2})(?:/|-| tháng )(?P<month>\d{1,2})(?![\d.]\d|\d)"
)


def check_days_of_names(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a day that has a name is told with its month and another day, or its day and
    another month: 'ngày Thương binh - Liệt sĩ (27/8)'.
    """
    for found in finds(_NAMED_DAY, report.text):
        true, said = named_days()[found["name"]], (int(found["day"]), int(found["month"]))
        if said != true and (said[0] == true[0] or said[1] == true[1]):
            facts = {"printed": " ".join(found[0].split()), "true": f"{true[0]:02}/{true[1]}"}
            yield Finding("date-chronology", "warning", Span(*found.span()), "named-day", facts)
