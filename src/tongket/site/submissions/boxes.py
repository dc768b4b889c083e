"""The form as the entry page shows it: each cell a box with its value, its state, and the last period's value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Q

from tongket.consolidating.shown_values import ValueRead, show_value
from tongket.model.mistakes import Mistake
from tongket.model.observations import Observation as Answer
from tongket.model.programmes import Indicator
from tongket.site.rounds.models import Submission
from tongket.site.rounds.sheets import Sheet, SheetCell, SheetRow, sheets_of
from tongket.site.submissions.models import Answer as Kept
from tongket.site.submissions.models import Comment, Return, Value
from tongket.site.submissions.services.checking import last_period
from tongket.site.submissions.services.filling import open_places, place_of_value, programme_of_submission, shown_value

HIGH, MIDDLE = 0.9, 0.75  # of the confidence of a value that was read: three bars, two, one
COLUMNS_UPRIGHT = 5  # columns of values that a page of A4 upright holds
COLUMNS_ACROSS, COLUMNS_A_PART = 14, 8  # that one across holds at most; that each part of a wider table has


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the page. ``state`` is one of interface.md's cell states; ``meter`` 1 to 3 bars of a value read from
    Word that nobody has confirmed, else 0.
    """

    place: str
    name: str
    label: str  # column title, for the narrow screen
    shown: str
    version: int
    state: str
    meter: int
    before: str
    closed: str
    note: str  # what is wrong with what was typed
    why: str  # it was returned
    commented: bool
    indicator: Indicator

    @property
    def read_only(self) -> bool:
        """Whether nobody types here."""
        return bool(self.closed) or self.state == "locked"


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A row of the page."""

    row: SheetRow
    groups: tuple[tuple[Box, ...], ...]

    @property
    def unit(self) -> str:
        """The unit word beside the label."""
        return self.row.note

    @property
    def before(self) -> str:
        """The last period's value, where the row has a single box."""
        boxes = [box for group in self.groups for box in group]
        return boxes[0].before if len(boxes) == 1 else ""


@dataclass(frozen=True, slots=True)
class BoxSheet:
    """A table of the page, with how far it is."""

    sheet: Sheet
    rows: tuple[BoxRow, ...]

    @property
    def boxes(self) -> list[Box]:
        """All boxes that may be filled in, those of one place once."""
        groups = [group for row in self.rows for group in row.groups]
        return list({box.place: box for group in groups for box in group if not box.closed}.values())

    @property
    def filled(self) -> int:
        """How many of them hold an answer."""
        return sum(1 for box in self.boxes if box.shown and box.state != "invalid")

    @property
    def wrong(self) -> int:
        """How many hold what could not be taken."""
        return sum(1 for box in self.boxes if box.state == "invalid")

    @property
    def has_units(self) -> bool:
        """Whether any row says its unit: a table that has them in its heads needs no column of them on paper."""
        return any(row.unit for row in self.rows)

    @property
    def is_wide(self) -> bool:
        """Whether the table needs a page across."""
        return len(self.sheet.columns) > COLUMNS_UPRIGHT

    @property
    def on_paper(self) -> tuple[BoxSheet, ...]:
        """The tables that it is printed as: one with more columns than a page across holds goes on in the next."""
        count = len(self.sheet.columns)
        if count <= COLUMNS_ACROSS:
            return (self,)
        width = -(-count // -(-count // COLUMNS_A_PART))  # as even as may be
        return tuple(self._columns(first, first + width) for first in range(0, count, width))

    def _columns(self, first: int, end: int) -> BoxSheet:
        title = f"{self.sheet.title} (tiếp theo)" if first else self.sheet.title
        sheet = replace(self.sheet, title=title, columns=self.sheet.columns[first:end])
        return replace(self, sheet=sheet, rows=tuple(replace(row, groups=row.groups[first:end]) for row in self.rows))

    @property
    def has_before(self) -> bool:
        """Whether a column of the last period stands beside the boxes."""
        return len(self.sheet.columns) == 1


def sheets_with_boxes(submission: Submission, told: Q, *, editable: bool) -> tuple[BoxSheet, ...]:
    """The whole form with its values: five statements, whatever its size. ``told``: as of ``last_period``."""
    return tuple(_Boxes(submission, told, editable).sheets())


class _Boxes:
    def __init__(self, submission: Submission, told: Q, editable: bool) -> None:
        self.submission = submission
        self.programme = programme_of_submission(submission)
        self.values = {place_of_value(one): one for one in Value.objects.filter(submission=submission)}
        self.before = {(one.indicator, one.cell, one.extent): one for one in last_period(submission, told)}
        self.returned = {one.place: one.reason for one in Return.objects.filter(submission=submission, answered=None)}
        self.talk = set(Comment.objects.filter(submission=submission).values_list("place", flat=True))
        self.open = open_places(submission) if editable else None

    def sheets(self) -> Iterator[BoxSheet]:
        for sheet in sheets_of(self.programme, self.submission.body.level):
            yield BoxSheet(sheet, tuple(self._row(sheet, row) for row in sheet.rows))

    def _row(self, sheet: Sheet, row: SheetRow) -> BoxRow:
        groups = tuple(
            tuple(self._box(cell, f"{row.label}, {title}", title) for cell in cells)
            for title, cells in zip(sheet.columns, row.cells, strict=True)
        )
        return BoxRow(row, groups)

    def _box(self, cell: SheetCell, name: str, label: str) -> Box:
        place, value = cell.place, self.values.get(cell.place)
        key = str(place)
        return Box(
            place=key,
            name=name,
            label=label,
            shown=shown_value(value, cell) if value else "",
            version=value.version if value else 0,
            state=self._state(cell, key, value),
            meter=_meter(value),
            before=shown_answer(self.before.get((place.indicator, place.cell, place.extent)), cell),
            closed=cell.closed,
            note=_mistake_in(value),
            why=self.returned.get(key, ""),
            commented=key in self.talk,
            indicator=cell.indicator,
        )

    def _state(self, cell: SheetCell, key: str, value: Value | None) -> str:
        if cell.closed:
            return "closed"
        if value and value.typed:
            return "invalid"
        if key in self.returned:
            return "returned"
        if self.open is None or (self.open and cell.place not in self.open):
            return "locked"
        if value is None or value.status == "missing":
            return "missing"
        if value.status == "not-applicable":
            return "na"
        return "estimated" if value.status == "estimated" else ""


def shown_answer(answer: Answer | Kept | None, cell: SheetCell) -> str:
    """An answer of another revision or period as the box would show it."""
    if answer is None:
        return ""
    read = ValueRead(answer.amount, answer.status, answer.amount_high, answer.qualifier, answer.text)
    if answer.scale == cell.indicator.scale:
        return show_value(read, cell.boxed)
    return show_value(read, replace(cell.indicator, scale=answer.scale + cell.step))


def _mistake_in(value: Value | None) -> str:
    """Why what was typed could not be taken, as it was said when it was saved."""
    if value is None or not value.typed or not value.problem:
        return ""
    kept = value.problem
    return Mistake(kept["what"], kept["mend"], tuple(kept["facts"].items())).message()


def _meter(value: Value | None) -> int:
    if value is None or value.origin != "read" or value.typed:
        return 0
    return 3 if value.confidence >= HIGH else 2 if value.confidence >= MIDDLE else 1
