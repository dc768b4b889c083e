"""``tongket facts add`` and ``facts list``: entries typed one by one, with the same messages as in a template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_ten_modules import PROGRAMME, UNITS

from tongket.cli.commands import cli

pytestmark = pytest.mark.slow  # each of them writes and reads workbooks or tables; the default run is bounded

Add = Callable[..., Result]


@pytest.fixture
def add(tmp_path: Path) -> Add:
    """Add an entry for xã Lũng Ẳng to the folder ``kho``."""
    (tmp_path / "p.yaml").write_text(
        PROGRAMME.format(module="S03, S37").replace("module: S03, S37}", "module: S03}"), encoding="utf-8"
    )
    (tmp_path / "don-vi.tsv").write_text(UNITS, encoding="utf-8")

    def added(register: str, *fields: str, unit: str = "lung-ang") -> Result:
        return CliRunner().invoke(
            cli,
            ["facts", "add", register, *fields, "--programme", str(tmp_path / "p.yaml"), "--into",
             str(tmp_path / "kho"), "--unit", unit, "--body", "UBND xã Lũng Ẳng",
             "--units", str(tmp_path / "don-vi.tsv"), "--lang", "en"],
        )  # fmt: skip

    return added


GOOD = ("title=Hội nghị", "on=5/3/2024", "kenh=hoi-nghi", "luot-nguoi=1.200")


def listed(tmp_path: Path, *more: str) -> list[str]:
    done = CliRunner().invoke(cli, ["facts", "list", "S03-QT", "--in", str(tmp_path / "kho"), "--lang", "en", *more])
    return [line for line in done.stdout.splitlines() if " · " in line]


def test_an_entry_gets_a_number_and_the_same_again_changes_nothing(add: Add, tmp_path: Path) -> None:
    assert add("S03-QT", *GOOD).stdout == "added: entry 1 of S03-QT.\n"
    assert add("S03-QT", *GOOD).stdout == "no change: the entry 1 of S03-QT says that already.\n"
    assert add("S03-QT", *GOOD, "combined=có").stdout == "added: entry 2 of S03-QT.\n"
    assert len(listed(tmp_path)) == 2


def test_a_number_that_is_there_is_revised(add: Add, tmp_path: Path) -> None:
    add("S03-QT", *GOOD)
    assert add("S03-QT", *GOOD[:3], "luot-nguoi=90", "id=1").stdout == "revised: entry 1 of S03-QT.\n"
    [line] = listed(tmp_path)
    assert "luot-nguoi=90" in line
    assert len(listed(tmp_path, "--revisions")) == 2


@pytest.mark.parametrize(
    ("register", "fields", "says"),
    [
        ("S03-QT", ("title=A", "on=5/3/2024", "kenh=vô tuyến"), "kenh: 'vô tuyến' is none of the answers"),
        ("S03-QT", ("title=A", "on=5/13/2024", "kenh=loa"), "on: '5/13/2024' is not a day of the calendar."),
        ("S03-QT", ("title=A", "on=5/3/2024", "kenh=loa", "noi=x"), "noi: the register has no column 'noi'."),
        ("S03-QT", ("title=A", "kenh=loa"), "on: 'Day' is empty, and must be filled in."),
        ("S99", ("title=A",), "the programme 'ct-99-tu' has no register 'S99'."),
        ("S37-CD", ("on=31/12/2024", "version=mau", "1.1=8/7"), "1.1:reason: criterion 1.1: the appraised"),
        ("S37-CD", ("on=31/12/2024", "version=mau", "1.1=9"), "'9' is more than the 8 points"),
        ("S37-CD", ("on=31/12/2024", "version=2020", "1.1=8"), "version: '2020' is none of the answers"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_and_nothing_is_written(
    add: Add, tmp_path: Path, register: str, fields: tuple[str, ...], says: str
) -> None:
    done = add(register, *fields)
    assert done.exit_code == 2
    assert says in done.stderr
    assert not (tmp_path / "kho").exists()


def test_a_unit_that_is_not_known(add: Add) -> None:
    done = add("S03-QT", *GOOD, unit="xã Lũng Ảo")
    assert (done.exit_code, "there is no unit 'xã Lũng Ảo'." in done.stderr) == (2, True)


def test_without_fields_it_says_which_there_are(add: Add) -> None:
    said = add("S03-QT").stdout
    assert "kenh *: Hình thức" in said
    assert "hoi-nghi (Hội nghị trực tiếp)" in said
