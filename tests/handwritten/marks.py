"""The marks that the writer of these reports left in their text, and the truth that they say.

A marked text is the report with its truth beside each word, set by hand while writing:

- ``{22/24|thôn}``: a figure: what is printed, its unit; a third field gives a value that the digits do not show.
  ``{?01|năm}``: a number that may or may not be called a figure: not judged.
- ``[[Chỉ thị số 14-CT/TU|14-CT/TU|2025-10-20|Ban Thường vụ Tỉnh ủy]]``: a citation: the printed core, canonical
  symbol (``?``: not judged), date, issuer, and the type where the core does not print it.
- ``⟨1|Thuận lợi⟩``: the title of a heading and its number (``-``, ``+``: unnumbered; no title: a numbered paragraph).
- ``⟦E:kind:severity|passage⟧``: a planted error; ``⟦N:kind|passage⟧``: a near miss, which looks wrong and is right.
- ``@@table`` ... ``@@end``: the rows of a table.

Nothing here reads a report: no part of the library is used.
"""

from __future__ import annotations

import re
from typing import Any

TOKEN = re.compile(
    r"⟦(?P<plant>[EN]):(?P<kind>[^|:]+)(?::(?P<severity>\w+))?\|"
    r"|(?P<close>⟧)"
    r"|⟨(?P<number>[^|⟨⟩]+)\|(?P<title>[^⟩]*)⟩"
    r"|\[\[(?P<cite>[^\]]+)\]\]"
    r"|\{(?P<doubt>\??)(?P<printed>[^{}|+\[-][^{}|]*)\|(?P<figure>[^{}]*)\}"
)
TYPE = re.compile(r"\s+(?:số\s*)?(?=\d).*$", re.DOTALL)


class Truth:
    """What the marks of one report say, in the order of its text."""

    def __init__(self) -> None:
        self.citations: list[dict[str, Any]] = []
        self.figures: list[dict[str, Any]] = []
        self.headings: list[dict[str, Any]] = []
        self.errors: list[dict[str, str]] = []
        self.near_misses: list[dict[str, str]] = []
        self._text: list[str] = []
        self._open: list[tuple[dict[str, str], int]] = []

    def take(self, marked: str) -> str:
        """The plain text of ``marked``; its marks are added to the truth."""
        self._text = []
        at = 0
        for mark in TOKEN.finditer(marked):
            self._text.append(marked[at : mark.start()])
            self._text.append(self._one(mark))
            at = mark.end()
        self._text.append(marked[at:])
        if self._open:
            raise ValueError(f"a passage is not closed: {marked[:80]}")
        return "".join(self._text)

    def _one(self, mark: re.Match[str]) -> str:
        if mark["plant"]:
            plant = {"kind": mark["kind"]} | ({"severity": mark["severity"]} if mark["severity"] else {})
            (self.errors if mark["plant"] == "E" else self.near_misses).append(plant)
            self._open.append((plant, len("".join(self._text))))
            return ""
        if mark["close"]:
            plant, start = self._open.pop()
            plant["passage"] = "".join(self._text)[start:]
            return ""
        if mark["number"]:
            return self._heading(mark["number"], mark["title"])
        return self._citation(mark["cite"]) if mark["cite"] else self._figure(mark)

    def _heading(self, number: str, title: str) -> str:
        numbered = number not in {"-", "+"}
        self.headings.append({"number": number if numbered else None, "title": title.rstrip(":. ") or None})
        return title

    def _citation(self, fields: str) -> str:
        core, symbol, date, issuer, name = [*fields.split("|"), "", "", "", ""][:5]
        printed = " ".join(core.split())
        record: dict[str, Any] = {"core": printed, "type": name or TYPE.sub("", printed)}
        if symbol == "?":
            record["type"] = name or None
        record |= {"symbol": symbol or None, "date": date or None, "issuer": " ".join(issuer.split()) or None}
        self.citations.append(record)
        return core

    def _figure(self, mark: re.Match[str]) -> str:
        unit, _, value = mark["figure"].partition("|")
        record = {"printed": mark["printed"], "value": value or _value(mark["printed"]), "unit": unit}
        if mark["doubt"]:
            record["judged"] = False
        self.figures.append(record)
        return mark["printed"]


def _value(printed: str) -> str:
    """The digits as a plain number: '2.846' -> '2846', '84,01' -> '84.01', '22/24' stays."""
    return "/".join(_plain(part) for part in printed.split("/"))


def _plain(digits: str) -> str:
    plain = digits.replace(".", "").replace(",", ".")
    return (plain.lstrip("0") or "0") if "." not in plain else plain.rstrip("0").rstrip(".")
