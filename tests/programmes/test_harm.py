"""Whatever is written in a programme's files, the check says what is wrong and never breaks."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from test_check import WHOLE

from tongket.errors import ProgrammeError
from tongket.exchange.programme_workbook import programme_workbook
from tongket.programmes.checking import checked
from tongket.programmes.load import load_programme

JUNK: list[Any] = [
    None, "", "x", 0, -1, 10**40, 3.5, True, [], {}, ["a", ["b"]], {"code": "x"}, [{"code": "A-01"}], "{A-01", "A-01",
    "2026-13-01", "9999-12-31", "0001-01-01", "1" * 400, "đ" * 5000, "{A-01/*}", "sum({A-01/*})", "((((", "a+b+c", "+",
    [None], [[]], {"": ""}, {"code": ["x"]}, "commune", "nan", "1e999", "١٢", "\u202e", "=1+1", "#REF!",
]  # fmt: skip


def harmed(value: Any, dice: random.Random) -> Any:
    """``value`` with one thing in it replaced by junk, left out or doubled."""
    if isinstance(value, dict) and value and dice.random() < 0.9:
        name = dice.choice(list(value))
        if dice.random() < 0.15:
            return {key: held for key, held in value.items() if key != name}
        return {**value, name: harmed(value[name], dice)}
    if isinstance(value, list) and value and dice.random() < 0.9:
        place = dice.randrange(len(value))
        if dice.random() < 0.15:
            return [*value, value[place]]
        return [*value[:place], harmed(value[place], dice), *value[place + 1 :]]
    return dice.choice(JUNK)


@pytest.mark.parametrize("seed", range(150))
def test_harmed_yaml(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    tree = yaml.load(WHOLE, yaml.BaseLoader)
    for _ in range(dice.randint(1, 4)):
        tree = harmed(tree, dice)
    file = tmp_path / "programme.yaml"
    file.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    try:
        found = checked(file)
    except ProgrammeError as error:
        told: tuple[ProgrammeError, ...] = (error,)
    else:
        told = (*found.errors, *found.warnings)
    assert all(one.what and one.mend and one.message("en") and one.message("vi") for one in told)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("whole") / "programme.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    return programme_workbook(load_programme(file))


@pytest.mark.parametrize("seed", range(12))
def test_harmed_workbook(tmp_path: Path, workbook: bytes, seed: int) -> None:
    dice = random.Random(seed)
    book = openpyxl.load_workbook(BytesIO(workbook))
    cells = [one for one in JUNK if not isinstance(one, (list, dict))]
    for sheet in book:
        for _ in range(dice.randint(0, 3)):
            place = sheet.cell(dice.randint(1, 8), dice.randint(1, 9))
            value = dice.choice(cells)
            place.value = value
            if isinstance(value, str) and value.startswith("="):
                place.data_type = "s"
    book.save(tmp_path / "book.xlsx")
    try:
        found = checked(tmp_path / "book.xlsx")
    except ProgrammeError as error:
        assert error.mend  # noqa: PT017 - that a file cannot be read is one of two right answers
        return
    assert all(one.mend and one.message("vi") for one in (*found.errors, *found.warnings))
