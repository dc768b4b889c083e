"""Numbers that belong together and stand apart: rates of several classes, of shares, ranks, growth since a time."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tongket.checking.evidence.numbers import is_slip

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Lấy ý kiến 120 phiếu: rất đồng tình 70 phiếu, đồng tình 38 phiếu, không đồng tình 12 phiếu; tỷ lệ rất"
            " đồng tình và đồng tình đạt 92,5%.",
            ["92,5%"],
            id="of the whole",
        ),
        pytest.param(
            "Xếp loại 80 đảng viên, gồm 16 đảng viên xuất sắc, 50 đảng viên tốt, 14 đảng viên đạt; tỉ lệ xuất sắc và"
            " tốt là 80%.",
            ["80%"],
            id="labels behind",
        ),
        pytest.param(
            "Lấy ý kiến 120 phiếu: rất đồng tình 70 phiếu, đồng tình 38 phiếu, không đồng tình 12 phiếu; tỷ lệ rất"
            " đồng tình và đồng tình đạt 90%.",
            [],
            id="right",
        ),
        pytest.param(
            "Phát ra 150 phiếu, thu về 120 phiếu: rất đồng tình 70 phiếu, đồng tình 38 phiếu; tỷ lệ rất đồng tình và"
            " đồng tình đạt 72%.",
            [],
            id="right of another whole",
        ),
        pytest.param(
            "Có 70 phiếu tốt và 38 phiếu khá. Tỷ lệ nam và nữ đạt 90%.", [], id="classes that are not counted"
        ),
        pytest.param(
            "Toàn xã có 36 tổ, gồm 31 tổ xếp loại tốt, 04 tổ loại khá, 01 tổ loại trung bình; tỷ lệ tổ tốt, khá đạt "
            "94,44%.",
            ["94,44%"],
            id="named with what is classed",
        ),
        pytest.param(
            "Toàn xã có 36 tổ, gồm 31 tổ xếp loại tốt, 04 tổ loại khá, 01 tổ loại trung bình; tỷ lệ tổ tốt, khá đạt "
            "97,22%.",
            [],
            id="named with what is classed, right",
        ),
        pytest.param(
            "Có 20 chi bộ được xếp loại, gồm 04 chi bộ hoàn thành xuất sắc nhiệm vụ, 14 chi bộ hoàn thành tốt nhiệm "
            "vụ, 02 chi bộ hoàn thành nhiệm vụ. Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên đạt 80%.",
            ["80%"],
            id="a class and better",
        ),
        pytest.param(
            "Có 20 chi bộ được xếp loại, gồm 04 chi bộ hoàn thành xuất sắc nhiệm vụ, 14 chi bộ hoàn thành tốt nhiệm "
            "vụ, 02 chi bộ hoàn thành nhiệm vụ. Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên đạt 90%.",
            [],
            id="a class and better, right",
        ),
        pytest.param(
            "Xã có 12 thôn loại tốt, 03 thôn loại khá, 01 thôn loại trung bình, không có thôn loại yếu, tỷ lệ thôn "
            "xếp loại khá, tốt đạt 93,75%.",
            [],
            id="of no whole in the words beside it",
        ),
        pytest.param(
            "Phân loại 128 chi hội: 96 chi hội mạnh, 27 chi hội khá, 05 chi hội trung bình; số chi hội mạnh và khá "
            "chiếm 69,09%.",
            ["69,09%"],
            id="their number has a share",
        ),
    ],
)
def test_rates_of_classes_together(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 150/150 hộ ký cam kết; 120 hộ đạt gia đình văn hóa, chiếm 85%.", ["85%"], id="of both"),
        pytest.param("Có 40/45 bản đăng ký; 36 bản đạt chuẩn văn hóa, đạt 90%.", [], id="of the part"),
        pytest.param("Có 40/45 bản đăng ký; 36 bản đạt chuẩn văn hóa, đạt 80%.", [], id="of the whole"),
        pytest.param("Có 40/45 bản đăng ký; 36 bản được công nhận, chiếm 12% số bản của huyện.", [], id="a base"),
        pytest.param("Có 40/45 bản đăng ký; 36 bản được công nhận, đạt 120% kế hoạch.", [], id="of a plan"),
    ],
)
def test_rates_behind_shares(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chỉ số xếp thứ 14/20, tăng 02 bậc so với năm 2022 (thứ 12/20).", 1, id="the wrong way"),
        pytest.param("Huyện đứng vị trí 5, tăng 3 bậc so với năm trước (vị trí 9).", 1, id="the wrong number"),
        pytest.param("Chỉ số từ hạng 15 lên hạng 11, tăng 05 bậc.", 1, id="from and to"),
        pytest.param("Chỉ số tụt từ hạng 11 xuống hạng 15, giảm 04 bậc.", 0, id="down and right"),
        pytest.param("Chỉ số xếp thứ 10/20, tăng 02 bậc so với năm 2022 (thứ 12/20).", 0, id="up and right"),
        pytest.param("Huyện xếp thứ 5, tăng 3 bậc so với năm 2022.", 0, id="without the earlier rank"),
    ],
)
def test_ranks(body: str, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(body, "change-mismatch")) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hội có 9.450 hội viên ở 12 chi hội. Đầu năm 2018, toàn huyện có 8.120 hội viên; đến nay tăng 1.303"
            " hội viên.",
            ["1.303 hội viên"],
            id="digits exchanged",
        ),
        pytest.param(
            "Đầu năm 2020 có 512 hộ dùng nước sạch; đến tháng 6/2024 là 849 hộ, tăng 347 hộ.", ["347 hộ"], id="a digit"
        ),
        pytest.param(
            "Hội có 9.450 hội viên. Đầu năm 2018, toàn huyện có 8.120 hội viên; đến nay tăng 1.330 hội viên.",
            [],
            id="right",
        ),
        pytest.param(
            "Hội có 9.450 hội viên. Đầu năm 2018, toàn huyện có 8.120 hội viên; riêng năm nay tăng 410 hội viên.",
            [],
            id="another base",
        ),
    ],
)
def test_growth_since_a_time(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("4441", "4414", True),
        ("9860", "9760", True),
        ("12.5", "12.6", True),
        ("4441", "4441", False),
        ("4441", "441", False),
        ("4441", "4552", False),
        ("41", "42", False),
        ("1234", "4231", False),
    ],
)
def test_slips_of_the_pen(one: str, other: str, is_one: bool) -> None:
    assert is_slip(Decimal(one), Decimal(other)) is is_one


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 34 tổ tiết kiệm, nhiều hơn cuối năm 2024 06 tổ (cuối năm 2024 có 27 tổ).",
            [("", "06 tổ")],
            id="the time first",
        ),
        pytest.param(
            "Xảy ra 12 vụ cháy, ít hơn 02 vụ so với cùng kỳ năm trước (15 vụ).", [("", "02 vụ")], id="less than before"
        ),
        pytest.param(
            "Có 45 mô hình, cao hơn 7 mô hình so với năm 2025 (40 mô hình).", [("", "7 mô hình")], id="higher"
        ),
        pytest.param(
            "Xảy ra 12 vụ cháy, ít hơn cùng kỳ 02 vụ (cùng kỳ 10 vụ).", [("direction", "02 vụ")], id="the wrong way"
        ),
        pytest.param("Tỷ lệ đạt 85,5%, thấp hơn năm 2025 2,5% (năm 2025 đạt 87%).", [("", "2,5%")], id="rates"),
        pytest.param("Tỷ lệ đạt 85,5%, thấp hơn năm 2025 1,5% (năm 2025 đạt 87%).", [], id="rates and right"),
        pytest.param("Có 29 đội văn nghệ, nhiều hơn năm trước 08 đội (năm trước có 21 đội).", [], id="right"),
        pytest.param("Có 29 đội văn nghệ, nhiều hơn 08 đội so với xã bên (22 đội).", [], id="another place"),
        pytest.param("Có 29 đội văn nghệ, nhiều hơn năm trước 09 đội (17 câu lạc bộ).", [], id="another unit"),
        pytest.param("Có 12 hộ thoát nghèo, nhiều hơn năm trước 04 hộ (2 hộ tái nghèo).", [], id="of another matter"),
        pytest.param("Có 29 đội văn nghệ, nhiều hơn năm trước khoảng 09 đội (21 đội).", [], id="a hedge"),
        pytest.param("Có 29 đội văn nghệ, nhiều hơn năm trước 09 đội; thôn A có 21 đội.", [], id="another matter"),
    ],
)
def test_more_or_less_than_before(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found
