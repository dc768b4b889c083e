"""Measures told in the unit of another: a level in cubic metres, an area in tonnes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [" ".join(passage.split()) for case, passage in findings if case == "dimension"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Mực nước hồ Khe Cạn đạt 25,4 m, dung tích 1,25 triệu m3.", id="each in its own"),
        pytest.param("Diện tích gieo trồng đạt 320 ha, sản lượng 1.650 tấn.", id="two measures"),
        pytest.param("Diện tích lúa đạt 98% kế hoạch.", id="a rate of it"),
        pytest.param("Sản lượng gỗ khai thác đạt 3.200 m3.", id="a volume"),
        pytest.param("Sản lượng trứng đạt 45 triệu quả.", id="counted"),
        pytest.param("Năng suất lúa đạt 52 tạ/ha.", id="a yield"),
        pytest.param("Diện tích trồng chè, thu hái 320 tấn.", id="another verb between"),
        pytest.param("Tỷ lệ bón phân là 2 tấn/ha.", id="so much a hectare"),
        pytest.param("Sản lượng 1.650 tấn, năng suất 52 tạ/ha.", id="a harvest and a yield"),
        pytest.param("Sản lượng tăng do năng suất đạt 52 tạ/ha.", id="a yield between"),
        pytest.param("Sản lượng đạt 3.200 tấn/năm.", id="so much a year"),
        pytest.param("Khối lượng đào đắp đạt 4.500 m3.", id="an amount of earth"),
        pytest.param("Lượng mưa phổ biến 40 - 80 mm.", id="rain"),
        pytest.param("Sản lượng thu trên diện tích 45 ha ước khá.", id="the nearer measure"),
        pytest.param("Chiều dài tuyến 3,5 km, diện tích thu hồi 2,1 ha.", id="a road and its land"),
        pytest.param("Tỷ trọng giá trị sản xuất công nghiệp từ 61% lên 61,5%.", id="the share of it"),
        pytest.param("Sản lượng tăng từ 5% năm 2024 lên 7% so với cùng kỳ.", id="a rise"),
        pytest.param("Diện tích rừng giao cho 45 hộ là 320 ha.", id="people between"),
    ],
)
def test_measure_in_its_own_unit(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Mực nước hồ Khe Cạn đạt 1,25 triệu m3.", "Mực nước", id="a level in cubic metres"),
        pytest.param("Diện tích rau 7,2 ha, sản lượng 46,8 tạ/ha.", "sản lượng 46,8 tạ/ha", id="a yield for a harvest"),
        pytest.param("Sản lượng lúa ước đạt 5,2 tấn/ha.", "Sản lượng lúa ước đạt 5,2 tấn/ha", id="with a verb"),
        pytest.param(
            "Mực nước các hồ lúc 15 giờ như sau: hồ Khe Cạn 1,25 triệu m3; hồ Nà Lốc 0,84 triệu m3.",
            "Mực nước",
            id="in a list",
        ),
        pytest.param("Diện tích gieo trồng lúa đạt 320 tấn.", "Diện tích", id="an area in tonnes"),
        pytest.param("Sản lượng lương thực ước đạt 3.200 ha.", "Sản lượng", id="a harvest in hectares"),
        pytest.param("Nhiệt độ thấp nhất là 12 mm.", "Nhiệt độ", id="a temperature in millimetres"),
        pytest.param("Lượng mưa đo được là 120 m3.", "Lượng mưa", id="rain in cubic metres"),
        pytest.param("Chiều dài tuyến đường: 3,5 ha.", "Chiều dài", id="a length in hectares"),
        pytest.param("Dung tích hồ còn 85 km.", "Dung tích", id="a volume in kilometres"),
        pytest.param("Tổng diện tích rừng hiện có là 4.120 m3.", "diện tích", id="woods in cubic metres"),
        pytest.param("Giá trị tăng thêm của ngành từ 61% lên 61,5%.", "Giá trị tăng thêm", id="a value in percent"),
        pytest.param("Năng suất ngô bình quân đạt 45 ha.", "Năng suất", id="a yield in hectares"),
    ],
)
def test_measure_in_the_unit_of_another(body: str, said: str, findings_of: FindingsOf) -> None:
    found = _told(findings_of(body, KIND))
    assert [one.startswith(said) for one in found] == [True]
