"""Points of a list against the number that announces them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "sum-mismatch"
_NEXT = "\n3. Bài học\nCần sâu sát hơn nữa."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Có 3 bài học: (1) giữ đoàn kết; (2) sát cơ sở; (3) gần dân.", id="all there"),
        pytest.param("Còn hai tồn tại: nộp báo cáo chậm và ghi sổ chưa đầy đủ.", id="parted by a word"),
        pytest.param("Đã giải quyết 03 việc: sửa đường, nạo vét kênh, làm cầu.", id="parted by commas"),
        pytest.param("Xác định 4 nhiệm vụ: du lịch; giảm nghèo, sắp xếp dân cư; số hóa.", id="two in one part"),
        pytest.param("Theo 2 bước: tự kiểm tra, sau đó đoàn của huyện kiểm tra.", id="steps in words"),
        pytest.param("Hoàn thành 8 nhiệm vụ: điển hình là sửa cầu.", id="one picked out"),
        pytest.param("Có 04 việc cần làm, trong đó: (1) rà soát hộ nghèo; (2) sửa đường.", id="some of them"),
        pytest.param("Có 03 kiến nghị: Đề nghị huyện cấp vốn. Đề nghị Sở bố trí người.", id="sentences"),
        pytest.param("Làm 3 nội dung: rà soát; bình xét; hỗ trợ nhà; đạt kết quả tốt.", id="what came of them"),
        pytest.param(
            f"Có 2 kiến nghị:\n(1) Cấp vốn.\nMỗi thôn một công trình.\n(2) Cấp máy.{_NEXT}", id="lines within a point"
        ),
        pytest.param("Có 12 tổ: tổ 1 và tổ 2 đạt xuất sắc.", id="two of many groups"),
        pytest.param("Tập trung 3 khâu: kiểm tra;\ngiám sát;\nxử lý vi phạm.", id="a list that runs over lines"),
        pytest.param(
            "Có 4 nội dung:\n- Tuyên truyền.\n- Tập huấn.\n- Hội thi.\nNgoài ra, xã tổ chức giao lưu.", id="one added"
        ),
        pytest.param(
            "Có 3 nguyên nhân:\n- Thiếu vốn.\n- Thiếu người.\nCán bộ thay đổi nhiều.", id="text goes on below"
        ),
    ],
)
def test_lists_that_may_be_whole_are_not_flagged(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param(
            "Công khai 07 nội dung gồm: dự toán; quy hoạch; dự án trên địa bàn; hộ nghèo theo chuẩn; kết quả khóa sổ.",
            "07 nội dung",
            id="semicolons, and words that say more of a point",
        ),
        pytest.param(f"Có 3 giải pháp:\n(1) Thêm vốn.\n(2) Thêm người.{_NEXT}", "3 giải pháp", id="lines of brackets"),
        pytest.param("Có 3 bài học: (1) giữ đoàn kết; (2) sát cơ sở.", "3 bài học", id="numbers in brackets"),
        pytest.param("Có năm khó khăn: a) vốn; b) người; c) đường; d) mưa.", "năm khó khăn", id="letters"),
        pytest.param(
            "Lập 05 đoàn kiểm tra: đoàn số 1 ở Khe Lạnh; đoàn số 2 ở Nà Pàn; đoàn số 3 ở Phiêng Sa.",
            "05 đoàn",
            id="groups by their numbers",
        ),
        pytest.param("Chia ba cụm gồm: cụm 1 có 5 xã, cụm 2 có 6 xã.", "ba cụm", id="clusters"),
        pytest.param("Chia làm ba giai đoạn: giai đoạn 1 khảo sát, giai đoạn 2 làm.", "ba giai đoạn", id="turns"),
        pytest.param(
            "Có 3 giải pháp sau: giải pháp về vốn; giải pháp về người, việc.",
            "3 giải pháp",
            id="the noun at each point",
        ),
        pytest.param("Còn hai tồn tại: việc nộp báo cáo chậm.", "hai tồn tại", id="one alone"),
        pytest.param(
            "Xác định 6 nhiệm vụ: tuyên truyền, vận động; rà soát, lập danh sách; tập huấn; kiểm tra; sơ kết.",
            "6 nhiệm vụ",
            id="semicolons that part more than commas",
        ),
        pytest.param(
            "Năm chuyên đề đã được triển khai: (1) tự lực; (2) khát vọng; (3) văn hóa; (4) bộ máy.",
            "Năm chuyên đề",
            id="a number in a word",
        ),
        pytest.param("Có ba khâu đột phá: cải cách; hạ tầng.", "ba khâu đột phá", id="semicolons"),
        pytest.param("Hạn chế ở bốn mặt: thứ nhất, ngại việc; thứ hai, ít tiền.", "bốn mặt", id="ordinals"),
        pytest.param(f"Có 3 nguyên nhân:\n- Thiếu vốn.\n- Thiếu người.{_NEXT}", "3 nguyên nhân", id="dashes"),
        pytest.param(f"Có 2 nguyên nhân:\n- Vốn.\n- Người.\n- Mưa.{_NEXT}", "2 nguyên nhân", id="one too many"),
    ],
)
def test_points_left_out_or_too_many(body: str, place: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("named", place)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Sạt lở tại 02 vị trí bờ suối: (1) km 3; (2) km 5.", [], id="as many as announced"),
        pytest.param("Yêu cầu 03 xã thực hiện các việc: (1) rà soát; (2) báo cáo.", [], id="another thing behind"),
        pytest.param(
            "Kiểm tra 03 đơn vị, phát hiện: (1) chậm báo cáo; (2) thiếu hồ sơ.", [], id="what was found there"
        ),
        pytest.param("Sạt lở tại 03 vị trí bờ suối: (1) km 3; (2) km 5.", ["03 vị trí bờ suối"], id="too few marks"),
        pytest.param(
            "Còn 02 dự án tiến độ chậm, gồm: (1) cầu Khe Lạnh; (2) chợ Nà Pàn; (3) kè Lũng Ẳng.",
            ["02 dự án tiến độ"],
            id="too many marks",
        ),
    ],
)
def test_rows_of_marks(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


TWO_HEADINGS = "1. Về vốn\nVốn còn thiếu.\n2. Về đất\nĐất chưa giao.\nII. NHIỆM VỤ\nTiếp tục làm."
LETTERED = "a) Bám sát cơ sở.\nb) Kịp thời khen thưởng.\nCác bài học được nhân rộng."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Xã nêu 02 kiến nghị:\n{TWO_HEADINGS}", [], id="as many headings"),
        pytest.param(f"Xã nêu 03 kiến nghị:\n{TWO_HEADINGS}", ["03 kiến nghị"], id="too few headings"),
        pytest.param(
            f"1. Chung\nĐã làm.\n2. Kết quả\nĐã xong.\n3. Kiến nghị\nXã nêu 02 kiến nghị:\n{TWO_HEADINGS}",
            [],
            id="headings within a heading",
        ),
        pytest.param(f"Rút ra 03 bài học, cụ thể như sau:\n{LETTERED}", ["03 bài học"], id="too few letters"),
        pytest.param(f"Rút ra 02 bài học, cụ thể như sau:\n{LETTERED}", [], id="as many letters"),
    ],
)
def test_headings_that_are_counted(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


FOUR_MEMBERS = "1. Đồng chí A\n2. Đồng chí B\n3. Đồng chí C\n4. Đồng chí D\nĐoàn làm việc hai ngày."
THREE_TEAMS = "- Tổ Công tác đề án;\n- Tổ Công tác cải cách;\n- Tổ Công tác đất đai.\nCác tổ họp hằng tháng."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Đoàn kiểm tra gồm 04 đồng chí:\n{FOUR_MEMBERS}", [], id="as many as announced"),
        pytest.param(f"Đoàn kiểm tra gồm 05 đồng chí:\n{FOUR_MEMBERS}", ["05 đồng chí"], id="too few numbers"),
        pytest.param(f"Ban Chỉ đạo có 04 Tổ Công tác:\n{THREE_TEAMS}", ["04 Tổ Công tác"], id="lines with the noun"),
        pytest.param(f"Ban Chỉ đạo có 04 thành viên:\n{THREE_TEAMS}", [], id="lines of another noun"),
        pytest.param(f"Lập 04 đầu mối, gồm:\n{THREE_TEAMS}", ["04 đầu mối"], id="lines that semicolons part"),
        pytest.param(f"Lập 03 đầu mối, gồm:\n{THREE_TEAMS}", [], id="as many lines that semicolons part"),
        pytest.param("Có 04 công trình:\n- Các cầu;\n- Đường thôn;\n- Trạm bơm.\nHết.", [], id="a line of several"),
        pytest.param(
            "Đoàn gồm 05 đồng chí:\n1. Đồng chí A\n2. Đồng chí B\nPhó Trưởng đoàn\n3. Đồng chí C\n4. Đồng chí D\n"
            "5. Đồng chí E\nHết.",
            [],
            id="a line of its own between two",
        ),
        pytest.param("Kiểm tra tại 04 xã với các nội dung sau:\n1. Hồ sơ\n2. Thực địa\nHết.", [], id="another thing"),
    ],
)
def test_lines_that_are_counted(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found
