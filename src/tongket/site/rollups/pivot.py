"""The pivot (bảng tổng hợp): indicators as rows; units, periods or cells as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote, urlencode

from django.db.models import QuerySet
from django.urls import reverse

from tongket.messages import N_, say
from tongket.model.dimensions import Dimension
from tongket.model.observations import Rollup
from tongket.model.programmes import ADDED_KINDS, Indicator
from tongket.site.rollups.answers import Counted, counted_answers
from tongket.site.rollups.asking import Seen, map_query
from tongket.site.rollups.live import COUNTED, Rolled, rolled_up
from tongket.site.rollups.privacy import is_sensitive, masked
from tongket.site.rollups.sections import Section, codes_of
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of

ROUNDS = 6  # periods side by side
NOT_SENT, RETURNED = N_("not sent"), N_("returned")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what heads it, and whether units were others in the column before."""

    title: str
    note: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a cell of the pivot shows: the value, and the address of what stands behind it; ``said``: how many answered
    in words.
    """

    rollup: Rollup | None
    address: str
    missing: str = ""
    said: int = 0


@dataclass(slots=True)
class Row:
    """A row: its name and unit word, depth (0 an indicator, 1 a unit below it), cells; ``code`` of the indicator."""

    name: str
    unit: str
    depth: int
    code: str
    cells: list[Place]
    note: str = ""
    change: str = ""  # against the period before, of the same bodies: '4,4'
    rises: bool = False
    opened: bool | None = None  # None: it has nothing to open
    total: Rollup | None = None


@dataclass(slots=True)
class Group:
    """Rows under the heading of a section."""

    title: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Pivot:
    """The whole table."""

    columns: list[Column]
    groups: list[Group]
    rolled: Rolled

    def rows(self) -> Iterator[Row]:
        """All rows."""
        for group in self.groups:
            yield from group.rows


@dataclass(frozen=True, slots=True)
class Asking:
    """What the pivot is asked: a round, a map, the sections shown, the unit looked at ("" = the round's own)."""

    round: Round
    seen: Seen
    sections: tuple[Section, ...]
    unit: str = ""
    exact: bool = True  # whether small sensitive counts are shown

    def rolled(self, asked: Round) -> Rolled:
        """The figures of a round as the asker may see them."""
        found = rolled_up(asked, self.codes, self.seen)
        return found if self.exact else masked(found, programme_of(asked.programme))

    def said(self, asked: Round) -> Counted:
        """How many answered in words, where the asker may see more than numbers."""
        shown = (one for section in self.sections for one in section.indicators)
        programme = programme_of(asked.programme)
        return counted_answers(asked, (one for one in shown if self.exact or not is_sensitive(programme, one.code)))

    @property
    def codes(self) -> frozenset[str]:
        """The indicators shown."""
        return codes_of(self.sections)

    def address(self, indicator: str, cell: str, unit: str, of: Round | None = None) -> str:
        """The page of what stands behind a number; codes and ids of units need no escaping beyond quoting."""
        return f"{number_page((of or self.round).pk)}?indicator={indicator}&unit={_quoted(unit)}" + (
            f"&cell={_quoted(cell)}{self.tail}" if cell else self.tail
        )

    @property
    def tail(self) -> str:
        """The map in the address of a number."""
        query = map_query(self.seen)
        return f"&{urlencode(query)}" if query else ""


@lru_cache(maxsize=256)
def number_page(pk: int) -> str:
    """The address of numbers of a round."""
    return reverse("rollups:number", args=[pk])


@lru_cache(maxsize=8192)
def _quoted(text: str) -> str:
    return quote(text, safe="")


def rounds_beside(asked: Round) -> list[Round]:
    """The last rounds of the same body and programme up to this one, from the oldest; one of each period."""
    rows: QuerySet[Round] = Round.objects.filter(
        body=asked.body, programme__code=asked.programme.code, period_end__lte=asked.period_end
    ).exclude(state=Round.State.DRAFT)
    found: dict[tuple[object, object], Round] = {(asked.period_start, asked.period_end): asked}
    for one in rows.select_related("body", "programme").order_by("-period_end", "-pk")[: 4 * ROUNDS]:
        found.setdefault((one.period_start, one.period_end), one)
    ordered = sorted(found.values(), key=lambda one: (one.period_end, one.period_start))
    return ordered[-ROUNDS:]


def period_title(asked: Round) -> str:
    """'2026' of a year, 'III/2026' of a quarter, '10/2026' of a month, else its days."""
    start, end = asked.period_start, asked.period_end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and months == 12 and end.month == 12:
        return str(end.year)
    if start.day == 1 and months == 3 and end.month % 3 == 0:
        return f"{('I', 'II', 'III', 'IV')[end.month // 3 - 1]}/{end.year}"
    if start.day == 1 and months == 1:
        return f"{end.month}/{end.year}"
    return f"{start:%d/%m/%Y}–{end:%d/%m/%Y}"


def by_units(asking: Asking) -> Pivot:
    """Units as columns, the whole first."""
    rolled = asking.rolled(asking.round)
    notes = {**dict.fromkeys(_returned(asking.round), RETURNED), **dict.fromkeys(_not_sent(asking.round), NOT_SENT)}
    columns = [Column(asking.round.body.unit_name or asking.round.body.called)]
    columns += [Column(name, say(notes.get(unit, ""))) for unit, name in rolled.units]
    units = [rolled.top, *(unit for unit, _ in rolled.units)]
    said = asking.said(asking.round)

    def cells(indicator: Indicator, cell: str) -> list[Place]:
        return [
            Place(
                rolled.at(indicator.code, cell, unit),
                asking.address(indicator.code, cell, unit),
                said=said.at(indicator.code, cell, unit),
            )
            for unit in units
        ]

    return Pivot(columns, list(_groups(asking.sections, rolled, cells)), rolled)


def by_periods(asking: Asking, opened: str = "") -> Pivot:
    """Rounds of the last periods as columns; the units below stand under the indicator ``opened``."""
    rounds = rounds_beside(asking.round)
    all_rolled = [asking.rolled(one) for one in rounds]
    rolled = all_rolled[-1]
    columns = [
        Column(period_title(one), breaks=place > 0 and _others(all_rolled[place - 1], all_rolled[place]))
        for place, one in enumerate(rounds)
    ]
    waiting = [_not_sent(one) for one in rounds] if opened else []
    said = [asking.said(one) for one in rounds]

    def cells_at(indicator: Indicator, cell: str, unit: str) -> list[Place]:
        return [
            Place(
                one.at(indicator.code, cell, unit or one.top),
                asking.address(indicator.code, cell, unit or one.top, of),
                say(NOT_SENT) if opened and unit in waiting[place] else "",
                said[place].at(indicator.code, cell, unit or one.top),
            )
            for place, (one, of) in enumerate(zip(all_rolled, rounds, strict=True))
        ]

    groups = []
    for group in _groups(asking.sections, rolled, lambda indicator, cell: cells_at(indicator, cell, asking.unit)):
        rows: list[Row] = []
        for row in group.rows:
            indicator = next(one for section in asking.sections for one in section.indicators if one.code == row.code)
            is_total = row.depth == 0
            row.opened = row.code == opened if is_total and rolled.units else None
            if is_total and len(all_rolled) > 1 and not columns[-1].breaks:
                _compare(row, indicator, all_rolled[-2], rolled)
            rows.append(row)
            if row.opened:
                rows += [Row(name, "", 2, row.code, cells_at(indicator, "", unit)) for unit, name in rolled.units]
        groups.append(Group(group.title, rows))
    return Pivot(columns, groups, rolled)


def by_cells(asking: Asking, dimension: Dimension) -> Pivot:
    """The values of a dimension as columns, the total first; only indicators that are broken down by it."""
    rolled = asking.rolled(asking.round)
    unit = asking.unit or rolled.top
    columns = [Column(say(N_("Total"))), *(Column(one.name) for one in dimension.values)]
    names = ["", *(one.code for one in dimension.values)]
    said = asking.said(asking.round)

    def cells(indicator: Indicator, _: str) -> list[Place]:
        return [
            Place(
                rolled.at(indicator.code, name, unit),
                asking.address(indicator.code, name, unit),
                said=said.at(indicator.code, name, unit),
            )
            for name in names
        ]

    broken = tuple(
        Section(one.number, one.title, tuple(x for x in one.indicators if dimension.code in x.dimensions), one.page)
        for one in asking.sections
    )
    return Pivot(columns, list(_groups(broken, rolled, cells, with_cells=False)), rolled)


def _groups(
    sections: Sequence[Section],
    rolled: Rolled,
    cells: Callable[[Indicator, str], list[Place]],
    *,
    with_cells: bool = True,
) -> Iterator[Group]:
    for section in sections:
        group = Group(section.title)
        for indicator in section.indicators:
            note = say(N_("ratio of the two sums")) if indicator.numerator else ""
            total = rolled.at(indicator.code, "", rolled.top)
            row = Row(indicator.name, indicator.unit_word, 0, indicator.code, cells(indicator, ""), note, total=total)
            group.rows.append(row)
            if with_cells and total is None and indicator.dimensions:
                group.rows += [
                    Row(name, "", 1, indicator.code, cells(indicator, cell))
                    for cell, name in _cells_told(indicator, rolled)
                ]
        if group.rows:
            yield group


def _cells_told(indicator: Indicator, rolled: Rolled) -> list[tuple[str, str]]:
    """The cells of an indicator that has no total, as far as somebody told them."""
    found = dict.fromkeys(cell for code, cell, unit in rolled.rollups if code == indicator.code and unit == rolled.top)
    return [(cell, rolled.cell_name(cell)) for cell in found if cell]


def _others(before: Rolled, now: Rolled) -> bool:
    """Whether units of ``now`` are others than those of ``before``."""
    return bool(before.units) and bool(now.units) and {one for one, _ in before.units} != {one for one, _ in now.units}


def _compare(row: Row, indicator: Indicator, before: Rolled, now: Rolled) -> None:
    """The change against the period before over the units that told both times, in per cent."""
    if indicator.over_units != "sum" or indicator.kind not in ADDED_KINDS:
        return
    pairs = [
        (then.amount, today.amount)
        for unit, _ in now.units
        if (then := before.at(row.code, "", unit)) and (today := now.at(row.code, "", unit))
    ]
    whole = [(then, today) for then, today in pairs if then is not None and today is not None]
    earlier = sum(then for then, _ in whole)
    if not earlier:
        return
    change = Decimal(sum(today for _, today in whole) - earlier) * 100 / earlier
    row.change, row.rises = f"{abs(change):.1f}", change >= 0


def _not_sent(asked: Round) -> frozenset[str]:
    """The units of bodies that were asked and have not sent."""
    rows = Submission.objects.filter(round=asked).exclude(state__in=COUNTED)
    return frozenset(rows.values_list("body__unit", flat=True))


def _returned(asked: Round) -> frozenset[str]:
    """The units of bodies that were given their report back and have not sent it again."""
    rows = Submission.objects.filter(round=asked, state=Submission.State.RETURNED)
    return frozenset(rows.values_list("body__unit", flat=True))
