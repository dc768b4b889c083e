"""What a format is made of: records with keys (see :mod:`tongket.programmes.format`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, Literal

from tongket.messages import N_
from tongket.programmes.choices import Choices

# 'amount' is a number with decimals, kept as an integer at the scale of its indicator or scorecard; 'lined' are texts
# that each keep their line; 'modules' are codes of modules; 'formula' is one text of the formula language.
KeyKind = Literal[
    "text", "texts", "choice", "choices", "integer", "fraction", "amount", "flag", "date", "formula", "lined",
    "modules", "entry", "entries",
]  # fmt: skip


_BLANK: dict[str, Any] = {
    **dict.fromkeys(("texts", "choices", "lined", "modules", "entries"), ()),
    **{"integer": 0, "amount": None, "flag": False, "entry": None},
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record. ``title`` heads its column, ``note`` explains it (message ids); ``attribute`` is its name in
    the model where that differs.
    """

    name: str
    title: str
    kind: KeyKind = "text"
    required: bool = False
    choices: Choices | None = None
    record: Record | None = None
    note: str = ""
    low: int = 0
    high: int = 10**9
    attribute: str = ""
    width: int = 14  # of its column, in characters

    @property
    def slot(self) -> str:
        """The attribute that holds it."""
        return self.attribute or self.name


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of entry: the model's class, its keys in reading order, and what an absent key means by the others.

    ``made_from`` names the keys out of which ``fill`` works out defaults. ``title`` names its sheet.
    """

    name: str
    title: str
    type: Callable[..., Any]
    keys: tuple[Key, ...]
    fill: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    made_from: tuple[str, ...] = ()
    identity: str = "code"  # the key by which entries below it name it in a workbook

    def key(self, name: str) -> Key:
        """The key of that name."""
        return next(one for one in self.keys if one.name == name)

    def defaults(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What absent keys mean: by slot, for an entry that holds ``given``."""
        blank = {one.slot: _BLANK.get(one.kind, "") for one in self.keys}
        own = fields(self.type) if is_dataclass(self.type) else ()
        plain = {one.name: one.default for one in own if one.default is not MISSING}
        return {**blank, **plain, **(self.fill(given) if self.fill else {})}


# Keys that many records have.
CODE = Key("code", N_("Code of the entry"), required=True, width=10)
NAME = Key("name", N_("Name"), required=True, width=44)
ALIASES = Key(
    "aliases", N_("Also written"), "texts", note=N_("Other ways in which forms and reports write it."), width=36
)
