"""Which faults and near misses go into which reports. Every kind at least twice; some reports stay clean."""

from __future__ import annotations

import random

# Faults within one report, each with the near miss that stands beside it in another or the same report.
FAULTS = (
    ("ratio:dialogue", "near:ratio-base"),
    ("ratio:people", "near:ratio-rounded"),
    ("sum:sessions", "near:sum-open"),
    ("sum:models", "near:range"),
    ("change:farmers", "near:target"),
    ("change:poor", "near:change-points"),
    ("appendix:women", "near:total-rate"),
    ("appendix:women", "near:appendix-rounded"),
    ("table:total", "near:change-target"),
    ("table:total", "near:total-rate"),
    ("malformed:order", "near:malformed-rare"),
    ("malformed:space", "near:law-by-name"),
    ("conflict:known", "near:same-symbol"),
    ("conflict:own", "near:short-after-full"),
    ("incomplete:blank-number", "near:short-after-full"),
    ("incomplete:no-number", "near:law-by-name"),
    ("chronology:own", "near:chronology-older"),
    ("chronology:own", "near:same-symbol"),
    ("period:annex", "near:period-rules"),
    ("period:closing", "near:period-first-years"),
    ("numbering:skip", "near:outline-none"),
    ("numbering:skip", "near:numbering-restart"),
    ("missing:number", "near:no-parent"),
    ("missing:recipients", "near:no-parent"),
    ("outline:no-limits", "near:outline-none"),
    ("outline:no-tasks", "near:chronology-older"),
    ("missing:annex", "near:abbreviation-common"),
    ("incomplete:empty-heading", "near:annex-by-another-name"),
    ("incomplete:open-sentence", "near:chronology-older"),
    ("incomplete:open-sentence", "near:total-rate"),
    ("personal:id", "near:hotline"),
    ("personal:phone", "near:personal-money"),
    ("magnitude:fund", "near:attendances"),
    ("magnitude:rate", "near:magnitude-plan"),
    ("abbreviation:first", "near:abbreviation-defined"),
    ("abbreviation:second", "near:abbreviation-common"),
    ("orthography:mixed", "near:attendances"),
    ("orthography:mixed", "near:hotline"),
)
ONLY_2026 = (
    ("", "near:blank-level"),
    ("stale:recipient", "near:stale-history"),
    ("stale:recipient", "near:known-before"),
)
ONLY_2024 = (("", "near:blank-level"), ("", "near:malformed-ampersand"), ("", "near:malformed-ampersand"))
# What cannot stand in one report with what: the one would hide or contradict the other.
_CLASHES = (
    {"appendix:women", "near:appendix-rounded", "missing:annex"},
    {"table:total", "missing:annex"},
    {"near:total-rate", "missing:annex", "table:total"},
    {"period:annex", "missing:annex"},
    {"near:annex-by-another-name", "missing:annex"},
    {"near:blank-level", "missing:annex"},
    {"near:blank-level", "near:annex-by-another-name"},
    {"near:blank-level", "sum:sessions", "sum:models", "magnitude:fund"},
    {"sum:models", "near:sum-open"},
    {"ratio:people", "near:ratio-base"},
    {"ratio:dialogue", "near:ratio-rounded"},
    {"change:farmers", "near:change-points"},
    {"change:poor", "near:change-target"},
    {"outline:no-tasks", "near:target"},
    {"outline:no-tasks", "near:numbering-restart"},
    {"incomplete:empty-heading", "near:outline-none"},
    {"magnitude:fund", "near:personal-money"},
    {"chronology:own", "incomplete:blank-number"},
    {"numbering:skip", "near:numbering-restart"},
    {"orthography:mixed", "near:old-orthography"},
)


def assign(ids: list[str], rng: random.Random, *, year: int, clean: int) -> dict[str, set[str]]:
    """Plants by report. ``clean`` reports get none; the rest take turns until everything is placed."""
    order = list(ids)
    rng.shuffle(order)
    takers = order[clean:]
    found: dict[str, set[str]] = {one: set() for one in ids}
    pairs = FAULTS + (ONLY_2026 if year == 2026 else ONLY_2024)
    waiting = [one for pair in pairs for one in pair if one]
    for plant in waiting:
        fitting = [one for one in takers if _fits(plant, found[one])]
        found[min(fitting, key=lambda one: len(found[one]))].add(plant)
    return found


def _fits(plant: str, there: set[str]) -> bool:
    family = plant.split(":")[0]
    if plant in there or (family != "near" and any(one.split(":")[0] == family for one in there)):
        return False
    return not any(plant in clash and there & (clash - {plant}) for clash in _CLASHES)
