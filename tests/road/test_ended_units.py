"""A report of a unit that had ended is kept at that unit, with a finding; never lost, never given to a homonym."""

from __future__ import annotations

import pytest

from tongket.files.text import text_blocks
from tongket.model.consolidations import ReportRead
from tongket.model.rounds import Round
from tongket.model.sources import Source
from tongket.programmes.load import load_programme
from tongket.reading.read import read_source
from tongket.registry.units import Registry, load_units
from tongket.road.folder import read_one

UNITS = (
    "id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\n"
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    "other\tprovince\ttỉnh\tPhja Dạ\tvn\n"
    "a\tcommune\txã\tLũng Ẳng\tms\t\t2025-06-30\tx\n"
    "b\tcommune\txã\tKhau Slòng\tms\t\t2025-06-30\tx\n"
    "x\tcommune\txã\tKhau Mạ\tms\t2025-07-01\n"
    "far\tcommune\txã\tKhau Slòng\tother\n"
    "kkt\tbody\t\tBan Quản lý khu kinh tế\tms\n"
)
TEXT = """{body}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{unit}\tĐộc lập - Tự do - Hạnh phúc

Số: 41/BC-UBND\tMẫu Sơn, ngày 05 tháng 10 năm 2026

BÁO CÁO

Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy

Toàn xã đã tổ chức 12 hội nghị.
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


def read(registry: Registry, unit: str, body: str = "ỦY BAN NHÂN DÂN") -> ReportRead:
    text = TEXT.format(unit=unit, body=body)
    source = Source("x.txt", "", "txt", text, text_blocks(text))
    asked = Round("ct-06-tu", "ms", "Ủy ban nhân dân tỉnh Mẫu Sơn", "Mẫu Sơn", "2021-09-07", "2026-09-30")
    found = read_one("x.txt", lambda: read_source(source), load_programme("ct-06-tu"), registry, asked)
    assert isinstance(found, ReportRead)
    return found


@pytest.mark.parametrize(
    ("unit", "seat", "cases"),
    [
        pytest.param("XÃ KHAU MẠ", "x", [], id="it lives"),
        pytest.param("XÃ LŨNG ẲNG", "a", ["issuer"], id="it had ended"),
        pytest.param("XÃ KHAU SLÒNG", "b", ["issuer"], id="it had ended, and a homonym lives in another province"),
    ],
)
def test_where_a_report_is_kept(registry: Registry, unit: str, seat: str, cases: list[str]) -> None:
    found = read(registry, unit)
    assert found.unit
    assert found.unit.id == seat
    assert [one.case for one in found.findings if one.kind == "stale-unit"] == cases
    assert not [one for one in found.findings if one.kind == "unit-unknown"]


def test_a_body_of_the_units_file_reports_for_its_unit(registry: Registry) -> None:
    found = read(registry, "BAN QUẢN LÝ KHU KINH TẾ", "ỦY BAN NHÂN DÂN TỈNH MẪU SƠN")
    assert found.unit
    assert (found.unit.id, found.kind) == ("ms", "kkt")


def test_its_figures_belong_to_what_became_of_it(registry: Registry) -> None:
    assert registry.place("a", "2026-10-05").target == "x"
