"""All units of a level, and a closed list behind them that names only some."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_texts import read_text

from tongket.checking.units.units_listed import check_units_listed
from tongket.registry.units import Registry, load_units

UNITS = """id\tkind\tprefix\tname\tparent\tfrom\tto
mau-son\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t
a\tdistrict\thuyện\tNgàn Pá\tmau-son\t\t
b\tdistrict\thuyện\tSông Già\tmau-son\t\t
c\tdistrict\thuyện\tLũng Ẳng\tmau-son\t\t
d\tdistrict\thuyện\tPhiêng Sa\tmau-son\t\t
"""
HEAD = """TỈNH ỦY MẪU SƠN\tĐẢNG CỘNG SẢN VIỆT NAM
*
Số 41-BC/TU\tMẫu Sơn, ngày 12 tháng 9 năm 2023

BÁO CÁO
Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU

I. KẾT QUẢ THỰC HIỆN

"""
CLAIM = "Các huyện ủy đã ban hành kế hoạch thực hiện¹.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n¹ "


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    file = tmp_path / "don-vi.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param(CLAIM + "Gồm: Huyện ủy Ngàn Pá, Sông Già, Lũng Ẳng, Phiêng Sa.", [], id="all are named"),
        pytest.param(CLAIM + "Tiêu biểu: Huyện ủy Ngàn Pá, Sông Già, Lũng Ẳng.", [], id="some are picked out"),
        pytest.param(CLAIM + "Gồm: Huyện ủy Ngàn Pá, Sông Già, Lũng Ẳng...", [], id="the list goes on"),
        pytest.param(CLAIM + "Gồm: Huyện ủy Ngàn Pá.", [], id="a list of something else"),
        pytest.param(
            CLAIM.replace("Các huyện ủy", "Một số huyện ủy") + "Gồm: Ngàn Pá, Sông Già, Lũng Ẳng.", [], id="not all"
        ),
        pytest.param(CLAIM + "Gồm: Huyện ủy Ngàn Pá, Sông Già, Lũng Ẳng.", ["Phiêng Sa"], id="one is missing"),
    ],
)
def test_all_units_are_named(text: str, missing: list[str], registry: Registry) -> None:
    report = read_text(HEAD + text + "\n")
    assert [one.facts["missing"] for one in check_units_listed(report, registry)] == missing
