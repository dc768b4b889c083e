"""What a sentence adds up without saying so: what is left, means, shares of all classes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã hòa giải 31/36 vụ, đạt 86,1%; còn 06 vụ đang xem xét.", ["06 vụ"], id="of a share"),
        pytest.param("Có 14/16 bản đạt chuẩn văn hóa, còn 03 bản chưa đạt.", ["03 bản"], id="not yet"),
        pytest.param(
            "Tiếp nhận 64 hồ sơ, đã giải quyết 60 hồ sơ, còn 05 hồ sơ chưa trả.", ["05 hồ sơ"], id="dealt with"
        ),
        pytest.param("Xã đạt 19/19 tiêu chí, còn 02 tiêu chí chưa đạt.", ["02 tiêu chí"], id="all, and some not"),
        pytest.param("Đã hòa giải 31/36 vụ, đạt 86,1%; còn 05 vụ đang xem xét.", [], id="it adds up"),
        pytest.param("12/12 hộ đã nhận nhà, còn 2 hộ chưa được cấp giấy chứng nhận.", [], id="another act"),
        pytest.param(
            "Xã đạt chuẩn 19/19 tiêu chí; đối với chuẩn nâng cao, hiện còn 02 tiêu chí chưa đạt.", [], id="other group"
        ),
        pytest.param("Đã hòa giải 31/36 vụ; còn lại gần 10 vụ đang xem xét.", [], id="a qualifier"),
        pytest.param("Đã hòa giải 31/36 vụ. Toàn xã còn 12 vụ đang xem xét.", [], id="two sentences"),
        pytest.param("Có 14/16 bản đạt chuẩn, còn 03 hộ chưa đạt.", [], id="another unit"),
        pytest.param(
            "Tiếp nhận 64 hồ sơ (kỳ trước chuyển sang 09 hồ sơ), đã giải quyết 60 hồ sơ, còn 13 hồ sơ đang xử lý.",
            [],
            id="left from before",
        ),
    ],
)
def test_what_is_left(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Cho vay 8.640 triệu đồng đối với 216 hộ, bình quân 45 triệu đồng/hộ.", ["45 triệu đồng/hộ"], id="by"
        ),
        pytest.param("Cho vay 8.640 triệu đồng đối với 216 hộ, bình quân 40 triệu đồng/hộ.", [], id="right"),
        pytest.param(
            "Cho vay 8.640 triệu đồng đối với 216 hộ, bình quân mỗi hộ 52 triệu đồng.", ["52 triệu đồng"], id="each"
        ),
        pytest.param("Cấp 6,3 tấn gạo cho 420 nhân khẩu, bình quân 15 kg/người.", [], id="tonnes and kilograms"),
        pytest.param("Cho vay 8.640 triệu đồng đối với 216 hộ, bình quân gần 41 triệu đồng/hộ.", [], id="a qualifier"),
        pytest.param("Cho vay 216 hộ. Thu nhập bình quân 45 triệu đồng/người.", [], id="no total"),
    ],
)
def test_means(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "ratio-mismatch") if case == "mean"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Rất hài lòng 62%, hài lòng 30%, không hài lòng 12%.", ["62%"], id="too much"),
        pytest.param("Rất hài lòng 62%, hài lòng 30%, không hài lòng 8%.", [], id="all"),
        pytest.param("Cấp xã 62%, cấp huyện 30%, cấp tỉnh 12%.", [], id="no division"),
    ],
)
def test_shares_of_all_classes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Vốn từ 820 triệu đồng năm 2021 đã lên 1.460 triệu đồng năm 2026, tăng 460 triệu đồng.", 1, id="from"
        ),
        pytest.param(
            "Nợ giảm từ 12,4 tỷ đồng đầu năm 2021 xuống còn 3,1 tỷ đồng, giảm 8,3 tỷ đồng.", 1, id="at the beginning"
        ),
        pytest.param("Năm 2021 có 86 hộ nghèo, đến năm 2026 còn 31 hộ nghèo, giảm 45 hộ.", 1, id="two times"),
        pytest.param("Kết nạp 24 đảng viên, so với năm 2025 (19 đảng viên) tăng 04 đảng viên.", 1, id="compared first"),
        pytest.param("Năm 2021 có 86 hộ nghèo, đến năm 2026 còn 31 hộ nghèo, giảm 55 hộ.", 0, id="right"),
        pytest.param(
            "Tổ chức 27 buổi, tăng 5 buổi so với năm trước, gồm 12 buổi ở xã, 15 buổi ở bản.", 0, id="its parts"
        ),
    ],
)
def test_changes_between_two_times(body: str, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(body, "change-mismatch")) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tiếp 94 lượt, tăng 12 lượt (14,6%) so với năm trước; trong đó thường xuyên 70 lượt, đột xuất 22 lượt.",
            ["94 lượt"],
            id="past what it is compared with",
        ),
        pytest.param(
            "Có 486 hộ, tăng 271 hộ so với năm 2021 (215 hộ), trong đó: hộ vay 400 hộ; hộ tự vươn lên 86 hộ.",
            [],
            id="what stands in brackets is not divided",
        ),
    ],
)
def test_parts_of_a_whole_that_is_compared(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param(
            "Ban hành 21 văn bản, gồm 05 kế hoạch, 12 công văn.", "sum-mismatch", ["21 văn bản"], id="documents"
        ),
        pytest.param(
            "Ban hành 36 văn bản (05 kế hoạch, 12 công văn, ...).", "sum-mismatch", [], id="a list that goes on"
        ),
        pytest.param(
            "Ban hành 36 văn bản. Trong đó có 15 kế hoạch, 12 công văn và 11 thông báo.",
            "sum-mismatch",
            ["36 văn bản"],
            id="more, in the sentence behind",
        ),
        pytest.param(
            "Ban hành 08 văn bản, gồm 03 nghị quyết, 02 chương trình hành động và 04 kế hoạch.",
            "sum-mismatch",
            ["08 văn bản"],
            id="with the rest of a type's name",
        ),
        pytest.param("Ban hành 36 văn bản, gồm 05 kế hoạch, 12 công văn, v.v.", "sum-mismatch", [], id="and so on"),
        pytest.param(
            "Ban hành 20 văn bản, gồm 05 quyết định, 03 kế hoạch, còn lại là công văn.",
            "sum-mismatch",
            [],
            id="a rest without a number",
        ),
        pytest.param("Ban hành 17 văn bản (05 kế hoạch, 12 công văn).", "sum-mismatch", [], id="all documents"),
        pytest.param("Thu 6,2 tỷ đồng, vượt 34% dự toán (5 tỷ đồng).", "ratio-mismatch", ["34%"], id="beyond a plan"),
        pytest.param("Thu 6,2 tỷ đồng, vượt 24% dự toán (5 tỷ đồng).", "ratio-mismatch", [], id="rightly beyond"),
        pytest.param(
            "Kế hoạch giao 50 tỷ đồng, giải ngân 41 tỷ đồng, đạt 92%.", "ratio-mismatch", ["92%"], id="of a plan"
        ),
        pytest.param(
            "Xã có 16 bản, đến nay có 12 bản đạt chuẩn, đạt 85%.", "ratio-mismatch", ["85%"], id="of what there is"
        ),
        pytest.param("Xã có 16 bản, đến nay có 12 bản đạt chuẩn, đạt 75%.", "ratio-mismatch", [], id="rightly of it"),
    ],
)
def test_wholes_that_stand_before(body: str, kind: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, kind)] == found
