"""One report in the making: who writes, about what, in which habits, and with which faults."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .acts import DIRECTIVE, Act, citation
from .facts import Facts
from .numbers import NumberStyle, decimal, fixed, percentage, whole
from .province import MERGED_ON, Place, district_of
from .richtext import Text, fill

Words = str | tuple[str, ...]


@dataclass
class Case:
    """What a report is made from. ``plants`` are names of faults and near misses not yet placed."""

    place: Place
    body: str  # full name of the issuing body: 'Ủy ban nhân dân xã Lũng Ẳng'
    facts: Facts
    rng: random.Random
    year: int
    on: date  # of the report
    up_to: date  # of the figures
    numbers: NumberStyle
    dates: str = "slash"
    comma: bool = False  # 'số 06-CT/TU, ngày'
    plants: set[str] = field(default_factory=set)
    omitted: set[str] = field(default_factory=set)  # statements that this report leaves out
    extent: str = "own"
    via: Act | None = None  # the plan that the title names
    directive: Act = DIRECTIVE
    said: set[str] = field(default_factory=set)  # statements that it has made
    terms: dict[str, Text | str | Callable[[], Text | str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.terms = make_terms(self) | self.terms

    # words

    def say(self, words: Words, **fields: Text | str) -> Text:
        """One of ``words``, filled with the terms and ``fields``."""
        template = words if isinstance(words, str) else self.rng.choice(words)
        filled = fill(template, {**self.terms, **fields})
        return filled.capitalised() if filled.text[:1].islower() else filled

    def part(self, words: Words, **fields: Text | str) -> Text:
        """As ``say``, for a piece of a sentence: nothing is capitalised."""
        template = words if isinstance(words, str) else self.rng.choice(words)
        return fill(template, {**self.terms, **fields})

    def some(self, bank: Sequence[tuple[str, ...]], low: int, high: int) -> list[Text]:
        """From ``low`` to ``high`` things out of a bank, in its order, each in one of its wordings."""
        count = min(len(bank), self.rng.randint(low, high))
        chosen = sorted(self.rng.sample(range(len(bank)), count))
        return [self.say(bank[index]) for index in chosen]

    def chance(self, share: float) -> bool:
        """True for that share of all draws."""
        return self.rng.random() < share

    def takes(self, plant: str) -> bool:
        """Whether this report is to carry ``plant``; each is placed once."""
        if plant not in self.plants:
            return False
        self.plants.discard(plant)
        return True

    def tells(self, statement: str) -> bool:
        """Whether the report makes this statement, and has not made it before."""
        if statement in self.omitted or statement in self.said:
            return False
        self.said.add(statement)
        return True

    # figures

    def n(self, value: int, unit: str, key: str = "", *, cell: str = "", qualifier: str = "") -> Text:
        """A count with its unit word: '05 hội nghị', 'hơn 8.600 cử tri'.

        What stands after '|' in ``unit`` is printed and is not the unit: 'cuộc| giám sát'.
        """
        shown = whole(value, self.numbers)
        word, _, rest = unit.partition("|")
        return self._figure(shown, Decimal(value), word, key, cell, qualifier) + rest

    def about(self, value: int, unit: str, key: str = "", *, cell: str = "") -> Text:
        """The value, or a round number below it with 'hơn' or 'trên', or near it with 'khoảng'."""
        if value < 200 or not self.chance(0.25):
            return self.n(value, unit, key, cell=cell)
        step = 10 if value < 1000 else 100
        word = self.rng.choice(("hơn", "trên", "hơn", "khoảng"))
        round_value = value // step * step if word != "khoảng" else (value + step // 2) // step * step
        if round_value == value:
            return self.n(value, unit, key, cell=cell)
        return self.n(round_value, unit, key, cell=cell, qualifier=word)

    def real(self, value: Decimal, unit: str, key: str = "", *, qualifier: str = "") -> Text:
        """A number with decimals: '42,75 km²'."""
        return self._figure(decimal(value), value, unit, key, "", qualifier)

    def money(self, dong: int, key: str = "", *, may_round: bool = True) -> Text:
        """'186.400.000 đồng', '186,4 triệu đồng', 'hơn 186 triệu đồng', '1,25 tỷ đồng'."""
        if dong >= 2_000_000_000 and dong % 10_000_000 == 0:
            return self._figure(decimal(Decimal(dong) / 10**9), Decimal(dong) / 10**9, "tỷ đồng", key, "", "", dong)
        if self.numbers.money == "dong" and dong < 2_000_000_000:
            shown = f"{dong:,}".replace(",", ".")
            return self._figure(shown, Decimal(dong), "đồng", key, "", "", dong)
        millions = Decimal(dong) / 1_000_000
        if may_round and self.chance(0.3) and millions % 10 != 0:
            low = millions // 10 * 10
            return self._figure(decimal(low), low, "triệu đồng", key, "", "hơn", int(low * 1_000_000))
        return self._figure(decimal(millions), millions, "triệu đồng", key, "", "", dong)

    def pct(
        self, part: int, base: int, key: str = "", *, wrong: Decimal | None = None, decimals: int | None = None
    ) -> Text:
        """'86,33%', of ``part`` in ``base``; ``wrong`` is added to it."""
        digits = self.numbers.decimals if decimals is None else decimals
        value = percentage(part, base, digits) + (wrong or 0)
        return self._figure(fixed(value, digits), value, "%", key, "", "")

    def ratio(self, part: int, base: int, unit: str, key: str = "") -> Text:
        """'93/93 thôn'."""
        shown = f"{whole(part, self.numbers)}/{whole(base, self.numbers)}"
        return self._figure(shown, {"part": part, "whole": base}, unit, key, "", "")

    def _figure(
        self,
        shown: str,
        value: Decimal | dict[str, int],
        unit: str,
        key: str,
        cell: str,
        qualifier: str,
        base: int | None = None,
    ) -> Text:
        printed = f"{shown}%" if unit == "%" else f"{shown} {unit}".strip()
        if qualifier:
            printed = f"{qualifier} {printed}"
        data: dict[str, Any] = {"value": value, "unit": unit, "qualifier": qualifier, "statement": key, "cell": cell}
        if base is not None:
            data["base"] = base
        return Text(printed).marked("figure", **data)

    # citations

    def cite(self, act: Act, form: str = "full", **other: Any) -> Text:
        """A mention of ``act`` in the habits of this writer."""
        return citation(act, form=form, dates=self.dates, comma=self.comma and act.is_party, **other)

    @property
    def is_commune(self) -> bool:
        """Whether a commune or ward reports."""
        return self.place.level == "commune"

    @property
    def merged(self) -> bool:
        """Whether the unit came out of the mergers of 01/7/2025."""
        return self.year == 2026 and self.is_commune


def make_terms(case: Case) -> dict[str, Text | str | Callable[[], Text | str]]:
    """The words that depend on who writes and when."""
    rng, place = case.rng, case.place
    urban = place.kind in ("phường", "thị trấn", "thị xã")
    org = rng.choice(("các tổ chức chính trị - xã hội", "các đoàn thể chính trị - xã hội"))
    if place.level == "district":
        committee = "Huyện ủy" if place.kind == "huyện" else "Thị ủy"
        above, xa_any, of_front = "Ủy ban nhân dân tỉnh", "xã, phường, thị trấn", place.kind
    else:
        committee = f"Đảng ủy {place.kind}"
        above = "Ủy ban nhân dân tỉnh" if case.year == 2026 else f"Ủy ban nhân dân {district_of(place).kind}"
        xa_any, of_front = "xã", place.kind
    hamlet = "tổ dân phố" if urban and place.kind != "thị xã" else rng.choice(("thôn, bản", "thôn", "bản"))
    if place.level == "district":
        hamlet = "thôn, bản, tổ dân phố"
    front = f"Ủy ban MTTQ Việt Nam {of_front}"
    mt_short = rng.choice(("Mặt trận Tổ quốc", "MTTQ"))

    def directive() -> Text:
        return case.cite(case.directive, rng.choice(("symbol", "symbol", "bare")))

    return {
        "Xa": place.full_name,
        "xa": place.kind,
        "xa_any": xa_any,
        "ten": place.name,
        "Ub": case.body,
        "ub": f"UBND {place.kind}",
        "du": committee,
        "mt": front,
        "mt_short": mt_short,
        "mt_Short": mt_short,
        "org": org,
        "thon": hamlet,
        "thon_one": hamlet.split(",")[0],
        "above": above,
        "years": f"{case.year - (case.directive.on or MERGED_ON).year:02} năm",
        "ct": lambda: case.cite(case.directive, "full"),
        "ct_bare": directive,
        "merged": "01/7/2025" if case.year == 2026 else MERGED_ON.isoformat(),
    }
