"""Names of files as they are shown and written: one line, and nothing that a file format cannot hold."""

from __future__ import annotations

import unicodedata


def shown_name(name: str) -> str:
    """``name`` with '�' for every character that is no text: controls, line ends, bytes of another encoding."""
    if name.isprintable():
        return name
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char for char in name)
