"""Old Word files without LibreOffice: the bare text, as antiword or catdoc gives it. Less is to be trusted."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tongket.files.parts import ANTIWORD, CATDOC, SystemPart, find, run, version
from tongket.files.text import text_blocks
from tongket.messages import N_
from tongket.model.sources import Source

_OPTIONS: tuple[tuple[SystemPart, tuple[str, ...]], ...] = (
    (ANTIWORD, ("-m", "UTF-8.txt", "-w", "0")),
    (CATDOC, ("-d", "utf-8", "-s", "cp1252", "-w")),
)
_TIMEOUT, _MEMORY = 20.0, 512 << 20
_LOST = N_(
    "LibreOffice is missing, so only the bare text was read: automatic numbers and text boxes are not in it, deleted "
    "and hidden text may be. Compare it with the original, or install LibreOffice."
)
_TCVN3 = re.compile("[A-Za-z][µ¶·¸¹©®¬ª«¨»¼½¾]|®[a-z]")
_ROW = re.compile(r"(?m)^\|.*\|$")
_PADDING = re.compile(r" +\|")
_INDENT = re.compile(r"(?m)^ +(?=[^ \n])")
_LINE_OF_NOTES = re.compile(r"(?m)^-{20,}\n(?=\[1\] )")


def read_plain(data: bytes, *, file: str) -> Source | None:
    """The text of a .doc; None where no program reads it, or where it would lose letters.

    The 'ư' of TCVN3 is the byte of the soft hyphen, which both programs drop: such files are left to LibreOffice.
    """
    for part, options in _OPTIONS:
        text = _text(part, options, data)
        if not text.strip():
            continue
        if len(_TCVN3.findall(text)) * 40 > len(text):
            return None
        return Source(
            file,
            hashlib.sha256(data).hexdigest(),
            "doc",
            text,
            text_blocks(text),
            warnings=(_LOST,),
            made_by=f"{part.name} {version(part)}".strip(),
        )
    return None


def _text(part: SystemPart, options: Sequence[str], data: bytes) -> str:
    program = find(part)
    if program is None:
        return ""
    with tempfile.TemporaryDirectory(prefix="tongket-") as held:
        path = Path(held, "0.doc")
        path.write_bytes(data)
        try:
            done = run([program, *options, path], timeout=_TIMEOUT, memory=_MEMORY, cwd=Path(held))
        except (OSError, subprocess.TimeoutExpired):
            return ""
    if done.returncode:
        return ""
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip("\n")
    text = _ROW.sub(lambda row: _PADDING.sub("|", row.group()), text)
    return _INDENT.sub("", _LINE_OF_NOTES.sub("", text))
