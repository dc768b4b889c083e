from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.programmes.load import list_programmes, load_programme

WHOLE = """\
code: ct-99
version: 2
title: Sơ kết Chỉ thị số 99-CT/TU
regime: state
directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2023-05-04, issuer: Ban Thường vụ Tỉnh ủy, subject: về việc mẫu}
review: sơ kết
years: 3
period_start: 2023-05-04
period_end: 2026-05-04
threshold: 0.7
dimensions:
  - code: to-chuc
    name: Tổ chức
    values:
      - {code: dtn, name: Đoàn Thanh niên}
indicators:
  - code: A-01
    name: Hội viên
    unit: người
    over_time: latest
    dimensions: [to-chuc]
    phrases:
      - {units: [hội viên], any: [có]}
  - {code: A-02, name: Trong độ tuổi, unit: người, dimensions: [to-chuc]}
  - {code: A-03, name: Tỷ lệ, unit: "%", numerator: A-01, denominator: A-02, dimensions: [to-chuc]}
sums:
  - {total: A-02, parts: [A-01], relation: ">="}
forms:
  - code: F1
    title: Biểu mẫu
    columns:
      - {title: Tổ chức, role: label}
      - {title: Hội viên, indicator: A-01}
    rows:
      - {label: Đoàn Thanh niên, cell: dtn}
outline:
  - code: C
    title: KẾT QUẢ
    forms: F1
  - code: C.1
    title: Hội viên
    depth: 1
    sentences:
      - "Có {A-01?} hội viên, Đoàn Thanh niên {A-01/dtn}, đạt {A-03}%."
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "programme.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_whole_programme(tmp_path: Path) -> None:
    programme = load_programme(written(tmp_path, WHOLE))
    assert (programme.code, programme.version, programme.threshold) == ("ct-99", 2, 0.7)
    assert [one.code for one in programme.indicators] == ["A-01", "A-02", "A-03"]
    ratio = programme.indicator("A-03")
    assert ratio is not None
    assert (ratio.over_units, ratio.over_time, ratio.factor, ratio.scale) == ("ratio", "ratio", 100, 2)
    assert programme.forms[0].columns[1].indicator == "A-01"
    assert [value.code for value in programme.cells(ratio)] == ["dtn"]


def test_a_programme_may_be_spread_over_the_files_of_a_folder(tmp_path: Path) -> None:
    head, rest = WHOLE.split("indicators:\n")
    written(tmp_path, head)
    (tmp_path / "rest.yaml").write_text("indicators:\n" + rest, encoding="utf-8")
    assert len(load_programme(tmp_path).indicators) == 3


def test_the_hash_is_of_the_content_and_not_of_line_ends(tmp_path: Path) -> None:
    one, other, third = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    for folder in (one, other, third):
        folder.mkdir()
    first = load_programme(written(one, WHOLE)).hash
    (other / "programme.yaml").write_bytes(WHOLE.replace("\n", "\r\n").encode())
    assert load_programme(other).hash == first
    assert load_programme(written(third, WHOLE.replace("về việc mẫu", "về việc khác"))).hash != first


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        pytest.param("review: sơ kết\n", "", 1, "'review' is missing", id="missing key"),
        pytest.param("threshold: 0.7", "threshhold: 0.7", 10, "Did you mean 'threshold'", id="unknown key"),
        pytest.param("threshold: 0.7", "threshold: 1.7", 10, "from 0 to 1", id="bad threshold"),
        pytest.param("threshold: 0.7", "threshold: high", 10, "from 0 to 1", id="threshold in words"),
        pytest.param("regime: state", "regime: royal", 4, "Write one of: state", id="no such regime"),
        pytest.param("date: 2023-05-04,", "date: 2023-02-30,", 5, "date of the calendar", id="no such day"),
        pytest.param("period_end: 2026-05-04", "period_end: 2022-05-04", 0, "ends (2022-05-04)", id="period backwards"),
        pytest.param("period_start: 2023", "period_start: 2022", 0, "before the directive", id="too early"),
        pytest.param("version: 2", "version: two", 2, "whole number", id="version in words"),
        pytest.param("code: A-02", "code: A-01", 0, "given twice", id="duplicate code"),
        pytest.param("denominator: A-02", "denominator: A-09", 25, "'A-09' does not exist", id="ratio of nothing"),
        pytest.param(", denominator: A-02", "", 25, "needs 'numerator' and 'denominator'", id="half a ratio"),
        pytest.param("numerator: A-01", "numerator: A-03", 25, "from itself: A-03 -> A-03", id="ratio of itself"),
        pytest.param("parts: [A-01]", "parts: [A-07]", 27, "'A-07' does not exist", id="sum of nothing"),
        pytest.param("parts: [A-01]", "parts: [A-03]", 27, "cannot be added up", id="sum of a ratio"),
        pytest.param("cell: dtn", "cell: hpn", 35, "no cell 'hpn'", id="row of no cell"),
        pytest.param("indicator: A-01}", "indicator: B-01}", 29, "'B-01' does not exist", id="column of nothing"),
        pytest.param("role: label", "role: value", 29, "one column of role 'label'", id="form without labels"),
        pytest.param("forms: F1", "forms: F2", 39, "form 'F2' does not exist", id="section with no such form"),
        pytest.param("{A-03}%", "{A-13}%", 44, "'{A-13}', which is no indicator", id="unknown placeholder"),
        pytest.param("{A-01/dtn}", "{A-01/hnd}", 44, "no cell 'hnd'", id="placeholder of no cell"),
        pytest.param("{A-03}%", "{A-03%", 44, "brace", id="open brace"),
        pytest.param("depth: 1", "depth: 2", 40, "Lower its 'depth' to 1", id="depth leaps"),
        pytest.param("[to-chuc]\n    ph", "[cap]\n    ph", 21, "'cap' does not exist", id="no dimension"),
        pytest.param("{units: [hội viên], any: [có]}", "{units: [hội viên]}", 23, "A phrase needs", id="empty phrase"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_line_and_how_to_mend(
    tmp_path: Path, before: str, after: str, line: int, words: str
) -> None:
    assert before in WHOLE
    file = written(tmp_path, WHOLE.replace(before, after, 1))
    with pytest.raises(ProgrammeError) as caught:
        load_programme(file)
    errors = caught.value.errors if isinstance(caught.value, ProgrammeErrors) else (caught.value,)
    told = [error for error in errors if words in error.message("en")]
    assert told, [error.message("en") for error in errors]
    assert told[0].where.startswith(str(file))
    if line:
        assert told[0].where == f"{file}:{line}"
    assert all(error.mend for error in errors)


def test_a_circle_of_ratios(tmp_path: Path) -> None:
    circle = '  - {code: A-04, name: x, unit: "%", numerator: A-03, denominator: A-02}\nsums:'
    text = WHOLE.replace("sums:", circle, 1).replace("numerator: A-01", "numerator: A-04", 1)
    with pytest.raises(ProgrammeError) as caught:
        load_programme(written(tmp_path, text))
    assert caught.value.message("en").count("computed from itself") == 1


def test_no_such_programme() -> None:
    with pytest.raises(ProgrammeError, match="ct-06-tu"):
        load_programme("ct-00")


def test_the_programmes_that_come_along() -> None:
    assert [one.code for one in list_programmes()] == ["ct-06-tu", "kl-62-tw"]


@pytest.mark.parametrize("code", ["ct-06-tu", "kl-62-tw"])
def test_every_indicator_can_be_found_in_a_form_or_in_prose(code: str) -> None:
    programme = load_programme(code)
    in_forms = {one for form in programme.forms for row in form.rows for one in row.indicators}
    in_forms |= {column.indicator for form in programme.forms for column in form.columns}
    lost = [
        one.code for one in programme.indicators if not one.phrases and not one.numerator and one.code not in in_forms
    ]
    assert lost == []


@pytest.mark.parametrize("code", ["ct-06-tu", "kl-62-tw"])
def test_every_part_of_an_evaluation_has_its_section(code: str) -> None:
    gathered = {passage for item in load_programme(code).outline for passage in item.passages}
    assert gathered == {
        "advantages",
        "difficulties",
        "strengths",
        "limitations",
        "causes",
        "lessons",
        "forecast",
        "tasks",
        "recommendations",
    }
