"""What changed between two versions of a programme, and with which class."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from programme_values import trees
from test_check import WHOLE

from tongket.model.programmes import Programme
from tongket.programmes.diff import changes, touched
from tongket.programmes.load import load_programme, read_programme
from tongket.programmes.tree import Tree
from tongket.programmes.yaml_writing import tree_yaml


def versions(folder: Path, *pairs: tuple[str, str]) -> tuple[Programme, Programme]:
    """The programme, and the same after these replacements."""
    text = WHOLE
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    found = []
    for name, written in (("old", WHOLE), ("new", text)):
        (folder / name).mkdir()
        (folder / name / "programme.yaml").write_text(written, encoding="utf-8")
        found.append(read_programme(folder / name)[0])
    return found[0], found[1]


def flat(old: Programme, new: Programme) -> list[tuple[str, str, str, bool]]:
    return [(one.kind, one.code, one.key, one.is_error) for one in changes(old, new)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("version: 2", "version: 2  # as before", [], id="a remark is no change"),
        pytest.param("A-06, name", "A-06, over_units: none, name", [], id="saying what is meant anyway"),
        pytest.param("years: 3", "years: 5", [("head", "ct-99", "years", False)], id="head"),
        pytest.param("name: Trong độ tuổi,", "name: Đúng độ tuổi,", [("wording", "A-02", "name", False)], id="wording"),
        pytest.param("name: Tốt", "name: Rất tốt", [("wording", "A-06", "choices/a", False)], id="words of a choice"),
        pytest.param(", {code: b, name: Khá}", "", [("meaning", "A-06", "choices/b", True)], id="a choice goes"),
        pytest.param("name: Hội Nông dân", "name: Nông dân", [("wording", "to-chuc", "values", False)] * 2, id="cell"),
        pytest.param("unit: lượt người", "unit: người", [("meaning", "A-05", "unit", True)], id="unit"),
        pytest.param("numerator: A-01", "numerator: A-05", [("meaning", "A-03", "numerator", True)], id="base"),
        pytest.param(", to-chuc]", "]", [("meaning", "A-01", "dimensions", True)], id="cells"),
        pytest.param("owner: hnd", "owner: ubnd", [("meaning", "A-01", "owner", True)], id="owner"),
        pytest.param(
            "over_time: latest, dim", "dim", [("meaning", "A-01", "over_time", True)], id="aggregation"
        ),
        pytest.param("what: sum", "what: max", [("meaning", "A-05", "counted", True)], id="what is counted"),
        pytest.param("low: 0", "low: 1", [("rule", "A-01", "low", False)], id="bound"),
        pytest.param("amount: 95", "amount: 98", [("target", "A-03", "targets", False)], id="target"),
        pytest.param("days: 5", "days: 6", [("schedule", "schedule", "dues", False)], id="due date"),
        pytest.param("Số}]", "Số người}]", [("form", "F2", "columns", False)] * 2, id="heading of a form"),
        pytest.param("hội viên, Hội", "hội viên; Hội", [("sentence", "C", "", False)] * 2, id="sentence"),
        pytest.param("title: KẾT QUẢ", "title: KẾT QUẢ ĐẠT ĐƯỢC", [("outline", "C", "title", False)], id="section"),
        pytest.param('operator: "<="', 'operator: "<"', [("rule", "R-1", "operator", False)], id="rule"),
        pytest.param("parts: [A-01]", "parts: [A-04]", [("rule", "sums", "", False)] * 2, id="sum"),
        pytest.param("name: Lượt người", "name: Lượt", [("register", "R1", "fields", False)] * 2, id="field"),
        pytest.param("retired: [A-00]\n", "", [("head", "A-00", "retired", True)], id="a retired code is forgotten"),
    ],
)  # fmt: skip
def test_changes(tmp_path: Path, before: str, after: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert flat(*versions(tmp_path, (before, after))) == expected


NEW_CODE = (
    ("code: A-05", "code: A-07, replaces: A-05, conversion: '{A-05}'"),
    ("retired: [A-00]", "retired: [A-00, A-05]"),
)


def test_a_new_code_that_replaces_the_old_is_right(tmp_path: Path) -> None:
    old, new = versions(tmp_path, *NEW_CODE, ("unit: lượt người", "unit: người"))
    assert flat(old, new) == [("replacement", "A-05", "", False), ("addition", "A-07", "", False)]
    assert touched(changes(old, new), new) == {"A-05"}


def test_what_goes_must_be_among_the_retired(tmp_path: Path) -> None:
    line = next(line for line in WHOLE.splitlines(keepends=True) if "code: A-05" in line)
    old, new = versions(tmp_path, (line, ""))
    assert flat(old, new) == [("retirement", "A-05", "", True)]


def test_a_retired_code_that_comes_back_is_a_mistake(tmp_path: Path) -> None:
    old, new = versions(tmp_path, ("code: A-05", "code: A-00"))
    assert ("meaning", "A-00", "", True) in flat(old, new)


def test_a_built_in_programme_is_the_same_as_itself() -> None:
    assert changes(load_programme("ct-06-tu"), load_programme("ct-06-tu")) == ()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees(), trees())
def test_any_two_programmes_can_be_compared(tmp_path_factory: pytest.TempPathFactory, one: Tree, other: Tree) -> None:
    folder = tmp_path_factory.mktemp("programmes")
    found = []
    for name, tree in (("a", one), ("b", other)):
        (folder / f"{name}.yaml").write_text(tree_yaml(tree), encoding="utf-8")
        found.append(read_programme(folder / f"{name}.yaml")[0])
    assert changes(found[0], found[0]) == ()
    assert all(change.code for change in changes(found[0], found[1]))
