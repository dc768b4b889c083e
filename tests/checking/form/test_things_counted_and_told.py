"""Things counted before a colon and told by semicolons, criteria by their names, mottos, and rows of tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_TABLE = """Danh mục như sau:
TT\tCông trình\tTổng mức (triệu đồng)
1\tĐường bê tông thôn Khe Sâu\t1.840
2\tNhà văn hóa thôn Nà Lùng\t2.100
3\tKênh mương thôn Bản Khoai\t1.710
4\tTrường mầm non Hoa Sen\t3.000
"""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Tổ chức 03 hội nghị: tuyên truyền Luật Đất đai, Luật Cư trú; phổ biến Luật Căn cước.", []),
        ("Có 04 thành viên: ông Lò Páo, Trưởng đoàn; bà Ma Dung, Phó Trưởng đoàn; các thành viên khác.", []),
        ("Năm 2024 trồng được 12 ha: quế 7 ha; hồi 5 ha.", []),
        ("Xây dựng 02 mô hình điểm: gà thả đồi tại thôn Nà Lùng; cá lồng tại thôn Khe Sâu.", []),
        (
            "Xây dựng 03 mô hình điểm: gà thả đồi tại thôn Nà Lùng; cá lồng tại thôn Khe Sâu.",
            ["03 mô hình điểm"],
        ),
        ("Xác định 3 khâu đột phá: Một là, nâng chất cán bộ. Hai là, cải cách. Ba là, phát triển hạ tầng.", []),
        ("Lập 02 tổ nghề: tổ nuôi ong thôn Nà Lùng; tổ rau thôn Khe Sâu, thu hút 86 hội viên tham gia.", []),
        (
            "Lập 03 tổ nghề: tổ nuôi ong thôn Nà Lùng; tổ rau thôn Khe Sâu, thu hút 86 hội viên tham gia.",
            ["03 tổ nghề"],
        ),
        ("Chia thành 05 tiểu ban: thông tin; sơ tán - cứu nạn; hậu cần; khắc phục.", ["05 tiểu ban"]),
        ("Chia thành 03 nhóm: nhóm rà soát; nhóm thực địa; nhóm xác minh; nhóm tổng hợp.", ["03 nhóm"]),
        ("Chọn 04 tuyến phố: Lê Lợi (khu 1); Trần Phú (khu 2); Chợ Mới (khu 3).", ["04 tuyến phố"]),
        ("Còn 3 tiêu chí chưa đạt (giao thông, quốc phòng và an ninh, môi trường và an toàn thực phẩm).", []),
        ("Còn 4 tiêu chí chưa đạt là: giao thông, thủy lợi, thu nhập, y tế và môi trường.", ["4 tiêu chí"]),
        ('Phương châm "3 bám" (bám dân, bám địa bàn, bám việc).', []),
        ('Thực hiện "5 không, 3 sạch" (không đói nghèo, sạch nhà, sạch bếp, sạch ngõ).', []),
        ('Phương châm "4 tại chỗ" (chỉ huy tại chỗ, lực lượng tại chỗ, phương tiện tại chỗ, hậu cần tại chỗ).', []),
        ('Theo "4 tại chỗ" (chỉ huy tại chỗ, lực lượng tại chỗ, phương tiện, vật tư tại chỗ).', ["4 tại chỗ"]),
        ('Thực hiện "3 cùng" (cùng ăn, cùng ở, cùng làm và cùng nói tiếng dân tộc).', []),
        ("Lập 02 đoàn kiểm tra: do Bí thư làm trưởng đoàn; do Chủ tịch làm trưởng đoàn; kết thúc trong tháng 8.", []),
        ('Nguyên tắc "5 rõ" (rõ người, rõ việc, rõ thời gian, rõ kết quả).', ["5 rõ"]),
        (f"Năm 2024, xã đầu tư 04 công trình. {_TABLE}", []),
        (f"Năm 2024, xã đầu tư 05 công trình. {_TABLE}", ["05 công trình"]),
        (f"Năm 2024, xã đầu tư 05 công trình, trong đó có 04 công trình chuyển tiếp. {_TABLE}", []),
    ],
)
def test_as_many_as_counted(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


def test_what_is_told_as_it_was_is_all_of_it(findings_of: FindingsOf) -> None:
    right = "Tổ chức 06 cuộc kiểm tra, cụ thể Ủy ban Kiểm tra 03 cuộc, Ban Tổ chức 02 cuộc, Văn phòng 01 cuộc."
    assert findings_of(right, "sum-mismatch") == []
    assert [words for _, words in findings_of(right.replace("06", "07"), "sum-mismatch")] == ["07 cuộc"]


def test_a_set_of_the_province_has_criteria_of_its_own(findings_of: FindingsOf) -> None:
    body = "Xã đạt 19/19 tiêu chí nông thôn mới; xã đạt 21 tiêu chí theo bộ tiêu chí của tỉnh."
    assert findings_of(body, "implausible-magnitude") == []
