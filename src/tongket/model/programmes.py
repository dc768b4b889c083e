"""Programmes (chương trình theo dõi): what is asked about a directive, as data with versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.documents import Regime
from tongket.model.registers import Module, Register, Scorecard

Aggregation = Literal["sum", "latest", "max", "min", "count-units", "count-yes", "ratio", "weighted", "none"]
IndicatorKind = Literal["integer", "decimal", "money", "share", "score", "rank", "yes-no", "date", "text", "choice"]
ADDED_KINDS: tuple[IndicatorKind, ...] = ("integer", "decimal", "money")  # numbers of which sums have a meaning
NUMERIC_KINDS: tuple[IndicatorKind, ...] = (*ADDED_KINDS, "share", "score")  # which may be near, far and in order
Sensitivity = Literal["open", "sensitive"]
Comparison = Literal["=", "<>", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class DirectiveRef:
    """The document whose implementation is followed."""

    type: str
    symbol: str
    date: str
    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """How prose carries an indicator: the figure's unit is one of ``units``; its clause, sentence or heading holds all
    of ``words`` and one of ``any`` (when given); right beside the figure, between it and the figures around it, stand
    one of ``near`` (when given) and none of ``without``. Words are compared without case, with tone placement folded
    and common abbreviations written out. ``part`` says which number of a share, pair or range is meant.
    """

    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    part: Literal["value", "part", "whole", "first", "second"] = "value"
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached (mục tiêu): ``amount`` at the indicator's scale, by the day ``by`` ("" = the period's end).

    ``direction``: "up" when more is better. ``level`` is the kind of unit it is set for, "" for the whole.
    """

    amount: int
    direction: Literal["up", "down"] = "up"
    by: str = ""
    level: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """What an entry of a register must be to be counted: its ``field`` holds one of ``values``, or compares so.

    Fields every entry has are ``unit``, ``body``, ``on``, ``until``, ``state``, ``directive``, ``combined``; the value
    'this' of ``directive`` is the programme's own. ``comparison`` other than "=" takes one value: a number or a day.
    """

    field: str
    values: tuple[str, ...]
    comparison: Comparison = "="
    line: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """How an indicator is counted from the entries of a register: their number, the sum of a field, how many different
    values a field has, its least, greatest or latest number, of the entries that meet all of ``where``.

    ``cells`` maps dimensions of the indicator to fields whose choices are that dimension's values. ``when`` says which
    entries belong to a period: "during" those that begin in it (a flow), "at-end" those alive at its end (a stock).
    """

    register: str
    what: Literal["count", "sum", "distinct", "min", "max", "latest"] = "count"
    field: str = ""
    where: tuple[Condition, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    when: Literal["during", "at-end"] = "during"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured (chỉ tiêu).

    Amounts are integers at ``scale`` decimal digits. ``over_units`` and ``over_time`` say how it adds up, apart.
    A ``ratio`` is recomputed from the sums of ``numerator`` and ``denominator`` (indicator codes), times ``factor``.
    ``owner`` is the code of the kind of body that answers for it ("" = any). ``dimensions`` break it into cells: the
    codes of a cell's values, in the order of the dimensions, with '+' between; a dimension left out is a total over it.
    """

    code: str
    name: str
    unit_word: str
    kind: IndicatorKind = "integer"
    scale: int = 0
    over_units: Aggregation = "sum"
    over_time: Aggregation = "sum"
    numerator: str = ""
    denominator: str = ""
    factor: int = 1
    dimensions: tuple[str, ...] = ()
    owner: str = ""
    levels: tuple[str, ...] = ()  # unit kinds that are asked; () = all
    sensitivity: Sensitivity = "open"
    phrases: tuple[Phrase, ...] = ()
    aliases: tuple[str, ...] = ()
    national_code: str = ""
    replaces: str = ""
    line: int = 0  # of the programme file, for messages
    extent: Literal["", "own", "area"] = ""  # of a value whose report does not say; "" leaves it open
    definition: str = ""
    file: str = ""
    weight: str = ""  # of over_units 'weighted': code of the indicator whose values weigh this one
    formula: str = ""  # computed from other indicators (docs/programmes.md); "" = reported or counted
    targets: tuple[Target, ...] = ()
    choices: tuple[DimensionValue, ...] = ()  # of kind 'choice'
    low: int | None = None  # least and most that a value may be, at the scale; None = no bound
    high: int | None = None
    counted: Counted | None = None
    conversion: str = ""  # formula from the values of ``replaces`` to this one's; "" = the series breaks
    module: str = ""  # code of the module that it comes from
    basis: str = ""  # legal basis (căn cứ): the document, and its article, by which it is collected


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form table. ``role``: ordinal, label, or value; a value column may stand for a level or a cell."""

    title: str
    role: Literal["ordinal", "label", "value", "note"]
    level: str = ""  # unit kind whose figures stand here
    cell: str = ""  # dimension values, as in ObservationKey.cell
    indicator: str = ""  # for forms whose columns are indicators and whose rows are dimension values


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form: its number and label as printed, depth, and what its value cells carry.

    ``indicators``: none for a heading row; two where the label asks for a pair ('a/b'); ``level`` is the level whose
    figures stand in the row ('- Cấp tỉnh'), "" for any.
    """

    number: str
    label: str
    depth: int
    indicators: tuple[str, ...] = ()
    cell: str = ""
    level: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A table that reports fill in (biểu mẫu), in the programme's own words and order."""

    code: str
    appendix: str  # 'PHỤ LỤC 1'
    title: str
    caption: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    line: int = 0
    file: str = ""
    heading: str = ""  # the appendix's own title, where several tables stand under it; on its first form


@dataclass(frozen=True, slots=True)
class Sum:
    """A rule between indicators: ``total`` equals the sum of ``parts`` at the same cell, where all are given."""

    total: str
    parts: tuple[str, ...]
    relation: Literal["=", "<=", ">="] = "="
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between indicators: two formulas that compare so at every unit and period where both have a value."""

    code: str
    left: str
    operator: Comparison
    right: str
    name: str = ""  # what the rule says, for people
    severity: Literal["error", "warning"] = "error"
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When the bodies of a level must have reported: a day, or working days after the closing date."""

    level: str
    date: str = ""
    days: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a programme asks (Decree 09/2019/NĐ-CP, articles 8 and 12): how often, until when, due when at each level.

    ``closing`` is the closing date of a single request, "" where ``regime`` gives it for every period of ``cycle``.
    """

    cycle: Literal["once", "month", "quarter", "half", "nine-months", "year"] = "once"
    regime: Literal["nd-09", "calendar"] = "nd-09"
    closing: str = ""
    dues: tuple[Due, ...] = ()
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """Bodies that are asked: of one kind at every unit of a level."""

    kind: str
    level: str
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the consolidated report. ``{HN-01}`` prints qualifier and number, ``{HN-01/dtn}`` a cell of it,
    ``{HN-01?}`` marks an indicator without which the sentence is left out though others have values.
    """

    text: str
    line: int = 0
    file: str = ""  # of a sentence that comes from a module; "" = the section's own


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A section of the report to be written: number style follows from depth, ``code`` is of the canonical outline.

    ``passages`` names the evaluation parts whose sentences are gathered here; ``documents`` lists the documents that
    the lower bodies issued; ``required``: a report without it has a gap ('outline-missing').
    """

    code: str
    title: str
    depth: int
    required: bool = False
    titles: tuple[str, ...] = ()  # other titles under which lower reports write it
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[str, ...] = ()
    documents: bool = False
    forms: tuple[str, ...] = ()
    line: int = 0
    file: str = ""
    module: str = ""  # code of the module whose sentences stand here after its own


@dataclass(frozen=True, slots=True)
class Programme:
    """A directive with what is asked about it. ``hash`` is of the files' content: a round pins version and hash."""

    code: str
    version: int
    title: str
    regime: Regime
    directive: DirectiveRef
    review: str  # 'sơ kết' or 'tổng kết'
    years: int
    period_start: str
    period_end: str
    threshold: float  # matches below it are listed for a person and not used
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    forms: tuple[Form, ...]
    sums: tuple[Sum, ...]
    outline: tuple[OutlineItem, ...]
    recipients: tuple[str, ...]
    file: str = ""
    hash: str = ""
    modules: tuple[Module, ...] = ()
    registers: tuple[Register, ...] = ()
    scorecards: tuple[Scorecard, ...] = ()
    rules: tuple[Rule, ...] = ()
    schedule: Schedule | None = None
    expected: tuple[Expected, ...] = ()
    retired: tuple[str, ...] = ()  # codes of indicators of earlier versions, never used again

    def indicator(self, code: str) -> Indicator | None:
        """The indicator of that code, or None."""
        return next((one for one in self.indicators if one.code == code), None)

    def dimension(self, code: str) -> Dimension | None:
        """The dimension of that code, or None."""
        return next((one for one in self.dimensions if one.code == code), None)

    def register(self, code: str) -> Register | None:
        """The register of that code, or None."""
        return next((one for one in self.registers if one.code == code), None)

    def scorecard(self, code: str) -> Scorecard | None:
        """The scorecard of that code, or None."""
        return next((one for one in self.scorecards if one.code == code), None)

    def cell(self, indicator: Indicator, codes: Iterable[str]) -> str:
        """The cell that the values ``codes`` (or cells of them) name together; of two of one dimension the first."""
        given = [part for code in codes for part in code.split("+") if part]
        named = []
        for dimension in filter(None, map(self.dimension, indicator.dimensions)):
            named += [code for code in given if dimension.value(code)][:1]
        return "+".join(named)

    def cells(self, indicator: Indicator) -> tuple[DimensionValue, ...]:
        """The values that break ``indicator`` down, in order; () when it has one value only."""
        found = (self.dimension(code) for code in indicator.dimensions)
        return tuple(value for dimension in found if dimension for value in dimension.values)
