"""A composed report as JSON, and back; with what a person has written instead of a paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from tongket.model.drafts import Draft, DraftParagraph, DraftTable, LiveFigure, Quoted, Run


def to_json(draft: Draft) -> dict[str, Any]:
    """``draft`` as a JSON object."""
    return asdict(draft)


def from_json(kept: Mapping[str, Any]) -> Draft:
    """The draft that ``to_json`` kept."""
    paragraphs = tuple(_paragraph(one) for one in kept["paragraphs"])
    figures = tuple(LiveFigure(**{**one, "sources": tuple(one["sources"])}) for one in kept["figures"])
    tables = tuple(_table(one) for one in kept["tables"])
    rest = {"paragraphs": paragraphs, "tables": tables, "figures": figures, "recipients": tuple(kept["recipients"])}
    return Draft(**{**kept, **rest})


def _paragraph(kept: Mapping[str, Any]) -> DraftParagraph:
    runs = tuple(Run(**one) for one in kept["runs"])
    quotes = tuple(Quoted(**one) for one in kept.get("quotes", ()))  # drafts of earlier versions have none
    return DraftParagraph(**{**kept, "runs": runs, "quotes": quotes})


def _table(kept: Mapping[str, Any]) -> DraftTable:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    values["rows"] = tuple(tuple(row) for row in kept["rows"])
    values["figures"] = tuple(tuple(one) for one in kept["figures"])
    return DraftTable(**values)


def edited(draft: Draft, edits: Mapping[str, str]) -> Draft:
    """``draft`` with the paragraphs that a person wrote; an empty text leaves the paragraph out.

    Keys are places of paragraphs. What a person wrote holds no live figures.
    """
    paragraphs = []
    for place, one in enumerate(draft.paragraphs):
        text = edits.get(str(place))
        if text is None:
            paragraphs.append(one)
        elif text:
            kind = "body" if one.kind == "material" else one.kind
            paragraphs.append(replace(one, kind=kind, runs=(Run(text),), edit=False, comment="", quotes=()))
    return replace(draft, paragraphs=tuple(paragraphs))
