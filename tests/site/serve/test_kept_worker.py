"""When the worker of ``tongket serve`` is begun again, on a clock that the test turns."""

from __future__ import annotations

import logging

import pytest

from tongket.messages import say
from tongket.site.processes import AGAIN, TICK, KeptWorker


class Office:
    """A clock, the times at which workers were begun, and how many seconds each of them lives."""

    def __init__(self, *lives: float) -> None:
        self.now = 1000.0
        self.begun: list[float] = []
        self._lives = iter(lives)
        self.worker = KeptWorker(self._begin, lambda: self.now)  # type: ignore[arg-type] - as much of a process as is asked

    def _begin(self) -> Mortal:
        self.begun.append(self.now - 1000)
        return Mortal(self, self.now + next(self._lives, 0.0))

    def watch(self, seconds: float) -> None:
        """Look at the worker every half second, as the watch does."""
        end = self.now + seconds
        while self.now < end:
            self.worker.keep()
            self.now += TICK


class Mortal:
    """A process that ends with code 7 at its time."""

    returncode = 7

    def __init__(self, office: Office, until: float) -> None:
        self._office, self._until = office, until

    def poll(self) -> int | None:
        return None if self._office.now < self._until else self.returncode


def test_a_worker_that_dies_at_once_is_begun_less_and_less_often() -> None:
    office = Office()
    office.watch(300)

    pauses = [later - one for one, later in zip(office.begun, office.begun[1:], strict=False)]
    assert [round(pause - TICK) for pause in pauses] == [3, 6, 12, 24, 48, 60, 60, 60]  # its end is seen a look later


def test_that_it_dies_at_once_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "tongket.site.processes"):
        Office().watch(300)

    assert [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR] == [say(AGAIN, code=7)]


def test_a_worker_that_lived_is_begun_again_at_once() -> None:
    office = Office(25.0, 1000.0)
    office.watch(60)

    assert office.begun == [0, 25]


def test_one_that_lives_long_makes_up_for_those_that_died_young() -> None:
    office = Office(0.0, 0.0, 25.0, 0.0, 1000.0)
    office.watch(100)

    pauses = [later - one for one, later in zip(office.begun, office.begun[1:], strict=False)]
    assert [round(pause - TICK) for pause in pauses] == [3, 6, 24, 3]  # at once after the one that lived
