"""What was found of what is labelled, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Tally:
    """``missed`` and ``wrong`` hold each passage's key, which is the same in every run, and its words."""

    right: int = 0
    missed: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally, of: str = "") -> None:
        """Add ``other``, each of its passages under the name ``of``."""
        self.right += other.right
        for mine, more in ((self.missed, other.missed), (self.wrong, other.wrong)):
            mine.update({f"{of} {key}".strip(): words for key, words in more.items()})

    @property
    def wanted(self) -> int:
        """How many are labelled."""
        return self.right + len(self.missed)

    @property
    def found(self) -> int:
        """How many were found."""
        return self.right + len(self.wrong)

    @property
    def precision(self) -> float:
        """Right of found."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Right of labelled."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 1.0


Tallies = dict[str, Tally]  # by measure


def put(tallies: Tallies, measure: str, right: int, missed: Mapping[str, str], wrong: Mapping[str, str]) -> None:
    """Set a measure."""
    tallies[measure] = Tally(right, dict(missed), dict(wrong))


def share(tallies: Tallies, measure: str, right: int, missed: Mapping[str, str]) -> None:
    """Set a measure of which each answer is right or not: what is missed is wrong, too, and counts once."""
    put(tallies, measure, right, missed, dict.fromkeys(missed, ""))


def merged(parts: Iterable[tuple[str, Tallies]]) -> Tallies:
    """The tallies of several reports as one."""
    whole: Tallies = {}
    for name, tallies in parts:
        for measure, tally in tallies.items():
            whole.setdefault(measure, Tally()).add(tally, name)
    return whole
