"""A file's bytes to a source, by what the bytes are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tongket.files.text import decode, text_blocks
from tongket.model.sources import Source


def open_source(path: Path) -> Source:
    """Read the file at ``path`` once."""
    data = path.read_bytes()
    text = decode(data, file=path.name)
    return Source(path.name, hashlib.sha256(data).hexdigest(), "txt", text, text_blocks(text))
