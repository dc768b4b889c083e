"""One matter told at two places in the same words, with two numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

BODY = """1. Kinh tế
Sản lượng lương thực có hạt đạt 3.482 tấn. Thu ngân sách nhà nước trên địa bàn đạt 8.640 triệu đồng, bằng 108% dự toán.
Nhân dân hiến 4.250 m2 đất. Đến cuối năm toàn xã còn 142 hộ nghèo, chiếm tỷ lệ 9,56%.
Giá trị sản xuất đạt 486 tỷ đồng, tăng 9,8% so với năm trước.
2. Văn hóa
Có 11/14 thôn đạt danh hiệu thôn văn hóa. Phát hiện 86 vụ vi phạm Luật Lâm nghiệp.

II. ĐÁNH GIÁ CHUNG

{said}

III. NHIỆM VỤ

{aims}
"""
AIM = "Làm tốt công tác tuyên truyền."


def found(findings_of: FindingsOf, said: str, aims: str = AIM) -> list[str]:
    return [words for _, words in findings_of(BODY.format(said=said, aims=aims), "body-appendix-mismatch")]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Sản lượng lương thực đạt 3.482 tấn; thu ngân sách vượt 8% dự toán.", id="the same"),
        pytest.param("Sản lượng lương thực vụ xuân đạt 2.082 tấn.", id="of a season"),
        pytest.param("Sản lượng lương thực bình quân đạt 3.082 tấn.", id="a mean"),
        pytest.param("Đầu năm, toàn xã còn 186 hộ nghèo.", id="of another time"),
        pytest.param("Tỷ lệ hộ cận nghèo còn 8,12%.", id="another thing"),
        pytest.param("Thôn Nà Lạn hiến 2.850 m2 đất.", id="a part"),
        pytest.param("Sản lượng lương thực đạt khoảng 3.400 tấn.", id="rounded"),
        pytest.param("Thu ngân sách bằng 112% dự toán huyện giao.", id="a plan of another"),
        pytest.param("Còn 03 thôn chưa đạt danh hiệu thôn văn hóa.", id="the rest"),
        pytest.param(
            "- Thôn Nà Lạn: đã di dời 4/4 vị trí đường dây.\n- Thôn Pắc Lùng: đã di dời được 2/3 vị trí đường dây.",
            id="of two labels",
        ),
        pytest.param("Năm 2020 sản lượng lương thực đạt 3.082 tấn.", id="another year"),
        pytest.param("Sản lượng lương thực tăng 282 tấn.", id="a change"),
        pytest.param("Nhân dân hiến 2.860 m2 đất tại thôn Nà Lạn.", id="of a place behind it"),
        pytest.param("Giá trị sản xuất tăng 9,8%.", id="the same growth"),
        pytest.param(
            "Trộm cắp 04 vụ, thiệt hại tài sản 186 triệu đồng.\n\nCháy 02 vụ, thiệt hại tài sản 95 triệu đồng.",
            id="harm of several kinds of events",
        ),
        pytest.param("Giá trị sản xuất tăng 4,6% so với kế hoạch.", id="past a plan"),
        pytest.param("Giá trị sản xuất công nghiệp tăng 12,1%.", id="growth of a part"),
    ],
)
def test_numbers_of_other_matters(said: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, said) == []


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        pytest.param("Sản lượng lương thực đạt 3.082 tấn.", "Sản lượng lương thực đạt 3.082 tấn", id="measured"),
        pytest.param("Thu ngân sách vượt 6% dự toán.", "Thu ngân sách vượt 6% dự toán", id="past its plan"),
        pytest.param("Giá trị sản xuất tăng 9,2%.", "Giá trị sản xuất tăng 9,2%", id="growth"),
        pytest.param("Số hộ nghèo còn 172 hộ.", "Số hộ nghèo còn 172 hộ", id="the noun before"),
        pytest.param("Tỷ lệ hộ nghèo giảm còn 9,66%.", "Tỷ lệ hộ nghèo giảm còn 9,66%", id="a rate of a number"),
        pytest.param(
            "Nhân dân đóng góp nhiệt tình, hiến 4.850 m2 đất.",
            "Nhân dân đóng góp nhiệt tình, hiến 4.850 m2 đất",
            id="behind a comma",
        ),
        pytest.param(
            "Còn 04 thôn chưa đạt danh hiệu thôn văn hóa.", "Còn 04 thôn chưa đạt danh hiệu thôn văn hóa", id="the rest"
        ),
        pytest.param(
            "Tình trạng vi phạm Luật Lâm nghiệp vẫn còn (80 vụ).",
            "Tình trạng vi phạm Luật Lâm nghiệp vẫn còn (80 vụ",
            id="in brackets",
        ),
    ],
)
def test_matters_told_again(said: str, marked: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, said) == [marked]


@pytest.mark.parametrize(
    ("aims", "marked"),
    [
        pytest.param("Phấn đấu sản lượng lương thực đạt 3.550 tấn.", [], id="an aim"),
        pytest.param("Giảm tỷ lệ hộ nghèo từ 9,56% xuống dưới 7%.", [], id="from what it is"),
        pytest.param("Tỷ lệ hộ nghèo còn 7,5%.", [], id="an aim that no word tells"),
        pytest.param(
            "Giảm tỷ lệ hộ nghèo từ 9,96% xuống dưới 7%.", ["Giảm tỷ lệ hộ nghèo từ 9,96%"], id="from another"
        ),
        pytest.param("Giữ vững 12 thôn văn hóa.", ["Giữ vững 12 thôn"], id="kept"),
    ],
)
def test_results_in_aims(aims: str, marked: list[str], findings_of: FindingsOf) -> None:
    assert found(findings_of, "Kinh tế phát triển.", aims) == marked


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        pytest.param("Sản lượng lương thực có hạt\tTấn\t3.482", [], id="the same"),
        pytest.param("Sản lượng lương thực có hạt vụ xuân\tTấn\t2.182", [], id="of a season"),
        pytest.param("Sản lượng lương thực có hạt\tTấn\t3.182", ["3.482 tấn"], id="another"),
    ],
)
def test_rows_of_results(row: str, marked: list[str], findings_of: FindingsOf) -> None:
    table = f"PHỤ LỤC\nKẾT QUẢ\n\nTT\tChỉ tiêu\tĐơn vị tính\tKết quả\n1\t{row}\n2\tĐàn dê\tCon\t418\n"
    assert found(findings_of, "Kinh tế phát triển.", f"{AIM}\n\n{table}") == marked


TRAINED = """1. Đào tạo
Tổ chức {all} lớp tập huấn cho cán bộ cơ sở. Trồng mới 214,6 ha rừng tập trung. Kết nạp 64 đảng viên mới.
{more}
II. ĐÁNH GIÁ CHUNG

1. Ưu điểm
Các nhiệm vụ được triển khai đồng bộ. {said}
"""


@pytest.mark.parametrize(
    ("said", "more"),
    [
        pytest.param("Mở 48 lớp tập huấn.", "", id="the same"),
        pytest.param(
            "Mở 18 lớp tập huấn.", "Xã Lũng Ẳng đã mở 18 lớp tập huấn cho cán bộ.", id="of a part told elsewhere"
        ),
        pytest.param("Mở 84 lớp học tiếng dân tộc.", "", id="other words"),
        pytest.param("Thôn Nà Lạn mở 47 lớp tập huấn.", "", id="a place names itself"),
        pytest.param("Mở 12 lớp tập huấn.", "", id="no slip of the pen"),
    ],
)
def test_what_an_assessment_tells_of_another_matter_or_of_a_part_passes(
    findings_of: FindingsOf, said: str, more: str
) -> None:
    assert findings_of(TRAINED.format(all=48, said=said, more=more), "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    "said",
    [
        "Nổi bật là đã mở 84 lớp tập huấn.",
        "Đạt nhiều kết quả, trong đó đã mở được 46 lớp tập huấn cho cán bộ.",
        "Diện tích rừng trồng mới đạt 214,0 ha.",
    ],
)
def test_an_assessment_that_tells_in_other_words_what_one_place_alone_tells_is_told(
    findings_of: FindingsOf, said: str
) -> None:
    assert len(findings_of(TRAINED.format(all=48, said=said, more=""), "body-appendix-mismatch")) == 1


LOCAL = """I. KẾT QUẢ

1. Kinh tế
Các hộ dân ở 6 thôn đã tự nguyện hiến 4.256 m2 đất để mở đường. Trạm Y tế quản lý 184 bệnh nhân tăng huyết áp.
Đã tạo việc làm mới cho 316 lao động. Hoạt động ủy thác được duy trì, dư nợ ủy thác là 86,4 tỷ đồng.

2. Trật tự
Trên các tuyến đường vẫn xảy ra 17 vụ TNGT, làm bị thương 9 người.

II. ĐÁNH GIÁ CHUNG
{said}
"""


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Nổi bật là vận động hiến 4.526 m2 đất.", id="digits turned"),
        pytest.param("Số bệnh nhân tăng huyết áp được quản lý là 148 người.", id="the noun before its number"),
        pytest.param("Giải quyết việc làm cho 361 người.", id="words of one meaning"),
        pytest.param("Tai nạn giao thông 71 vụ.", id="a short form"),
    ],
)
def test_an_assessment_tells_a_matter_in_words_of_its_own(findings_of: FindingsOf, said: str) -> None:
    assert len(findings_of(LOCAL.format(said=said), "body-appendix-mismatch")) == 1


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Thu hồi 4.526 m2 đất của 3 tổ chức.", id="taken back"),
        pytest.param("Phát hiện mới 48 bệnh nhân tăng huyết áp.", id="another number"),
        pytest.param("Năm 2020, giải quyết việc làm cho 361 người.", id="another year"),
    ],
)
def test_what_an_assessment_tells_the_other_way_or_of_other_years_passes(findings_of: FindingsOf, said: str) -> None:
    assert findings_of(LOCAL.format(said=said), "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        pytest.param("Diện tích đất nhân dân hiến\tm2\t4.526", ["4.256 m2"], id="in a row"),
        pytest.param("Đất hiến\tm2\t4.256", [], id="the same"),
        pytest.param("Diện tích đất nhân dân hiến năm 2020\tm2\t1.834", [], id="of another year"),
        pytest.param("Diện tích đất hiến của Khối Lâm trường\tm2\t1.834", [], id="of a part"),
    ],
)
def test_rows_that_tell_a_matter_in_words_of_their_own(row: str, marked: list[str], findings_of: FindingsOf) -> None:
    table = f"PHỤ LỤC\nKẾT QUẢ\n\nTT\tChỉ tiêu\tĐơn vị tính\tKết quả\n1\t{row}\n2\tĐàn dê\tCon\t418\n"
    said = LOCAL.format(said="Các nhiệm vụ được triển khai đồng bộ.")
    assert [words for _, words in findings_of(f"{said}\n{table}", "body-appendix-mismatch")] == marked
