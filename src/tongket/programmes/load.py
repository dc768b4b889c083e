"""A programme out of its files: a folder of YAML, one YAML file, or one workbook. docs/programmes.md has the format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.dimensions import Dimension
from tongket.model.programmes import DirectiveRef, OutlineItem, Programme
from tongket.programmes.entries import Entry, Mistakes, read_bytes, read_text
from tongket.programmes.format import LISTS, PROGRAMME
from tongket.programmes.modules import ModulePart, merged_dimensions, module_entries
from tongket.programmes.nodes import ListNode, MapNode, Node, TextNode, yaml_node
from tongket.programmes.reading import read_keys, read_record
from tongket.programmes.records import Key

Texts = tuple[tuple[Path, str], ...]  # files with what they hold

PACKS = Path(__file__).parent / "packs"
HEADER_FILE = "programme.yaml"
_LIST_NAMES = tuple(key.name for key in LISTS)
_NO_DIRECTIVE = DirectiveRef("", "", "", "", "")


def list_programmes() -> tuple[Programme, ...]:
    """The programmes that come with the package, by code.

    The package's own tests check them; here they are only read, because every report is held against them.
    """
    folders = [folder for folder in sorted(PACKS.iterdir()) if (folder / HEADER_FILE).is_file()]
    return tuple(_read(*_texts(programme_files(folder)))[0] for folder in folders)


def load_programme(name: str | Path) -> Programme:
    """The programme of that code, or of that folder, file or workbook.

    Raises:
        ProgrammeError: there is no such programme, or it holds a mistake (ProgrammeErrors: several).
    """
    programme, mistakes = read_programme(name)
    mistakes.stop()
    return programme


def read_programme(name: str | Path) -> tuple[Programme, Mistakes]:
    """The programme as far as it can be read, and its mistakes.

    Raises:
        ProgrammeError: there is no such programme, or a file of it cannot be read at all.
    """
    files = programme_files(name)
    if files[0].suffix.lower() == ".xlsx":
        return _read_workbook(files[0])
    return _read_checked(*_texts(files))


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


def _texts(files: tuple[Path, ...]) -> tuple[Texts, Texts]:
    """Each of ``files`` with its text, and so the modules beside them: a changed module is to be read again."""
    modules = sorted((files[0].parent / "modules").glob("*.yaml"))
    return tuple((file, read_text(file)) for file in files), tuple((file, read_text(file)) for file in modules)


@lru_cache(maxsize=16)
def _read(files: Texts, _modules: Texts) -> tuple[Programme, Mistakes]:
    mistakes = Mistakes()
    nodes = tuple(yaml_node(str(file), text) for file, text in files)
    return _read_nodes(nodes, mistakes, _hash(files), files[0][0].parent), mistakes


@lru_cache(maxsize=16)
def _read_checked(files: Texts, modules: Texts) -> tuple[Programme, Mistakes]:
    from tongket.programmes.check import check_programme

    programme, found = _read(files, modules)
    mistakes = found.copy()
    check_programme(programme, mistakes)
    return programme, mistakes


def _read_workbook(file: Path) -> tuple[Programme, Mistakes]:
    from tongket.programmes.check import check_programme
    from tongket.programmes.workbook_reading import workbook_node

    mistakes = Mistakes()
    node = workbook_node(str(file), read_bytes(file), mistakes)
    programme = _read_nodes((node,), mistakes, hashlib.sha256(repr(_plain(node)).encode()).hexdigest(), file.parent)
    check_programme(programme, mistakes)
    return programme, mistakes


def _plain(node: Node) -> object:
    """What a node says, without where it says so: the widths and colours of a workbook are not its content."""
    if isinstance(node, TextNode):
        return node.value
    if isinstance(node, ListNode):
        return [_plain(one) for one in node.items]
    return [(key.value, _plain(value)) for key, value in node.pairs]


def _hash(files: tuple[tuple[Path, str], ...]) -> str:
    """SHA-256 over names and contents, the same on every system: line ends do not count."""
    digest = hashlib.sha256()
    for file, text in files:
        digest.update(f"{file.name}\0{text}\0".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Part:
    """An entry whose lists belong to the programme: of a file of its own, or of a module."""

    entry: Entry
    module: str = ""


def _read_nodes(nodes: tuple[MapNode, ...], mistakes: Mistakes, digest: str, folder: Path) -> Programme:
    entries = tuple(Entry(node, mistakes) for node in nodes)
    header = entries[0]
    for key in PROGRAMME.keys:
        mistakes.note_place(header.file, 0, key.name, header.where(key.name))
    mistakes.note_place(header.file, 0, "", header.file)
    values = read_keys(header, PROGRAMME, but=_LIST_NAMES)
    values["directive"] = values["directive"] or _NO_DIRECTIVE
    modules = tuple(_module_parts(values["modules"], header, folder))
    parts = (*map(_Part, entries), *(_Part(one.entry, one.module.code) for one in modules))
    lists = {key.slot: tuple(_items(key, parts)) for key in LISTS}
    for part in parts:
        part.entry.close()
    lists["dimensions"] = merged_dimensions(_dimensions(lists), mistakes)
    lists["outline"] = tuple(_with_module(item, modules) for item in lists["outline"])
    values.update(lists, modules=tuple(one.module for one in modules))
    return Programme(**{**values, "file": header.file, "hash": _whole_hash(digest, modules)})


def _dimensions(lists: dict[str, tuple[Any, ...]]) -> tuple[Dimension, ...]:
    return lists["dimensions"]


def _module_parts(codes: tuple[str, ...], header: Entry, folder: Path) -> Iterator[ModulePart]:
    for code in dict.fromkeys(codes):
        part = module_entries(code, header.mistakes, where=header.where("modules"), folder=folder)
        if part is not None:
            yield part


def _items(key: Key, parts: tuple[_Part, ...]) -> Iterator[Any]:
    assert key.record is not None
    for part in parts:
        for entry in part.entry.entries(key.name):
            found = read_record(entry, key.record)
            yield replace(found, module=part.module) if part.module and hasattr(found, "module") else found


def _with_module(item: OutlineItem, modules: tuple[ModulePart, ...]) -> OutlineItem:
    """The section with its module's sentences after its own."""
    taken = (
        replace(sentence, file=part.entry.file)
        for part in modules
        if part.module.code == item.module
        for sentence in part.sentences
    )
    return replace(item, sentences=(*item.sentences, *taken))


def _whole_hash(digest: str, modules: tuple[ModulePart, ...]) -> str:
    """The programme's own hash, and with modules that of it and them: a round pins both."""
    if not modules:
        return digest
    return hashlib.sha256("\0".join((digest, *(one.module.hash for one in modules))).encode()).hexdigest()
