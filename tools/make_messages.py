"""Collect the messages marked ``N_`` in the code, keep ``locale/vi/LC_MESSAGES/tongket.po`` in step, compile it.

``--check`` changes nothing and fails when a message has no Vietnamese, when one is no longer used, when the
placeholders differ, or when the compiled catalogue is not that of the ``.po``. ``locale/en`` is written by hand: it
holds the messages that English words otherwise of one, ``{count:body|bodies}``; of many each says what its id says.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import io
import re
import string
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tongket"
PO = SOURCE / "locale" / "vi" / "LC_MESSAGES" / "tongket.po"
MO = PO.with_suffix(".mo")
ENGLISH = SOURCE / "locale" / "en" / "LC_MESSAGES" / "tongket.po"
_CHOICE = re.compile(r"\{\w+:[^{}|]*\|([^{}|]*)\}")
_SAID = re.compile(r"""{%\s*say\s+(?:"([^"]*)"|'([^']*)')""")  # of the site's templates
MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)  # the same code gives the same bytes


def marked_messages() -> dict[str, list[tuple[str, int]]]:
    """Every message id of the code, with the places where it is marked."""
    found: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        code = path.read_text("utf-8")
        for node in ast.walk(ast.parse(code)) if "N_" in code else ():
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_"):
                continue
            (argument,) = node.args
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                raise SystemExit(f"{path}:{node.lineno}: N_ takes one literal string")
            found.setdefault(argument.value, []).append((path.relative_to(SOURCE).as_posix(), 0))
    for path in sorted(SOURCE.rglob("*.html")):
        for double, single in _SAID.findall(path.read_text("utf-8")):
            found.setdefault(double or single, []).append((path.relative_to(SOURCE).as_posix(), 0))
    return found


def read_translations() -> dict[str, str]:
    """Vietnamese by message id, from the ``.po``."""
    return _read(PO) if PO.exists() else {}


def read_english() -> dict[str, str]:
    """What English words otherwise of one, by message id."""
    return _read(ENGLISH)


def _read(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        catalogue = read_po(file)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def make_catalogue(messages: dict[str, list[tuple[str, int]]], translations: dict[str, str]) -> Catalog:
    """The catalogue of all marked messages, sorted, without dates: the same code gives the same bytes."""
    dates = {"creation_date": MOMENT, "revision_date": MOMENT}
    catalogue = Catalog(locale="vi", domain="tongket", project="tongket", charset="utf-8", fuzzy=False, **dates)
    for message, places in sorted(messages.items()):
        catalogue.add(message, translations.get(message, ""), locations=sorted(set(places)))
    return catalogue


def english_catalogue(english: dict[str, str]) -> Catalog:
    """That of what English words otherwise of one."""
    dates = {"creation_date": MOMENT, "revision_date": MOMENT}
    catalogue = Catalog(locale="en", domain="tongket", project="tongket", charset="utf-8", fuzzy=False, **dates)
    for message, text in sorted(english.items()):
        catalogue.add(message, text)
    return catalogue


def faults(messages: dict[str, list[tuple[str, int]]], translations: dict[str, str]) -> list[str]:
    """What is missing, left over, or differs in its placeholders."""
    found = [f"no Vietnamese: {message!r}" for message in messages if not translations.get(message)]
    found += [f"no longer used: {message!r}" for message in translations if message not in messages]
    for message, text in translations.items():
        if text and _fields(message) != _fields(text):
            found.append(f"placeholders differ: {message!r} / {text!r}")
    return found


def english_faults(messages: dict[str, list[tuple[str, int]]], english: dict[str, str]) -> list[str]:
    """What is left over in the English catalogue, or does not say of many what the id says."""
    found = [f"no longer used in English: {message!r}" for message in english if message not in messages]
    return found + [
        f"of many it is not its id: {text!r}"
        for message, text in english.items()
        if _CHOICE.sub(r"\1", text) != message
    ]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a ``.mo`` file, its header reduced to what gettext needs."""
    catalogue.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    messages, translations = marked_messages(), read_translations()
    wrong = faults(messages, translations)
    catalogue = make_catalogue(messages, translations)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, width=120, include_lineno=False)
    header = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: vi\\n"\n\n'
    text, binary = header + buffer.getvalue(), compiled(catalogue)
    english = read_english()
    wrong += english_faults(messages, english)
    files = ((PO, text), (MO, binary), (ENGLISH.with_suffix(".mo"), compiled(english_catalogue(english))))
    if arguments.check:
        wrong += [
            f"out of date: {path.name}; run make messages"
            for path, data in files
            if not path.exists() or path.read_bytes() != data
        ]
    else:
        for path, data in files:
            path.write_bytes(data)
    for fault in wrong:
        print(fault, file=sys.stderr)
    print(f"{len(messages)} messages, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
