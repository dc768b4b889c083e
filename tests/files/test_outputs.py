"""Outputs appear together, or the folder stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.files.outputs import put_in_place

NAMES = ("a.docx", "b.xlsx", "facts")


def a_run(place: Path, said: str) -> Path:
    (place / "facts").mkdir(parents=True)
    for name in ("a.docx", "b.xlsx", "facts/one.parquet"):
        (place / name).write_text(said, encoding="utf-8")
    return place


def said_in(place: Path) -> dict[str, str]:
    return {
        path.relative_to(place).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


def test_a_second_run_replaces_the_first_and_leaves_other_files_alone(tmp_path: Path) -> None:
    put_in_place(a_run(tmp_path / "1", "first"), tmp_path / "out", NAMES)
    (tmp_path / "out" / "mine.txt").write_text("kept", encoding="utf-8")
    put_in_place(a_run(tmp_path / "2", "second"), tmp_path / "out", NAMES)
    assert said_in(tmp_path / "out") == {
        "a.docx": "second",
        "b.xlsx": "second",
        "facts/one.parquet": "second",
        "mine.txt": "kept",
    }
    assert not list(tmp_path.glob(".tongket-*"))


@pytest.mark.parametrize("stuck", range(6))
def test_whatever_cannot_be_moved_the_earlier_run_stands_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stuck: int
) -> None:
    put_in_place(a_run(tmp_path / "1", "first"), tmp_path / "out", NAMES)
    before = said_in(tmp_path / "out")
    replace, moves = Path.replace, iter(range(100))

    def refuse(self: Path, target: Path) -> Path:
        if next(moves) == stuck:
            raise PermissionError(13, "open in Word")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        put_in_place(a_run(tmp_path / "2", "second"), tmp_path / "out", NAMES)
    assert said_in(tmp_path / "out") == before
    assert not list(tmp_path.glob(".tongket-*"))
