"""What is cited in a line of text, as the tests of citations say it."""

from __future__ import annotations

from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.citations.citations import read_citations
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


def finds(text: str, wanted: tuple[str, ...]) -> list[str]:
    """What is found in ``text``, said as far as ``wanted`` says it.

    A find is "symbol", "symbol|date|issuer" or, by name, "~core|date|issuer"; what is left out is not looked at.
    """
    flow = build_flow(Source("x.txt", "", "txt", text, text_blocks(text)))
    found = []
    for order, one in enumerate(read_citations(flow, scan(flow.text))):
        asked = wanted[order].split("|") if order < len(wanted) else [""]
        name = " ".join(text[one.core_start : one.core_end].split())
        told = [f"~{name}" if asked[0].startswith("~") else one.symbol or one.number or f"~{name}"]
        told += [
            value if asked[at] else ""
            for at, value in ((1, one.date or "-"), (2, one.issuer or "-"))
            if at < len(asked)
        ]
        found.append("|".join(told))
    return found
