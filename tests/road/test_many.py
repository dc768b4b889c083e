"""Reading many files with all cores: the same facts as one by one, whatever breaks on the way."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tongket.cli.commands import cli
from tongket.consolidating.facts import read_observations
from tongket.errors import ReadError
from tongket.road import consolidate
from tongket.road.many import ManyRead, read_many
from tongket.road.pool import Crashed, Setup, in_processes

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

from samples.folder import write_folder  # noqa: E402 - the package lies under tools/

WORK_LIST = "reading-ct-06-tu-1.tsv"


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty reports of a made-up province, and the round that asked for them."""
    out = tmp_path_factory.mktemp("mau-son")
    write_folder(out, year=2026, programme="ct-06-tu", seed=2026)
    return out / "reports"


@pytest.fixture(scope="module")
def alone(province: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ManyRead, Path]:
    """The whole province read by one process, and its facts; no test writes there."""
    facts = tmp_path_factory.mktemp("mot-minh")
    return read_many(province, facts, "ct-06-tu", workers=1), facts


@pytest.fixture
def some(province: Path, tmp_path: Path) -> Path:
    """Two of the reports, with the round."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in [min(province.glob("*.docx")), min(province.glob("*.txt")), *province.glob("d*.*")]:
        shutil.copy(path, folder)
    return folder


def files_of(facts: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (facts / "observations").iterdir()}


@pytest.mark.slow
def test_all_cores_give_the_same_bytes_as_one(province: Path, alone: tuple[ManyRead, Path], tmp_path: Path) -> None:
    together = read_many(province, tmp_path / "together", "ct-06-tu", workers=2)
    assert together == alone[0]
    assert together.written > 20
    assert files_of(tmp_path / "together") == files_of(alone[1])


@pytest.mark.slow
def test_the_facts_are_those_of_the_whole_road(province: Path, alone: tuple[ManyRead, Path], tmp_path: Path) -> None:
    consolidate(province, "ct-06-tu", tmp_path / "out")
    # Of two copies of a file, and of two reports of a body, the road takes one; which copy has no meaning here.
    whole, many = (
        {replace(one, source="") for one in read_observations(facts)}
        for facts in (tmp_path / "out" / "facts", alone[1])
    )
    assert len(whole) > 1_000
    assert whole <= many


def test_the_same_again_reads_nothing(some: Path, tmp_path: Path) -> None:
    first = read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
    again = read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
    assert (first.written, first.earlier) == (2, 0)
    assert again == ManyRead(written=0, earlier=2, values=0, doubtful=0, left_out=())


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_bad_file_does_not_sink_the_others(some: Path, tmp_path: Path, workers: int) -> None:
    (some / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    (some / "trong.txt").write_bytes(b"")
    done = read_many(some, tmp_path / "facts", "ct-06-tu", workers=workers)
    assert (done.written, sorted(one.file for one in done.left_out)) == (2, ["hong.docx", "trong.txt"])


def test_a_file_that_was_left_out_is_tried_again(some: Path, tmp_path: Path) -> None:
    good = next(some.glob("*.docx"))
    data = good.read_bytes()
    good.write_bytes(data[:1000])
    assert read_many(some, tmp_path / "facts", "ct-06-tu", workers=1).written == 1
    good.write_bytes(data)
    again = read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
    assert (again.written, again.earlier, again.left_out) == (1, 1, ())


def test_a_copy_is_read_once_and_said(some: Path, tmp_path: Path) -> None:
    first = min(some.glob("*.txt"))
    shutil.copy(first, some / "zz ban sao.txt")
    for _ in range(2):
        done = read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
        assert [one.file for one in done.left_out] == ["zz ban sao.txt"]
        assert first.name in done.left_out[0].reason
    assert len(files_of(tmp_path / "facts")) == 2


def test_half_a_line_of_a_run_that_was_killed_is_no_line(some: Path, tmp_path: Path) -> None:
    read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
    work_list = tmp_path / "facts" / WORK_LIST
    whole = work_list.read_bytes()
    work_list.write_bytes(whole[:-20])
    again = read_many(some, tmp_path / "facts", "ct-06-tu", workers=1)
    assert (again.written, again.earlier) == (1, 1)
    assert work_list.read_bytes() == whole


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that kills without asking")
def test_a_killed_run_goes_on_where_it_stopped(province: Path, alone: tuple[ManyRead, Path], tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    code = (
        "import sys; from tongket.road.many import read_many\n"
        "if __name__ == '__main__': read_many(sys.argv[1], sys.argv[2], 'ct-06-tu', workers=2)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script), str(province), str(facts)]) as running:
        until = time.monotonic() + 60
        while time.monotonic() < until and running.poll() is None:
            if (facts / WORK_LIST).exists() and len((facts / WORK_LIST).read_bytes().splitlines()) > 4:
                break
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
    rest = read_many(province, facts, "ct-06-tu", workers=1)
    assert rest.earlier >= 4
    assert rest.earlier + rest.written == alone[0].written
    assert files_of(facts) == files_of(alone[1])


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_many(tmp_path / "no", tmp_path / "facts", "ct-06-tu")


NOTHING = Setup(int)  # sets nothing up; a function of this file would have each process take the file in, and pytest


def double_or_die(number: int) -> int:
    if number == 13:
        os._exit(9)  # as the system does to a process that takes too much memory
    return number * 2


def refuse(number: int) -> int:
    raise OSError(28, f"no room for {number}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    found = list(in_processes(abs, range(-30, 0), NOTHING, workers))
    assert found == [(number, -number) for number in range(-30, 0)]


@pytest.mark.slow
def test_processes_are_renewed_without_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.road.pool._RENEWED", 3)
    found = list(in_processes(abs, range(-8, 0), NOTHING, 2))
    assert found == [(number, -number) for number in range(-8, 0)]


def searches(_: int) -> tuple[int, int, int]:
    return gc.get_threshold()


@pytest.mark.slow
def test_garbage_is_sought_seldom_in_processes_of_its_own_alone() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # as Python begins; the tests themselves look for it more seldom
    try:
        found = [seldom for _, (seldom, *_) in in_processes(searches, range(4), NOTHING, 2)]
        assert min(found) > 700
        assert gc.get_threshold() == (700, 10, 10)
    finally:
        gc.set_threshold(*before)


def test_nothing_to_do_starts_nothing() -> None:
    assert list(in_processes(abs, [], NOTHING, 2)) == []


@pytest.mark.slow
def test_only_the_thing_that_kills_its_process_is_lost() -> None:
    found = dict(in_processes(double_or_die, range(20), NOTHING, 2))
    assert found == {number: Crashed() if number == 13 else number * 2 for number in range(20)}


@pytest.mark.slow
def test_a_full_disk_ends_it_all() -> None:
    with pytest.raises(OSError, match="no room"):
        list(in_processes(refuse, range(5), NOTHING, 2))


@pytest.mark.slow
def test_processes_take_no_modules_from_the_folder_of_the_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "socket.py").write_text("open('run', 'w').close()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [found for _, found in in_processes(abs, range(-3, 0), NOTHING, 2)] == [3, 2, 1]
    assert not (tmp_path / "run").exists()


@pytest.mark.slow
def test_a_script_without_a_guard_is_run_once(tmp_path: Path) -> None:
    script = tmp_path / "việc của tôi.py"
    script.write_text(
        "from tongket.road.pool import Setup, in_processes\n"
        "print('began')\n"
        "print(sum(found for _, found in in_processes(abs, range(-50, 0), Setup(int), 2)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["began", "1275"]


def test_the_command_says_what_was_read_and_what_was_left_out(some: Path, tmp_path: Path) -> None:
    (some / "trong.txt").write_bytes(b"")
    given = ["facts", "read", str(some), "--into", str(tmp_path / "facts"), "-p", "ct-06-tu", "--lang", "en"]
    done = CliRunner().invoke(cli, [*given, "--workers", "1"])
    assert done.exit_code == 0, done.output
    assert "trong.txt: the file is empty" in done.output
    assert "2 reports read" in done.output
    assert "0 reports read (0 values), 2 were done before" in CliRunner().invoke(cli, given).output
    missing = CliRunner().invoke(cli, ["facts", "read", str(tmp_path / "no"), *given[3:]])
    assert missing.exit_code == 2
