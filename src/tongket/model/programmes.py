"""Programmes (chương trình theo dõi): what is asked about a directive, as data with versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.documents import Regime

Aggregation = Literal["sum", "latest", "max", "min", "count-units", "count-yes", "ratio", "none"]
IndicatorKind = Literal["integer", "decimal", "money", "share", "score", "rank", "yes-no", "text"]
Sensitivity = Literal["open", "sensitive"]


@dataclass(frozen=True, slots=True)
class DirectiveRef:
    """The document whose implementation is followed."""

    type: str
    symbol: str
    date: str
    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class DimensionValue:
    """One value of a dimension: readable code, name, and other ways in which forms and prose write it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """A way in which an indicator is broken down: by organisation, by level."""

    code: str
    name: str
    values: tuple[DimensionValue, ...]
    additive: bool = True  # the total is the sum of the cells, where a report gives no total
    line: int = 0
    file: str = ""

    def value(self, code: str) -> DimensionValue | None:
        """The value of that code, or None."""
        return next((one for one in self.values if one.code == code), None)


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
class Indicator:
    """What is measured (chỉ tiêu).

    Amounts are integers at ``scale`` decimal digits. ``over_units`` and ``over_time`` say how it adds up, apart.
    A ``ratio`` is recomputed from the sums of ``numerator`` and ``denominator`` (indicator codes), times ``factor``.
    ``owner`` is the code of the kind of body that answers for it ("" = any). ``dimensions`` break it into cells.
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
class Sentence:
    """A sentence of the consolidated report. ``{HN-01}`` prints qualifier and number, ``{HN-01/dtn}`` a cell of it,
    ``{HN-01?}`` marks an indicator without which the sentence is left out though others have values.
    """

    text: str
    line: int = 0


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

    def indicator(self, code: str) -> Indicator | None:
        """The indicator of that code, or None."""
        return next((one for one in self.indicators if one.code == code), None)

    def dimension(self, code: str) -> Dimension | None:
        """The dimension of that code, or None."""
        return next((one for one in self.dimensions if one.code == code), None)

    def cells(self, indicator: Indicator) -> tuple[DimensionValue, ...]:
        """The values that break ``indicator`` down, in order; () when it has one value only."""
        found = (self.dimension(code) for code in indicator.dimensions)
        return tuple(value for dimension in found if dimension for value in dimension.values)
