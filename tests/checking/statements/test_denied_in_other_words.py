"""What is denied in one place and counted in another, in words of its own: 'bỏ học' and 'thôi học giữa chừng'."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.statements.denied_in_other_words import check_denied_in_other_words

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_FAR = "\nCông tác văn thư được duy trì nền nếp. " * 3


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        pytest.param("Không có đơn tố cáo vượt cấp.", "Nhận 05 đơn tố cáo.", id="denied of one kind of them"),
        pytest.param(
            "Không có khiếu kiện vượt cấp.", "Tổ chức 05 buổi phòng ngừa khiếu kiện vượt cấp.", id="work against it"
        ),
        pytest.param("Không có khiếu kiện vượt cấp.", "Có 05 hộ khiếu nại lên xã.", id="not past the commune"),
        pytest.param("Không có học sinh lưu ban ở khối 1.", "Khối 5 ở lại lớp 03 em.", id="of one form"),
        pytest.param("Không có học sinh bỏ học.", "Năm trước có 02 em thôi học.", id="another time"),
        pytest.param("Không có học sinh bỏ học.", "Có 02 giáo viên thôi học lớp cao học.", id="others do it"),
        pytest.param("Không có học sinh bỏ học.", "Vận động 02 em thôi học trở lại lớp.", id="it was made good"),
        pytest.param("Không có học sinh bỏ học.", "Trao quà cho 12 em có nguy cơ bỏ học.", id="a risk"),
        pytest.param("Không xảy ra cháy rừng.", "Đã xảy ra 02 vụ cháy nhà.", id="another kind"),
        pytest.param("Không có cán bộ bị kỷ luật.", "Cảnh cáo 01 hộ kinh doanh xả thải.", id="another noun"),
        pytest.param("Không có đoàn viên bị kỷ luật.", "Khiển trách 01 chiến sĩ.", id="nor is that their noun"),
        pytest.param("Không có hồ sơ trễ hạn.", "Có 03 hộ vay quá hạn.", id="files and debts"),
        pytest.param("Không có hội viên nợ quá hạn.", "Ngân hàng có 120 hộ vay nợ quá hạn.", id="other borrowers"),
        pytest.param("Thôn không có vụ trộm cắp nào.", "Toàn xã xảy ra 04 vụ trộm cắp.", id="one hamlet"),
        pytest.param("Không có cán bộ nghỉ việc.", "Có 03 cán bộ nghỉ hưu.", id="who left, and who retired"),
        pytest.param(
            "Chưa có doanh nghiệp nào đầu tư vào cụm công nghiệp.",
            "Có 03 doanh nghiệp đầu tư trồng rừng.",
            id="into what",
        ),
        pytest.param(
            "Tổ chức đảng không có trường hợp nào phải kỷ luật.",
            "Kỷ luật 36 đảng viên, trong đó cách chức 01 đảng viên, khiển trách 22 đảng viên.",
            id="no organisation, but members",
        ),
        pytest.param(
            "Không có tổ chức đảng bị kỷ luật.",
            "\n3.2- Kiểm tra tổ chức đảng thực hiện nhiệm vụ giám sát, thi hành kỷ luật\nĐã họp.",
            id="a heading",
        ),
        pytest.param(
            "Không có tổ chức đảng bị kỷ luật.", "Đã kiểm tra thi hành kỷ luật 19 tổ chức đảng.", id="looked into"
        ),
        pytest.param(
            "Không có tổ chức đảng bị kỷ luật.", "Đã thi hành kỷ luật 06 đồng chí.", id="comrades are no organisation"
        ),
        pytest.param("Không còn nhà tạm.", "Trong năm xóa 12 nhà tạm.", id="houses that were mended"),
        pytest.param(
            "Chưa mở lớp tập huấn nào về chuyển đổi số.", "Mở 03 lớp tập huấn trồng nấm.", id="of another subject"
        ),
        pytest.param("Chưa tổ chức cuộc đối thoại nào.", "Dự 02 cuộc đối thoại do huyện mời.", id="those of others"),
        pytest.param("Quý I không có đơn tố cáo.", "Quý II có 02 đơn tố cáo.", id="a part of the year"),
        pytest.param(
            "Không có đảng viên vi phạm quy định về tiếp dân.", "Cảnh cáo 01 đảng viên sinh con thứ ba.", id="a rule"
        ),
    ],
)
def test_nothing_is_flagged(claim: str, other: str, findings_of: FindingsOf) -> None:
    assert not findings_of(f"{claim}{_FAR}{other}", KIND)


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        pytest.param("Không có học sinh bỏ học.", "Có 03 em thôi học giữa chừng để đi làm.", id="another word"),
        pytest.param(
            "Không có đơn thư vượt cấp.",
            "Có 03 đơn của hộ dân thôn Hạ gửi vượt cấp lên tỉnh.",
            id="past it",
        ),
        pytest.param("Không có đảng viên bị kỷ luật.", "Thi hành kỷ luật 06 đồng chí.", id="comrades are members"),
        pytest.param("Không có đoàn viên bị kỷ luật.", "Có 02 đoàn viên bỏ trực, bị khiển trách.", id="behind a comma"),
        pytest.param(
            "Không có đơn thư vượt cấp, không có đoàn viên nào bị kỷ luật.",
            "Khiển trách 02 đoàn viên.",
            id="second denial",
        ),
        pytest.param("Không có đảng viên nào bị kỷ luật.", "Khiển trách 02 đảng viên.", id="a kind of it"),
        pytest.param("Đảng bộ không có đảng viên vi phạm.", "Đã khai trừ 01 đảng viên.", id="a kind of a kind"),
        pytest.param("Không có đơn tố cáo nào gửi đến xã.", "Nhận 04 đơn, gồm 01 đơn tố cáo.", id="sent where"),
        pytest.param("Xã chưa tổ chức cuộc đối thoại nào.", "Qua 02 cuộc đối thoại, dân nêu 17 ý kiến.", id="held"),
        pytest.param("Không có học sinh nào bỏ học giữa chừng.", "Có 03 học sinh bỏ học.", id="leaving school"),
        pytest.param("Không để xảy ra tội phạm ma túy.", "Bắt 02 vụ tàng trữ trái phép chất ma túy.", id="drugs"),
        pytest.param("Không có nợ khó đòi.", "Còn nợ của 12 hộ không có khả năng thu hồi.", id="bad debts"),
        pytest.param("Không có nợ đọng xây dựng cơ bản.", "Xã còn nợ nhà thầu 450 triệu đồng.", id="money"),
        pytest.param("Không để xảy ra trọng án.", "Tháng 5 xảy ra một vụ giết người.", id="a number in words"),
        pytest.param("Không phát sinh ca mắc sốt xuất huyết.", "Ghi nhận 09 ca sốt xuất huyết.", id="cases"),
        pytest.param("Không còn chi bộ xếp loại trung bình.", "Có 01 chi bộ ở mức trung bình.", id="a grade"),
        pytest.param("Không có hồ sơ giải quyết quá hạn.", "Lĩnh vực đất đai có 06 hồ sơ trả chậm.", id="files"),
        pytest.param(
            "Các lớp không còn học sinh chưa hoàn thành môn Toán.",
            "Môn Toán còn 11 em chưa hoàn thành.",
            id="a subject",
        ),
    ],
)
def test_what_is_denied_is_told_in_other_words(claim: str, other: str, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{claim}{_FAR}{other}", KIND)) == 1
    assert len(findings_of(f"{other}{_FAR}{claim}", KIND)) == 1


_TABLE = """Trong năm không có học sinh bỏ học.

| TT | Nội dung | Khối 6 | Khối 7 |
|---|---|---|---|
| 1 | Học sinh đầu năm | 88 | 91 |
| 2 | Học sinh thôi học | {first} | 2 |
"""


@pytest.mark.parametrize(("first", "found"), [("1", True), ("0", False)])
def test_a_row_of_a_table_tells_it_where_all_its_numbers_do(first: str, found: bool) -> None:
    report = read_text(f"{HEAD}{TITLE}{_TABLE.format(first=first)}{TAIL}")
    assert bool(list(check_denied_in_other_words(report))) is found


@pytest.mark.parametrize(("last", "found"), [("22", True), ("0", False)])
def test_a_kind_of_it_is_told_by_a_row(last: str, found: bool) -> None:
    table = f"| Nội dung | Đầu năm | Cuối năm |\n|---|---|---|\n| Suy dinh dưỡng thể thấp còi | 30 | {last} |\n"
    report = read_text(f"{HEAD}{TITLE}Nhà trường không có trẻ suy dinh dưỡng.\n\n{table}{TAIL}")
    assert bool(list(check_denied_in_other_words(report))) is found


@pytest.mark.parametrize(
    ("whom", "told"),
    [("cán bộ phụ nữ thôn", True), ("cán bộ Mặt trận thôn", False)],
)
def test_what_is_for_others_is_not_denied(whom: str, told: bool) -> None:
    body = (
        "Xã chưa tổ chức được lớp tập huấn nào cho cán bộ phụ nữ thôn.\n\n"
        f"Xã đã tổ chức 3 lớp tập huấn cho {whom} với 54 người."
    )
    found = list(check_denied_in_other_words(read_text(f"{HEAD}{TITLE}{body}{TAIL}")))
    assert bool(found) is told
