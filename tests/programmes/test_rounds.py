from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.model.rounds import Asked
from tongket.programmes.rounds import load_round

WHOLE = """\
programme: ct-06-tu
unit: mau-son
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
period: {from: 2021-09-07, to: 2026-09-30}
date: 2026-11
units_file: don-vi.tsv
due: 2026-10-15
asked:
  - unit: lung-ang
    body: Ủy ban nhân dân xã Lũng Ẳng
  - unit: mau-son
    body: Tỉnh đoàn Mẫu Sơn
    kind: dtn
    due: 2026-10-20
recipients:
  - Thường trực Tỉnh ủy (b/c)
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "dot-bao-cao.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_whole_round(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    found = load_round(tmp_path)
    assert (found.programme, found.unit, found.place) == ("ct-06-tu", "mau-son", "Mẫu Sơn")
    assert (found.period_start, found.period_end, found.date) == ("2021-09-07", "2026-09-30", "2026-11")
    assert found.asked == (
        Asked("lung-ang", "Ủy ban nhân dân xã Lũng Ẳng", "ubnd", "2026-10-15"),
        Asked("mau-son", "Tỉnh đoàn Mẫu Sơn", "dtn", "2026-10-20"),
    )
    assert Path(found.units_file).parent == tmp_path.resolve()


def test_a_round_may_leave_open_who_was_asked_and_when(tmp_path: Path) -> None:
    file = written(tmp_path, "programme: p\nunit: u\nbody: b\nplace: x\n")
    found = load_round(file)
    assert (found.asked, found.period_start, found.units_file) == ((), "", "")


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        pytest.param("unit: mau-son\nbody", "body", 1, "'unit' is missing", id="missing key"),
        pytest.param("place: Mẫu Sơn", "place: Mẫu Sơn\nplaces: x", 5, "'places' is not known", id="unknown key"),
        pytest.param("date: 2026-11\n", "date: 2026-13\n", 6, "'2026-13' of 'date'", id="no such month"),
        pytest.param("to: 2026-09-30", "to: 2020-09-30", 5, "ends (2020-09-30) before", id="period backwards"),
        pytest.param("due: 2026-10-15", "due: 15/10/2026", 8, "'15/10/2026' of 'due'", id="date in another form"),
        pytest.param("place: Mẫu Sơn", "place: Mẫu Sơn\nplace: y", 5, "written twice", id="key twice"),
        pytest.param("programme: ct", "programme: [ct", 2, "rules of YAML", id="no YAML"),
        pytest.param("place: Mẫu Sơn", "place: &a Mẫu Sơn\nrequest: *a", 4, "Anchors", id="anchors"),
    ],
)
def test_a_mistake_names_its_line_and_how_to_mend(
    tmp_path: Path, before: str, after: str, line: int, words: str
) -> None:
    assert before in WHOLE
    file = written(tmp_path, WHOLE.replace(before, after, 1))
    with pytest.raises(ProgrammeError) as caught:
        load_round(file)
    assert caught.value.where == f"{file}:{line}"
    assert words in caught.value.message("en")
    assert caught.value.mend


def test_a_body_asked_twice(tmp_path: Path) -> None:
    twin = "  - unit: lung-ang\n    body: Ủy ban nhân dân xã Lũng Ẳng\n"
    file = written(tmp_path, WHOLE.replace(twin, twin + twin))
    with pytest.raises(ProgrammeError) as caught:
        load_round(file)
    assert "asked twice" in caught.value.message("en")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, "programme: p\nasked: none\n")
    with pytest.raises(ProgrammeErrors) as caught:
        load_round(file)
    assert len(caught.value.errors) == 4
    assert caught.value.message("en").count("\n") == 3


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError) as caught:
        load_round(tmp_path)
    assert "no such file" in caught.value.message("en")
