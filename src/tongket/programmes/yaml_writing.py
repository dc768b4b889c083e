"""Tidy YAML out of a programme: short entries on one line, long ones key by key, as a person would write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.programmes import Programme
from tongket.programmes.load import HEADER_FILE
from tongket.programmes.modules import MODULES, module_file
from tongket.programmes.tree import Tree, programme_tree, sub_tree

_WIDTH = 120
_FILES = {  # beside the head: file -> lists
    "registers.yaml": ("registers", "scorecards"),
    "indicators.yaml": ("indicators", "sums", "rules"),
    "forms.yaml": ("forms",),
    "outline.yaml": ("outline",),
}
# A plain text begins with a letter or digit (or what cannot begin anything else) and holds nothing that ends it.
_PLAIN = re.compile(
    r"(?!.*: )(?!.* #)[^\W_][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*(?<![:\s])"
)
_IN_BRACKETS = re.compile(r"[,\[\]{}:]")
_OTHER_TYPE = re.compile(
    r"(?i)(?:null|true|false|yes|no|on|off|y|n|\.nan|\.inf)|[-+]?(?:0x[0-9a-f_]+|0o?[0-7_]+|[0-9][0-9_,.:]*(?:e[-+]?[0-9]+)?)"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSAFE = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")


def write_programme(programme: Programme, folder: Path) -> tuple[Path, ...]:
    """Write the files of ``programme`` into ``folder``, which is made where it is absent; what was written.

    Raises:
        ProgrammeError: the folder holds other YAML files, which would become part of the programme.
    """
    files = programme_yaml(programme)
    others = sorted(file.name for file in folder.glob("*.yaml") if file.name not in files)
    if others:
        raise ProgrammeError(
            N_("The folder holds other files, which would become part of the programme: {files}."),
            N_("Choose an empty folder, or move them away."),
            where=str(folder),
            files=", ".join(others),
        )
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        written.append(folder / name)
    return (*written, *_copy_modules(programme, folder))


def _copy_modules(programme: Programme, folder: Path) -> Iterator[Path]:
    """Put the modules that the programme brings along itself beside its new files."""
    for module in programme.modules:
        file = module_file(module.code, Path(programme.file).parent)
        target = folder / "modules" / f"{module.code}.yaml"
        if file is not None and file.parent != MODULES and file.resolve() != target.resolve():
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(file.read_bytes())
            yield target


def programme_yaml(programme: Programme) -> dict[str, str]:
    """The files of ``programme``, name -> text; ``programme.yaml`` first, and none that would be empty."""
    tree = programme_tree(programme)
    elsewhere = {name for names in _FILES.values() for name in names}
    parts = {HEADER_FILE: sub_tree(tree, tree.keys() - elsewhere)}
    parts |= {file: sub_tree(tree, names) for file, names in _FILES.items()}
    return {file: tree_yaml(part) for file, part in parts.items() if part}


def tree_yaml(tree: Tree) -> str:
    """One mapping as a YAML file."""
    lines: list[str] = []
    for name, value in tree.items():
        if lines and is_entries(value):
            lines.append("")
        lines += _key_lines(name, value, 0)
    return "\n".join(lines) + "\n"


def is_entries(value: Any) -> bool:
    """Whether a value is written as a list of mappings, a line or a block each."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _key_lines(name: str, value: Any, indent: int) -> Iterator[str]:
    """``name: value`` at ``indent`` spaces, over as many lines as it takes."""
    pad = " " * indent
    flow = f"{pad}{name}: {_flow(value)}"
    if not isinstance(value, (dict, list)):
        yield f"{pad}{name}: {_scalar(value)}"
    elif not value or (len(flow) <= _WIDTH and _is_short(value)):
        yield flow
    elif isinstance(value, dict):
        yield f"{pad}{name}:"
        for inner, held in value.items():
            yield from _key_lines(inner, held, indent + 2)
    else:
        yield f"{pad}{name}:"
        for item in value:
            yield from _item_lines(item, indent + 2)


def _item_lines(item: Any, indent: int) -> Iterator[str]:
    pad = " " * indent
    if not isinstance(item, dict):
        yield f"{pad}- {_scalar(item)}"
        return
    flow = f"{pad}- {_flow(item)}"
    if len(flow) <= _WIDTH and _is_short(item):
        yield flow
        return
    first = True
    for name, value in item.items():
        for line in _key_lines(name, value, indent + 2):
            yield f"{pad}- {line[indent + 2 :]}" if first else line
            first = False


def _is_short(value: Any) -> bool:
    """Whether it reads well on one line: nothing in it but texts, and lists of texts."""
    held = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, dict) or is_entries(one) for one in held)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(held)}" for name, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return _scalar(value, in_brackets=True)


def _scalar(value: Any, *, in_brackets: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    is_plain = _PLAIN.fullmatch(value) and not _OTHER_TYPE.fullmatch(value)
    if is_plain and not (in_brackets and _IN_BRACKETS.search(value)):
        return value
    if _DATE.fullmatch(value):
        return value
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))
