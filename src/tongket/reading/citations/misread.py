"""Symbols of which a scan spoiled a letter (ký hiệu đọc nhầm từ bản quét): '62-KL/IW' can only be '62-KL/TW'.

A body or type that nobody knows, one confusable shape away from exactly one that is known where marks stand so, is
read as that one. The printed form stays, and the citation says that it was misread: a guess for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tongket.model.documents import Regime
from tongket.model.places import Span
from tongket.model.sources import Doubt
from tongket.reading.citations.mentions import Mention
from tongket.reading.citations.symbols import Symbol, read_symbol
from tongket.reading.running.flow import Flow
from tongket.registry.bodies import body_kinds
from tongket.registry.marks import PARTY_BODIES, STATE_BODIES, is_abbreviation, is_body
from tongket.registry.types import DOCUMENT_TYPES

_PAIRS = "UT UV UƯ VW VY IT Il I1 IL IJ Ir lr O0 OQ OD OÔ DĐ D0 B8 S5 G6 MN NH EF EÊ AÂ"
_ALIKE = frozenset(pair for one in _PAIRS.split() for pair in (one, one[::-1]))
"""Letters that recognition takes for each other."""
_THIN = frozenset("Il1irj")
"""Letters that are lost beside others, or seen where there are none."""
_TAIL = re.compile(r"(?P<first>[-/])(?P<type>[^-/]+)(?P<second>[-/])(?P<body>[^-/]+)(?P<rest>.*)")
_PARTY: frozenset[Regime] = frozenset({"party", "front", "youth"})
_STATE: frozenset[Regime] = frozenset({"state", "front", "youth"})


def mend_misread(flow: Flow, mentions: Sequence[Mention], doubts: Sequence[Doubt]) -> None:
    """Mend the symbols of ``mentions`` of which recognition is not sure; ``doubts`` are of the source.

    Not mended: what recognition is sure of; a body that the report names surely elsewhere; what may be two bodies.
    """
    unsure = [one for one in mentions if one.symbol is not None and _is_unsure(flow, one, doubts)]
    named = frozenset(one.symbol.body.split("-")[0] for one in mentions if one.symbol is not None and one not in unsure)
    for mention in unsure:
        mended = mention.symbol and _mended(mention.symbol, mention.type if mention.head else "", named)
        if mended:
            mention.symbol, mention.misread = mended, True


def _is_unsure(flow: Flow, mention: Mention, doubts: Iterable[Doubt]) -> bool:
    place: Span = flow.span(mention.core_start, mention.core_end)
    return any(doubt.start < place.end and place.start < doubt.end for doubt in doubts)


def _mended(symbol: Symbol, type_name: str, named: frozenset[str]) -> Symbol | None:
    """``symbol`` with the one type or body that it can only have; None where it stays."""
    head = f"{symbol.number}/{symbol.year}" if symbol.year else symbol.number
    parts = _TAIL.fullmatch(symbol.canonical[len(head) :])
    if parts is None:
        return None
    kind, body = parts["type"], parts["body"]
    regimes = _PARTY if parts["first"] == "-" else _STATE
    if is_abbreviation(kind):
        body = _only(body, _bodies(regimes)) if not _is_known(body, named) else body
    elif _is_known(body, named) and not _is_known(kind, named):
        kind = _only(kind, _types(regimes, type_name))
    if not (kind and body) or (kind, body) == (parts["type"], parts["body"]):
        return None
    return read_symbol(f"{head}{parts['first']}{kind}{parts['second']}{body}{parts['rest']}")


def _is_known(body: str, named: frozenset[str]) -> bool:
    return body in named or is_body(body) or body in _bodies(_PARTY | _STATE)


@cache
def _bodies(regimes: frozenset[Regime]) -> frozenset[str]:
    """The abbreviations of bodies of ``regimes`` that stand in symbols."""
    found = {short for kind in body_kinds() if kind.regime in regimes for short in kind.abbreviations}
    found |= {"MTTW", "TWĐTN", "HNDTW", "HLHPNTW", "LĐLĐ"} if "front" in regimes else set()
    found |= set(PARTY_BODIES) if "party" in regimes else set()
    found |= set(STATE_BODIES) if "state" in regimes else set()
    return frozenset(one for one in found if len(one) > 1 and one.replace("&", "").isalpha() and " " not in one)


@cache
def _types(regimes: frozenset[Regime], name: str) -> frozenset[str]:
    """The abbreviations of types of ``regimes``: of the type ``name`` where it has any."""
    kinds = [kind for kind in DOCUMENT_TYPES if kind.abbreviation and not regimes.isdisjoint(kind.regimes)]
    own = frozenset(kind.abbreviation for kind in kinds if kind.name == name != "Công văn")
    return own or frozenset(kind.abbreviation for kind in kinds)


def _only(part: str, known: frozenset[str]) -> str:
    """The one of ``known`` that ``part`` looks like; "" where there is none, or more than one."""
    found = [one for one in known if looks_like(part, one)]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=4096)
def looks_like(seen: str, true: str) -> bool:
    """Whether one letter taken for another, a thin letter lost or added, or one letter seen twice makes ``seen``."""
    at = next((i for i, (one, other) in enumerate(zip(seen, true, strict=False)) if one != other), None)
    if len(seen) == len(true):
        return at is not None and seen[at] + true[at] in _ALIKE and seen[at + 1 :] == true[at + 1 :]
    longer, shorter = (seen, true) if len(seen) > len(true) else (true, seen)
    if len(longer) != len(shorter) + 1:
        return False
    at = len(shorter) if at is None else at
    extra = longer[at]
    is_twice = longer is seen and at > 0 and longer[at - 1] == extra
    return longer[at + 1 :] == shorter[at:] and (extra in _THIN or is_twice)
