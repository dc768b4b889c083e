# ruff: noqa: E501 - rows of a table read best on one line each
"""A template filled in badly: each mistake with its sheet and cell, and the good rows beside it taken.

A template of all ten modules has 18 sheets: a case that fills in one register takes a programme of its module alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filling import fill, sheet_of
from openpyxl import load_workbook

from tongket.cli.commands import cli
from tongket.consolidating.entry_facts import read_entries
from tongket.consolidating.facts import read_observations
from tongket.errors import ReadError
from tongket.exchange.templates.book import Filled
from tongket.exchange.templates.reading import TemplateRead, is_template, read_template
from tongket.exchange.templates.writing import template_bytes, write_template
from tongket.messages import use_language
from tongket.model.entries import Agreement, Event, FieldValue, Obligation, RegisterItem, ScoreSheet
from tongket.model.observations import Observation
from tongket.model.programmes import Form, FormColumn, FormRow, Programme
from tongket.programmes.load import load_programme
from tongket.registry.units import Registry, load_units

pytestmark = pytest.mark.slow  # each of them writes and reads workbooks or tables; the default run is bounded

MODULES = "S02, S03, S05, S09, S19, S25, S26, S28, S37, S48"
HEAD = """code: ct-99-tu
version: {version}
title: Sơ kết thực hiện Chỉ thị số 99-CT/TU
regime: state
directive: {{type: Chỉ thị, symbol: 99-CT/TU, date: 2023-01-10, issuer: Ban Thường vụ Tỉnh ủy, subject: về dân vận}}
review: sơ kết
years: 2
period_start: 2023-01-10
period_end: 2024-12-31
modules: [{modules}]
dimensions:
  - code: cap
    name: Cấp
    values:
      - {{code: province, name: Cấp tỉnh, aliases: [tỉnh, Cấp tỉnh và tương đương]}}
      - {{code: district, name: Cấp huyện và tương đương, aliases: [huyện, Cấp huyện]}}
      - {{code: commune, name: Cấp xã và tương đương, aliases: [xã, Cấp xã, Cấp cơ sở]}}
indicators:
  - {{code: CO-01, name: Đã có quy chế dân chủ, unit: đơn vị, kind: yes-no, over_units: count-yes, over_time: latest}}
  - {{code: CO-02, name: Ngày họp gần nhất, unit: ngày, kind: date, over_units: none, over_time: latest}}
  - {{code: CO-03, name: Điểm, unit: điểm, kind: score, scale: 1, over_units: none, over_time: latest, low: 0, high: 100}}
  - {{code: CO-04, name: Hạng, unit: hạng, kind: rank, over_units: none, over_time: latest}}
  - {{code: CO-05, name: Ghi chú, unit: chữ, kind: text, over_units: none, over_time: latest}}
  - {{code: CO-06, name: Ban, unit: ban, dimensions: [cap]}}
  - {{code: CO-07, name: Thành viên, unit: người, dimensions: [cap]}}
  - {{code: CO-08, name: Kinh phí, unit: đồng, kind: money}}
forms:
  - code: B9
    title: Ban Thanh tra nhân dân
    columns: [{{title: Nội dung, role: label}}, {{title: Cấp xã, level: commune}}, {{title: Cấp tỉnh, level: province}}]
    rows:
      - {{label: Ban/thành viên, indicators: [CO-06, CO-07]}}
outline: []
"""
UNITS = """id\tkind\tprefix\tname\tparent\tfrom\tto
mau-son\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t
lung-ang\tcommune\txã\tLũng Ẳng\tmau-son\t\t
moi\tcommune\txã\tLũng Mới\tmau-son\t2024-07-01\t
"""
BODY = "Ủy ban nhân dân xã Lũng Ẳng"
EVENT = {"title": "Hội nghị", "on": "15/02/2024", "kenh": "Hội nghị trực tiếp", "luot-nguoi": 85}

Load = Callable[[str], Programme]
Make = Callable[..., TemplateRead]


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Headings are in the language in use; what is compared here is in English."""
    use_language("en")


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """The programme of some modules, read once."""
    folder = tmp_path_factory.mktemp("chuong-trinh")

    @cache
    def loaded(modules: str) -> Programme:
        file = folder / f"{modules}.yaml"
        file.write_text(HEAD.format(version=1, modules=modules), encoding="utf-8")
        return load_programme(file)

    return loaded


@pytest.fixture(scope="module")
def programme(load: Load) -> Programme:
    """The programme of one module: what a case about the cover, the file or a form of its own needs."""
    return load("S03")


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("don-vi") / "don-vi.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


@pytest.fixture(scope="module")
def template(load: Load, registry: Registry) -> Callable[[str, str], bytes]:
    """The empty template of some modules for a unit, in English, made once."""

    @cache
    def made(modules: str, unit: str) -> bytes:
        return template_bytes(Filled(load(modules), registry, unit, BODY, "2024-01-01", "2024-12-31"))

    return made


@pytest.fixture
def make(tmp_path: Path, load: Load, registry: Registry, template: Callable[[str, str], bytes]) -> Make:
    """Make a template of ``modules``, fill it in, and read it back."""

    def made(unit: str = "lung-ang", modules: str = "S03", **filled: Any) -> TemplateRead:
        path = tmp_path / "mau.xlsx"
        path.write_bytes(template(modules, unit))
        if filled:
            fill(path, load(modules), **filled)
        return read_template(path, load(modules), registry)

    return made


def module_of(name: str) -> str:
    """The module of an indicator or, of an indicator of the programme's own, any."""
    module = name.partition("-")[0]
    return module if module in MODULES else "S03"


def reasons(read: TemplateRead) -> list[str]:
    return [error.message("en") for row in read.refused for error in row.errors]


def test_an_empty_template_says_nothing(make: Make) -> None:
    read = make(modules=MODULES)
    assert (read.entries, read.observations, read.refused) == ((), (), ())
    assert (read.keeper.unit, read.keeper.body_kind, read.keeper.period_end) == ("lung-ang", "ubnd", "2024-12-31")


def test_a_register_is_read_with_its_numbers_days_choices_and_documents(make: Make) -> None:
    entry = {**EVENT, "combined": "có", "directive": "99-CT/TU; 12-NQ/TU ngày 01/02/2022"}
    [one] = make(registers={"S03-QT": [entry]}).entries
    assert isinstance(one, Event)
    assert (one.id, one.on, one.state, one.combined) == ("2401-2412/001", "2024-02-15", "held", True)
    assert one.directives == ("99-CT/TU (2023-01-10)", "12-NQ/TU (2022-02-01)")
    assert {field.field: field.text or field.amount for field in one.fields} == {"kenh": "hoi-nghi", "luot-nguoi": 85}
    assert (one.place.rpartition("!")[2], one.source) == ("8", "mau.xlsx")


@pytest.mark.parametrize(
    ("register", "change", "cell", "says"),
    [
        ("S03-QT", {"title": None}, "C8", "'What it was' is empty"),
        ("S03-QT", {"on": "31/02/2024"}, "D8", "'31/02/2024' is not a day of the calendar."),
        ("S03-QT", {"on": "15/02/2025"}, "D8", "2025-02-15 is after the last day of the period (2024-12-31)."),
        ("S03-QT", {"on": "15/02/2022"}, "D8", "2022-02-15 is before the first day of the period (2024-01-01)."),
        ("S03-QT", {"until": "14/02/2024"}, "E8", "is before 'Day' (2024-02-15)."),
        ("S03-QT", {"combined": "một nửa"}, "F8", "'một nửa' is none of the answers that 'Combined' has."),
        ("S03-QT", {"kenh": "Vô tuyến"}, "G8", "Choose one of: Hội nghị trực tiếp;"),
        ("S03-QT", {"luot-nguoi": "nhiều"}, "I8", "'nhiều' is not a number."),
        ("S03-QT", {"luot-nguoi": 85.5}, "I8", "'85.5' is not a whole number"),
        ("S03-QT", {"luot-nguoi": -1}, "I8", "'-1' is less than zero."),
        ("S03-QT", {"luot-nguoi": 1e20}, "I8", "is larger than any amount here can be."),
        ("S03-QT", {"directive": "chỉ thị mới"}, "L8", "'chỉ thị mới' holds no number and symbol of a document."),
        ("S03-QT", {"title": "Liên hệ ông A, điện thoại 0912 345 678"}, "C8", "the text holds personal data"),
        ("S03-QT", {"id": None}, "B8", "the entry has no number."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_cell(
    make: Make, register: str, change: dict[str, Any], cell: str, says: str
) -> None:
    read = make(registers={register: [{**EVENT, **change}, EVENT]})
    [reason] = reasons(read)
    assert reason.startswith("mau.xlsx, S03-QT Sổ quán triệt, tuyên")
    assert f"!{cell}: " in reason
    assert says in reason
    assert [one.id for one in read.entries] == ["2401-2412/002"]  # the good row is taken
    assert read.refused[0].row == 8


def test_every_mistake_of_a_row_is_told_at_once(make: Make) -> None:
    assert len(reasons(make(registers={"S03-QT": [{**EVENT, "title": None, "kenh": "?", "luot-nguoi": "x1"}]}))) == 3


def test_mistakes_are_told_in_vietnamese_too(make: Make) -> None:
    read = make(registers={"S03-QT": [{**EVENT, "luot-nguoi": "nhiều"}]})
    assert "không phải là số" in read.refused[0].errors[0].message("vi")


def test_a_number_given_twice(make: Make) -> None:
    [reason] = reasons(make(registers={"S03-QT": [{**EVENT, "id": "7"}, {**EVENT, "id": "7"}]}))
    assert "the number '7' is given twice" in reason


def test_an_event_of_a_day_on_which_the_unit_was_not_there(make: Make) -> None:
    [reason] = reasons(make("moi", registers={"S03-QT": [EVENT]}))
    assert "on 2024-02-15 xã Lũng Mới did not exist (2024-07-01 - ...)" in reason


def test_a_model_may_be_older_than_the_unit_that_keeps_it(make: Make) -> None:
    model = {"title": "Nuôi ong", "on": "2023-05-05", "linh-vuc": "kinh tế", "confirmed": "2024"}
    [one] = make("moi", "S19", registers={"S19-MH": [model]}).entries
    assert isinstance(one, RegisterItem)
    assert one.confirmed == (2024,)


def test_nothing_occurred_is_an_answer(make: Make) -> None:
    read = make(modules="S26", nothing=["S26-PB"])
    assert {one.status for one in read.observations} == {"none-occurred"}
    assert "S26-01" in {one.indicator for one in read.observations}
    assert all(one.amount is None for one in read.observations)


def test_nothing_occurred_and_yet_entries(make: Make) -> None:
    [reason] = reasons(make(nothing=["S03-QT"], registers={"S03-QT": [EVENT]}))
    assert "it says that nothing occurred, and 1 entry stands below." in reason


@pytest.mark.parametrize(
    ("name", "value", "amount", "high", "qualifier", "status", "text"),
    [
        ("S48-03", 0, 0, None, "", "reported", ""),
        ("S48-03", "1.234", 1234, None, "", "reported", ""),
        ("S48-03", "khoảng 300", 300, None, "khoảng", "reported", ""),
        ("S48-03", "ước 300", 300, None, "ước", "estimated", ""),
        ("S48-03", "15 - 20", 15, 20, "", "reported", ""),
        ("S48-03", "không phát sinh", None, None, "", "none-occurred", ""),
        ("S48-03", "-", None, None, "", "none-occurred", ""),
        ("S48-03", "x", None, None, "", "not-applicable", ""),
        ("S48-03", "chờ thẩm định", None, None, "", "pending", ""),
        ("S48-01", "10.000,5", 1000050, None, "", "reported", ""),
        ("S48-01", 12.25, 1225, None, "", "reported", ""),
        ("S09-01/dtn", 90, 90, None, "", "reported", ""),
        ("CO-01", "có", 1, None, "", "reported", ""),
        ("CO-01", "không", 0, None, "", "reported", ""),
        ("CO-02", "05/3/2024", 20240305, None, "", "reported", ""),
        ("CO-04", "7/12", 7, None, "", "reported", "7/12"),
        ("CO-05", "Đã làm tốt", None, None, "", "reported", "Đã làm tốt"),
        ("CO-08", "1.500.000", 1500000, None, "", "reported", ""),
    ],
)  # fmt: skip
def test_a_value_is_read_as_it_is_written(
    make: Make, name: str, value: Any, amount: int | None, high: int | None, qualifier: str, status: str, text: str
) -> None:
    [one] = make(modules=module_of(name), values={name: value}).observations
    assert (one.amount, one.amount_high, one.qualifier, one.status, one.text) == (amount, high, qualifier, status, text)
    assert "/".join(filter(None, (one.indicator, one.cell))) == name
    assert (one.origin, one.body_kind, one.revision) == ("form", "ubnd", 1)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("S48-03", "vài trăm", "'vài trăm' is not a number."),
        ("S48-03", 12.5, "'12,5' has decimals, and what is counted is whole."),
        ("S48-03", "20 - 15", "ends before it begins"),
        ("CO-03", 100.5, "'100,5' is more than 100, the most that this indicator can be."),
        ("CO-03", 9.25, "more decimals than the 1"),
        ("CO-02", "hôm qua", "'hôm qua' is not a date."),
        ("CO-05", "Số CCCD 001203004567", "the text holds personal data"),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_told_with_its_cell(make: Make, name: str, value: Any, says: str) -> None:
    read = make(modules="S48", values={name: value, "S48-04": 5})
    [reason] = reasons(read)
    assert says in reason
    assert reason.startswith("mau.xlsx, ")
    assert [one.indicator for one in read.observations] == ["S48-04"]


def test_a_pair_and_a_column_of_a_level_above(make: Make, tmp_path: Path) -> None:
    read = make(values={"CO-06/commune": "2/15", "CO-06/province": "3/4"})
    assert [(one.indicator, one.amount, one.extent) for one in read.observations] == [
        ("CO-06", 2, "own"),
        ("CO-07", 15, "own"),
    ]
    assert reasons(make(values={"CO-06/commune": "2"}))[0].endswith("such as 12/345.")


def test_a_score_sheet(make: Make) -> None:
    read = make(
        modules="S37", scores={"*on": "31/12/2024", "1.1": (8, 7, "chậm"), "1.2": (4, 4), "*state": "announced"}
    )
    [one] = read.entries
    assert isinstance(one, ScoreSheet)
    assert (one.version, one.on, one.state) == ("mau", "2024-12-31", "announced")
    assert [(line.criterion, line.own, line.appraised, line.reason) for line in one.lines] == [
        ("1.1", 800, 700, "chậm"), ("1.2", 400, 400, ""),
    ]  # fmt: skip


def test_points_beyond_the_most_and_taken_off_without_a_reason(make: Make) -> None:
    found = reasons(make(modules="S37", scores={"1.1": (9, None), "1.2": (4, 3)}))
    assert "criterion 1.1: '9' is more than the 8 points that it gives at most." in found[0]
    assert "criterion 1.2: the appraised points differ" in found[1]
    assert "!E" in found[0]
    assert "!G" in found[1]


def test_agreements_and_duties(make: Make) -> None:
    read = make(
        modules="S05, S25",
        registers={
            "S05-PH": [{"title": "Quy chế", "on": "2024-02-01", "parties": "UBND xã\nHội Nông dân; MTTQ", "loai": "quy chế",
                        "meetings-due": 4, "meetings-held": 3}],
            "S25-KN": [{"title": "Sửa cầu", "on": "2024-02-01", "body": "Ủy ban nhân dân xã Lũng Ẳng", "due": "2024-03-01",
                        "answered-on": "2024-02-20"}],
        }
    )  # fmt: skip
    agreement, duty = read.entries
    assert isinstance(agreement, Agreement)
    assert (agreement.parties, agreement.meetings_held) == (("UBND xã", "Hội Nông dân", "MTTQ"), ((2024, 3),))
    assert isinstance(duty, Obligation)
    assert (duty.state, duty.asked_by, duty.body_kind) == ("answered", BODY, "ubnd")


def test_columns_may_be_moved_and_headings_translated(
    make: Make, programme: Programme, registry: Registry, tmp_path: Path
) -> None:
    make(registers={"S03-QT": [EVENT]})
    path = tmp_path / "mau.xlsx"
    book = load_workbook(path)
    sheet = book[sheet_of(path, "S03-QT")]
    for row in sheet.iter_rows(min_col=3, max_col=9):
        first, last = row[0].value, row[-1].value
        if sheet.cell(row[0].row, 1).value != "none" and row[0].row not in (2, 3):
            row[0].value, row[-1].value = last, first
    book.save(path)
    [one] = read_template(path, programme, registry).entries
    assert (one.title, one.value("luot-nguoi").amount) == ("Hội nghị", 85)  # type: ignore[union-attr]  # it has one


def test_what_the_unit_still_keeps_stands_in_the_next_template(load: Load, registry: Registry, tmp_path: Path) -> None:
    programme = load("S19, S25, S48")
    model = RegisterItem(
        "S19-MH",
        "5",
        "lung-ang",
        BODY,
        "ubnd",
        "2023-05-05",
        "Nuôi ong",
        confirmed=(2023,),
        fields=(FieldValue("linh-vuc", "kinh-te"),),
    )
    duty = Obligation(
        "S25-KN", "1", "lung-ang", "UBND", "ubnd", "2023-05-05", "Sửa cầu", due="2023-06-05", asked_by=BODY
    )
    past = Observation(
        "S48-03", "", "lung-ang", "area", "/2023-12-31", BODY, "ct-99-tu", 1, 1, 900, None, 0, "hộ", "", "reported", "form",
        1.0, "", "", 0, 0, "",
    )  # fmt: skip
    path = tmp_path / "mau.xlsx"
    write_template(
        path, Filled(programme, registry, "lung-ang", BODY, "2024-01-01", "2024-12-31"), [model, duty], [past]
    )
    read = read_template(path, programme, registry)
    assert [(one.id, one.title) for one in read.entries] == [("5", "Nuôi ong"), ("1", "Sửa cầu")]
    assert [(one.indicator, one.amount) for one in read.observations] == [("S48-03", 900)]


@pytest.mark.slow
def test_the_same_template_has_the_same_bytes_and_another_language_reads_alike(
    load: Load, template: Callable[[str, str], bytes], registry: Registry, tmp_path: Path
) -> None:
    programme = load(MODULES)
    filled = Filled(programme, registry, "lung-ang", BODY, "2024-01-01", "2024-12-31")
    assert template_bytes(filled) == template(MODULES, "lung-ang")
    use_language("vi")
    write_template(tmp_path / "mau.xlsx", filled)
    use_language("en")
    fill(tmp_path / "mau.xlsx", programme, registers={"S03-QT": [{**EVENT, "state": "held", "combined": "yes"}]})
    assert len(read_template(tmp_path / "mau.xlsx", programme, registry).entries) == 1


def test_templates_of_others_and_covers_that_say_too_little(
    make: Make, programme: Programme, registry: Registry, tmp_path: Path
) -> None:
    make()
    path = tmp_path / "mau.xlsx"
    assert is_template(path)
    (tmp_path / "programme.yaml").write_text(HEAD.format(version=2, modules="S03"), encoding="utf-8")
    with pytest.raises(ReadError, match="version 1; this is ct-99-tu, version 2"):
        read_template(path, load_programme(tmp_path / "programme.yaml"), registry)
    for cell, value, says in (
        ("C5", None, "does not say which body reports"),
        ("C7", None, "does not say to which day the period runs"),
        ("C7", "cuối năm", "'cuối năm' is not a day of the calendar"),
        ("C7", "01/01/2020", "the period ends"),
    ):
        book = load_workbook(path)
        book.worksheets[0][cell] = value
        book.save(tmp_path / "bia.xlsx")
        with pytest.raises(ReadError, match=says) as caught:
            read_template(tmp_path / "bia.xlsx", programme, registry)
        assert f"!{cell}" in caught.value.where


@pytest.mark.parametrize(("written", "unit"), [("xã Lũng Ẳng", "lung-ang"), ("lung-ang", "lung-ang"), ("Lũng Ảo", "")])
def test_a_template_without_a_unit_asks_for_it(
    programme: Programme, registry: Registry, tmp_path: Path, written: str, unit: str
) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path, Filled(programme, registry, "", BODY, "2024-01-01", "2024-12-31"))
    book = load_workbook(path)
    book.worksheets[0]["C4"] = written
    book.save(path)
    if unit:
        assert read_template(path, programme, registry).keeper.unit == unit
    else:
        with pytest.raises(ReadError, match="there is no unit 'Lũng Ảo'"):
            read_template(path, programme, registry)


def test_an_import_is_all_or_nothing_or_takes_the_good_rows(tmp_path: Path, make: Make) -> None:
    (tmp_path / "programme.yaml").write_text(HEAD.format(version=1, modules="S03, S48"), encoding="utf-8")
    (tmp_path / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    private = {**EVENT, "title": "Liên hệ điện thoại 0912345678", "luot-nguoi": "nhiều"}
    make(modules="S03, S48", registers={"S03-QT": [private, EVENT]}, values={"S48-03": 900})
    arguments = [
        "facts", "import", str(tmp_path / "mau.xlsx"), "--into", str(tmp_path / "kho"), "--lang", "en",
        "--programme", str(tmp_path / "programme.yaml"), "--units", str(tmp_path / "don-vi.tsv"),
    ]  # fmt: skip
    assert CliRunner().invoke(cli, arguments).exit_code != 0
    assert list((tmp_path / "kho").rglob("*.parquet")) == []
    for name in ("tra-lai.csv", "tra-lai.xlsx"):
        CliRunner().invoke(cli, [*arguments, "--partial", "--refused", str(tmp_path / name)])
    assert [one.title for one in read_entries(tmp_path / "kho")] == ["Hội nghị"]
    assert [one.indicator for one in read_observations(tmp_path / "kho")] == ["S48-03"]
    said = (tmp_path / "tra-lai.csv").read_text(encoding="utf-8-sig")
    assert "S03-QT" in said
    assert "'nhiều' is not a number." in said
    assert "********78" in said
    assert "0912345678" not in said
    sheet = load_workbook(tmp_path / "tra-lai.xlsx").worksheets[0]
    assert sheet["B2"].value == "8"
    assert "the text holds personal data" in str(sheet["D2"].value)


def money_form(programme: Programme) -> Programme:
    """``programme`` with the one form 'Kinh phí (triệu đồng)'."""
    columns = (
        FormColumn("Nội dung", "label"),
        FormColumn("Đơn vị tính", "note"),
        FormColumn("Kết quả", "value"),
    )
    form = Form("B1", "B1", "Kinh phí", "", columns, (FormRow("1", "Kinh phí (triệu đồng)", 0, ("CO-08",)),))
    return replace(programme, forms=(form,))


@pytest.mark.parametrize("value", ["12,5", 12.5, "12,5 triệu đồng"])
def test_money_is_in_the_step_that_stands_beside_the_cell(
    programme: Programme, registry: Registry, tmp_path: Path, value: object
) -> None:
    path, plan = tmp_path / "mau.xlsx", money_form(programme)
    write_template(path, Filled(plan, registry, "lung-ang", BODY, "2024-01-01", "2024-12-31"))
    book = load_workbook(path)
    sheet = next(one for one in book if one.title.startswith("B1"))
    row = next(cells for cells in sheet.iter_rows() if "Kinh phí (triệu đồng)" in {cell.value for cell in cells})
    assert row[2].value == "triệu đồng"
    row[3].value = value
    book.save(path)
    assert [one.amount for one in read_template(path, plan, registry).observations] == [12_500_000]
