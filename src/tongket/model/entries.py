"""Entries of registers (mục trong sổ): what indicators are counted from. No entry is about a private person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.observations import Origin

EventState = Literal["planned", "held", "cancelled"]
ItemState = Literal["active", "dormant", "ended"]
ObligationState = Literal["open", "answered", "done", "refused", "transferred"]
ScoreState = Literal["self", "appraised", "announced", "pending"]


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What is written under one field: a text or choice, or a number at the field's scale."""

    field: str
    text: str = ""
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What every entry has. ``id`` is the keeper's own number for it, unique with register, unit and body.

    ``on`` is the day of an event, the first day of an item or agreement, the day on which an obligation was laid down,
    the last day of the period that a score is for; ``until`` the last day, "" = still or the same day. Dates are ISO.
    ``directives`` are the symbols of the documents that it serves, each with its date where known: an event tagged
    with three is still one. ``place`` is row or cell of the file that it came from.
    """

    register: str
    id: str
    unit: str
    body: str
    body_kind: str
    on: str
    title: str
    until: str = ""
    directives: tuple[str, ...] = ()
    fields: tuple[FieldValue, ...] = ()
    origin: Origin = "form"
    source: str = ""
    source_sha256: str = ""
    place: str = ""
    revision: int = 1

    def value(self, field: str) -> FieldValue | None:
        """What is written under ``field``, or None."""
        return next((one for one in self.fields if one.field == field), None)


@dataclass(frozen=True, slots=True)
class Event(Entry):
    """A dated happening (sự việc): a session, a supervision. ``combined``: held within another (lồng ghép)."""

    state: EventState = "held"
    combined: bool = False


@dataclass(frozen=True, slots=True)
class RegisterItem(Entry):
    """A living thing (mục trong sổ): a model, a fund. ``confirmed`` are the years in which it was found alive."""

    state: ItemState = "active"
    confirmed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement(RegisterItem):
    """A text signed by several bodies (quy chế, chương trình phối hợp): ``on``/``until`` are its term."""

    parties: tuple[str, ...] = ()
    symbol: str = ""
    meetings_due: int = 0  # a year
    meetings_held: tuple[tuple[int, int], ...] = ()  # year -> how many


@dataclass(frozen=True, slots=True)
class Obligation(Entry):
    """What somebody owes (nhiệm vụ, kiến nghị, kết luận cần theo dõi): ``body`` owes it, ``asked_by`` laid it down."""

    state: ObligationState = "open"
    asked_by: str = ""
    due: str = ""
    answered_on: str = ""
    answer: str = ""
    proof: str = ""  # symbol of the document, or name of the file, that shows it
    transferred_to: str = ""  # unit and body that took it over


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One criterion: points that the body gave itself and points that the appraiser gave, at the scorecard's scale."""

    criterion: str
    own: int | None
    appraised: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSheet(Entry):
    """A body's points under one version of the criteria (bảng chấm điểm). ``band`` and ``rank`` as announced.

    ``among`` is how many were ranked. Points, ranks and bands of different versions, and across a merger, are a break.
    """

    state: ScoreState = "self"
    version: str = ""
    lines: tuple[ScoreLine, ...] = ()
    band: str = ""
    rank: int | None = None
    among: int | None = None
