"""Reporting units whose name others share: what stands above them in the text tells which one is meant."""

from __future__ import annotations

import pytest
from report_texts import read_text

from tongket.checking.units.stale_units import check_stale_units

# Communes of this name lay in several districts until 2025.
HEAD = "{above}UBND XÃ XUÂN PHÚ\n\nSố: 12/BC-UBND\nXuân Phú, ngày 05 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả công tác\n\n"
TEXT = "I. KẾT QUẢ\n\nXã Xuân Phú đã tổ chức 12 hội nghị."


@pytest.mark.parametrize(
    ("above", "successors"),
    [
        pytest.param("UBND HUYỆN THỌ XUÂN\n", ["xã Sao Vàng"], id="the district above it"),
        pytest.param("", [], id="none named"),
    ],
)
def test_the_commune_that_is_meant(above: str, successors: list[str]) -> None:
    found = list(check_stale_units(read_text(HEAD.format(above=above) + TEXT)))
    assert [one.facts["successors"] for one in found if one.facts["unit"] == "xã Xuân Phú"] == successors
