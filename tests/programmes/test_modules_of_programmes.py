"""A programme that uses modules: what comes from them, and what of it is written again."""

from __future__ import annotations

from pathlib import Path

import pytest
from programme_values import same
from test_check import WHOLE

from tongket.errors import ProgrammeError
from tongket.exchange.programme_workbook import programme_workbook
from tongket.programmes.checking import checked
from tongket.programmes.load import load_programme
from tongket.programmes.modules import module_codes
from tongket.programmes.yaml_writing import programme_yaml, write_programme

OWN_MODULE = """\
code: X01
version: 3
name: Mô-đun riêng
indicators:
  - {code: X01-01, name: Cuộc họp, unit: cuộc, phrases: [{units: [cuộc], any: [họp]}]}
sentences:
  - "Đã họp {X01-01?} cuộc."
"""


def using(folder: Path, *codes: str) -> Path:
    """A programme with those modules, one of which it brings along itself."""
    (folder / "modules").mkdir(parents=True)
    (folder / "modules" / "X01.yaml").write_text(OWN_MODULE, encoding="utf-8")
    text = WHOLE.replace("[cap, to-chuc]", "[x-cap, x-to-chuc]")
    text = text.replace("code: cap", "code: x-cap").replace("code: to-chuc", "code: x-to-chuc")
    text = text.replace("retired:", f"modules: [{', '.join(codes)}]\nretired:", 1)
    text = text.replace("    forms: F1\n", f"    forms: F1\n    module: {codes[-1]}\n", 1)
    (folder / "programme.yaml").write_text(text, encoding="utf-8")
    return folder


def test_what_a_module_brings_names_it(tmp_path: Path) -> None:
    programme = load_programme(using(tmp_path, "S03", "X01"))
    assert [(one.code, one.version) for one in programme.modules] == [("S03", 1), ("X01", 3)]
    assert {one.module for one in programme.indicators} == {"", "S03", "X01"}
    assert [one.text for one in programme.outline[0].sentences][-1] == "Đã họp {X01-01?} cuộc."


def test_the_hash_is_of_the_modules_too(tmp_path: Path) -> None:
    before = load_programme(using(tmp_path, "X01")).hash
    module = tmp_path / "modules" / "X01.yaml"
    module.write_text(OWN_MODULE.replace("Cuộc họp", "Buổi họp"), encoding="utf-8")
    assert load_programme(tmp_path).hash != before


def test_what_comes_from_a_module_is_not_written_again(tmp_path: Path) -> None:
    programme = load_programme(using(tmp_path / "own", "S03", "X01"))
    assert "X01-01" not in "".join(programme_yaml(programme).values())
    write_programme(programme, tmp_path / "new")
    assert same(load_programme(tmp_path / "new"), programme)
    (tmp_path / "own" / "book.xlsx").write_bytes(programme_workbook(programme))
    assert same(load_programme(tmp_path / "own" / "book.xlsx"), programme)


def test_all_modules_together_are_right(tmp_path: Path) -> None:
    found = checked(using(tmp_path, *module_codes(), "X01"))
    assert [one.message("en") for one in (*found.errors, *found.warnings)] == []


def test_a_mistake_in_a_module_names_its_file(tmp_path: Path) -> None:
    using(tmp_path, "X01")
    module = tmp_path / "modules" / "X01.yaml"
    module.write_text(OWN_MODULE.replace("{X01-01?}", "{X01-02}"), encoding="utf-8")
    assert [one.where for one in checked(tmp_path).errors] == [f"{module}:7"]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "zz.yaml").write_text("sums: []\n", encoding="utf-8")
    with pytest.raises(ProgrammeError, match=r"zz\.yaml"):
        write_programme(load_programme("ct-06-tu"), tmp_path)
    assert not (tmp_path / "programme.yaml").exists()
