"""What a programme may not count, and what its registers may not keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError
from tongket.programmes.load import load_programme
from tongket.programmes.modules import module_codes

HEAD = """code: p
version: 1
title: P
regime: state
directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2023-01-10, issuer: Ban Thường vụ, subject: về dân vận}
review: sơ kết
years: 2
period_start: 2023-01-10
dimensions:
  - {code: linh-vuc, name: Lĩnh vực, values: [{code: a, name: A}, {code: b, name: B, aliases: [bb]}]}
registers:
  - code: SO
    name: Sổ
    kind: event
    fields:
      - {code: loai, name: Loại, kind: choice, choices: [{code: a, name: A}, {code: c, name: C}]}
      - {code: nguoi, name: Số chủ hộ là nữ, kind: integer}
      - {code: tien, name: Kinh phí, kind: decimal, scale: 1}
      FIELD
indicators:
  - INDICATOR
outline: []
"""
COUNTED = "{code: X, name: X, unit: cuộc, SCALE counted: {register: SO, COUNTED}}"


def load(tmp_path: Path, *, field: str = "", counted: str = "", more: str = "") -> None:
    indicator = COUNTED.replace("SCALE", more).replace("COUNTED", counted)
    text = HEAD.replace("FIELD", field).replace("INDICATOR", indicator.replace(", }", "}"))
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    load_programme(tmp_path / "p.yaml")


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ("", ""),
        (
            "",
            "where: [{field: loai, is: [a, c]}, {field: nguoi, comparison: '>', is: '3'}, {field: combined, is: 'no'}]",
        ),
        ("", "what: sum, field: nguoi"),
        ("kind: decimal, scale: 1,", "what: max, field: tien"),
    ],
)
def test_what_can_be_counted(tmp_path: Path, more: str, counted: str) -> None:
    load(tmp_path, more=more, counted=counted)


@pytest.mark.parametrize(
    ("more", "counted", "says"),
    [
        ("", "where: [{field: loai, is: b}]", "The field 'loai' never holds 'b'. Write one of: a, c."),
        ("", "where: [{field: combined, is: maybe}]", "The field 'combined' never holds 'maybe'."),
        ("", "where: [{field: nguoi, is: nhiều}]", "'nhiều' is not a number, and the field 'nguoi' holds numbers."),
        ("", "where: [{field: nguoi, comparison: '>', is: ['1', '2']}]", "'>' compares with one value"),
        ("", "what: sum, field: tien", "'X' has 0 decimals, and the field 'tien' has 1."),
        ("", "what: max, field: loai", "The field 'loai' holds no numbers, and 'X' is one."),
        ("formula: '1 + 1',", "", "'X' is computed from other indicators and cannot be counted, too."),
        ("dimensions: [linh-vuc],", "cells: [{dimension: linh-vuc, field: loai}]",
         "The choice 'c' of the field 'loai' is no value of the dimension 'linh-vuc'."),
    ],
)  # fmt: skip
def test_what_cannot(tmp_path: Path, more: str, counted: str, says: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        load(tmp_path, more=more, counted=counted)
    assert says in caught.value.message("en")


@pytest.mark.parametrize(
    ("field", "is_refused"),
    [
        ("- {code: so-ho, name: Số hộ được giúp, kind: integer}", False),
        ("- {code: ten, name: Tên mô hình}", False),
        ("- {code: ho-ten, name: Người phụ trách}", True),
        ("- {code: dai-dien, name: Họ và tên người đại diện}", True),
        ("- {code: lien-he, name: Điện thoại liên hệ}", True),
        ("- {code: sinh, name: Ngày sinh, kind: date}", True),
    ],
)
def test_registers_keep_nobodys_data(tmp_path: Path, field: str, is_refused: bool) -> None:
    found = ""
    try:
        load(tmp_path, field=field)
    except ProgrammeError as error:
        found = error.message("en")
    assert ("would hold data of single persons" in found) == is_refused


def test_the_modules_themselves_obey(tmp_path: Path) -> None:
    head = HEAD[: HEAD.index("dimensions:")]
    (tmp_path / "p.yaml").write_text(f"{head}modules: [{', '.join(module_codes())}]\noutline: []\n", encoding="utf-8")
    programme = load_programme(tmp_path / "p.yaml")
    assert [one.code for one in programme.modules] == list(module_codes())
    assert {one.module for one in programme.registers} == {"S02", "S03", "S05", "S19", "S25", "S26", "S28", "S37"}
