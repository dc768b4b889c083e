"""What the entries of registers themselves show (rà soát các sổ): terms that ended, duties overdue, points, classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.entries import Agreement, Entry, Obligation, RegisterItem, ScoreSheet
from tongket.model.findings import Finding, Severity
from tongket.model.places import SheetCell
from tongket.model.programmes import Programme
from tongket.model.registers import Register, Scorecard
from tongket.programmes.scoring import Scored, leaf_criteria, score_sheets
from tongket.programmes.standing import last_confirmed, standing
from tongket.registry.units import Registry
from tongket.registry.working_days import working_days_between
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import format_number
from tongket.vietnamese.unicode import key

REGISTER_ENTRY = Kind(
    name="register-entry",
    title=N_("Entry of a register to look at"),
    meaning=N_(
        "An entry of a register cannot stand as it is on the last day of the period: a term that ended, a duty that is "
        "overdue or whose unit has ceased, a model that nobody confirmed, points that do not give the class or rank."
    ),
    example="Sổ kiến nghị sau giám sát, mục 12: hạn trả lời 30/6/2024, đến 31/12/2024 chưa có trả lời.",
    not_flagged=N_(
        "What began after the period, ended entries, cancelled events, duties that were handed over, score sheets that "
        "wait for the appraiser."
    ),
    severities=("error", "warning", "info"),
    cases={
        "overdue": Case(
            N_("'{title}' of {body} was due on {due} and is {days} working days late on {day}."),
            N_("Ask {body} for the answer, or write down the answer and its day."),
        ),
        "no-proof": Case(
            N_("'{title}' of {body} is done, and neither answer nor document shows it."),
            N_("Write the answer, or number and symbol of the document that shows it."),
        ),
        "no-owner": Case(
            N_("'{title}' is open at {unit}, which ceased on {last}; nobody answers for it."),
            N_("Hand it over to {successors}, or close it."),
        ),
        "unit-ended": Case(
            N_("'{title}' is kept as living at {unit}, which ceased on {last}."),
            N_("End it on that day, or enter it for {successors}."),
        ),
        "lapsed": Case(
            N_("'{title}' was last confirmed in {year} and is no longer counted."),
            N_("Write the year in which it was found alive, or end it."),
        ),
        "expired": Case(
            N_("'{title}' ran out on {until} and was not signed again."),
            N_("Sign it again and enter the new one, or end it."),
        ),
        "renewal": Case(
            N_("'{title}' runs out on {until}."),
            N_("Prepare its renewal."),
        ),
        "points-missing": Case(
            N_("The score sheet of {body} counts as appraised, and {count} of {of} criteria have no appraised points."),
            N_("Give points to every criterion; 0 is a number of points."),
        ),
        "band": Case(
            N_("{body} is announced as '{announced}', and {points} points give '{band}'."),
            N_("Correct the class or the points."),
        ),
        "rank": Case(
            N_("{body} is announced at rank {announced}, and its {points} points are rank {rank} of {among}."),
            N_("Check the points of all; equal points share a rank."),
        ),
        "twice": Case(
            N_("'{title}' of {on} stands in the register twice; the other is number {other}."),
            N_("Cancel one of the two, or say in the title what tells them apart."),
        ),
    },
)
KINDS = (REGISTER_ENTRY,)
_APPRAISED = ("appraised", "announced")


def check_entries(entries: Sequence[Entry], programme: Programme, registry: Registry, day: str) -> Iterator[Finding]:
    """Yield ``register-entry`` for entries (each in its latest revision) as they stand on ``day``, ISO."""
    begun = [one for one in entries if one.on <= day]
    for register in programme.registers:
        kept = [one for one in begun if one.register == register.code]
        for one in kept:
            match one:
                case Obligation():
                    yield from _of_obligation(one, register, registry, day)
                case RegisterItem():
                    yield from _of_item(one, register, registry, day)
        yield from _twice(kept)
        yield from _of_scores([one for one in kept if isinstance(one, ScoreSheet)], register, programme, registry, day)


def _finding(one: Entry, case: str, severity: Severity, **facts: object) -> Finding:
    """A finding about an entry, which stands in its register under its number."""
    told = {"title": one.title, "body": one.body, **{name: str(value) for name, value in facts.items()}}
    return Finding("register-entry", severity, SheetCell(one.register, one.id), case, told)


def _of_obligation(one: Obligation, register: Register, registry: Registry, day: str) -> Iterator[Finding]:
    now = standing(one, register, day)
    if now in ("open", "overdue") and _ceased(one, registry, day):
        yield _finding(one, "no-owner", "warning", **_ceased(one, registry, day))
    elif now == "overdue":
        late = working_days_between(one.due, day)
        yield _finding(one, "overdue", "warning", due=printed_day(one.due), day=printed_day(day), days=late)
    elif now == "done" and not one.answer and not one.proof:
        yield _finding(one, "no-proof", "info")


def _of_item(one: RegisterItem, register: Register, registry: Registry, day: str) -> Iterator[Finding]:
    now = standing(one, register, day)
    if now in ("active", "due-for-renewal", "dormant") and _ceased(one, registry, day):
        yield _finding(one, "unit-ended", "warning", **_ceased(one, registry, day))
    elif now == "lapsed":
        yield _finding(one, "lapsed", "info", year=last_confirmed(one, day))
    elif isinstance(one, Agreement) and now == "expired":
        yield _finding(one, "expired", "info", until=printed_day(one.until))
    elif isinstance(one, Agreement) and now == "due-for-renewal":
        yield _finding(one, "renewal", "info", until=printed_day(one.until))


def _ceased(one: Entry, registry: Registry, day: str) -> dict[str, str]:
    """Name, last day and successors of the entry's unit; {} while it lives, or where nobody knows it."""
    states = registry.states(one.unit)
    if not states or registry.alive(one.unit, day) or not states[-1].valid_to:
        return {}
    heirs = [registry.unit(link.successor, day) for link in registry.successors(one.unit)]
    names = ", ".join(dict.fromkeys(unit.full_name for unit in heirs if unit)) or "?"
    return {"unit": states[-1].full_name, "last": printed_day(states[-1].valid_to), "successors": names}


def _twice(kept: Sequence[Entry]) -> Iterator[Finding]:
    """Not flagged: several agreements or duties of one day and title with other parties or owners; score sheets."""
    same: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in kept:
        if not isinstance(one, ScoreSheet) and getattr(one, "state", "") != "cancelled":
            more = one.parties if isinstance(one, Agreement) else ()
            same[one.unit, one.body, one.on, key(one.title), one.fields, more].append(one)
    for first, *others in same.values():
        for one in others:
            yield _finding(one, "twice", "warning", on=printed_day(one.on), other=first.id)


def _of_scores(
    sheets: Sequence[ScoreSheet], register: Register, programme: Programme, registry: Registry, day: str
) -> Iterator[Finding]:
    cards = {card.version: card for card in programme.scorecards if card.code == register.scorecard}

    def level(unit: str) -> str:
        state = registry.unit(unit, day) or registry.unit(unit)
        return state.kind if state else ""

    for scored in score_sheets(sheets, tuple(cards.values()), level):
        yield from _of_sheet(scored, cards[scored.sheet.version])


def _of_sheet(scored: Scored, card: Scorecard) -> Iterator[Finding]:
    sheet, leaves = scored.sheet, len(leaf_criteria(card))
    given = sum(line.appraised is not None for line in sheet.lines)
    if sheet.state in _APPRAISED and given < leaves:
        count = leaves - given
        yield _finding(sheet, "points-missing", "warning", count=count, of=leaves)
    if scored.appraised is None:
        return
    points = format_number(Decimal(scored.appraised).scaleb(-card.scale))
    if sheet.band and scored.band and sheet.band != scored.band.code:
        announced = next((band.name for band in card.bands if band.code == sheet.band), sheet.band)
        names = {"announced": announced, "band": scored.band.name}
        yield _finding(sheet, "band", "error", points=points, **names)
    if sheet.rank is not None and sheet.among == scored.among and sheet.rank != scored.rank:
        ranks = {"announced": sheet.rank, "rank": scored.rank, "among": scored.among}
        yield _finding(sheet, "rank", "warning", points=points, **ranks)
