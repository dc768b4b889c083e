"""The outline by its numbers: how offices write those before a heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\nỦy ban nhân dân xã báo cáo như sau:\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "I. KẾT QUẢ\n\nA/ Sản xuất\n\nTrồng 320 ha.\n\nB/ Kinh doanh\n\nBán 4.100 m3.",
            [(1, "I"), (2, "A"), (2, "B")],
            id="capital letters before a slash",
        ),
        pytest.param(
            "A/ KẾT QUẢ\n1. Sản xuất\nTrồng 320 ha.\nB/ NHIỆM VỤ\n1. Sản xuất\nTrồng 350 ha.",
            [(1, "A"), (2, "1"), (1, "B"), (2, "1")],
            id="capital letters before a slash, a line each",
        ),
        pytest.param(
            "1. A. ĐẶC ĐIỂM TÌNH HÌNH\n\nI. Thuận lợi\n\nĐủ lớp.\n\nB. NHIỆM VỤ NĂM HỌC\n\nI. Mục tiêu\n\nĐủ lớp.",
            [(1, "A"), (2, "I"), (1, "B"), (2, "I")],
            id="the number of a list of the web before a letter",
        ),
        pytest.param(
            "1. A. Yersin là tên trường\n\nTốt.\n\n2. Kết quả\n\nTốt.",
            [(1, "1"), (1, "2")],
            id="a name with its initial",
        ),
        pytest.param(
            "1. Kết quả\n\na) Sản xuất\n\nTốt.\n\na.1) Trồng rừng\n\nTốt.\n\na.2 Khai thác\n\nTốt.\n\nb) Vốn\n\nTốt.",
            [(1, "1"), (2, "a"), (3, "a.1"), (3, "a.2"), (2, "b")],
            id="below a small letter",
        ),
        pytest.param(
            "1. Kết quả\na. Sản xuất\nTốt.\na1. Trồng rừng\nTốt.\na2. Khai thác\nTốt.",
            [(1, "1"), (2, "a"), (3, "a1"), (3, "a2")],
            id="a number at a small letter, a line each",
        ),
        pytest.param(
            "I- KẾT QUẢ\n\n1-/ Sản xuất\n\nTốt.\n\n2-/ Kinh doanh\n\nTốt.",
            [(1, "I"), (2, "1"), (2, "2")],
            id="a dash and a slash",
        ),
        pytest.param(
            "1. Văn hóa - xã hội\na, Giáo dục: Có ba trường.\nb, Y tế: Trạm đạt chuẩn.\n2. An ninh\nTốt.",
            [(1, "1"), (2, "a"), (2, "b"), (1, "2")],
            id="commas behind small letters, a line each",
        ),
        pytest.param(
            "A: ĐẶT VẤN ĐỀ\n\nTốt.\n\nI. Lý do\n\nTốt.\n\nB: GIẢI QUYẾT VẤN ĐỀ\n\nTốt.",
            [(1, "A"), (2, "I"), (1, "B")],
            id="a colon behind a letter",
        ),
        pytest.param(
            "I TÌNH HÌNH BỔ SUNG SÁCH:\n\nTốt.\n\nII TÌNH HÌNH HOẠT ĐỘNG:\n\n"
            "1 Tình hình bạn đọc:\n\nTốt.\n\n2 Hoạt động thư viện:\n\nTốt.",
            [(1, "I"), (1, "II"), (2, "1"), (2, "2")],
            id="none behind, where a colon ends the title",
        ),
        pytest.param(
            "I. CHUNG\n\nTốt.\n\nII. RIÊNG\n\n1. Sách\n\nCó đủ.\n\n1 Sách giáo khoa:\n\n2 Sách báo:\n\nTốt.",
            [(1, "I"), (1, "II"), (2, "1")],
            id="none behind, in a text whose numbers have one",
        ),
        pytest.param(
            "I Thành phần gồm có:\n\nBa người.\n\nII Nội dung kiểm tra:\n\nKho sách.\n\nIII Kết quả:\n\nTốt.",
            [(1, "I"), (1, "II"), (1, "III")],
            id="none behind Roman ones",
        ),
        pytest.param(
            "1, Kết quả\n\n1.1, Sản xuất:\n\nTrồng 1,5 ha.\n\n1.2, Kinh doanh:\n\nTốt.\n\n2, Vốn:\n\nTốt.",
            [(1, "1"), (2, "1.1"), (2, "1.2"), (1, "2")],
            id="a comma behind",
        ),
        pytest.param(
            "PHẦN MỞ ĐẦU - ĐẶT VẤN ĐỀ\n\nTốt.\n\nPHẦN NỘI DUNG - GIẢI QUYẾT VẤN ĐỀ\n\nTốt.\n\nPHẦN KẾT LUẬN\n\nTốt.",
            [(1, "PHẦN MỞ ĐẦU"), (1, "PHẦN NỘI DUNG"), (1, "PHẦN KẾT LUẬN")],
            id="parts that have names",
        ),
    ],
)
def test_numbers_of_headings(body: str, found: list[tuple[int, str]], report_of: ReportOf) -> None:
    assert [(one.level, one.number) for one in report_of(HEAD + body).walk_sections()] == found


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param("TÌNH HÌNH, KẾT\nQUẢ KIỂM SOÁT", "TÌNH HÌNH, KẾT QUẢ KIỂM SOÁT", id="half a word"),
        pytest.param("TÌNH HÌNH CHUNG\nKẾT QUẢ KIỂM SOÁT", "TÌNH HÌNH CHUNG", id="whole words"),
    ],
)
def test_a_title_that_breaks_inside_a_word_goes_on_below(lines: str, title: str, report_of: ReportOf) -> None:
    read = report_of(f"{HEAD}I. {lines}\n1. Tiếp nhận\n\nXã tiếp nhận 12 hồ sơ.\n").walk_sections()
    assert next(iter(read)).title == title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Văn bản chỉ đạo điều hành.", "heading", id="names a matter"),
        pytest.param("Tổ chức 12 buổi tuyên truyền.", "item", id="tells numbers"),
        pytest.param("Tiếp tục vận động các hộ.", "item", id="tells what to do"),
        pytest.param("Lớp học đã sửa xong.", "item", id="tells what was done"),
    ],
)
def test_few_words_with_a_full_stop_over_dashes(line: str, kind: str, report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n\n1. {line}\n- Thông tư số 28/2016/TT-BGDĐT ngày 30/12/2016.\n- Kế hoạch của trường.\n"
    assert [one.kind for one in report_of(HEAD + body).walk_sections()] == ["heading", kind]


@pytest.mark.parametrize("title", ["Chỉ tiêu.", "Biện pháp.", "Mục tiêu."])
def test_a_short_title_may_end_in_a_full_stop(title: str, report_of: ReportOf) -> None:
    read = report_of(f"{HEAD}I. KẾ HOẠCH\n\n1. {title}\n\nTrồng 350 ha rừng.\n").walk_sections()
    assert [one.title for one in read][1:] == [title]


@pytest.mark.parametrize("mark", ["⁃", "▶", "◆", "❑", "⇒", "★"])
def test_marks_of_other_fonts_are_bullets(mark: str, report_of: ReportOf) -> None:
    points = f"{mark} Công tác xây dựng Đảng: Đã kết nạp.\n\n{mark} Công tác dân vận: Đã vận động."
    read = report_of(f"{HEAD}I. KẾT QUẢ\n\n{points}\n\nXã đã hoàn thành.").walk_sections()
    assert [one.title for one in read][1:] == ["Công tác xây dựng Đảng", "Công tác dân vận"]
