"""How consolidation grows: milliseconds for 1,000 to 100,000 observations, in memory and through a facts folder.

python tools/measure_consolidation.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from tongket.consolidating.facts import read_observations, write_observations
from tongket.consolidating.rollup import rollup
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Round
from tongket.registry.units import load_units

INDICATORS = 30
DAY = "2026-09-30"


def make(count: int) -> list[Observation]:
    """``count`` answers: 30 indicators over as many communes of today as that takes, nation-wide."""
    registry = load_units()
    communes = [child.id for top in registry.children("vn", DAY) for child in registry.children(top.id, DAY)]
    observations = []
    for n in range(count):
        answer, sha256 = n // INDICATORS, f"{n // INDICATORS // 100:064x}"
        observations.append(
            Observation(
                f"I-{n % INDICATORS:02}",
                "",
                communes[answer % len(communes)],
                "area",
                f"2021-01-01/{DAY}",
                "UBND",
                "p",
                1,
                1,
                n,
                None,
                0,
                "cuộc",
                "",
                "reported",
                "read",
                1.0,
                "a.docx",
                sha256,
                0,
                1,
                "Đã tổ chức các hội nghị quán triệt, tuyên truyền.",
            )
        )
    return observations


def main() -> None:
    indicators = tuple(Indicator(f"I-{n:02}", "", "cuộc") for n in range(INDICATORS))
    directive = DirectiveRef("", "", "", "", "")
    programme = Programme("p", 1, "", "state", directive, "", 5, "", "", 0.5, (), indicators, (), (), (), ())
    round_ = Round("p", "vn", "", "", "2021-01-01", DAY)
    registry = load_units()
    rollup(make(30), programme, round_, registry)
    print("observations   roll up ms   write ms   read ms   rollups")
    for count in (1_000, 10_000, 100_000):
        observations = make(count)
        started = perf_counter()
        rollups = rollup(observations, programme, round_, registry)
        rolled = perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            write_observations(Path(folder), observations)
            written = perf_counter()
            read_observations(Path(folder))
            read = perf_counter()
        times = (1000 * (after - before) for before, after in ((started, rolled), (rolled, written), (written, read)))
        print(f"{count:12,}" + "".join(f"{one:11,.0f}" for one in times) + f"{len(rollups):10,}")


if __name__ == "__main__":
    main()
