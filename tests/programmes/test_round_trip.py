"""A programme goes to YAML and to a workbook and comes back the same."""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from programme_values import same, trees

from tongket.exchange.programme_workbook import programme_workbook
from tongket.programmes.load import load_programme, read_programme
from tongket.programmes.tree import Tree
from tongket.programmes.yaml_writing import tree_yaml, write_programme

PACKS = ["ct-06-tu", "kl-62-tw"]
quietly = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("code", PACKS)
def test_a_programme_written_as_yaml_is_the_same(code: str, tmp_path: Path) -> None:
    write_programme(load_programme(code), tmp_path)
    assert same(load_programme(tmp_path), load_programme(code))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", PACKS)
def test_a_programme_written_as_a_workbook_is_the_same(
    code: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongket.messages._language", ContextVar("language", default=lang))
    file = tmp_path / "chuong-trinh.xlsx"
    file.write_bytes(programme_workbook(load_programme(code)))
    assert same(load_programme(file), load_programme(code))


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert programme_workbook(load_programme("ct-06-tu")) == programme_workbook(load_programme("ct-06-tu"))


@quietly
@given(trees())
def test_any_programme_comes_back_from_yaml_and_workbook(tmp_path_factory: pytest.TempPathFactory, tree: Tree) -> None:
    folder = tmp_path_factory.mktemp("programme")
    (folder / "programme.yaml").write_text(tree_yaml(tree), encoding="utf-8")
    first, _mistakes = read_programme(folder)
    write_programme(first, folder / "again")
    assert same(read_programme(folder / "again")[0], first)
    (folder / "book.xlsx").write_bytes(programme_workbook(first))
    assert same(read_programme(folder / "book.xlsx")[0], first)
