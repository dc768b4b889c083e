"""Whole things counted with a decimal comma."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_DOTTED = "Toàn tỉnh có 1.240 hợp tác xã và 12.300 doanh nghiệp. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_DOTTED + "Số trạm phát sóng đạt 68.457 trạm.", [], id="a dot"),
        pytest.param(_DOTTED + "Sản lượng thóc đạt 12,345 tấn.", [], id="a measure"),
        pytest.param(_DOTTED + "Chi hỗ trợ 68,457 triệu đồng.", [], id="money"),
        pytest.param("Có 12,345 hộ và 3,210 doanh nghiệp đăng ký.", [], id="a text with commas throughout"),
        pytest.param(_DOTTED + "Số trạm phát sóng đạt 68,457 trạm.", ["68,457 trạm"], id="among dots"),
    ],
)
def test_commas_of_counts(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of(body, "implausible-magnitude") if case == "comma"]
    assert told == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã tổ chức 67 cuộc họp thôn.", [], id="a whole number"),
        pytest.param("Bình quân 4,2 người một hộ.", [], id="a mean"),
        pytest.param("Mật độ dân số 120,5 người/km2.", [], id="a density"),
        pytest.param("Cả huyện có 1,5 triệu lượt khách.", [], id="of millions"),
        pytest.param("Xã tổ chức 67,8 cuộc họp thôn.", ["67,8 cuộc"], id="meetings with a tenth"),
        pytest.param("Học sinh bỏ học: 0,0 học sinh.", ["0,0 học sinh"], id="nobody, with a tenth"),
    ],
)
def test_decimals_of_counts(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of(body, "implausible-magnitude") if case == "decimals"]
    assert told == found
