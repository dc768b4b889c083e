"""A programme out of its YAML files: a folder of them, or one file. The format stands in docs/programmes.md."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.documents import Regime
from tongket.model.programmes import (
    Aggregation,
    Dimension,
    DimensionValue,
    DirectiveRef,
    Form,
    FormColumn,
    FormRow,
    Indicator,
    IndicatorKind,
    OutlineItem,
    Phrase,
    Programme,
    Sensitivity,
    Sentence,
    Sum,
)
from tongket.model.reports import PassageKind
from tongket.model.units import UnitKind
from tongket.programmes.check import check_programme
from tongket.programmes.entries import Entry, Mistakes, open_entry, read_text

PACKS = Path(__file__).parent / "packs"
HEADER_FILE = "programme.yaml"
_LEVELS = get_args(UnitKind)
_Extent = Literal["", "own", "area"]
_Part = Literal["value", "part", "whole", "first", "second"]
_Role = Literal["ordinal", "label", "value", "note"]
_Relation = Literal["=", "<=", ">="]


def list_programmes() -> tuple[Programme, ...]:
    """The programmes that come with the package, by code."""
    return tuple(load_programme(folder.name) for folder in sorted(PACKS.iterdir()) if (folder / HEADER_FILE).is_file())


def load_programme(name: str | Path) -> Programme:
    """The programme of that code, or of that folder or file.

    Raises:
        ProgrammeError: there is no such programme, or it holds a mistake (ProgrammeErrors: several).
    """
    files = programme_files(name)
    return _load(tuple((file, read_text(file)) for file in files))


def programme_files(name: str | Path) -> tuple[Path, ...]:
    """The files of a programme, its header first.

    Raises:
        ProgrammeError: ``name`` is neither a programme of the package nor a folder or file.
    """
    path = Path(name)
    if path.is_file():
        return (path,)
    for folder in (path, PACKS / str(name)):
        if (folder / HEADER_FILE).is_file():
            rest = sorted(file for file in folder.glob("*.yaml") if file.name != HEADER_FILE)
            return (folder / HEADER_FILE, *rest)
    raise ProgrammeError(
        N_("There is no programme '{name}'."),
        N_("Give one of {known}, or the path of a folder with programme.yaml."),
        name=name,
        known=", ".join(sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir())),
    )


@lru_cache(maxsize=16)
def _load(files: tuple[tuple[Path, str], ...]) -> Programme:
    mistakes = Mistakes()
    entries = tuple(open_entry(str(file), text, mistakes) for file, text in files)
    header, parts = entries[0], _Parts(entries)
    programme = _read_programme(header, parts, _hash(files))
    for entry in entries:
        entry.close()
    check_programme(programme, mistakes)
    mistakes.stop()
    return programme


def _hash(files: tuple[tuple[Path, str], ...]) -> str:
    """SHA-256 over names and contents, the same on every system: line ends do not count."""
    digest = hashlib.sha256()
    for file, text in files:
        digest.update(f"{file.name}\0{text}\0".encode())
    return digest.hexdigest()


class _Parts:
    """The lists of a programme, gathered over its files: each file may hold any of them."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries

    def entries(self, key: str) -> tuple[Entry, ...]:
        """All entries of the list ``key``."""
        return tuple(one for entry in self._entries for one in entry.entries(key))


def _read_programme(header: Entry, parts: _Parts, digest: str) -> Programme:
    return Programme(
        code=header.text("code"),
        version=header.integer("version", low=1),
        title=header.text("title"),
        regime=cast(Regime, header.choice("regime", get_args(Regime))),
        directive=_read_directive(header),
        review=header.choice("review", ("sơ kết", "tổng kết")),
        years=header.integer("years", low=1, high=99),
        period_start=header.date("period_start"),
        period_end=header.date("period_end", ""),
        threshold=header.fraction("threshold", 0.75),
        dimensions=tuple(_read_dimension(one) for one in parts.entries("dimensions")),
        indicators=tuple(_read_indicator(one) for one in parts.entries("indicators")),
        forms=tuple(_read_form(one) for one in parts.entries("forms")),
        sums=tuple(_read_sum(one) for one in parts.entries("sums")),
        outline=tuple(_read_outline_item(one) for one in parts.entries("outline")),
        recipients=header.texts("recipients"),
        file=header.file,
        hash=digest,
    )


def _read_directive(header: Entry) -> DirectiveRef:
    entry = header.entry("directive")
    if entry is None:
        return DirectiveRef("", "", "", "", "")
    found = DirectiveRef(
        type=entry.text("type"),
        symbol=entry.text("symbol"),
        date=entry.date("date"),
        issuer=entry.text("issuer"),
        subject=entry.text("subject"),
    )
    entry.close()
    return found


def _read_dimension(entry: Entry) -> Dimension:
    values = []
    for one in entry.entries("values"):
        values.append(DimensionValue(one.text("code"), one.text("name"), one.texts("aliases")))
        one.close()
    found = Dimension(
        entry.text("code"),
        entry.text("name"),
        tuple(values),
        entry.flag("additive", default=True),
        entry.line,
        entry.file,
    )
    entry.close()
    return found


def _read_indicator(entry: Entry) -> Indicator:
    is_ratio = entry.has("numerator") or entry.has("denominator")
    found = Indicator(
        code=entry.text("code"),
        name=entry.text("name"),
        unit_word=entry.text("unit"),
        kind=cast(IndicatorKind, entry.choice("kind", get_args(IndicatorKind), "share" if is_ratio else "integer")),
        scale=entry.integer("scale", 2 if is_ratio else 0, high=6),
        over_units=_read_aggregation(entry, "over_units", "ratio" if is_ratio else "sum"),
        over_time=_read_aggregation(entry, "over_time", "ratio" if is_ratio else "sum"),
        numerator=entry.text("numerator", ""),
        denominator=entry.text("denominator", ""),
        factor=entry.integer("factor", 100 if is_ratio else 1, low=1),
        dimensions=entry.texts("dimensions"),
        owner=entry.text("owner", ""),
        levels=_read_levels(entry),
        sensitivity=cast(Sensitivity, entry.choice("sensitivity", get_args(Sensitivity), "open")),
        phrases=tuple(_read_phrase(one) for one in entry.entries("phrases")),
        aliases=entry.texts("aliases"),
        national_code=entry.text("national_code", ""),
        replaces=entry.text("replaces", ""),
        extent=cast(_Extent, entry.choice("extent", ("own", "area"), "")),
        definition=entry.text("definition", ""),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found


def _read_aggregation(entry: Entry, key: str, default: str) -> Aggregation:
    return cast(Aggregation, entry.choice(key, get_args(Aggregation), default))


def _read_levels(entry: Entry) -> tuple[str, ...]:
    levels = entry.texts("levels")
    for level in levels:
        if level not in _LEVELS:
            entry.mistakes.add(
                entry.where("levels"),
                N_("There is no level '{level}'."),
                N_("Write one of: {choices}."),
                level=level,
                choices=", ".join(_LEVELS),
            )
    return levels


def _read_phrase(entry: Entry) -> Phrase:
    found = Phrase(
        units=entry.texts("units"),
        words=entry.texts("words"),
        any=entry.texts("any"),
        without=entry.texts("without"),
        part=cast(_Part, entry.choice("part", ("value", "part", "whole", "first", "second"), "value")),
        near=entry.texts("near"),
    )
    if not found.units or not (found.words or found.any or found.near):
        entry.mistakes.add(
            entry.where(),
            N_("A phrase needs 'units' and one of 'words', 'any', 'near'."),
            N_("Say which unit word the figure carries and which words stand with it."),
        )
    entry.close()
    return found


def _read_form(entry: Entry) -> Form:
    columns = []
    for one in entry.entries("columns"):
        level = one.choice("level", _LEVELS, "")
        role = cast(_Role, one.choice("role", ("ordinal", "label", "value", "note"), "value"))
        columns.append(FormColumn(one.text("title"), role, level, one.text("cell", level), one.text("indicator", "")))
        one.close()
    found = Form(
        code=entry.text("code"),
        appendix=entry.text("appendix", ""),
        title=entry.text("title"),
        caption=entry.text("caption", ""),
        heading=entry.text("heading", ""),
        columns=tuple(columns),
        rows=tuple(_read_row(one) for one in entry.entries("rows")),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found


def _read_row(entry: Entry) -> FormRow:
    level = entry.choice("level", _LEVELS, "")
    found = FormRow(
        number=entry.text("number", ""),
        label=entry.text("label"),
        depth=entry.integer("depth", 0, high=9),
        indicators=entry.texts("indicators"),
        cell=entry.text("cell", level),
        level=level,
        line=entry.line,
    )
    entry.close()
    return found


def _read_sum(entry: Entry) -> Sum:
    found = Sum(
        total=entry.text("total"),
        parts=entry.texts("parts"),
        relation=cast(_Relation, entry.choice("relation", ("=", "<=", ">="), "=")),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found


def _read_outline_item(entry: Entry) -> OutlineItem:
    passages = entry.texts("passages")
    for passage in passages:
        if passage not in get_args(PassageKind):
            entry.mistakes.add(
                entry.where("passages"),
                N_("There is no evaluation part '{passage}'."),
                N_("Write one of: {choices}."),
                passage=passage,
                choices=", ".join(get_args(PassageKind)),
            )
    found = OutlineItem(
        code=entry.text("code"),
        title=entry.text("title"),
        depth=entry.integer("depth", 0, high=9),
        required=entry.flag("required"),
        titles=entry.texts("titles"),
        sentences=tuple(Sentence(text, line) for text, line in entry.lined_texts("sentences")),
        passages=passages,
        documents=entry.flag("documents"),
        forms=entry.texts("forms"),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found
