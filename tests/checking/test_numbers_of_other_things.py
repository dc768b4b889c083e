"""Numbers that stand beside one another and are of other things are not held against one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Diện tích cây lương thực đạt 44.527,4 ha, giảm 5,3% so với cùng kỳ năm 2021 (cây lúa đạt 40.104 ha, giảm"
            " 6,8%; cây bắp đạt 4.423,4 ha, tăng 11%).",
            id="a part in brackets behind a change",
        ),
        pytest.param(
            "Toàn huyện gieo trồng được 12.181 ha, chiếm 50,7% diện tích và tăng 27,3% so với cùng kỳ năm trước"
            " do mưa đều, trong đó lúa xã Khe Vang đạt 3.058,5 ha, chiếm 25,1% diện tích toàn huyện, tăng 88,5% so"
            " cùng kỳ.",
            id="shares between which no change is told",
        ),
        pytest.param(
            "Quỹ Ánh Dương dự báo tăng trưởng đạt 3,0%, giữ nguyên so với dự báo tháng 7/2023; Tổ chức Bình Minh nhận"
            " định kinh tế toàn cầu năm 2023 tăng trưởng 2,9%, điều chỉnh giảm 0,1 điểm phần trăm so với"
            " dự báo trong tháng 9/2023.",
            id="forecasts of two bodies",
        ),
        pytest.param("Sản lượng ngô ước đạt 1.088 tấn, tăng 3,63% (+38 tấn).", id="whole tons, which were rounded"),
    ],
)
def test_changes_of_other_things(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "change-mismatch") == []


def test_heads_of_cattle_are_not_rounded(findings_of: FindingsOf) -> None:
    text = "Đàn trâu có 1.088 con, tăng 3,69% (+38 con).\n"
    assert findings_of(text, "change-mismatch") == [("", "3,69%")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Lúa cả năm thực hiện 24.203 ha, tăng 3% so với cùng kỳ. Trong đó: lúa tái sinh thực hiện 8.769 ha, bằng"
            " 94,3%.",
            id="a part that attains a plan of its own",
        ),
        pytest.param(
            "Cây hằng năm khác trồng 2.072 ha, đạt 76,74% so với kế hoạch (Trong đó: cỏ chăn nuôi 1.500 ha).",
            id="a part of what was done, in brackets behind its rate",
        ),
        pytest.param(
            "Tổng sản lượng lương thực ước đạt 119.986,5 tấn. Trong đó:\n- Cây lúa: Gieo cấy 15.150,5 ha. Năng suất"
            " bình quân đạt 55,92 tạ/ha; sản lượng đạt 84.718,4 tấn.",
            id="a yield with its own crop behind it",
        ),
    ],
)
def test_rates_and_means_of_other_things(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "ratio-mismatch") == []


_VILLAGES = (
    "thôn: Thôn Nà Tảng, Vằng Mười, xã Hảo Lĩnh; thôn Nặm Dắm, xã Cường Sơn; thôn Nà Sang, Bản Đâng, xã Lương Thủy.\n"
)


def test_places_in_which_the_named_lie_are_not_counted(findings_of: FindingsOf) -> None:
    assert findings_of("Huyện Nà Lũng có 05 " + _VILLAGES, "sum-mismatch") == []
    assert findings_of("Huyện Nà Lũng có 06 " + _VILLAGES, "sum-mismatch") == [("named", "06 thôn")]
