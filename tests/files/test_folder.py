"""Walking a folder of reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ReadError
from tongket.files.folder import walk_reports


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def names(folder: Path, *skip: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in walk_reports(folder, skip)]


def test_what_is_no_report_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "~$bao-cao.docx", ".an.docx", ".git/a.txt", "so-lieu.parquet", "round.yaml", "Thumbs.db")
    assert names(tmp_path) == []


def test_what_cannot_be_read_is_given_too_so_that_it_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "b.DOC", "c.xlsx", "d.docx", "e.txt", "f")
    assert names(tmp_path) == ["a.pdf", "b.DOC", "c.xlsx", "d.docx", "e.txt", "f"]


def test_the_order_follows_names_without_accents_and_numbers_by_size(tmp_path: Path) -> None:
    put(tmp_path, "xã 10.docx", "xã 2.docx", "Đăk.docx", "bản đồ/z.txt", "Ánh.docx")
    assert names(tmp_path) == ["Ánh.docx", "bản đồ/z.txt", "Đăk.docx", "xã 2.docx", "xã 10.docx"]


def test_files_with_the_same_content_are_both_given(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "b.docx")
    assert names(tmp_path) == ["a.docx", "b.docx"]


def test_named_files_and_folders_are_skipped(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "out/bao-cao.docx", "dot.txt")
    assert names(tmp_path, tmp_path / "out", tmp_path / "dot.txt") == ["a.docx"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        list(walk_reports(tmp_path / "không có"))


def test_a_link_back_up_does_not_walk_for_ever(tmp_path: Path) -> None:
    put(tmp_path, "a.docx")
    try:
        (tmp_path / "vòng").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert names(tmp_path) == ["a.docx"]


def test_a_folder_of_everything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "b.txt", "c.txt")
    monkeypatch.setattr("tongket.files.folder._MOST_FILES", 2)
    with pytest.raises(ReadError) as refused:
        names(tmp_path)
    assert "more than 2 files" in refused.value.message("en")
