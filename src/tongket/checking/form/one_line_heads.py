"""Heads that are printed in one line, as text copied from a web page has them, and what they leave blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.places import Span
from tongket.vietnamese.unicode import plain

_HEAD = 1200  # characters in which such a head ends
_DATE = re.compile(r"ngày.{0,12}tháng.{0,12}năm")
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia ?viet nam")
_NUMBER = re.compile(r"(?<!\w)S[ốỐ]\s?:?\s?\d{1,5}\W")
_NO_NUMBER = re.compile(r"(?<!\w)S[ốo]\s?:?[ \t.…_]*/[ ]?(?:\d{4}/)?[A-ZĐ]{2}[\w&Đ-]*")
_NO_DAY = re.compile(r"(?<!\w)ngày[ .…_]*tháng[ .…_]*(?:\d{1,2})?[ .…_]*năm")


def head_of_one_line(text: str) -> Span | None:
    """Where a head with its date, and its motto or bodies in capitals and its number, is printed in one line."""
    date = _DATE.search(text, 0, _HEAD)
    line = text[: date.end()] if date else ""
    if not line or "\n" in line.strip():
        return None
    number = _NUMBER.search(line)
    bodies = line[: number.start()] if number else ""
    named = bodies.isupper() and len(bodies.split()) > 1
    return Span(0, len(line)) if named or _MOTTO.search(plain(line)) else None


def blanks_of_one_line(text: str, head: Span) -> Iterator[tuple[str, Span]]:
    """The number and the day that such a head leaves out: "number" or "date", and where."""
    for part, blank in (("number", _NO_NUMBER), ("date", _NO_DAY)):
        found = blank.search(text, head.start, head.end)
        if found:
            yield part, Span(*found.span())
