"""Changes that are told apart from the two values that they are of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Năm 2023 xã kết nạp 22 đoàn viên. Năm nay, số kết nạp là 30 đoàn viên. Tăng 06 đoàn viên.",
            [("", "06 đoàn viên")],
            id="in another sentence",
        ),
        pytest.param(
            "Năm 2023 xã kết nạp 22 đoàn viên. Năm nay, số kết nạp là 30 đoàn viên. Tăng 08 đoàn viên.", [], id="right"
        ),
        pytest.param(
            "Số tổ tự quản từ 95 tổ giảm còn 68 tổ, bớt được 37 tổ.", [("", "37 tổ")], id="other words, from and to"
        ),
        pytest.param("Số hộ nghèo giảm từ 150 xuống 120 hộ, tương ứng giảm 25%.", [("", "25%")], id="of what is left"),
        pytest.param("Số hộ nghèo giảm từ 150 xuống 120 hộ, tương ứng giảm 20%.", [], id="of what there was"),
        pytest.param(
            "Đơn thư có 12 đơn, nhiều hơn 05 đơn so với đợt kiểm tra năm 2023 (09 đơn).", [("", "05 đơn")], id="behind"
        ),
        pytest.param(
            "Kỷ luật 05 đảng viên; cùng kỳ năm ngoái kỷ luật 08 đảng viên, số vi phạm tăng 37,5%.",
            [("direction", "37,5%")],
            id="the wrong way",
        ),
        pytest.param(
            "Tỷ lệ hộ dùng nước sạch đạt 88,4%. Năm 2023 tỷ lệ này là 85,1%, như vậy tăng 3,8 điểm phần trăm.",
            [("", "3,8 điểm phần trăm")],
            id="points",
        ),
        pytest.param(
            "Năm 2023, xã đứng thứ 9/14 xã; năm nay xếp thứ 5, lên 3 bậc.", [("", "3 bậc")], id="ranks of two years"
        ),
        pytest.param(
            "Có 210/320 hộ đạt chuẩn; kế hoạch giao 204 hộ, vượt 05 hộ.", [("", "05 hộ")], id="beyond the plan"
        ),
        pytest.param(
            "Cuối năm còn 230 hộ nghèo, giảm 48 hộ, vượt 08 hộ so với kế hoạch (40 hộ).", [], id="a change and its plan"
        ),
        pytest.param(
            "Cuối năm còn 230 hộ nghèo, giảm 48 hộ, vượt 18 hộ so với kế hoạch (40 hộ).",
            [("", "18 hộ")],
            id="a change that did not go so far beyond",
        ),
        pytest.param(
            "Hội có 865 hội viên, trong năm kết nạp mới 24 hội viên, vượt 4 hội viên.", [], id="beyond a plan not told"
        ),
        pytest.param(
            "Xã cao nhất đạt 61,2 triệu đồng, xã thấp nhất đạt 44,7 triệu đồng, khoảng cách là 26,5 triệu đồng.",
            [("", "26,5 triệu đồng")],
            id="a gap",
        ),
        pytest.param(
            "Nhận 96 đơn thư trong khi năm 2020 nhận 115 đơn, giảm đến 20%.", [("", "20%")], id="of the wrong base"
        ),
        pytest.param(
            "Có 27 sản phẩm (06 sản phẩm 4 sao, 21 sản phẩm 3 sao); cuối năm 2022 mới có 17 sản phẩm, hai năm thêm được"
            " 08 sản phẩm.",
            [("", "08 sản phẩm")],
            id="not of the parts",
        ),
        pytest.param(
            "Cho vay 197,6 tỷ đồng, nâng dư nợ lên 713 tỷ đồng, tăng 3,2% so với cuối năm 2021, thu nợ 184,2 tỷ đồng.",
            [],
            id="another matter behind",
        ),
        pytest.param(
            "- Cây lúa thu hoạch 529,5 ha, giảm 1,8% so với vụ trước.\n- Cây ngô gieo trồng 471,5 ha, tăng 2,5% so với"
            " cùng kỳ.",
            [],
            id="another item",
        ),
        pytest.param(
            "Năm 2021 có 15 mô hình, đến nay có 45 mô hình, trong đó riêng quý này tăng 03 mô hình.", [], id="a part"
        ),
        pytest.param(
            "Đầu năm có 402 hộ cận nghèo; trong năm 118 hộ ra khỏi diện, 81 hộ mới vào. Cuối năm còn 365 hộ, giảm 47 hộ"
            " so với đầu năm.",
            [("", "47 hộ")],
            id="against the time it names",
        ),
        pytest.param(
            "Đầu năm có 402 hộ cận nghèo; trong năm 118 hộ ra khỏi diện, 81 hộ mới vào. Cuối năm còn 365 hộ, giảm 37 hộ"
            " so với đầu năm.",
            [],
            id="against the time it names, right",
        ),
        pytest.param(
            "Toàn xã có 40/40 bản đăng ký. Năm 2018, có 30/40 bản đạt chuẩn; tăng 12 bản so với năm 2009.",
            [],
            id="another year",
        ),
    ],
)
def test_changes_told(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đặt 312 tờ báo, vượt 14% chỉ tiêu (chỉ tiêu tỉnh giao 300 tờ).", ["14%"], id="not so much"),
        pytest.param("Đặt 342 tờ báo, vượt 14% chỉ tiêu (chỉ tiêu tỉnh giao 300 tờ).", [], id="so much"),
    ],
)
def test_beyond_a_plan(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(("times", "found"), [("1,3 lần", []), ("1,5 lần", ["1,5 lần"])])
def test_how_many_times_what_there_was_in_a_year_in_brackets(
    times: str, found: list[str], findings_of: FindingsOf
) -> None:
    body = f"Giá trị sản xuất đạt 234 tỷ đồng, gấp {times} năm 2018 (180 tỷ đồng)."
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("now", "then", "change", "found"),
    [
        ("92,5%", "80,1%", "tăng 12,4 điểm phần trăm", []),
        ("80,1%", "92,5%", "tăng 12,4 điểm phần trăm", [("direction", "12,4 điểm phần trăm")]),
        ("92,5%", "80,1%", "tăng 14,4 điểm phần trăm", [("", "14,4 điểm phần trăm")]),
    ],
)
def test_the_later_year_is_the_value_of_now_though_told_first(
    now: str, then: str, change: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    body = f"Tỷ lệ hộ dùng nước sạch năm 2024 đạt {now}, năm 2020 là {then}, {change}."
    assert findings_of(body, "change-mismatch") == found


def test_beyond_the_plan_of_a_share_in_brackets(findings_of: FindingsOf) -> None:
    assert findings_of("Mở 24 lớp tập huấn, vượt 04 lớp so với kế hoạch (24/20 lớp).", "change-mismatch") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Năm 2026 xã trồng 62 ha quế, gấp hơn 1,5 lần năm 2025 (40 ha).", []),
        ("Năm 2026 xã trồng 62 ha quế, gấp gần 2 lần năm 2025 (35 ha).", []),
        ("Năm 2026 xã trồng 62 ha quế, gấp hơn 5 lần năm 2025 (40 ha).", ["mean"]),
    ],
)
def test_hedged_times(body: str, told: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    assert [case for case, _ in findings_of(body, "ratio-mismatch")] == told


@pytest.mark.parametrize(
    ("cases", "found"),
    [pytest.param("18", [], id="right"), pytest.param("22", ["22 trường hợp"], id="another number")],
)
def test_people_as_cases(cases: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Thi hành kỷ luật 96 đảng viên; so với nhiệm kỳ trước (114 đảng viên) giảm {cases} trường hợp."
    assert [text for _, text in findings_of(body, "change-mismatch")] == found


def test_what_is_left_by_a_time_is_the_later_number(findings_of: FindingsOf) -> None:
    body = (
        "Đầu năm 2016 (theo chuẩn nghèo tiếp cận đa chiều), toàn xã có 412/1.204 hộ nghèo, chiếm 34,22%; đến cuối năm"
        " 2019 còn 217/1.286 hộ, chiếm 16,87%; tỷ lệ hộ nghèo giảm 17,35 điểm phần trăm."
    )
    assert not findings_of(body, "change-mismatch")
