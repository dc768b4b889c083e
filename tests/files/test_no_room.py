"""A full disk: said as such, never as a damaged file; nothing half written stays."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tongket.errors import FailedError, NoRoomError, failed_on
from tongket.files import office
from tongket.files.archives import unpack
from tongket.files.office import to_docx
from tongket.files.parts import LIBREOFFICE, find


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_no_fault_of_the_program() -> None:
    assert isinstance(failed_on(OSError(errno.ENOSPC, ""), where="a.docx"), NoRoomError)
    assert isinstance(failed_on(OSError(errno.EIO, ""), where="a.docx"), FailedError)


def test_a_file_of_an_archive_without_room_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("bao-cao.txt", "Báo cáo")
    monkeypatch.setattr("shutil.copyfileobj", full)
    into = tmp_path / "into"
    into.mkdir()
    (found,) = unpack(tmp_path / "a.zip", into)
    assert isinstance(found, NoRoomError)
    assert found.where == "a.zip/bao-cao.txt"
    assert not list(into.iterdir())


@pytest.mark.skipif(find(LIBREOFFICE) is None, reason="needs LibreOffice")
def test_a_conversion_without_room_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_write_profile", full)
    (found,) = to_docx([("a.rtf", rb"{\rtf1 B\'e1o c\'e1o}")])
    assert isinstance(found, NoRoomError)
    assert found.where == "a.rtf"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_what_cannot_be_printed_is_said_without_a_traceback(tmp_path: Path) -> None:
    report = tmp_path / "bao-cao.txt"
    report.write_text("BÁO CÁO\nKết quả\n", encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from tongket.cli.commands import main; main()",
        "read",
        "--lang",
        "en",
        str(report),
    ]
    with Path("/dev/full").open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_cannot_be_written_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from tongket.cli.commands import cli

    report, shown = tmp_path / "bao-cao.txt", tmp_path / "trang.html"
    report.write_text("BÁO CÁO\nKết quả\n", encoding="utf-8")
    shown.write_text("trước", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    assert CliRunner().invoke(cli, ["read", str(report), "--show", str(shown)]).exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bao-cao.txt", "trang.html"]
    assert shown.read_text("utf-8") == "trước"
