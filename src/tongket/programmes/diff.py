"""What changed between two versions of a programme, each change with its class.

Wording may change in place. A change of unit, base, cells, owner or aggregation makes another indicator: it needs a
code of its own that ``replaces`` the old one, with a stated conversion or a break; in place it is an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tongket.messages import N_
from tongket.model.programmes import Indicator, Programme
from tongket.programmes.format import EXPECTED, FORM, HEAD, OUTLINE, PROGRAMME, RULE, SCHEDULE, SUM
from tongket.programmes.format_indicators import DIMENSION, INDICATOR
from tongket.programmes.format_registers import REGISTER, SCORECARD
from tongket.programmes.records import Key, Record
from tongket.programmes.tree import Tree, record_tree
from tongket.programmes.yaml_writing import is_entries

ChangeKind = Literal[
    "head", "wording", "addition", "retirement", "replacement", "meaning", "schedule", "target", "access", "form",
    "outline", "sentence", "rule", "register",
]  # fmt: skip

KINDS: dict[ChangeKind, str] = {
    "head": N_("head"),
    "wording": N_("wording"),
    "addition": N_("new indicator"),
    "retirement": N_("retired indicator"),
    "replacement": N_("replaced indicator"),
    "meaning": N_("other meaning"),
    "schedule": N_("schedule"),
    "target": N_("target"),
    "access": N_("who sees and who is asked"),
    "form": N_("form"),
    "outline": N_("outline"),
    "sentence": N_("sentence"),
    "rule": N_("rule"),
    "register": N_("register"),
}
# Keys of an indicator whose change makes it another one; all that is named nowhere is wording.
_MEANING = frozenset(
    ("unit", "kind", "scale", "over_units", "over_time", "numerator", "denominator", "factor", "weight", "formula",
     "dimensions", "owner", "extent", "counted")
)  # fmt: skip
_OTHER_KEYS: dict[str, ChangeKind] = {
    **dict.fromkeys(("targets",), "target"),
    **dict.fromkeys(("sensitivity", "levels"), "access"),
    **dict.fromkeys(("low", "high"), "rule"),
    **dict.fromkeys(("replaces", "conversion"), "replacement"),
}
_NEW_CODE = N_(
    "Give it a new code with 'replaces: {code}' and a 'conversion' (without one the series breaks), and write '{code}' "
    "under 'retired'."
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``code`` names what changed, ``key`` its part ("" = the whole); ``old`` and ``new`` as written, ""
    where there is none. ``mend`` (a message id) is given where the change may not stay as it is.
    """

    kind: ChangeKind
    code: str
    key: str = ""
    old: str = ""
    new: str = ""
    mend: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the change may not stay as it is."""
        return bool(self.mend)


def changes(old: Programme, new: Programme) -> tuple[Change, ...]:
    """All changes from ``old`` to ``new``, in the order of the format."""
    return (
        *_head(old, new),
        *_schedule(old, new),
        *_indicators(old, new),
        *_dimensions(old, new),
        *_listed("register", REGISTER, old.registers, new.registers),
        *_listed("register", SCORECARD, old.scorecards, new.scorecards),
        *_listed("form", FORM, old.forms, new.forms),
        *_sums(old, new),
        *_listed("rule", RULE, old.rules, new.rules),
        *_outline(old, new),
    )


def touched(found: Iterable[Change], new: Programme) -> frozenset[str]:
    """Codes of indicators whose stored values a change touches: retired, replaced or of another meaning."""
    codes = {one.code for one in found if one.kind in ("retirement", "meaning", "replacement")}
    return frozenset(codes | {one.replaces for one in new.indicators if one.replaces in codes})


def _head(old: Programme, new: Programme) -> Iterator[Change]:
    before, after = _plain_head(old), _plain_head(new)
    if before != after or old.version != new.version:
        for key in HEAD:
            yield from _changed("head", new.code, key.name, before.get(key.name), after.get(key.name))
    for code in old.retired:
        if code not in new.retired and new.indicator(code) is None:
            mend = N_("Keep '{code}' under 'retired': a code is never used again.")
            yield Change("head", code, "retired", code, "", mend)


def _plain_head(programme: Programme) -> Tree:
    keys = tuple(
        key for key in PROGRAMME.keys if key.kind not in ("entries",) and key.name not in ("schedule", "retired")
    )
    return record_tree(programme, Record("head", "", Programme, keys, PROGRAMME.fill))


def _schedule(old: Programme, new: Programme) -> Iterator[Change]:
    before = record_tree(old.schedule, SCHEDULE) if old.schedule else {}
    after = record_tree(new.schedule, SCHEDULE) if new.schedule else {}
    for key in SCHEDULE.keys:
        yield from _changed("schedule", "schedule", key.name, before.get(key.name), after.get(key.name))
    asked = [[record_tree(one, EXPECTED) for one in programme.expected] for programme in (old, new)]
    yield from _changed("schedule", "expected", "", *asked)


def _indicators(old: Programme, new: Programme) -> Iterator[Change]:
    heirs = {one.replaces: one for one in new.indicators if one.replaces}
    for indicator in old.indicators:
        after = new.indicator(indicator.code)
        if after is not None:
            yield from _indicator(old, new, indicator, after)
        elif indicator.code in heirs:
            heir = heirs[indicator.code]
            yield Change("replacement", indicator.code, "", indicator.code, heir.code, _unlisted(new, indicator.code))
        else:
            yield Change("retirement", indicator.code, "", indicator.name, "", _unlisted(new, indicator.code))
    known = {one.code for one in old.indicators}
    for indicator in new.indicators:
        if indicator.code in old.retired:
            mend = N_("Give it a code of its own: '{code}' was retired, and a code is never used again.")
            yield Change("meaning", indicator.code, "", "", indicator.name, mend)
        elif indicator.code not in known:
            yield Change("addition", indicator.code, "", "", indicator.name)


def _unlisted(new: Programme, code: str) -> str:
    return "" if code in new.retired else N_("Write '{code}' under 'retired' in the head of the programme.")


def _indicator(old: Programme, new: Programme, before: Indicator, after: Indicator) -> Iterator[Change]:
    one, other = record_tree(before, INDICATOR), record_tree(after, INDICATOR)
    for key in INDICATOR.keys:
        if key.name == "choices":
            yield from _choices(before, after)
        elif key.name in _MEANING:
            was, now = _held(before, one, key), _held(after, other, key)
            if was != now:
                yield Change("meaning", before.code, key.name, _text(was), _text(now), _NEW_CODE)
        else:
            kind = _OTHER_KEYS.get(key.name, "wording")
            yield from _changed(kind, before.code, key.name, one.get(key.name), other.get(key.name))
    for code in before.dimensions:
        was, now = old.dimension(code), new.dimension(code)
        if was is None or now is None or code not in after.dimensions:
            continue
        codes = [[value.code for value in dimension.values] for dimension in (was, now)]
        if sorted(codes[0]) != sorted(codes[1]) or was.additive != now.additive:
            yield Change("meaning", before.code, f"dimensions/{code}", _text(codes[0]), _text(codes[1]), _NEW_CODE)


def _dimensions(old: Programme, new: Programme) -> Iterator[Change]:
    """Names and other spellings of dimensions; what changes their cells is told at each indicator."""
    for change in _listed("wording", DIMENSION, old.dimensions, new.dimensions):
        if change.key != "additive":
            yield change


def _held(indicator: Indicator, tree: Tree, key: Key) -> Any:
    """What ``key`` means, said or not: two ways of writing the same are no change."""
    if key.kind == "entry":
        return tree.get(key.name)
    value = getattr(indicator, key.slot)
    return list(value) if isinstance(value, tuple) else value


def _choices(before: Indicator, after: Indicator) -> Iterator[Change]:
    """A choice that is gone changes the meaning of what was answered; a new one, or other words, do not."""
    was, now = ({one.code: one.name for one in indicator.choices} for indicator in (before, after))
    for code in was:
        if code not in now:
            yield Change("meaning", before.code, f"choices/{code}", was[code], "", _NEW_CODE)
    for code in now:
        yield from _changed("wording", before.code, f"choices/{code}", was.get(code), now[code])


def _listed(kind: ChangeKind, record: Record, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """Entries by their code: gone, new, or with other parts."""
    before = {one.code: record_tree(one, record) for one in old}
    after = {one.code: record_tree(one, record) for one in new}
    for code, tree in before.items():
        if code not in after:
            yield Change(kind, code, "", _name(tree), "")
            continue
        for key in record.keys:
            yield from _parts(kind, code, key.name, tree.get(key.name), after[code].get(key.name))
    for code, tree in after.items():
        if code not in before:
            yield Change(kind, code, "", "", _name(tree))


def _name(tree: Tree) -> str:
    return str(tree.get("name") or tree.get("title") or tree.get("code"))


def _parts(kind: ChangeKind, code: str, key: str, old: Any, new: Any) -> Iterator[Change]:
    """Of a list of entries each that is gone or new; of anything else the two."""
    if not (is_entries(old) or is_entries(new)):
        yield from _changed(kind, code, key, old, new)
        return
    was, now = [_text(one) for one in old or []], [_text(one) for one in new or []]
    for text in was:
        if text not in now:
            yield Change(kind, code, key, text, "")
    for text in now:
        if text not in was:
            yield Change(kind, code, key, "", text)
    if was != now and sorted(was) == sorted(now):
        yield Change(kind, code, f"{key}/order")


def _sums(old: Programme, new: Programme) -> Iterator[Change]:
    was, now = ([_text(record_tree(one, SUM)) for one in programme.sums] for programme in (old, new))
    yield from (Change("rule", "sums", "", text, "") for text in was if text not in now)
    yield from (Change("rule", "sums", "", "", text) for text in now if text not in was)


def _outline(old: Programme, new: Programme) -> Iterator[Change]:
    yield from _listed("outline", _OUTLINE_WITHOUT_SENTENCES, old.outline, new.outline)
    codes = [[one.code for one in programme.outline] for programme in (old, new)]
    common = [[code for code in one if code in other] for one, other in (codes, codes[::-1])]
    if common[0] != common[1]:
        yield Change("outline", "outline", "order", _text(common[0]), _text(common[1]))
    before = {one.code: [sentence.text for sentence in one.sentences] for one in old.outline}
    after = {one.code: [sentence.text for sentence in one.sentences] for one in new.outline}
    for code in {**before, **after}:
        was, now = before.get(code, []), after.get(code, [])
        yield from (Change("sentence", code, "", text, "") for text in was if text not in now)
        yield from (Change("sentence", code, "", "", text) for text in now if text not in was)


_OUTLINE_WITHOUT_SENTENCES = Record(
    OUTLINE.name, OUTLINE.title, OUTLINE.type, tuple(key for key in OUTLINE.keys if key.name != "sentences")
)


def _changed(kind: ChangeKind, code: str, key: str, old: Any, new: Any) -> Iterator[Change]:
    if old != new:
        yield Change(kind, code, key, _text(old), _text(new))


def _text(value: Any) -> str:
    """What was written, on one line."""
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_text(held)}" for name, held in value.items())
    if isinstance(value, list):
        return " | ".join(_text(one) for one in value)
    return json.dumps(value) if isinstance(value, bool) else str(value)
