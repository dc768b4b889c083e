"""Archives: a folder in one file; within limits, whatever the archive says of itself."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest

from tongket.errors import ReadError
from tongket.files import archives
from tongket.files.archives import Packed, is_archive, unpack


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def in_memory(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def unpacked(path: Path, into: Path) -> list[Packed | ReadError]:
    into.mkdir(exist_ok=True)
    return list(unpack(path, into))


def test_an_archive_gives_what_could_be_reports_in_the_order_of_a_folder(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "các xã.zip",
        {"xã 10/báo cáo.docx": b"10", "xã 2/báo cáo.docx": b"2", "xã 2/~$o cao.docx": b"lock", "Thumbs.db": b"-"},
    )
    found = unpacked(path, tmp_path / "into")
    assert [(one.name, one.path.read_bytes()) for one in found if isinstance(one, Packed)] == [
        ("các xã.zip/xã 2/báo cáo.docx", b"2"),
        ("các xã.zip/xã 10/báo cáo.docx", b"10"),
    ]
    assert len(found) == 2


def test_tables_of_values_are_taken_from_an_archive(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"phụ lục.csv": b"1;2", "__MACOSX/._phụ lục.csv": b"-"})
    assert [one.name for one in unpacked(path, tmp_path / "into") if isinstance(one, Packed)] == ["a.zip/phụ lục.csv"]


@pytest.mark.parametrize("name", ["../../ra ngoài.txt", "/etc/ra ngoài.txt", "C:\\ra ngoài.txt", "..\\ra ngoài.txt"])
def test_no_name_climbs_out_of_the_folder(tmp_path: Path, name: str) -> None:
    into = tmp_path / "into"
    for one in unpacked(packed(tmp_path / "a.zip", {name: b"x"}), into):
        assert isinstance(one, ReadError) or one.path.parent == into
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "into"}


def test_a_member_without_a_name_is_tried_as_a_report_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        nameless = zipfile.ZipInfo("x")
        nameless.filename = nameless.orig_filename = ""
        nameless.external_attr = 0o600 << 16
        with archive.open(nameless, "w") as opened:
            opened.write(b"nameless")
        archive.writestr("b.docx", b"b")
    found = unpacked(path, tmp_path / "into")
    assert {one.name: one.path.read_bytes() for one in found if isinstance(one, Packed)} == {
        "a.zip/\ufffd": b"nameless",
        "a.zip/b.docx": b"b",
    }


@pytest.mark.parametrize("name", ["./xa/a.docx", "xa//a.docx", "xa\\.\\a.docx"])
def test_a_name_is_put_in_its_plain_form(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.zip", {name: b"x", "xa\\": b""})
    assert [one.name for one in unpacked(path, tmp_path / "into") if isinstance(one, Packed)] == ["a.zip/xa/a.docx"]


def test_what_looks_like_a_report_under_a_hidden_name_is_said_and_litter_is_not(tmp_path: Path) -> None:
    left = ["~$o cao.docx", ".~lock.a.docx#", "__MACOSX/._a.docx", "._a.docx", ".DS_Store", ".git/config", "a.docx~"]
    hidden = ["../../evil.docx", ".b.docx", ".giấu/c.pdf"]
    path = packed(tmp_path / "a.zip", dict.fromkeys([*left, *hidden, "a.docx"], b"x"))
    found = unpacked(path, tmp_path / "into")
    assert [one.name for one in found if isinstance(one, Packed)] == ["a.zip/a.docx"]
    errors = {one.where: one.message("en") for one in found if isinstance(one, ReadError)}
    assert set(errors) == {f"a.zip/{name}" for name in hidden}
    assert "leads out of the archive" in errors["a.zip/../../evil.docx"]
    assert "hidden name" in errors["a.zip/.b.docx"]


def test_a_word_file_is_no_archive(tmp_path: Path) -> None:
    assert not is_archive(packed(tmp_path / "a.docx", {"[Content_Types].xml": b"", "word/document.xml": b""}))
    assert not is_archive(packed(tmp_path / "a.odt", {"mimetype": b"application/vnd.oasis.opendocument.text"}))
    assert is_archive(packed(tmp_path / "named as it likes.bin", {"a.txt": b""}))


def test_an_archive_in_an_archive_is_unpacked_and_no_deeper(tmp_path: Path) -> None:
    inner = in_memory({"a.txt": b"a"})
    middle = in_memory({"inner.zip": inner, "b.txt": b"b"})
    found = unpacked(packed(tmp_path / "outer.zip", {"middle.zip": middle}), tmp_path / "into")
    assert [one.name for one in found if isinstance(one, Packed)] == ["outer.zip/middle.zip/b.txt"]
    (error,) = (one for one in found if isinstance(one, ReadError))
    assert error.where == "outer.zip/middle.zip/inner.zip"


def test_a_bomb_is_stopped_by_what_comes_out_and_not_by_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_ONE", 1000)
    path = packed(tmp_path / "a.zip", {"bomb.txt": b"0" * 100_000, "good.txt": b"good"})
    error, good = unpacked(path, tmp_path / "into")
    assert isinstance(error, ReadError)
    assert error.where == "a.zip/bomb.txt"
    assert isinstance(good, Packed)
    assert [one.name for one in (tmp_path / "into").iterdir()] == [good.path.name]


def test_more_files_than_a_province_sends_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 2)
    (error,) = unpacked(packed(tmp_path / "a.zip", dict.fromkeys(("1.txt", "2.txt", "3.txt"), b"x")), tmp_path / "into")
    assert isinstance(error, ReadError)


def test_archives_inside_count_in_the_same_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = {f"{number}.zip": in_memory({"a.txt": b"0" * 400, "b.txt": b"1" * 400}) for number in range(3)}
    path = packed(tmp_path / "outer.zip", inner)
    monkeypatch.setattr(archives, "MAX_UNPACKED", 3000)
    found = unpacked(path, tmp_path / "by size")
    assert sum(one.stat().st_size for one in (tmp_path / "by size").rglob("*.*")) <= 3000
    assert any(isinstance(one, ReadError) for one in found)
    monkeypatch.setattr(archives, "MAX_UNPACKED", 100_000)
    monkeypatch.setattr(archives, "MAX_FILES", 5)
    found = unpacked(path, tmp_path / "by number")
    assert [one.where for one in found if isinstance(one, ReadError)] == ["outer.zip/1.zip", "outer.zip/2.zip"]


def test_a_damaged_member_does_not_sink_the_others(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"1.txt": b"first " * 200, "2.txt": b"second"})
    data = bytearray(path.read_bytes())
    data[36:42] = b"\xff" * 6
    path.write_bytes(bytes(data))
    first, second = unpacked(path, tmp_path / "into")
    assert isinstance(first, ReadError)
    assert isinstance(second, Packed)


def test_names_without_the_mark_of_utf_8_are_read_as_utf_8(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"xa lung.txt": b"x"})
    data = path.read_bytes().replace(b"xa lung.txt", "xã lùn.txt".encode()[:11])
    path.write_bytes(data)
    (one,) = unpacked(path, tmp_path / "into")
    assert isinstance(one, Packed)
    assert one.name.startswith("a.zip/xã l")


def test_what_is_cut_off_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"1.txt": b"x"})
    path.write_bytes(path.read_bytes()[:-10])
    (error,) = unpacked(path, tmp_path / "into")
    assert isinstance(error, ReadError)
    assert "a.zip" in error.message("vi")


def test_the_end_of_a_word_file_within_is_not_taken_for_that_of_a_cut_archive(tmp_path: Path) -> None:
    inner = in_memory({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    whole = in_memory({"xã A/a.docx": inner, "xã B/b.docx": inner})
    path = tmp_path / "a.zip"
    path.write_bytes(whole[: len(inner) + 80])
    assert is_archive(path)
    (one,) = unpacked(path, tmp_path / "into")
    assert isinstance(one, ReadError)


def test_an_archive_without_reports_is_said_to_be_one(tmp_path: Path) -> None:
    for name, files in (("a", {}), ("b", {"Thumbs.db": b"-"})):
        (one,) = unpacked(packed(tmp_path / f"{name}.zip", files), tmp_path / name)
        assert isinstance(one, ReadError)
        assert "no file that could be a report" in one.message("en")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_one_name_are_all_taken_and_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (("bc.docx", b"1"), ("bc (2).docx", b"2"), ("bc.docx", b"3"), ("bc.docx", b"4")):
            archive.writestr(name, data)
    found = [(one.name, one.path.read_bytes()) for one in unpacked(path, tmp_path / "into") if isinstance(one, Packed)]
    assert sorted(found) == [
        ("a.zip/bc (2).docx", b"2"),
        ("a.zip/bc (3).docx", b"3"),
        ("a.zip/bc (4).docx", b"4"),
        ("a.zip/bc.docx", b"1"),
    ]


def test_names_are_shown_in_composed_letters(tmp_path: Path) -> None:
    parted = unicodedata.normalize("NFD", "Báo cáo xã Lũng Ẳng.docx")
    (found,) = unpacked(packed(tmp_path / "a.zip", {parted: b"x"}), tmp_path / "into")
    assert isinstance(found, Packed)
    assert found.name == "a.zip/Báo cáo xã Lũng Ẳng.docx"
