"""Numbers told again at another place, but for a slip of the pen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

RESULTS = """1. Phát triển kinh tế
{more}Tổng thu ngân sách đạt 12,4 tỷ đồng. Giải quyết việc làm cho 1.356 lao động.
2. Xây dựng Đảng
Trong năm kết nạp 132 đảng viên mới. Ra mắt 24 mô hình.

II. ĐÁNH GIÁ CHUNG

1. Ưu điểm
{said}
"""


def found(findings_of: FindingsOf, said: str, more: str = "") -> list[str]:
    """What is marked where the assessment says so, and the results more."""
    return [words for _, words in findings_of(RESULTS.format(said=said, more=more), "body-appendix-mismatch")]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        pytest.param("Thu ngân sách đạt 12,4 tỷ đồng; kết nạp 132 đảng viên mới.", "", id="the same"),
        pytest.param("Giải quyết việc làm cho trên 1.300 lao động.", "", id="rounded"),
        pytest.param("Quý III giải quyết việc làm cho 1.365 lao động.", "", id="of a quarter"),
        pytest.param("Đào tạo nghề cho 1.365 lao động.", "", id="another thing"),
        pytest.param("Ra mắt 25 mô hình.", "", id="of two digits"),
        pytest.param("Giải quyết việc làm cho 1.980 lao động.", "", id="no slip, and so perhaps of another count"),
        pytest.param(
            "Giải quyết việc làm cho 1.365 lao động.",
            "Huyện giải quyết việc làm cho 1.365 lao động. ",
            id="told among the results, too",
        ),
    ],
)
def test_numbers_that_may_be_right(said: str, more: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, said, more) == []


@pytest.mark.parametrize(
    "said",
    [
        "Thu ngân sách đạt 14,2 tỷ đồng",
        "Giải quyết việc làm cho 1.365 lao động",
        "Kết nạp 123 đảng viên mới",
    ],
)
def test_another_number_in_the_same_words(said: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, f"{said}.") == [said]


MEMBERS = "Toàn hội có 341 tổ hội với 15.872 hội viên.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"{MEMBERS}Thu hội phí của 15.782 hội viên.\nTuyên truyền đến 15.872 hội viên.",
            ["Thu hội phí của 15.782 hội viên"],
            id="five digits, of which the right ones are told twice",
        ),
        pytest.param(f"{MEMBERS}Thu hội phí của 15.613 hội viên.", [], id="another number"),
        pytest.param(
            "Kinh phí xã hội hóa là 128.600.000 đồng.\nTrường đạt chỉ tiêu, huy động xã hội hóa 126.800.000 đồng.",
            ["Trường đạt chỉ tiêu, huy động xã hội hóa 126.800.000 đồng"],
            id="money",
        ),
        pytest.param(
            "Vận động Quỹ vì người nghèo được 428.650.000 đồng.\nQuỹ vì người nghèo đạt 482,65 triệu đồng.",
            ["Quỹ vì người nghèo đạt 482,65 triệu đồng"],
            id="money in two units",
        ),
        pytest.param(
            "Thu ngân sách năm 2025 đạt 358,4 tỷ đồng.\nCác việc đều vượt kế hoạch; thu ngân sách đạt 384,5 tỷ đồng.",
            ["thu ngân sách đạt 384,5 tỷ đồng"],
            id="money of one unit, beside a plan that was passed",
        ),
        pytest.param(
            "Vận động Quỹ vì người nghèo được 428.650.000 đồng.\nQuỹ vì người nghèo đạt 428,65 triệu đồng.",
            [],
            id="the same money",
        ),
        pytest.param(
            "Thu phí chợ được 64,5 triệu đồng.\nThu phí vệ sinh được 65.400.000 đồng.", [], id="money of few digits"
        ),
        pytest.param(
            f"{MEMBERS}Thu hội phí 6 tháng của 15.782 hội viên.",
            ["Thu hội phí 6 tháng của 15.782 hội viên"],
            id="what was paid for some months",
        ),
        pytest.param("Có 12.345 nhân khẩu.\nĐầu năm có 12.435 nhân khẩu.", [], id="another time"),
        pytest.param(
            "Có 189 chi bộ trực thuộc đảng ủy cơ sở.\nCó 198 chi bộ trực thuộc đảng ủy cơ sở xây dựng kế hoạch.",
            ["Có 198 chi bộ trực thuộc đảng ủy cơ sở xây dựng kế hoạch"],
            id="a plan that they make is no time",
        ),
        pytest.param("Toàn xã có 1.452 hộ.\nCó 1.425 hộ có nhà tiêu hợp vệ sinh.", [], id="nearly all"),
    ],
)
def test_turned_digits_of_many(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hợp tác xã phải vay ngân hàng 350 triệu đồng.\nNợ phải trả ngân hàng 350 tỷ đồng.",
            ["Nợ phải trả ngân hàng 350 tỷ đồng"],
            id="what is owed to a bank",
        ),
        pytest.param(
            "Dư nợ Quỹ Tín dụng là 24,6 tỷ đồng.\nVốn an toàn, dư nợ Quỹ Tín dụng 24,6 triệu đồng.",
            ["Vốn an toàn, dư nợ Quỹ Tín dụng 24,6 triệu đồng"],
            id="what is lent",
        ),
        pytest.param("Vay ngân hàng 350 triệu đồng.\nNợ phải trả ngân hàng 350 triệu đồng.", [], id="the same unit"),
        pytest.param("Xã góp 350 triệu đồng làm đường.\nHuyện xây hồ chứa 350 tỷ đồng.", [], id="other things"),
        pytest.param("Thu ngân sách 120 triệu đồng.\nTổng chi ngân sách 120 tỷ đồng.", [], id="words of any money"),
    ],
)
def test_sums_a_thousandfold(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


LOAN = "Hội quản lý 58 tổ tiết kiệm, dư nợ ủy thác 86.412 triệu đồng cho 1.908 hộ vay.\n"


@pytest.mark.parametrize(
    ("later", "found"),
    [
        pytest.param(
            "Vốn vay được quản lý tốt, dư nợ đến nay là 84.612 triệu đồng.",
            ["Vốn vay được quản lý tốt, dư nợ đến nay là 84.612 triệu đồng"],
            id="turned",
        ),
        pytest.param("Vốn vay được quản lý tốt, dư nợ đến nay là 86.412 triệu đồng.", [], id="the same"),
        pytest.param("Cùng kỳ năm trước, dư nợ là 84.612 triệu đồng.", [], id="of another time"),
        pytest.param("Vốn vay được quản lý tốt, dư nợ đến nay là 91.305 triệu đồng.", [], id="no slip of the pen"),
        pytest.param("Thu quỹ Hội trong nhiệm kỳ được 84.612 triệu đồng.", [], id="another matter"),
        pytest.param("Riêng xã Nà Sẳng dư nợ 84.612 triệu đồng.", [], id="of a part"),
    ],
)
def test_long_numbers(later: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(LOAN + later, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("first", "later", "found"),
    [
        pytest.param(
            "Trong 5 năm đã tổ chức 125 hội nghị tuyên truyền pháp luật.",
            "Công tác tuyên truyền pháp luật có chuyển biến, tổ chức 152 hội nghị.",
            1,
            id="digits turned, few words alike",
        ),
        pytest.param(
            "Quỹ Vì người nghèo vận động được 125 triệu đồng.",
            "Hội vận động được 325 triệu đồng ủng hộ Quỹ Vì người nghèo.",
            1,
            id="another digit, the same words",
        ),
        pytest.param(
            "Hội Nông dân có 156 hội viên sinh hoạt.", "Hội Phụ nữ có 165 hội viên sinh hoạt.", 0, id="of another body"
        ),
        pytest.param("Năm 2024 có 125 hội nghị.", "Năm 2023 có 152 hội nghị.", 0, id="of another year"),
        pytest.param(
            "Sản lượng thủy sản khai thác đạt 340.500 tấn.",
            "Sản lượng thủy sản nuôi trồng đạt 740.500 tấn.",
            0,
            id="another digit, of another part",
        ),
        pytest.param(
            "Thu quỹ hội năm 2024 đạt 312,6 triệu đồng, năm 2025 đạt 358,4 triệu đồng.",
            "Chi quỹ hội năm 2025 đạt 384,5 triệu đồng, hoạt động có nền nếp.",
            0,
            id="a year of a row, another matter",
        ),
        pytest.param(
            "Thu quỹ hội năm 2024 đạt 312,6 triệu đồng, năm 2025 đạt 358,4 triệu đồng.",
            "Thu quỹ hội năm 2025 đạt 384,5 triệu đồng, hoạt động có nền nếp.",
            1,
            id="a year of a row",
        ),
        pytest.param(
            "Diện tích đã cho thuê 79,1 ha, tỷ lệ lấp đầy cụm công nghiệp 61,5%.",
            "Còn 05 chỉ tiêu chưa đạt tiến độ, nhất là tỷ lệ lấp đầy cụm công nghiệp mới đạt 16,5%.",
            1,
            id="an aim that was missed",
        ),
    ],
)
def test_slips_in_two_paragraphs(first: str, later: str, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{first}\n\n{later}", "body-appendix-mismatch")) == found


def test_items_of_one_list_are_told_of_things_that_differ(findings_of: FindingsOf) -> None:
    body = "Kết quả xếp loại:\n- Hoàn thành tốt nhiệm vụ: 114 đồng chí;\n- Hoàn thành nhiệm vụ: 112 đồng chí.\n"
    assert findings_of(body, "body-appendix-mismatch") == []


def test_four_digits_turned_of_a_number_told_twice(findings_of: FindingsOf) -> None:
    body = (
        "Nhân dân hiến 18.640 m² đất làm đường giao thông.\n\nTổng hợp chung, Nhân dân hiến 18.640 m² đất làm đường"
        " giao thông.\n\nĐánh giá chung: Nhân dân tự giác hiến {} m² đất làm đường giao thông."
    )
    assert findings_of(body.format("18.460"), "body-appendix-mismatch")
    assert not findings_of(body.format("18.640"), "body-appendix-mismatch")
