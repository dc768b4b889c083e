"""The bytes of a plain text to its characters: Unicode, or an encoding of before it, told by its words."""

from __future__ import annotations

import re

from tongket.errors import ReadError
from tongket.files.old_fonts import CONVERTED
from tongket.messages import N_
from tongket.vietnamese.legacy import Encoding, decode
from tongket.vietnamese.legacy_guess import weigh
from tongket.vietnamese.legacy_words import is_syllable
from tongket.vietnamese.unicode import nfc

DAMAGED = N_("Some bytes of the text are damaged; each stands as '\ufffd' where it was.")
_HEAD = 4096  # bytes that tell UTF-16 without its mark
_SAMPLE = 60_000  # bytes that the encoding is told by
_SOUND = 50  # letters beyond ASCII to one damaged byte in what is still UTF-8
_FEWEST = 3  # different words that tell an encoding of before Unicode
_SHARE = 0.7  # of the words with signs that have to be syllables in it
_STRAY = re.compile("[\udc80-\udcff]")
_HIGH = re.compile("[\x80-\xff]")
# Marks of prose of Windows-1252: what one program leaves in the UTF-8 of another, and all that English has of it.
_MARKS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xab\xad\xb0\xb1\xb2\xb3\xb7\xbb\xd7")
_WORD = re.compile(r"[^\W\d_]+")


def decode_text(data: bytes, *, file: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``data``, and message ids of what was repaired in it.

    A UTF-8 file's text is its own, byte order mark included, so that offsets index the file; of any other file they
    index what is returned.

    Raises:
        ReadError: it is in no encoding that is known here.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decode_wide(data, "utf-16", file), ()
    if order := utf_16_order(data):
        return _decode_wide(data, order, file), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        found = _repaired(data) or _converted(data)
        if found is None:
            raise _unknown(file, error.start) from error
        return found


def utf_16_order(data: bytes) -> str | None:
    """The codec of UTF-16 without its mark: every other byte of plain letters is zero. None for anything else."""
    sample = data[:_HEAD]
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) * 0.3 or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_wide(data: bytes, codec: str, file: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _unknown(file, error.start) from error


def _unknown(file: str, byte: int) -> ReadError:
    return ReadError(
        N_("the text is neither Unicode nor in a Vietnamese encoding that is known (byte {byte})."),
        N_("Open it in Word and save it as 'Plain text, UTF-8', or save it as .docx."),
        where=file,
        byte=byte,
    )


def _repaired(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few bytes that are not; None where they are many. Marks of Windows-1252 among them are kept."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    sound = sum(1 for char in text if char > "\x7f") - strays
    if strays * _SOUND > sound:
        return None
    found = _STRAY.sub(_mark, text)
    return found, (DAMAGED,) if "\ufffd" in found else ()


def _mark(stray: re.Match[str]) -> str:
    byte = ord(stray.group()) - 0xDC00
    return bytes([byte]).decode("cp1252") if byte in _MARKS else "\ufffd"


def _converted(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """``data`` in the encoding of before Unicode that its words speak for; None where they speak for none."""
    if all(byte in _MARKS for byte in data if byte > 0x7F):
        return data.decode("cp1252", "replace"), ()
    evidence = weigh(_HIGH.sub(_shown, data[:_SAMPLE].decode("latin-1")))
    if evidence is None or evidence.different < _FEWEST or evidence.right < evidence.words * _SHARE:
        return None
    text = _read_as(data, evidence.encoding)
    return text, (CONVERTED[evidence.encoding],)


def _shown(found: re.Match[str]) -> str:
    """A byte as evidence is weighed: marks of prose apart from letters."""
    return found.group() if ord(found.group()) not in _QUOTES else " "


_QUOTES = frozenset(b"\x85\x91\x92\x93\x94\x96\x97")


def _read_as(data: bytes, encoding: Encoding) -> str:
    if encoding == "cp1258":
        return nfc(data.decode("cp1258", "replace"))
    text = _by_line(data.decode("latin-1"), encoding)
    if encoding in ("tcvn3", "vni") and any(0x80 <= byte < 0xA0 for byte in data):
        windows = _by_line(data.decode("cp1252", "replace"), encoding)
        if encoding == "vni" or _syllables(windows) >= _syllables(text):
            return windows
    return text


def _by_line(text: str, encoding: Encoding) -> str:
    return "\n".join(decode(line, encoding) for line in text.split("\n"))


def _syllables(text: str) -> int:
    return sum(is_syllable(word) for word in _WORD.findall(text[:_SAMPLE]))
