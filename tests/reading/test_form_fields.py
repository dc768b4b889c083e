"""Labels of a form or a price list before a colon: they are no headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "KẾ HOẠCH\n\nTổ chức Ngày hội năm 2026\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\n\nI. NỘI DUNG\n\n"
CARD = "- Thời gian: ngày {day}/9/2026.\n\n- Địa điểm: Nhà văn hóa xã.\n\n- Cách làm: {how}.\n\n"


def unnumbered(report: Report) -> list[str | None]:
    return [one.title for one in report.walk_sections() if one.number is None]


def under(*values: str) -> str:
    """Each of ``values`` under a number of its own."""
    return HEAD + "".join(f"{number}. Hoạt động thứ {number}\n\n{text}" for number, text in enumerate(values, 1))


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        pytest.param("- **Thuận lợi:** Cấp ủy quan tâm.", ["Thuận lợi"], id="a part of the text"),
        pytest.param(
            "- Mạng xã hội: 11 nhóm.\n\n- Loa thôn: mỗi ngày 2 buổi.",
            ["Mạng xã hội", "Loa thôn"],
            id="counts of results",
        ),
        pytest.param(
            "- Đàn lợn: Toàn xã có 640 con. Giá bán 60.000 đồng/kg.\n\n- Đàn trâu: Toàn xã có 124 con.",
            ["Đàn lợn", "Đàn trâu"],
            id="sentences",
        ),
        pytest.param("* Cây lương thực:\n\n- Lúa đã gặt xong.", ["Cây lương thực"], id="a star over dashes"),
        pytest.param("+ Đã khởi tố:\n\n+ Tạm đình chỉ:\n\n+ Chờ xử lý: 8 tin.", [], id="nothing filled in"),
        pytest.param("- Bậc mầm non: …… trường\n\n- Bậc tiểu học: ….. trường", [], id="dots to fill in"),
        pytest.param(
            "- Số trường học: 38, với 380 lớp và 8.493 học sinh (so với đầu năm học giảm 14 em, trong đó chuyển đi"
            " nơi khác theo gia đình 10 em).",
            [],
            id="a number of something, whatever follows it",
        ),
        pytest.param("Cấp độ rủi ro: Cấp 3\n\nKhu vực theo dõi: Khu II", [], id="grades"),
        pytest.param("- Tiền ăn: 150.000 đồng/người/ngày.\n\n- Tiền xe: 20.000 đồng/người.", [], id="prices"),
        pytest.param("- Đất giao thông: 11,28 ha\n\n- Đất ở: 7,5 ha", [], id="measures"),
        pytest.param("+ Đường trục: 5 - 7 m\n\n+ Mật độ xây dựng: 30-40%", [], id="ranges and percentages"),
        pytest.param("- Tờ trình: TTr\n\n- Chỉ thị: CT", [], id="single words"),
        pytest.param("- Khu 1: nhà máy ở phía Nam.\n\n- Khu 2: nhà ở phía Bắc.", [], id="several of one name"),
        pytest.param("- Trạm chính: diện tích: 97 ha.\n\n- Trạm phụ: diện tích: 12 ha.", [], id="a label in the value"),
        pytest.param(
            "- Các Ban: Dân tộc, Pháp chế;\n\n- Văn phòng: Tỉnh ủy, Ủy ban.", [], id="items of a list of bodies"
        ),
    ],
)
def test_a_value_behind_the_colon_makes_a_field(listed: str, found: list[str], report_of: ReportOf) -> None:
    assert unnumbered(report_of(f"{HEAD}1. Kết quả\n\n{listed}\n\n2. Nhiệm vụ\n\nTiếp tục.")) == found


def test_labels_that_come_again_under_three_numbers_are_fields(report_of: ReportOf) -> None:
    cards = [CARD.format(day=day, how="Xã dựng sân khấu ngoài trời") for day in (11, 12, 13)]
    assert unnumbered(report_of(under(*cards))) == []
    assert "Thời gian" in unnumbered(report_of(under(*cards[:2])))


def test_among_fields_a_longer_value_is_one_too(report_of: ReportOf) -> None:
    cards = [CARD.format(day=day, how="xã bố trí sân khấu") for day in (11, 12)]
    last = CARD.format(day=13, how="Xã dựng sân khấu ngoài trời. " + "Các đội lên diễn lần lượt theo lịch của xã. " * 5)
    assert unnumbered(report_of(under(*cards, last))) == []


def test_labels_before_counts_are_no_headings(report_of: ReportOf) -> None:
    counts = "- Lĩnh vực Tư pháp: 116 hồ sơ (nộp trực tiếp).\n\n- Lĩnh vực Hộ tịch: 19 hồ sơ. Đã trả đủ.\n\n"
    assert unnumbered(report_of(under(counts))) == []


def test_parts_of_an_evaluation_come_again_and_are_headings(report_of: ReportOf) -> None:
    weighed = "- Ưu điểm: Cấp ủy quan tâm.\n\n- Hạn chế: Kinh phí ít.\n\n"
    assert unnumbered(report_of(under(*[weighed] * 4))) == ["Ưu điểm", "Hạn chế"] * 4


def test_what_is_to_be_done_together_is_a_task_and_no_heading(report_of: ReportOf) -> None:
    task = "- Phối hợp Công an xã, các thôn: Khe Lạnh, Nà Vạc giữ trật tự.\n\n- Bố trí nhà vệ sinh."
    assert unnumbered(report_of(f"{HEAD}1. Trạm Y tế\n\n{task}")) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("(1) Lập đường dây nóng;\n\n(2) Trực 24/24 giờ;", [], id="items of a sentence"),
        pytest.param("(1). Lập đường dây nóng.\n\n(2). Trực 24/24 giờ.", ["1", "2"], id="a bracket and a full stop"),
        pytest.param("1). Lập đường dây nóng.\n\n2). Trực cả ngày.", ["1", "2"], id="half a bracket and a full stop"),
        pytest.param("a) Đoàn hạng A.\n\nb) Đoàn hạng B.\n\n©) Đoàn hạng C.", ["a", "b", "c"], id="a c read as a mark"),
        pytest.param("__a) Đoàn hạng A.\n\nb) Đoàn hạng B.", ["a", "b"], id="dirt before a letter"),
    ],
)
def test_labels_of_items(text: str, labels: list[str], report_of: ReportOf) -> None:
    found = list(report_of(f"{HEAD}5. Công tác trực\n\n{text}").walk_sections())
    assert [one.number for one in found][2:] == labels
