"""Modules (mô-đun nghiệp vụ): business systems as data, fragments of a programme that several programmes share.

``modules/S03.yaml`` holds what a programme's files hold (dimensions, registers, scorecards, indicators, forms, sums,
rules) and the ``sentences`` of the written report; its head is ``code``, ``version``, ``name``, ``definition``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tongket.messages import N_
from tongket.model.dimensions import Dimension
from tongket.model.programmes import Sentence
from tongket.model.registers import Module
from tongket.programmes.entries import Entry, Mistakes, open_entry, read_text

MODULES = Path(__file__).parent / "modules"


@dataclass(frozen=True, slots=True)
class ModulePart:
    """A module that a programme uses. ``entry`` gives its lists by name, as a programme's own file does; who has asked
    for all that it knows calls ``entry.close()``.
    """

    module: Module
    entry: Entry
    sentences: tuple[Sentence, ...]


def module_codes() -> tuple[str, ...]:
    """The codes of the modules that come with the package."""
    return tuple(sorted(file.stem for file in MODULES.glob("*.yaml")))


def module_file(code: str, folder: Path | None = None) -> Path | None:
    """The file of that module, in ``folder``/modules before the package's own; None where there is none."""
    for place in (*([folder / "modules"] if folder else []), MODULES):
        file = place / f"{code}.yaml"
        if file.is_file():
            return file
    return None


def module_entries(code: str, mistakes: Mistakes, *, where: str = "", folder: Path | None = None) -> ModulePart | None:
    """The module of that code, its head read and its lists still to be asked for; None (noted) where there is none.

    ``where`` is the line that names it; ``folder`` that of a programme that may bring modules of its own.

    Raises:
        ProgrammeError: the file is not YAML, or cannot be read.
    """
    file = module_file(code, folder)
    if file is None:
        mistakes.add(
            where,
            N_("There is no module '{code}'."),
            N_("Write one of: {choices}; or put the file modules/{code}.yaml into the programme's folder."),
            code=code,
            choices=", ".join(module_codes()),
        )
        return None
    text = read_text(file)
    entry = open_entry(str(file), text, mistakes)
    digest = hashlib.sha256(f"{file.name}\0{text}".encode()).hexdigest()
    module = Module(entry.text("code"), entry.integer("version", low=1), entry.text("name"), digest)
    entry.text("definition", "")
    if module.code != code:
        mistakes.add(
            entry.where("code"),
            N_("The file is named '{file}', but its code is '{code}'."),
            N_("Let the name of the file be the code."),
            file=file.name,
            code=module.code,
        )
    sentences = tuple(Sentence(words, line) for words, line in entry.lined_texts("sentences"))
    return ModulePart(module, entry, sentences)


def merged_dimensions(dimensions: Iterable[Dimension], mistakes: Mistakes) -> tuple[Dimension, ...]:
    """Each dimension once: modules and programme may each declare one that they share, with the same values.

    One declared twice with other values is noted. Names and aliases of the first declaration count.
    """
    found: dict[str, Dimension] = {}
    for one in dimensions:
        first = found.setdefault(one.code, one)
        if (_codes(first), first.additive) != (_codes(one), one.additive):
            mistakes.add(
                f"{one.file}:{one.line}",
                N_("The dimension '{code}' has other values here than in {first}."),
                N_("Give both the same values, or one of them another code."),
                code=one.code,
                first=f"{first.file}:{first.line}",
            )
    return tuple(found.values())


def _codes(dimension: Dimension) -> tuple[str, ...]:
    return tuple(value.code for value in dimension.values)
