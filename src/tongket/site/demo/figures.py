"""What a commune of the demonstration reports in a quarter: figures that hang together, the same at each start."""

from __future__ import annotations

import random

from tongket.site.rounds.places import ValuePlace

ORGANISATIONS = {"dtn": 0.16, "hlhpn": 0.21, "hnd": 0.24, "hccb": 0.05, "cd": 0.04}  # members among the people
MILLION = 1_000_000
OWN = ("VB-01", "KT-01", "KT-02", "KT-03", "KT-04", "KP-01")


def figures(name: str, quarter: int) -> dict[ValuePlace, str]:
    """The values of commune ``name`` in the quarter with that number, as a clerk types them."""
    lasting = random.Random(name)  # noqa: S311 - made-up figures, the same each time
    people = lasting.randint(5200, 13800)
    villages = lasting.randint(9, 22)
    chance = random.Random(f"{name} {quarter}")  # noqa: S311
    found = {**_members(people, chance, quarter), **_work(chance, people), **_villages(chance, villages, quarter)}
    return {
        ValuePlace(code.partition("/")[0], code.partition("/")[2], "own" if code in OWN else "area"): str(amount)
        for code, amount in found.items()
    }


def _members(people: int, chance: random.Random, quarter: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, share in ORGANISATIONS.items():
        members = int(people * share * (0.9 + 0.01 * quarter)) + chance.randint(0, 12)
        praised = chance.randint(2, 9)
        found |= {
            f"DV-02/{code}": int(members * (1.28 + chance.random() * 0.05)),
            f"DV-01/{code}": members,
            f"DV-04/{code}": chance.randint(3, 40),
            f"DV-05/{code}": 8 + int(members / 160),
            f"DV-06/{code}": int(members * 0.62),
            f"DG-01/{code}": praised,
            f"DG-02/{code}": chance.randint(0, praised),
            f"DV-07/{code}": int(members * 0.07),
        }
    for name in ("DV-02", "DV-01", "DV-04", "DV-05", "DV-06", "DG-01", "DG-02", "DV-07"):
        found[name] = sum(found[f"{name}/{code}"] for code in ORGANISATIONS)
    return found


def _work(chance: random.Random, people: int) -> dict[str, int]:
    own, joined = chance.randint(2, 6), chance.randint(6, 18)
    asked, heard = chance.randint(4, 12), chance.randint(18, 70)
    households = chance.randint(260, 640)
    return {
        "QT-01": own,
        "QT-02": joined,
        "QT-03": own + joined,
        "QT-04": (own + joined) * chance.randint(38, 75),
        "QT-05": chance.randint(5, 40),
        "VB-01": chance.randint(1, 4),
        "KT-01": chance.randint(1, 3),
        "KT-02": chance.randint(3, 8),
        "KT-03": asked,
        "KT-04": chance.randint(asked // 2, asked),
        "PH-01": 4,
        "LH-01": chance.randint(0, 3),
        "UT-01": 1,
        "UT-02": chance.randint(14, 40),
        "TG-01": chance.randint(0, 4),
        "CT-01": chance.randint(2, 5),
        "CT-02": chance.randint(150, people // 12),
        "CT-03": heard,
        "CT-04": chance.randint(heard * 7 // 10, heard),
        "DT-01": chance.randint(1, 2),
        "GS-01": chance.randint(1, 5),
        "GS-02": chance.randint(0, 2),
        "TH-01": chance.randint(1, 2),
        "TH-02": chance.randint(40, 95),
        "VV-02": households,
        "TX-01": chance.randint(0, 2),
        "QN-02": chance.randint(0, 4),
        "TD-01": chance.randint(0, 6),
        "TD-02": chance.randint(2, 15),
        "KP-01": chance.randint(45, 130) * MILLION,
        "QN-01": chance.randint(20, 90) * MILLION,
        "VV-01": households * chance.randint(38, 55) * MILLION,
    }


def _villages(chance: random.Random, villages: int, quarter: int) -> dict[str, int]:
    models = 4 + quarter // 2 + chance.randint(0, 3)
    return {
        "MH-01": models,
        "MH-02": chance.randint(0, models // 2),
        "NH-01": villages if quarter % 4 == 3 else chance.randint(0, 2),
        "NH-02": villages,
    }
