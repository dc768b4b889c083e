"""Numbers of accidents, cases, members and ballots that are of other matters are not held against one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Trong 10 tháng, toàn tỉnh xảy ra 959 vụ tai nạn giao thông. So với 10 tháng năm trước, số vụ giảm sâu"
            " với 369 vụ (27,79%).",
            id="the rate of a fall",
        ),
        pytest.param(
            "Cơ quan điều tra thụ lý 46 vụ/57 bị can. Số vụ án, bị can khởi tố đã tăng sáu vụ (hơn 23%) và"
            " 17 bị can (hơn 60%).",
            id="the second of two growths",
        ),
        pytest.param(
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ bình quân đạt 97,35% (chỉ tiêu Nghị quyết là 95%), trong đó đảng"
            " viên hoàn thành xuất sắc nhiệm vụ đạt 12,45%.",
            id="a part of a rate that is told with its aim",
        ),
        pytest.param(
            "Cử tri bầu đủ 60 đại biểu. Người trúng cử có số phiếu bầu cao nhất là 47.705 phiếu đạt tỷ lệ 97,06%."
            " Người trúng cử có số phiếu bầu thấp nhất là 27.108 phiếu đạt tỷ lệ 64,39%.",
            id="the fewest votes in another constituency than the most",
        ),
        pytest.param(
            "Đã có 49/56 thôn đạt chuẩn, chiếm tỷ lệ 87,5%. Cùng với đó, có 80/102 cơ quan, đơn vị đạt chuẩn văn hóa,"
            " gần 76,2% tổng số hộ gia đình trên địa bàn huyện đạt chuẩn gia đình văn hóa.",
            id="a share of others, who are named behind it",
        ),
    ],
)
def test_rates_of_other_matters(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "ratio-mismatch") + findings_of(text + "\n", "doubtful-reading") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Số vụ tai nạn chết người: 720 vụ, giảm 29 vụ tương ứng 3,87% so với năm 2021 (trong đó, khu vực có quan"
            " hệ lao động: 568 vụ, giảm 06 vụ tương ứng với 1,05% so với năm 2021; khu vực không theo hợp đồng lao"
            " động: 152 vụ, giảm 23 vụ tương ứng với 13,14% so với năm 2021);",
            id="a part with its own fall behind another with its own",
        ),
        pytest.param(
            "Huyện công nhận 167 cơ quan văn hoá, tăng 47 cơ quan so với năm 2009 (đạt 90,7%).",
            id="what is attained, behind a growth",
        ),
        pytest.param(
            "Đường thủy xảy ra 3 vụ, làm chết 2 người. Hàng hải không xảy ra tai nạn. So với cùng kỳ năm trước giảm"
            " 1 vụ (tương đương 100%), giảm 1 người chết (tương đương 100%).",
            id="a fall to none",
        ),
    ],
)
def test_changes_of_other_matters(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "change-mismatch") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Án còn tồn 1.194 vụ đang tiếp tục giải quyết, trong đó có 138 vụ án đang tạm đình chỉ. Cụ thể như sau:\n"
            "Án hình sự: Tòa án thụ lý 1.367 vụ/2.420 bị cáo, giải quyết 1.206 vụ/2.085 bị cáo.",
            id="a part of what the next lines tell of",
        ),
        pytest.param(
            "Trong quý III, số hồ sơ tiếp nhận tăng, với tổng số 25,2 ngàn hồ sơ.\nCác cơ quan có số lượng hồ sơ tiếp"
            " nhận nhiều trong quý III là: Công an tỉnh 7,7 ngàn hồ sơ, Sở Công Thương 3,7 ngàn hồ sơ, Sở Tư pháp"
            " 2,12 ngàn hồ sơ.",
            id="those with many of them",
        ),
        pytest.param(
            "Cả nước có gần 219.400 em đạt học lực giỏi trên tổng số hơn 2,5 triệu học sinh, đạt tỷ lệ 9,6%; số học"
            " sinh đạt học lực khá là trên 973.000 em, đạt tỷ lệ 42,6%; tỷ lệ học sinh học lực trung bình là 39,8%;"
            " học lực yếu là 7,59% và học lực kém là 0,37%.",
            id="a class told before the others with its number",
        ),
        pytest.param(
            "Trong số 69 ca mắc, 3 ca là người từ các tỉnh về; 4 ca được xét nghiệm sàng lọc. Ngoài ra còn có 10 ca"
            " được phát hiện khi đến khám.",
            id="what there is besides",
        ),
        pytest.param(
            "Toàn huyện đã tiếp nhận 190 đơn khiếu nại, tố cáo, kiến nghị, trong đó có 150 đơn đủ điều kiện xử lý với"
            " 40 đơn khiếu nại, 20 đơn tố cáo và 90 đơn kiến nghị, phản ánh.",
            id="a list within a list",
        ),
    ],
)
def test_sums_of_other_matters(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "sum-mismatch") == []


def test_a_part_that_two_others_happen_to_make_counts(findings_of: FindingsOf) -> None:
    text = (
        "Thi hành kỷ luật 05 đảng viên, trong đó khiển trách 03 đồng chí, cảnh cáo 02 đồng chí, khai trừ 01 đồng chí.\n"
    )
    assert findings_of(text, "sum-mismatch") != []


def test_a_class_that_is_told_before_the_others_counts(findings_of: FindingsOf) -> None:
    text = "Học lực giỏi có 41 em, đạt tỷ lệ 19,6%; học lực khá 42,6%; trung bình 29,8%; yếu 7,59% và kém 0,37%.\n"
    assert findings_of(text, "sum-mismatch") == []
    text = "Học lực giỏi 19,6%; học lực khá 42,6%; trung bình 29,8%; yếu 7,59% và kém 4,37%.\n"
    assert findings_of(text, "sum-mismatch") != []


def test_what_came_in_by_one_way_bounds_nothing(findings_of: FindingsOf) -> None:
    text = (
        "Trung tâm đã tiếp nhận 61,3 ngàn hồ sơ (HS) các loại. Trong đó, đa số là HS tiếp nhận trực tiếp (54,1 ngàn"
        " HS), còn lại là tiếp nhận trực tuyến. Cơ quan chức năng đã giải quyết 59,72 ngàn HS các loại.\n"
    )
    assert findings_of(text, "implausible-magnitude") == []


def test_a_denial_is_of_the_one_way_of_travel_that_it_names(findings_of: FindingsOf) -> None:
    text = (
        "Cụ thể, đường bộ xảy ra 39 vụ tai nạn giao thông, làm chết 41 người, bị thương 37 người. {} không xảy ra"
        " tai nạn giao thông, không có người chết và bị thương.\n"
    )
    assert findings_of(text.format("Hàng hải"), "body-appendix-mismatch") == []
    assert findings_of(text.format("Tuyến đường thủy nội địa"), "body-appendix-mismatch") == []


def test_a_denial_of_some_set_apart_is_of_no_others(findings_of: FindingsOf) -> None:
    text = "Huyện có 15/36 trường học đạt chuẩn quốc gia mức độ 1. {} chưa có đơn vị nào đạt trường chuẩn quốc gia.\n"
    assert findings_of(text.format("Riêng bậc học trung học phổ thông"), "body-appendix-mismatch") == []
    assert findings_of(text.format("Đến nay toàn huyện"), "body-appendix-mismatch") != []
