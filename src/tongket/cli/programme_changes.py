"""The changes between two versions of a programme, and the drafts that they touch, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.programmes.diff import KINDS, Change
from tongket.programmes.format import FORM, OUTLINE, PROGRAMME, RULE, SCHEDULE
from tongket.programmes.format_indicators import DIMENSION, INDICATOR
from tongket.programmes.format_registers import REGISTER
from tongket.road.drafts import Touched

_TITLES = {
    key.name: key.title
    for record in (REGISTER, OUTLINE, FORM, RULE, DIMENSION, SCHEDULE, PROGRAMME, INDICATOR)
    for key in record.keys
}
_WIDTH = 100  # characters of what was written, on a line


def change_lines(old: Programme, new: Programme, found: Sequence[Change]) -> Iterator[str]:
    """One line a change, errors with their mend below."""
    versions = {"code": new.code, "old": old.version, "new": new.version}
    yield say(N_("{code}: version {old} to version {new}, {count} changes"), **versions, count=len(found))
    if found and old.version == new.version:
        yield say(N_("The contents differ but the version is the same: raise 'version' before a round uses it."))
    for one in found:
        yield f"  [{say(KINDS[one.kind])}] {' '.join(filter(None, (one.code, _part(one.key))))}: {_words(one)}"
        if one.mend:
            yield f"      {say(N_('Error'))}: {say(one.mend, code=one.code)}"


def _part(key: str) -> str:
    """What of it changed: 'Đơn vị tính (unit)'; below it what stands after a slash."""
    name, _, rest = key.partition("/")
    title = say(_TITLES[name]) if name in _TITLES else ""
    return " ".join(filter(None, (f"{title} ({name})" if title else name, rest)))


def _words(one: Change) -> str:
    if one.old and one.new:
        return f"«{_short(one.old)}» → «{_short(one.new)}»"
    if one.new:
        return say(N_("added «{text}»"), text=_short(one.new))
    return say(N_("gone «{text}»"), text=_short(one.old)) if one.old else say(N_("in another order"))


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."


def draft_lines(held: Iterable[Touched]) -> Iterator[str]:
    """One line for each body and indicator, under the place that holds its values."""
    place = None
    for one in held:
        if one.place != place:
            place = one.place
            yield ""
            yield say(N_("Touched in {place}:"), place=place)
        whose = f"{one.body} ({one.unit})" if one.body else one.unit
        version = f", {say(N_('version {version}'), version=one.version)}" if one.version else ""
        yield f"  {one.indicator}: {say(N_('{count} values of {body}'), count=one.count, body=whose)}{version}"
    if place is None:
        yield say(N_("No draft holds a value that these changes touch."))
