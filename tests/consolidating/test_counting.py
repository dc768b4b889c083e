"""What is counted from registers is what a person with the books, a calendar and patience counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kernel_programme import (
    CARD,
    PROGRAMME,
    ROUND,
    UNITS,
    entries,
    with_one_of_each_revision,
)

from tongket.consolidating.counting import count_entries
from tongket.consolidating.engines import Engine
from tongket.model.entries import Agreement, Entry, Event, Obligation, RegisterItem, ScoreLine, ScoreSheet
from tongket.model.programmes import Condition, Indicator
from tongket.registry.units import load_units
from tongket.registry.working_days import is_working_day

FIRST, LAST = "2024-01-01", "2024-12-31"
ALIASES = {"alias": "a"}


# --- the recount: one entry at a time, with nothing of the statements ------------------------------------------------


def standing(one: Entry) -> str:
    match one:
        case Event() | ScoreSheet():
            return one.state
        case RegisterItem():
            if one.until and one.until < LAST:
                return "expired" if isinstance(one, Agreement) and one.state != "ended" else "ended"
            if one.state == "ended" and not one.until:
                return "ended"
            if one.state == "dormant":
                return "dormant"
            if isinstance(one, Agreement):
                soon = bool(one.until) and (date.fromisoformat(one.until) - date.fromisoformat(LAST)).days <= 90
                return "due-for-renewal" if soon else "active"
            alive = max([int(one.on[:4]), *(year for year in one.confirmed if year <= 2024)])
            return "active" if alive >= 2024 else "lapsed"
        case Obligation():
            if one.state == "transferred":
                return "transferred"
            if one.state != "open" and (not one.answered_on or one.answered_on <= LAST):
                return one.state
            return "overdue" if one.due and one.due < LAST else "open"
    raise TypeError


def days_late(one: Obligation) -> int | None:
    if not one.due or one.state == "transferred" or (one.state != "open" and not one.answered_on):
        return None
    stopped = one.answered_on if one.state != "open" and one.answered_on and one.answered_on <= LAST else LAST
    day, late = date.fromisoformat(one.due), 0
    while day < date.fromisoformat(stopped):
        day += timedelta(1)
        late += is_working_day(day.isoformat())
    return late


def total(one: ScoreSheet, which: str) -> int | None:
    points = {line.criterion: getattr(line, which) for line in one.lines}
    values = [points.get(leaf) for leaf in ("1.1", "1.2", "2")]
    return None if None in values else sum(values)  # type: ignore[arg-type]  # no None among them


def is_this(tag: str) -> bool:
    return tag in ("01-CT/TU", "01-CT/TU (2022-12-01)")


def asked(one: Entry, field: str, all_entries: list[Entry]) -> list[object]:
    """What stands under a field: texts, or one number; nothing where it is empty."""
    own = one.value(field)
    if own is not None:
        return [own.text if own.amount is None else own.amount]
    numbers: dict[str, Callable[[], int | None]] = {
        "days-from-directive": lambda: (
            (date.fromisoformat(one.on) - date(2022, 12, 1)).days if one.on >= "2022-12-01" else None
        ),
        "meetings-held": lambda: sum(held for year, held in getattr(one, "meetings_held", ()) if year == 2024),
        "meetings-due": lambda: (
            one.meetings_due if isinstance(one, Agreement) and not (one.until and one.until < "2024") else 0
        ),
        "days-late": lambda: days_late(one) if isinstance(one, Obligation) else None,
        "own": lambda: total(one, "own") if isinstance(one, ScoreSheet) else None,
        "appraised": lambda: total(one, "appraised") if isinstance(one, ScoreSheet) else None,
        "rank": lambda: rank(one, all_entries) if isinstance(one, ScoreSheet) else None,
    }
    if field == "deducted" and isinstance(one, ScoreSheet):
        own_points, appraised = total(one, "own"), total(one, "appraised")
        return [own_points - appraised] if own_points is not None and appraised is not None else []
    if field in numbers:
        value = numbers[field]()
        return [] if value is None else [value]
    match field:
        case "unit":
            return [one.unit]
        case "level":
            return [UNITS[one.unit]]
        case "state":
            return [getattr(one, "state", "")]
        case "standing":
            return [standing(one)]
        case "directive":
            return [
                *(tag.partition(" (")[0] for tag in one.directives),
                *("this" for tag in one.directives if is_this(tag)),
            ]
        case "combined":
            return ["yes" if isinstance(one, Event) and one.combined else "no"]
        case "confirmed":
            return ["yes" if 2024 in getattr(one, "confirmed", ()) else "no"]
        case "is-late":
            late = days_late(one) if isinstance(one, Obligation) else None
            return [] if late is None else ["yes" if late else "no"]
        case "band" if isinstance(one, ScoreSheet):
            reached = total(one, "appraised") if total(one, "appraised") is not None else total(one, "own")
            return (
                [one.band]
                if one.band
                else []
                if reached is None
                else [next(band.code for band in CARD.bands if band.at_least <= reached)]
            )
    return []


def rank(one: ScoreSheet, all_entries: list[Entry]) -> int | None:
    mine = total(one, "appraised")
    rivals = [
        total(other, "appraised")
        for other in all_entries
        if isinstance(other, ScoreSheet) and other.on == one.on and UNITS[other.unit] == UNITS[one.unit]
    ]
    return None if mine is None else 1 + sum(other is not None and other > mine for other in rivals)


def meets(one: Entry, condition: Condition, all_entries: list[Entry]) -> bool:
    found, wanted = asked(one, condition.field, all_entries), condition.values
    if condition.comparison == "<>":
        return not any(str(value) in wanted for value in found)
    if condition.comparison == ">=":
        return any(int(str(value)) >= int(wanted[0]) for value in found)
    return any(str(value) in wanted for value in found)


def belongs(one: Entry, indicator: Indicator) -> bool:
    counted = indicator.counted
    assert counted is not None
    if one.register != counted.register or one.on > LAST or (counted.when == "during" and one.on < FIRST):
        return False
    if any(condition.field in ("state", "standing") for condition in counted.where):
        return True
    match one:
        case Event():
            return one.state == "held"
        case RegisterItem():
            return counted.when == "during" or standing(one) in ("active", "due-for-renewal")
        case Obligation():
            return one.state != "transferred"
    return True


def cells_of(one: Entry, indicator: Indicator, all_entries: list[Entry]) -> set[str]:
    counted = indicator.counted
    assert counted is not None
    codes = []
    for _, field in counted.cells:
        found = [ALIASES.get(str(value), str(value)) for value in asked(one, field, all_entries)]
        codes.append([code for code in found if code in ("a", "b", "province", "district", "commune")])
    cells = {""}
    for size in range(1, len(codes) + 1):
        for chosen in combinations(codes, size):
            if all(chosen):
                cells.add("+".join(one[0] for one in chosen))
    return cells


def recount(given_entries: Iterable[Entry]) -> dict[tuple[str, str, str, str], int | None]:
    latest: dict[tuple[str, str, str, str], Entry] = {}
    for one in given_entries:
        name = (one.register, one.unit, one.body, one.id)
        if name not in latest or latest[name].revision < one.revision:
            latest[name] = one
    all_entries = list(latest.values())
    found: dict[tuple[str, str, str, str], int | None] = {}
    for indicator in PROGRAMME.indicators:
        counted = indicator.counted
        assert counted is not None
        for unit in UNITS:
            kept = [one for one in all_entries if one.unit == unit and one.register == counted.register]
            for bodies in [{body} for body in ("MTTQ", "UBND")] if indicator.owner else [{"MTTQ", "UBND"}]:
                keepers = sorted({one.body for one in kept if one.body in bodies and one.on <= LAST})
                if not keepers:
                    continue
                members = [
                    one
                    for one in kept
                    if one.body in bodies
                    and belongs(one, indicator)
                    and all(meets(one, condition, all_entries) for condition in counted.where)
                ]
                cells = {"", *(cell for one in members for cell in cells_of(one, indicator, all_entries))}
                if counted.cells:
                    forms, levels = ["a", "b"], ["province", "district", "commune"]
                    cells |= {*forms, *levels, *(f"{form}+{level}" for form in forms for level in levels)}
                for cell in cells:
                    inside = [one for one in members if cell in cells_of(one, indicator, all_entries)]
                    amount = count(inside, counted.what, counted.field, all_entries)
                    pending = counted.register == "score-sheet" and bool(inside)
                    if amount is not None or pending:
                        found[indicator.code, cell, unit, "; ".join(keepers)] = amount
    return found


def count(inside: list[Entry], what: str, field: str, all_entries: list[Entry]) -> int | None:
    values = [value for one in inside for value in asked(one, field, all_entries)]
    numbers = [value for value in values if isinstance(value, int)]
    match what:
        case "count":
            return len(inside)
        case "distinct":
            return len(set(values))
        case "sum":
            return sum(numbers) if numbers else None if inside else 0
        case "min":
            return min(numbers, default=None)
        case "max":
            return max(numbers, default=None)
    return None


@settings(max_examples=10, deadline=None)
@given(st.lists(entries, min_size=1, max_size=25).map(with_one_of_each_revision))
def test_counted_values_are_those_of_a_recount(books: list[Entry]) -> None:
    counted = count_entries(books, PROGRAMME, ROUND, load_units())
    latest = {"latest-people", "own", "appraised", "deducted", "rank"}  # told by tests of their own below
    here = {(one.indicator, one.cell, one.unit, one.body): one.amount for one in counted if one.indicator not in latest}
    there = {key: amount for key, amount in recount(books).items() if key[0] not in latest}
    assert here == there


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "sqlite",
        pytest.param("on_postgresql", marks=pytest.mark.slow),
        pytest.param("spark", marks=pytest.mark.spark),
    ],
)
def test_every_engine_counts_what_duckdb_counts(name: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(name)

    @settings(max_examples=3 if name == "spark" else 12, deadline=None, database=None)
    @given(st.lists(entries, min_size=1, max_size=30).map(with_one_of_each_revision))
    def counts(books: list[Entry]) -> None:
        there = count_entries(books, PROGRAMME, ROUND, load_units(), engine)
        assert count_entries(books, PROGRAMME, ROUND, load_units()) == there

    counts()


# --- one by one -------------------------------------------------------------------------------------------------------


def event(number: str = "1", **changes: object) -> Event:
    made = Event("event", number, "23341.0", "UBND", "ubnd", "2024-03-05", "Hội nghị", directives=("01-CT/TU",))
    return replace(made, **changes)  # type: ignore[arg-type]  # as given


def amounts(*books: Entry, code: str) -> dict[str, int | None]:
    """Cell -> amount of one indicator."""
    counted = count_entries(books, PROGRAMME, ROUND, load_units())
    return {one.cell: one.amount for one in counted if one.indicator == code}


def amount(*books: Entry, code: str) -> int | None:
    return amounts(*books, code=code).get("")


def test_an_event_of_three_directives_counts_once_under_each_and_once_in_all() -> None:
    three = event(directives=("01-CT/TU (2022-12-01)", "01-CT/TU", "02-KH/TU"))
    assert amount(three, code="this") == 1
    assert amount(three, code="that") == 1
    assert amount(three, code="event-during") == 1


def test_a_namesake_of_another_date_is_another_document() -> None:
    assert amount(event(directives=("01-CT/TU (2016-01-01)",)), code="this") == 0


def test_combined_and_separate_sessions_stand_apart() -> None:
    books = (event("1"), event("2", combined=True), event("3", combined=True))
    assert [amount(*books, code=code) for code in ("this", "this-apart", "this-combined")] == [3, 1, 2]


def test_only_the_latest_revision_counts() -> None:
    assert amount(event(), event(revision=2, state="cancelled"), code="this") == 0


def test_who_keeps_no_register_answers_nothing_and_who_keeps_it_answers_zero() -> None:
    assert amount(code="this") is None
    assert amount(event(on="2023-05-05"), code="this") == 0


def test_attendance_that_nobody_wrote_down_is_not_zero() -> None:
    assert amount(event(), code="sum-people") is None


ITEM = RegisterItem("item", "1", "23341.0", "UBND", "ubnd", "2022-06-01", "Mô hình")


@pytest.mark.parametrize(
    ("years", "last", "alive"),
    [
        pytest.param((2023, 2024), "2024-12-31", 1, id="confirmed in the year that ends"),
        pytest.param((2023,), "2024-12-31", 0, id="a whole year without confirmation"),
        pytest.param((2023,), "2024-12-14", 1, id="the year is not over"),
        pytest.param((2023, 2025), "2024-12-31", 0, id="what is confirmed later does not count for earlier"),
    ],
)
def test_an_item_lapses_after_a_year_without_confirmation(years: tuple[int, ...], last: str, alive: int) -> None:
    round_ = replace(ROUND, period_end=last)
    counted = count_entries([replace(ITEM, confirmed=years)], PROGRAMME, round_, load_units())
    assert [one.amount for one in counted if (one.indicator, one.cell) == ("item-at-end", "")] == [alive]


def test_points_are_summed_banded_and_ranked_with_ties() -> None:
    def sheet(unit: str, *points: int | None) -> ScoreSheet:
        lines = tuple(
            ScoreLine(code, 100 if code != "2" else 700, given, "thiếu minh chứng")
            for code, given in zip(("1.1", "1.2", "2"), points, strict=True)
        )
        return ScoreSheet(
            "score-sheet", "1", unit, "UBND", "ubnd", LAST, "", state="appraised", version="2024", lines=lines
        )

    books = [sheet("23341.0", 100, 100, 700), sheet("23344.0", 100, 100, 700), sheet("610.0", 50, 50, 450)]
    books.append(sheet("23293.0", 90, 90, 600))
    counted = count_entries(books, PROGRAMME, ROUND, load_units())
    ranks = {one.unit: one.text for one in counted if one.indicator == "rank"}
    assert {one.unit: one.amount for one in counted if one.indicator == "rank" and one.unit != "610.0"} == {
        "23341.0": 1, "23344.0": 1, "23293.0": 3,
    }  # fmt: skip
    assert set(ranks.values()) == {""}  # the text is for indicators of kind 'rank'
    assert {one.unit: one.amount for one in counted if one.indicator == "deducted"}["610.0"] == 350
    assert [one.amount for one in counted if (one.indicator, one.unit) == ("best", "23341.0")] == [1]


def test_a_sheet_without_appraised_points_waits_for_its_appraiser() -> None:
    lines = tuple(ScoreLine(code, 100) for code in ("1.1", "1.2", "2"))
    sheet = ScoreSheet("score-sheet", "1", "23341.0", "UBND", "ubnd", LAST, "", version="2024", lines=lines)
    counted = {one.indicator: one for one in count_entries([sheet], PROGRAMME, ROUND, load_units())}
    assert (counted["own"].status, counted["own"].amount) == ("reported", 300)
    assert (counted["appraised"].status, counted["appraised"].amount) == ("pending", None)


def test_a_passage_names_the_entries_that_were_counted() -> None:
    [one] = [
        one
        for one in count_entries([event("12"), event("7", on="2024-01-01")], PROGRAMME, ROUND, load_units())
        if one.indicator == "this"
    ]
    assert one.passage.endswith("7, 12")
    assert (one.origin, one.extent, one.period) == ("counted", "own", "2024-01-01/2024-12-31")
