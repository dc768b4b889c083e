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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Bão đã làm 172 căn nhà bị sập (Khe Lạnh 2, Nà Pàn 7, Hảo Lĩnh 22, Cường Sơn 140, Lương Thủy 1);"
            " 2.126 nhà bị tốc mái (Khe Lạnh 12, Nà Pàn 8, Hảo Lĩnh 2.058, Cường Sơn 48).",
            id="how many are where, some of one digit",
        ),
        pytest.param(
            "Diện tích lúa bị ngập là 28.648ha (Khe Lạnh 182,2ha, Nà Pàn 12.636ha, Hảo Lĩnh 15.830ha).",
            id="a whole in whole hectares of parts told more finely",
        ),
        pytest.param(
            "Diện tích lúa bị ngập là 1.206ha (Khe Lạnh 464ha, Nà Pàn116ha, Hảo Lĩnh 626ha).",
            id="a part whose number lost the blank before it",
        ),
        pytest.param(
            "Tổng sản phẩm ước đạt 46.121 tỷ đồng, tăng 5,5% so với năm trước. Trong đó, khu vực nông nghiệp 9.590 tỷ"
            " đồng, tăng 3,99%. Khu vực công nghiệp và xây dựng 18.483 tỷ đồng, tăng 7,93%. Khu vực dịch vụ 16.571 tỷ"
            " đồng, tăng 3,6%, đóng góp 1,32 điểm phần trăm. Thuế sản phẩm đạt 1.477 tỷ đồng, tăng 7,39%.",
            id="the last part in a sentence of its own",
        ),
        pytest.param(
            "Sông Hoa: 13 người chết (do bão 12 người; lũ cuốn 1 người); Khe Lạnh: 2 người chết do bão; Nà Pàn: 3 người"
            " do lũ (2 người chết, 1 người mất tích); Hảo Lĩnh: 1 người chết do sạt lở; Cường Sơn: 2 người (1 chết, 1"
            " người mất tích); Lương Thủy: 10 người (08 người mất tích do sập cầu; 1 người mất tích do lũ; 1 người chết"
            " do sạt lở).",
            id="places beside one another, each with its number",
        ),
        pytest.param(
            "Vốn đăng ký đạt 22,4 tỷ đồng, tăng 45,5% so với tháng trước và tăng 111,6% so với cùng kỳ năm trước. Trong"
            " tháng có 604 doanh nghiệp quay lại, giảm hơn 29% so với tháng trước và tăng 26,8% so với cùng kỳ.",
            id="growth of several things",
        ),
        pytest.param(
            "Xuất khẩu đạt 18,31 tỷ USD nhưng giảm 7,1%, tương ứng mất 1,41 tỷ USD so cùng kỳ.\nCụ thể, xuất khẩu sang"
            " châu Âu đạt 3,97 tỷ USD, giảm 24,7%; sang Mỹ đạt 3,39 tỷ USD, giảm hơn 10%.",
            id="what was lost, and markets",
        ),
        pytest.param(
            "Năng suất lúa đạt 58,8 tạ/ha; trong đó, năng suất của các huyện đồng bằng đạt 61,5 tạ/ha; năng suất của"
            " các huyện miền núi đạt 48,2 tạ/ha.",
            id="yields",
        ),
        pytest.param(
            "Tổng đàn lợn 472.039 con, tăng 3,7%, trong đó lợn thịt 409.779 con, chiếm 86,8%, tăng 3,8%; tổng đàn gia"
            " cầm 6.537,9 nghìn con, tăng 1,4%.",
            id="a total of other animals",
        ),
    ],
)
def test_sums_of_other_things(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "sum-mismatch") == []


def test_places_of_one_digit_are_added_up(findings_of: FindingsOf) -> None:
    text = "Bão đã làm 175 căn nhà bị sập (Khe Lạnh 2, Nà Pàn 7, Hảo Lĩnh 22, Cường Sơn 140, Lương Thủy 1).\n"
    assert findings_of(text, "sum-mismatch") == [("", "175 căn nhà")]


def test_places_of_one_name_are_not_added_up(findings_of: FindingsOf) -> None:
    text = "Tổ chức 12 hội nghị ở các xã (Khe Lạnh 1, Khe Lạnh 2, Nà Pàn 4).\n"
    assert findings_of(text, "sum-mismatch") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Khách nội địa là 433.420 lượt, đạt 45,5% so với kế hoạch và bằng 73% so với cùng kỳ năm trước; khách quốc"
            " tế chỉ đạt 28% so với cùng kỳ năm trước.",
            id="rates of a plan and of the year before",
        ),
        pytest.param(
            "Vụ hè thu gieo sạ 1.729.074 ha.\nVụ mùa năm 2018 gieo cấy được gần 1,7 triệu ha, bằng 98,7% vụ mùa năm"
            " trước; trong đó phía bắc đạt 1,1 triệu ha, bằng 97,5%; phía nam đạt 584.000 ha, bằng 101,1%.",
            id="rates of the year before, said once",
        ),
        pytest.param(
            "Tỷ lệ thất nghiệp là 0,76%, tương đương với 6.014 người thất nghiệp. Trong đó, tỷ lệ thất nghiệp ở thành"
            " thị là 1,46%, tương đương với 4.375 người; ở nông thôn 1.639 người thất nghiệp, chiếm tỷ lệ 0,33%.",
            id="rates of those who are able to work",
        ),
        pytest.param(
            "Toàn tỉnh đã gieo trồng được 32.630 ha lúa và rau màu, giảm 1,27% so với cùng thời điểm năm trước. Trong"
            " đó, lúa mùa 27.220 ha, bằng 98,80%; ngô 1.677 ha, tăng 3,90%; các loại cây trồng khác 3.733 ha, bằng"
            " 96,22% so với cùng thời điểm năm trước.",
            id="parts and whole, each compared with the year before",
        ),
        pytest.param(
            "Các xã đã gieo trồng được 346.800 ha ngô, bằng 102,9% cùng kỳ năm trước; 62.300 ha khoai lang, bằng 98,9%;"
            " 120.800 ha lạc, bằng 98,2%; 14.900 ha đỗ tương, bằng 103,5%.",
            id="crops of which the first is more than the year before",
        ),
    ],
)
def test_rates_of_other_things(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "ratio-mismatch") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Thu 4 tháng đạt 408.760 tỷ đồng, bằng 32,3% dự toán, giảm 3,7% so cùng kỳ năm 2019 (cùng kỳ năm 2019 đạt"
            " 36,2% dự toán, tăng 13,8%).",
            id="what fell is the amount, not its rate of the plan",
        ),
        pytest.param(
            "+ Dư nợ của Ngân hàng Chính sách xã hội là 3.600 tỷ đồng; so với đầu năm tăng 362 tỷ đồng (+11,2%).\n"
            "- Nợ xấu của các ngân hàng khoảng 360 tỷ đồng, chiếm 1,46% trên tổng dư nợ; so với đầu năm tăng 208 tỷ"
            " đồng (+136%).",
            id="what is told as about so much, and another debt",
        ),
    ],
)
def test_changes_of_rates_and_hedges(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "change-mismatch") == []


def test_a_change_in_brackets_is_no_yield(findings_of: FindingsOf) -> None:
    text = "Năng suất lúa vụ mùa đạt 51,50 tạ/ha, tăng 2,63% (1,32 tạ/ha) so với vụ mùa năm trước.\n"
    assert findings_of(text, "implausible-magnitude") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Kim ngạch xuất khẩu tháng 8 ước đạt 4,12 tỷ USD, đưa tổng kim ngạch xuất khẩu 8 tháng đầu năm 2023 đạt"
            " 31,46 tỷ USD, tăng 2,4% so với cùng kỳ năm 2022.",
            id="a month and eight months",
        ),
        pytest.param(
            "Giá trị xuất khẩu tháng 10 năm 2023 ước đạt 3,18 tỷ USD, đưa giá trị xuất khẩu của ngành 10 tháng đầu năm"
            " 2023 lên 29,75 tỷ USD, giảm 4,6% so với cùng kỳ năm 2022.",
            id="ten months to which the last one led",
        ),
        pytest.param(
            "Trong tháng, diện tích rừng bị cháy là 64,3 ha. Tính chung 5 tháng đầu năm, diện tích rừng bị cháy là"
            " 417,8 ha, giảm 61,2% so với cùng kỳ năm ngoái.",
            id="a month and months in a sentence of their own",
        ),
        pytest.param(
            "Sản lượng khai thác đạt 1.846,5 nghìn tấn, tăng 1,4% so với cùng kỳ (khai thác biển đạt 1.762,3 nghìn tấn,"
            " tăng 1,6%). Sản lượng nuôi trồng ước đạt 2.031,7 nghìn tấn, tăng 3,8% so với cùng kỳ.",
            id="a part in brackets, and what is told as about so much",
        ),
        pytest.param(
            "Lũy kế 7 tháng, diện tích rừng bị thiệt hại là 1.268 ha, giảm 47,3% so với cùng kỳ nhưng diện tích rừng"
            " bị cháy là 518,2 ha, tăng 38,6%.",
            id="a part that went the other way",
        ),
        pytest.param(
            "Lực lượng công an đã bắt giữ 184 vụ, 297 đối tượng mua bán ma túy, so với cùng kỳ năm 2022 tăng 71 vụ"
            " (184/113 vụ); khởi tố 152 vụ.",
            id="this year and last year in brackets",
        ),
        pytest.param(
            "Công an huyện khởi tố 14 vụ, 18 bị can, so với cùng kỳ năm ngoái, số án khởi tố ít hơn 8 vụ (14/22 vụ).",
            id="fewer, this year and last year in brackets",
        ),
        pytest.param(
            "Công an huyện khởi tố 14 vụ, so với cùng kỳ năm ngoái, số án khởi tố ít hơn 7 vụ (21/14 vụ).",
            id="last year and this year in brackets",
        ),
        pytest.param(
            "Công an tỉnh bắt giữ 187 vụ ma túy. Qua 6 tháng đã điều tra 312/338 vụ phạm pháp, khám phá 41 vụ rất"
            " nghiêm trọng. Tuy nhiên, so với cùng kỳ năm 2022, số vụ án giảm 154 vụ (giảm 31,3%).",
            id="fewer cases, of which a share is told",
        ),
        pytest.param(
            "Hiện, cả nước có 5.238 xã (60,12%) đạt chuẩn nông thôn mới, tăng 21 xã (0,24%) so với tháng trước.",
            id="points of all communes",
        ),
    ],
)
def test_changes_of_sums_and_parts(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "change-mismatch") == []
    assert findings_of(text + "\n", "ratio-mismatch") == []


def test_a_change_is_held_against_its_two_years_in_brackets(findings_of: FindingsOf) -> None:
    text = "Tỉnh bắt giữ 184 vụ ma túy, so với cùng kỳ năm 2022 nhiều hơn 71 vụ (184/131 vụ).\n"
    assert findings_of(text, "change-mismatch") == [("", "71 vụ")]


def test_months_of_two_years_are_before_and_now(findings_of: FindingsOf) -> None:
    text = "8 tháng đầu năm 2022 thu 412 tỷ đồng; đến 8 tháng đầu năm 2023 thu 463 tỷ đồng, tăng 61 tỷ đồng.\n"
    assert findings_of(text, "change-mismatch") == [("", "61 tỷ đồng")]
