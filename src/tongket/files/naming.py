"""Names of files as they are shown and written: one line, composed letters, nothing that a file format cannot hold."""

from __future__ import annotations

import unicodedata


def shown_name(name: str) -> str:
    """``name`` with '�' for every character that is no text: controls, line ends, bytes of another encoding.

    In NFC: a Mac parts letters and tone marks in names, and what is found in a folder shall not hang on that.
    """
    name = unicodedata.normalize("NFC", name)
    if name.isprintable():
        return name
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char for char in name)
