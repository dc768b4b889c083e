"""What a link of the record says, for those who read no JSON: each thing by its name, what was before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags

from tongket.checking import catalogue
from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.site.people.words import role_name
from tongket.site.rounds.places import PassagePlace, SectionPlace, ValuePlace, place_of
from tongket.vietnamese.dates import printed_day

NAMES = {
    "name": N_("Name"),
    "code": N_("Code of the body"),
    "user": N_("User no."),
    "role": N_("Role"),
    "subtree": N_("Also for the bodies below"),
    "starts": N_("From"),
    "ends": N_("Until"),
    "until": N_("Until"),
    "revision": N_("Revision"),
    "values": N_("Values"),
    "filled": N_("Cells filled in"),
    "kept": N_("Cells kept"),
    "doubtful": N_("Doubtful cells"),
    "findings": N_("Findings"),
    "due": N_("Due"),
    "reason": N_("Reason"),
    "note": N_("Note"),
    "answer": N_("Answer"),
    "granted": N_("Granted"),
    "text": N_("Words"),
    "place": N_("Place"),
    "section": N_("Section"),
    "finding": N_("Finding"),
    "asked": N_("Cells asked for"),
    "bodies": N_("Bodies"),
    "body": N_("Body"),
    "period": N_("Period"),
    "request": N_("Request"),
    "files": N_("Files"),
    "type": N_("Type"),
    "symbol": N_("Number and symbol"),
    "number": N_("Number"),
    "date": N_("Date"),
    "day": N_("Day"),
    "issuer": N_("Issuer"),
    "subject": N_("Subject"),
    "confirmed": N_("Confirmed"),
    "reported": N_("Have sent"),
    "paragraph": N_("Paragraph"),
    "edition": N_("Edition"),
}
"""The parts of a link that a person reads; the others (ids, hashes, plans) stand in it as it was hashed."""
MOST = 200  # lines
_LETTERS = 300
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A thing with what is said of it; or with what stood there before and what after."""

    name: str
    text: str = ""
    before: str = ""
    after: str = ""
    changed: bool = False


def lines_of(told: Mapping[str, Any], programme: Programme | None = None) -> list[Line]:
    """The content of a link in words; ``programme`` names the cells and sections of a submission."""
    return list(_lines(told, programme))[:MOST]


def _lines(told: Mapping[str, Any], programme: Programme | None) -> Iterator[Line]:
    for one in told.get("cells") or ():
        yield _change(place_words(one.get("place", ""), programme), one)
    for one in told.get("places") or ():
        said = one if isinstance(one, Mapping) else {"place": one}
        yield Line(place_words(said.get("place", ""), programme), str(said.get("reason", "")))
    if isinstance(told.get("before"), Mapping) and isinstance(told.get("after"), Mapping):
        yield from _changes(told["before"], told["after"])
    elif "before" in told or "after" in told:
        yield _change(_about(told, programme), told)
        told = {key: value for key, value in told.items() if key != "section"}
    for key, name in NAMES.items():
        text = _text(key, told.get(key), programme)
        if text:
            yield Line(say(name), text)


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Line]:
    for key in after:
        if key in NAMES and before.get(key) != after[key]:
            yield Line(
                say(NAMES[key]), "", _text(key, before.get(key), None), _text(key, after[key], None), changed=True
            )


def _change(name: str, told: Mapping[str, Any]) -> Line:
    return Line(name, "", _short(told.get("before")), _short(told.get("after")), changed=True)


def _about(told: Mapping[str, Any], programme: Programme | None) -> str:
    """What a single change is of: nothing more than that, where another line names it."""
    if "section" in told and programme is not None:
        return section_words(str(told["section"]), programme)
    return say(N_("Words"))


def place_words(text: str, programme: Programme | None) -> str:
    """A place in a submission as people call it: 'QT-03, Tổng số hội nghị'."""
    try:
        place = place_of(text)
    except ValueError:
        return text
    if isinstance(place, ValuePlace):
        return _cell_words(place, programme)
    if isinstance(place, SectionPlace):
        return section_words(place.code, programme) if programme else place.code
    if isinstance(place, PassagePlace):
        return say(N_("A passage of the report"))
    return say(N_("The whole report"))


def _cell_words(place: ValuePlace, programme: Programme | None) -> str:
    indicator = programme.indicator(place.indicator) if programme else None
    names = [place.indicator, *([indicator.name] if indicator else [])]
    if place.cell and programme is not None:
        known = {value.code: value.name for one in programme.dimensions for value in one.values}
        names.append(", ".join(known.get(one, one) for one in place.cell.split("+")))
    return ", ".join(names)


def section_words(code: str, programme: Programme) -> str:
    """A section of the outline with its title: 'D.1 Ưu điểm'."""
    title = next((one.title for one in programme.outline if one.code == code), "")
    return f"{code} {title}".strip()


def _text(key: str, value: Any, programme: Programme | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say(N_("yes")) if value else say(N_("no"))
    if key == "place" and isinstance(value, str):
        return place_words(value, programme)
    if key == "section" and programme is not None:
        return section_words(str(value), programme)
    if key == "role":
        return role_name(str(value)) if value else ""
    if key == "finding":
        kind = str(value).partition("/")[0]
        return catalogue.title(kind) if kind in catalogue.kinds() else str(value or "")
    if isinstance(value, list):
        parts = [_short(one) for one in value if isinstance(one, str | int)]
        more = f" … ({len(parts)})" if len(parts) > _LISTED else ""
        return (" – " if key == "period" else ", ").join(parts[:_LISTED]) + more
    return "" if isinstance(value, Mapping) else _short(value)


def _short(value: Any) -> str:
    """A value in one line: days as people write them, words without their markup."""
    text = " ".join(strip_tags(str(value).replace("<", " <")).split()) if value is not None else ""
    text = printed_day(text) if _DAY.fullmatch(text) else text
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
