"""System parts: where they are found, how they are run, and what is said where one is missing."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tongket.files.parts import (
    ANTIWORD,
    CATDOC,
    LIBREOFFICE,
    TESSERACT,
    VIETNAMESE_DATA,
    find,
    languages,
    missing,
    run,
    version,
)

PYTHON = [sys.executable, "-I", "-c"]
posix = pytest.mark.skipif(os.name == "nt", reason="process groups and limits of POSIX")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    place = tmp_path / "soffice"
    place.write_text("#!/bin/sh\necho 'LibreOffice 7.4.7.2 40(Build:2)'\n", encoding="utf-8")
    place.chmod(0o755)
    return place


def test_a_variable_names_the_program_and_comes_first(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBREOFFICE.variable, str(program))
    assert find(LIBREOFFICE) == program


def test_a_variable_that_names_nothing_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere/soffice")
    assert (find(LIBREOFFICE), version(LIBREOFFICE)) == (None, "")


@posix
def test_a_part_that_is_installed_in_the_meantime_is_found(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = tmp_path / "later"
    monkeypatch.setenv(LIBREOFFICE.variable, str(later))
    assert find(LIBREOFFICE) is None
    program.rename(later)
    assert find(LIBREOFFICE) == later


@posix
def test_the_path_is_looked_through(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert find(LIBREOFFICE) == program
    assert version(LIBREOFFICE) == "7.4.7"


def test_usual_places_are_looked_into_and_the_newest_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LibreOffice 7", "LibreOffice 24"):
        place = tmp_path / name / "program" / "soffice.com"
        place.parent.mkdir(parents=True)
        place.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert find(LIBREOFFICE) == tmp_path / "LibreOffice 24" / "program" / "soffice.com"


def test_a_missing_tesseract_has_no_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TESSERACT.variable, "/nowhere/tesseract")
    assert languages() == frozenset()


@pytest.mark.parametrize(
    "part", [LIBREOFFICE, TESSERACT, VIETNAMESE_DATA, ANTIWORD, CATDOC], ids=lambda part: part.name
)
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_what_is_said_of_a_missing_part(part: object, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    said = missing(part, "Báo cáo xã Mẫu Sơn.doc").message("en")
    assert said.startswith(f"Báo cáo xã Mẫu Sơn.doc: {part.name} is needed to read ")
    assert f"Install it: {part.command} (" in said
    assert {"linux": "apt install", "win32": "winget", "darwin": "brew"}[system] in said


def test_what_is_printed_and_the_code_come_back() -> None:
    done = run([*PYTHON, "import sys; print('ra'); print('lỗi', file=sys.stderr); sys.exit(3)"], timeout=20)
    assert (done.returncode, done.stdout.split(), done.stderr.decode().split()) == (3, [b"ra"], ["lỗi"])


def test_output_is_cut_to_a_limit() -> None:
    assert run([*PYTHON, "print('x' * 1000)"], timeout=20, most_output=10).stdout == b"x" * 10


def test_nothing_can_be_typed_into_a_part() -> None:
    assert run([*PYTHON, "import sys; print(len(sys.stdin.read()))"], timeout=20).stdout.split() == [b"0"]


def test_a_part_is_given_neither_network_nor_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@example.invalid/db")
    monkeypatch.setenv("https_proxy", "http://example.invalid:3128")
    show = "import os; print(os.environ.get('DATABASE_URL'), os.environ['https_proxy'], os.environ['OMP_THREAD_LIMIT'])"
    assert run([*PYTHON, show], timeout=20).stdout.split() == [b"None", b"http://127.0.0.1:9", b"1"]


def test_a_setting_of_ones_own_is_added() -> None:
    done = run(
        [*PYTHON, "import os; print(os.environ['SAL_USE_VCLPLUGIN'])"], timeout=20, env={"SAL_USE_VCLPLUGIN": "svp"}
    )
    assert done.stdout.split() == [b"svp"]


@pytest.mark.slow
@posix
def test_a_part_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    held = tmp_path / "held"
    os.mkfifo(held)
    reader = os.open(held, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(subprocess.TimeoutExpired):
        run(["sh", "-c", f"(echo begun; exec sleep 60) > '{held}' & wait"], timeout=1.5)
    assert os.read(reader, 100) == b"begun\n"
    assert select.select([reader], [], [], 20)[0]  # its end comes when nobody holds the other side any more
    assert os.read(reader, 100) == b""
    os.close(reader)


@pytest.mark.skipif(sys.platform != "linux", reason="the system holds no limit of memory")
def test_a_part_may_take_only_so_much_memory() -> None:
    greedy = "import time; time.sleep(.2); bytearray(900 << 20)"
    assert b"MemoryError" in run([*PYTHON, greedy], timeout=20, memory=500 << 20).stderr


def test_a_program_that_cannot_be_started_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run([tmp_path / "nothing"], timeout=5)


def test_what_to_choose_in_the_installer_is_said_in_the_language_of_the_message() -> None:
    error = missing(VIETNAMESE_DATA, "anh.png")
    assert "In the Windows installer, choose 'Vietnamese'" in error.message("en")
    assert "choose" not in error.message("vi")
    assert "(" not in VIETNAMESE_DATA.windows  # nothing but a command
