"""Numbers told in figures and again in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hỗ trợ 12.500.000 đồng (Mười hai triệu, năm trăm nghìn đồng).", [], id="both alike"),
        pytest.param(
            "Tổng thu: 7.093.800 triệu đồng (Bằng chữ: Bảy nghìn không trăm chín mươi ba tỷ, tám trăm triệu đồng);",
            [],
            id="a scale in the unit",
        ),
        pytest.param("Hoàn thành trong 3 (ba) tháng.", [], id="a count alike"),
        pytest.param("Sáp nhập 12 xã (hai xã miền núi).", [], id="a part in brackets"),
        pytest.param("Có 15 xã (mười hai cũ).", [], id="words that go on"),
        pytest.param("Trao quà tại thôn 3 (bốn hộ).", [], id="another thing"),
        pytest.param("Giao 05 triệu đồng (năm).", [], id="the scale said once"),
        pytest.param("Tổng số tiền: 45.000.000 đồng. Bằng chữ: Bốn mươi lăm triệu đồng.", [], id="without brackets"),
        pytest.param(
            "Hỗ trợ 12.050.000 đồng (Mười hai triệu, năm trăm nghìn đồng).",
            ["12.050.000 đồng (Mười hai triệu, năm trăm nghìn đồng"],
            id="digits turned",
        ),
        pytest.param(
            "Tổng thu: 7.039.800 triệu đồng (Bằng chữ: Bảy nghìn không trăm chín mươi ba tỷ, tám trăm triệu đồng);",
            ["7.039.800 triệu đồng (Bằng chữ: Bảy nghìn không trăm chín mươi ba tỷ, tám trăm triệu đồng"],
            id="digits turned in millions",
        ),
        pytest.param("Hoàn thành trong 06 (năm) tháng.", ["06 (năm"], id="a count"),
        pytest.param(
            "Cử 12 đại biểu (mười một đại biểu) dự đại hội.",
            ["12 đại biểu (mười một đại biểu"],
            id="a count with its noun",
        ),
        pytest.param(
            "Tổng số tiền: 45.000.000 đồng. Bằng chữ: Năm mươi bốn triệu đồng.",
            ["45.000.000 đồng. Bằng chữ: Năm mươi bốn triệu đồng"],
            id="without brackets, two numbers",
        ),
    ],
)
def test_numbers_in_words(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [words for case, words in findings_of(body, "implausible-magnitude") if case == "words"]
    assert told == found
