"""What is true of one commune, ward or district over the reporting period: whole numbers that fit together."""

from __future__ import annotations

import random
from dataclasses import dataclass

ORGANISATIONS = ("dtn", "hlhpn", "hnd", "hccb", "cd")
FIELDS = ("kinh-te", "van-hoa", "an-ninh", "he-thong")


@dataclass(frozen=True, slots=True)
class Membership:
    """One organisation: people who could join, members at the start of the period and now, branches, admitted."""

    eligible: int
    before: int
    now: int
    admitted: int
    branches: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts of one unit. Money is in đồng, area in hundredths of km²."""

    area: int
    hamlets: int
    households: int
    people: int
    minority_households: int
    minority_people: int
    poor: int
    poor_before: int
    cells: int
    party_members: int
    sessions_own: int
    sessions_joint: int
    attendances: int
    broadcasts: int
    documents: int
    inspections: int
    inspected: int
    faults: int
    fixed: int
    rules: int  # coordination rules in force
    meetings: int
    festivals: int
    voter_meetings: int
    voters: int
    voter_opinions: int
    voter_answered: int
    dialogues: int
    dialogue_opinions: int
    dialogue_answered: int
    supervisions: int
    criticisms: int
    opinions_on_drafts: int
    models: tuple[int, ...]  # by FIELDS
    recognised: int  # models
    fund: int
    houses: int
    gifts: int
    loans: int
    borrowers: int
    cooperatives: int
    land: int
    labour: int
    classes: int
    trained: int
    introduced: int
    admitted_party: int
    reserve: int  # hội viên nòng cốt, as a number only
    clubs: int
    pages: int
    rewarded_groups: int
    rewarded_people: int
    gatherings: int
    prestige: int
    visits: int
    budget: int
    orgs: dict[str, Membership]

    @property
    def sessions(self) -> int:
        """Sessions of both kinds."""
        return self.sessions_own + self.sessions_joint

    @property
    def members(self) -> int:
        """Members of all organisations."""
        return sum(one.now for one in self.orgs.values())

    @property
    def eligible(self) -> int:
        """People whom the organisations could win."""
        return sum(one.eligible for one in self.orgs.values())


def make_facts(rng: random.Random, *, urban: bool, scale: float) -> Facts:
    """Invent a unit. ``scale`` 1 is a merged commune of 2026; one of 2024 is about half of it."""
    hamlets = max(5, round(rng.uniform(9, 22) * scale))
    households = round(rng.uniform(1700, 3900) * scale * (1.6 if urban else 1))
    people = round(households * rng.uniform(3.7, 4.4))
    minority = rng.uniform(0.08, 0.25) if urban else rng.uniform(0.55, 0.95)
    minority_households = round(households * minority)
    minority_people = round(people * min(0.98, minority * rng.uniform(1.005, 1.03)))
    poor = round(households * (rng.uniform(0.01, 0.03) if urban else rng.uniform(0.06, 0.22)))
    cells = hamlets + rng.randint(4, 12)
    sessions_own, sessions_joint = round(rng.randint(9, 32) * scale) + 1, round(rng.randint(25, 90) * scale) + 3
    voter_opinions, dialogue_opinions = round(rng.randint(90, 420) * scale), round(rng.randint(40, 190) * scale) + 9
    faults = rng.randint(6, 19)
    introduced = round(rng.randint(30, 90) * scale)
    return Facts(
        area=round(rng.uniform(900, 2600) if urban else rng.uniform(4200, 16000) * scale),
        hamlets=hamlets,
        households=households,
        people=people,
        minority_households=minority_households,
        minority_people=minority_people,
        poor=poor,
        poor_before=poor + round(households * rng.uniform(0.05, 0.14)),
        cells=cells,
        party_members=cells * rng.randint(13, 24),
        sessions_own=sessions_own,
        sessions_joint=sessions_joint,
        attendances=(sessions_own + sessions_joint) * rng.randint(38, 71) + rng.randint(1, 29),
        broadcasts=round(rng.randint(90, 420) * scale),
        documents=rng.randint(3, 5),
        inspections=round(rng.randint(4, 14) * scale) + 1,
        inspected=round(rng.randint(15, 38) * scale) + 2,
        faults=faults,
        fixed=faults - rng.randint(0, 3),
        rules=rng.randint(3, 6),
        meetings=rng.randint(9, 19),
        festivals=hamlets,
        voter_meetings=round(rng.randint(24, 70) * scale),
        voters=round(rng.randint(1500, 5200) * scale),
        voter_opinions=voter_opinions,
        voter_answered=round(voter_opinions * rng.uniform(0.83, 0.97)),
        dialogues=round(rng.randint(5, 14) * scale) + 1,
        dialogue_opinions=dialogue_opinions,
        dialogue_answered=round(dialogue_opinions * rng.uniform(0.84, 0.96)),
        supervisions=round(rng.randint(8, 30) * scale) + 1,
        criticisms=rng.randint(2, 8),
        opinions_on_drafts=round(rng.randint(60, 380) * scale),
        recognised=rng.randint(2, 5),
        models=tuple(round(rng.randint(3, 11) * scale) + 1 for _ in FIELDS),
        fund=round(rng.randint(160, 780) * scale) * 1_000_000 + rng.choice((0, 0, 250_000, 500_000, 910_000)),
        houses=round(rng.randint(14, 58) * scale) + 2,
        gifts=round(rng.randint(700, 3200) * scale),
        loans=round(rng.randint(260, 980) * scale) * 100_000_000,
        borrowers=round(rng.randint(420, 1350) * scale),
        cooperatives=round(rng.randint(4, 17) * scale) + 1,
        land=round(rng.randint(2400, 18800) * scale),
        labour=round(rng.randint(1100, 6900) * scale),
        classes=round(rng.randint(6, 18) * scale) + 2,
        trained=round(rng.randint(310, 980) * scale),
        introduced=introduced,
        admitted_party=round(introduced * rng.uniform(0.5, 0.75)),
        reserve=round(rng.randint(35, 110) * scale),
        clubs=round(rng.randint(6, 19) * scale) + 2,
        pages=rng.randint(5, 14),
        rewarded_groups=round(rng.randint(12, 40) * scale) + 1,
        rewarded_people=round(rng.randint(30, 130) * scale) + 1,
        gatherings=rng.randint(3, 6),
        prestige=hamlets * rng.randint(3, 6),
        budget=round(rng.randint(120, 560) * scale) * 1_000_000,
        visits=round(rng.randint(40, 160) * scale),
        orgs={code: _membership(rng, code, people, hamlets) for code in ORGANISATIONS},
    )


def _membership(rng: random.Random, code: str, people: int, hamlets: int) -> Membership:
    share, low, high = {
        "dtn": (0.118, 0.58, 0.78),
        "hlhpn": (0.27, 0.72, 0.90),
        "hnd": (0.205, 0.74, 0.92),
        "hccb": (0.038, 0.93, 0.99),
        "cd": (0.03, 0.92, 1.0),
    }[code]
    eligible = round(people * share * rng.uniform(0.9, 1.1))
    now = round(eligible * rng.uniform(low, high))
    before = round(now * rng.uniform(0.82, 0.95))
    admitted = round((now - before) * rng.uniform(1.2, 1.6))
    branches = max(1, round(hamlets * rng.uniform(0.2, 0.4))) if code == "cd" else hamlets
    return Membership(eligible, before, now, admitted, branches)


def add_up(parts: list[Facts], rng: random.Random) -> Facts:
    """The facts of a district: its communes' sums, and the district's own on top where it acts itself."""
    own = {"documents": rng.randint(5, 8), "meetings": rng.randint(12, 24), "pages": sum(p.pages for p in parts)}
    values: dict[str, object] = {}
    for name in Facts.__dataclass_fields__:
        if name == "orgs":
            values[name] = {code: _added([part.orgs[code] for part in parts]) for code in ORGANISATIONS}
        elif name == "models":
            values[name] = tuple(sum(part.models[i] for part in parts) for i in range(len(FIELDS)))
        else:
            values[name] = own.get(name, sum(getattr(part, name) for part in parts))
    return Facts(**values)  # type: ignore[arg-type] # every field is filled above, by name


def _added(parts: list[Membership]) -> Membership:
    return Membership(*(sum(getattr(p, name) for p in parts) for name in Membership.__dataclass_fields__))
