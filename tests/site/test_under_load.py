"""The office under load in small: bodies send beside readers, processes are killed, and nothing is lost or double.

How fast it is, ``tools/bench.py site`` measures on a machine of its own; here it must be right.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")]
TOOLS = Path(__file__).resolve().parents[2] / "tools"
BODIES = 24


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    from benchmarks import site

    return site


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_what_was_acknowledged_outlives_kills_under_load(load, database: str) -> None:
    if database == "PostgreSQL":
        pytest.importorskip("psycopg", reason="psycopg 3 is not installed (the extra 'postgres')")
        from benchmarks.postgresql import server_is_here

        if not server_is_here():
            pytest.skip("PostgreSQL's initdb and pg_ctl are not on the path")
    with load.office(BODIES, database) as made, load.running(made) as site:
        bodies = made.told["bodies"]
        calm, first, _ = load.one_rate(database, site, bodies[:8], 1.0, 8.0)
        brief, at_once, _ = load.one_rate(database, site, bodies[8:12], 2.0, 2.0, 0, pages=False)
        seen = load.seen_in_total(database, site, bodies[12], most=15)
        killed, second = load.killed(database, site, bodies[13:], kills=3)
        told = [json.loads(path.read_text(encoding="utf-8")) for path in (first, second, at_once)]
        kept = load.truth(database, made, [first, second, at_once])
        log = (made.folder / "site.log").read_text(encoding="utf-8", errors="replace")

    assert [row.wrong for row in (calm, brief, seen, killed, kept)] == [""] * 5, log[-3000:]
    assert len(told[0]["sent"]) == 8
    assert told[1]["sent"]
    assert (len(told[2]["sent"]), "save" in told[2]["seconds"]) == (4, False)
    assert set(told[0]["seconds"]) >= {"form", "save", "send", "sent", "work"}
