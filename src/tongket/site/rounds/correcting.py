"""What a person corrects in a drafted programme: names, units and kinds of indicators, and which are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tongket.messages import N_
from tongket.model.programmes import Form, FormRow, Indicator, OutlineItem, Programme
from tongket.programmes.placeholders import read_placeholders
from tongket.site.rounds.errors import RoundError

KINDS = {
    "integer": N_("whole number"),
    "decimal": N_("number with decimals"),
    "money": N_("money"),
    "share": N_("per cent"),
    "yes-no": N_("yes or no"),
    "date": N_("day"),
    "text": N_("free text"),
}
_WORDS = ("text", "date", "choice")
_CODE = re.compile(r"[A-Z][\w-]*")


def corrected(programme: Programme, changes: Mapping[str, Mapping[str, Any]]) -> Programme:
    """``programme`` with ``changes`` by code ({name, unit_word, kind, keep}); what hangs on a dropped one goes too.

    Raises:
        RoundError: no indicator and no outline is left, or a name is empty.
    """
    dropped = frozenset(code for code, change in changes.items() if not change.get("keep", True))
    kept = tuple(
        _without_sources(_changed(one, changes.get(one.code, {})), dropped)
        for one in programme.indicators
        if one.code not in dropped
    )
    if not kept and not programme.outline:
        raise RoundError(N_("No indicator is kept."), N_("Keep at least one."), field="indicators")
    forms = tuple(form for one in programme.forms if (form := _form(one, dropped)) is not None)
    before = {one.code: one for one in programme.indicators}
    renamed = {one.code: (before[one.code], one) for one in kept}
    forms = tuple(_renamed(one, renamed) for one in forms)
    named = frozenset(form.code for form in forms)
    return replace(
        programme,
        indicators=kept,
        forms=forms,
        sums=tuple(one for one in programme.sums if not dropped & {one.total, *one.parts}),
        rules=tuple(one for one in programme.rules if not dropped & _codes(one.left + " " + one.right)),
        outline=tuple(_section(one, dropped, named) for one in programme.outline),
    )


def _changed(one: Indicator, change: Mapping[str, Any]) -> Indicator:
    name, unit = str(change.get("name", one.name)).strip(), str(change.get("unit_word", one.unit_word)).strip()
    if not name:
        raise RoundError(
            N_("The indicator {code} has no name."), N_("Write its name, or do not keep it."), field="indicators",
            code=one.code,
        )  # fmt: skip
    kind = change.get("kind", one.kind)
    one = replace(one, name=name[:300], unit_word=unit[:60])
    return one if kind == one.kind or kind not in KINDS else _of_kind(one, kind)


def _of_kind(one: Indicator, kind: Any) -> Indicator:
    """The indicator as another kind: words are not added, yes and no are counted, numbers are added up."""
    plain = replace(one, kind=kind, scale=2 if kind in ("decimal", "share") else 0, numerator="", denominator="")
    plain = replace(plain, formula="", counted=None, low=None, high=None, targets=(), factor=1, weight="")
    if kind in _WORDS:
        return replace(plain, over_units="none", over_time="latest", unit_word="")
    if kind == "yes-no":
        return replace(plain, over_units="count-yes", over_time="latest")
    if kind == "share":
        return replace(plain, over_units="none", over_time="none")
    return replace(plain, over_units="sum")


def _without_sources(one: Indicator, dropped: frozenset[str]) -> Indicator:
    """A computed indicator whose parts are gone is typed in instead, and not added up."""
    if dropped & {one.numerator, one.denominator}:
        one = replace(one, numerator="", denominator="", over_units="none", over_time="none", factor=1)
    if one.formula and dropped & _codes(one.formula):
        one = replace(one, formula="")
    return replace(one, weight="", over_units="none") if one.weight in dropped else one


def _form(form: Form, dropped: frozenset[str]) -> Form | None:
    """The form without the rows and columns of dropped indicators; None where nothing is left to fill in."""
    columns = tuple(one for one in form.columns if one.indicator not in dropped or not one.indicator)
    rows = tuple(row for one in form.rows if (row := _row(one, dropped)) is not None)
    asks = any(one.indicator for one in columns) or any(row.indicators for row in rows)
    values = any(one.role == "value" for one in columns)
    return replace(form, columns=columns, rows=rows) if asks and values else None


def _renamed(form: Form, renamed: Mapping[str, tuple[Indicator, Indicator]]) -> Form:
    """The form with the new name where it said the old one: those who fill it in read the form alone."""
    columns = tuple(
        replace(one, title=_title(one.title, *renamed[one.indicator])) if one.indicator in renamed else one
        for one in form.columns
    )
    rows = tuple(
        replace(one, label=_title(one.label, *renamed[one.indicators[0]]))
        if len(one.indicators) == 1 and one.indicators[0] in renamed
        else one
        for one in form.rows
    )
    return replace(form, columns=columns, rows=rows)


def _title(title: str, old: Indicator, new: Indicator) -> str:
    """``title`` with the new name and unit, where it is the old name: '- Hội nghị riêng', 'Đoàn viên (người)'."""
    found = re.fullmatch(rf"([-–+*\s]*){re.escape(old.name)}(\s*\(.*\))?\s*", title, re.IGNORECASE)
    if found is None or (old.name, old.unit_word) == (new.name, new.unit_word):
        return title
    unit = (found[2] or "").replace(f"({old.unit_word})", f"({new.unit_word})") if old.unit_word else found[2] or ""
    return f"{found[1]}{new.name}{unit}"


def _row(row: FormRow, dropped: frozenset[str]) -> FormRow | None:
    left = tuple(code for code in row.indicators if code not in dropped)
    return None if row.indicators and not left else replace(row, indicators=left)


def _section(item: OutlineItem, dropped: frozenset[str], forms: frozenset[str]) -> OutlineItem:
    sentences = tuple(
        one for one in item.sentences if not dropped & {mark.indicator for mark in read_placeholders(one.text)}
    )
    return replace(item, sentences=sentences, forms=tuple(code for code in item.forms if code in forms))


def _codes(formula: str) -> frozenset[str]:
    return frozenset(_CODE.findall(formula))
