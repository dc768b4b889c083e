"""Two templates of one body: what both say counts once, and nothing is chosen in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import fill

from tongket.consolidating.facts import read_observations
from tongket.exchange.templates.book import Filled
from tongket.exchange.templates.writing import write_template
from tongket.messages import use_language
from tongket.model.rounds import Wanted
from tongket.programmes.load import load_programme
from tongket.registry.units import load_units
from tongket.road.facts import import_facts
from tongket.road.job import gather

pytestmark = pytest.mark.slow  # each of them writes and reads workbooks or tables; the default run is bounded

PROGRAMME = """code: ct-99-tu
version: 1
title: Sơ kết thực hiện Chỉ thị số 99-CT/TU
regime: state
directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2023-01-10, issuer: Ban Thường vụ Tỉnh ủy, subject: về dân vận}
review: sơ kết
years: 1
period_start: 2024-01-01
period_end: 2024-12-31
indicators:
  - {code: CO-01, name: Số mô hình, unit: mô hình}
  - {code: CO-02, name: Số cuộc vận động, unit: cuộc}
forms:
  - code: B1
    title: Kết quả
    columns: [{title: Nội dung, role: label}, {title: Số liệu, role: value}]
    rows:
      - {label: Số mô hình, indicators: [CO-01]}
      - {label: Số cuộc vận động, indicators: [CO-02]}
outline: []
"""
UNITS = """id\tkind\tprefix\tname\tparent
mau-son\tprovince\ttỉnh\tMẫu Sơn\tvn
lung-ang\tcommune\txã\tLũng Ẳng\tmau-son
"""


class Office:
    """A folder with a programme, and templates that the commune filled in."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sent, self.facts = folder, folder / "gui-len", folder / "kho"
        (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
        (folder / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
        self.sent.mkdir()
        self.programme = load_programme(folder / "programme.yaml")
        self.registry = load_units(folder / "don-vi.tsv")

    def template(self, name: str, **values: int) -> Path:
        path = self.sent / name
        body = "Ủy ban nhân dân xã Lũng Ẳng"
        filled = Filled(self.programme, self.registry, "lung-ang", body, "2024-01-01", "2024-12-31")
        write_template(path, filled)
        fill(path, self.programme, values={code.replace("_", "-"): value for code, value in values.items()})
        return path

    def take(self, *files: Path) -> list[tuple[int, int, int]]:
        done = import_facts(files, self.facts, self.folder / "programme.yaml", units_file=self.folder / "don-vi.tsv")
        return [(one.new, one.revised, one.same) for one in done]

    def held(self) -> list[tuple[str, int, int | None]]:
        return sorted((one.indicator, one.revision, one.amount) for one in read_observations(self.facts))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    use_language("en")
    return Office(tmp_path)


def test_in_one_import_the_later_revises_the_earlier(office: Office) -> None:
    first, second = office.template("a.xlsx", CO_01=10), office.template("b.xlsx", CO_01=11)
    assert office.take(first, second) == [(1, 0, 0), (0, 1, 0)]
    assert office.held() == [("CO-01", 1, 10), ("CO-01", 2, 11)]


def test_an_old_template_imported_again_writes_nothing(office: Office) -> None:
    first, second = office.template("a.xlsx", CO_01=10), office.template("b.xlsx", CO_01=11)
    office.take(first)
    office.take(second)
    assert office.take(first) == [(0, 0, 1)]
    assert office.held() == [("CO-01", 1, 10), ("CO-01", 2, 11)]


def test_what_a_template_gives_beyond_an_earlier_import_is_written(office: Office) -> None:
    book = office.template("a.xlsx", CO_01=10, CO_02=4)
    (office.folder / "programme.yaml").write_text(
        PROGRAMME.replace("      - {label: Số cuộc vận động, indicators: [CO-02]}\n", ""), encoding="utf-8"
    )
    office.take(book)
    (office.folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    office.take(book)
    assert office.held() == [("CO-01", 1, 10), ("CO-02", 1, 4)]


def test_in_one_folder_a_clash_is_told(office: Office) -> None:
    office.template("a.xlsx", CO_01=10, CO_02=4)
    office.template("b.xlsx", CO_01=11, CO_02=4)
    found = gather(
        [office.sent],
        office.folder / "programme.yaml",
        round_file=round_of(office),
        wanted=Wanted(),
    )
    assert {one.indicator: one.amount for one in found.rollups if one.unit == "mau-son"} == {"CO-01": 11, "CO-02": 4}
    [left] = found.left_out
    assert left.file == "a.xlsx"
    assert "gives other values for CO-01 in b.xlsx" in left.reason


def round_of(office: Office) -> Path:
    file = office.folder / "dot-bao-cao.yaml"
    file.write_text(
        f"""programme: {office.folder / "programme.yaml"}
unit: mau-son
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
period: {{from: 2024-01-01, to: 2024-12-31}}
units_file: don-vi.tsv
asked:
  - {{unit: lung-ang, body: Ủy ban nhân dân xã Lũng Ẳng}}
""",
        encoding="utf-8",
    )
    return file
