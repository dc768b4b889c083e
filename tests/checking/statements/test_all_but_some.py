"""What is said of all and denied of some elsewhere, each in words of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_FAR = "\nCông tác văn thư được duy trì nền nếp. " * 3


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        pytest.param("100% thôn có nhà văn hóa.", "Nhà văn hóa thôn Tà Lành chưa có quạt.", id="more than all have"),
        pytest.param("Hầu hết các thôn đều có nhà văn hóa.", "Thôn Nà Ca chưa có nhà văn hóa.", id="most"),
        pytest.param("100% thôn có nhà văn hóa.", "Còn 02 xã chưa có nhà văn hóa.", id="other units"),
        pytest.param(
            "Tất cả các trường trung học cơ sở có thư viện.", "Trường Tiểu học Cà Ná chưa có thư viện.", id="a level"
        ),
        pytest.param(
            "100% hộ nghèo có thẻ bảo hiểm y tế.", "Còn 13 hộ cận nghèo chưa có thẻ bảo hiểm y tế.", id="a kind"
        ),
        pytest.param(
            "Toàn bộ kiến nghị thuộc thẩm quyền của xã đã được trả lời.",
            "Có 04 kiến nghị thuộc thẩm quyền của huyện chưa được trả lời.",
            id="an owner",
        ),
        pytest.param(
            "100% chi bộ xây dựng kế hoạch kiểm tra.", "Còn 03 chi bộ chưa thực hiện kế hoạch kiểm tra.", id="a verb"
        ),
        pytest.param(
            "100% chi bộ xây dựng kế hoạch kiểm tra.", "Còn 03 chi bộ chưa kiểm tra được cuộc nào.", id="an act"
        ),
        pytest.param("Phấn đấu 100% hộ dân có nước sạch.", "Còn 46 hộ chưa có nước sạch.", id="an aim"),
        pytest.param("100% hộ dân có nước sạch.", "Đầu năm còn 46 hộ chưa có nước sạch.", id="an earlier time"),
        pytest.param("Năm 2019, 100% hồ sơ giải quyết đúng hạn.", "Có 07 hồ sơ đất đai trả chậm.", id="another year"),
        pytest.param(
            "100% giáo viên tiểu học có trình độ đại học.", "Có 03 nhân viên trình độ trung cấp.", id="other people"
        ),
        pytest.param(
            "Toàn bộ hồ sơ cấp mới được giải quyết đúng hạn.",
            "Có 03 hồ sơ cấp đổi trả chậm.",
            id="files of another kind",
        ),
        pytest.param("100% học sinh khối 9 lên lớp.", "Khối 7 có 02 học sinh ở lại lớp.", id="another form"),
    ],
)
def test_nothing_is_flagged(claim: str, other: str, findings_of: FindingsOf) -> None:
    assert not findings_of(f"{claim}{_FAR}{other}", KIND)


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        pytest.param("100% thôn có nhà văn hóa.", "Riêng thôn Nà Khoang chưa xây được nhà văn hóa.", id="had, built"),
        pytest.param(
            "12/12 chi bộ đã hoàn thành kiểm điểm cuối năm.",
            "Chi bộ thôn Tân Hợp đến ngày báo cáo vẫn chưa kiểm điểm xong.",
            id="one by name",
        ),
        pytest.param(
            "Tất cả các trường đã có bếp ăn.",
            "Trường Tiểu học Cà Ná phải đặt suất ăn bên ngoài vì chưa có bếp ăn.",
            id="told at the end of the sentence",
        ),
        pytest.param(
            "Toàn bộ kiến nghị của cử tri đã được trả lời.",
            "Trong 26 kiến nghị, còn 04 kiến nghị chưa có văn bản trả lời.",
            id="the nearer of two numbers",
        ),
        pytest.param("Tất cả các phòng học đã có quạt.", "Ba phòng học ở Huổi Sấy chưa có quạt.", id="a short word"),
        pytest.param("100% hộ dân có nước sạch.", "Còn 12% hộ dân chưa có nước sạch.", id="a rate of them"),
        pytest.param("100% trẻ 6 tuổi vào lớp 1.", "Có 03 trẻ 6 tuổi chưa ra lớp.", id="going to school"),
        pytest.param(
            "Tất cả đảng bộ đều cử cán bộ dự lớp bồi dưỡng.", "Có 02 đảng bộ không cử người dự lớp.", id="who was sent"
        ),
        pytest.param(
            "Cả 9 xã đều đạt chuẩn nông thôn mới.",
            "Xã Đắk Ring mới đạt 15/19 tiêu chí, chưa được công nhận đạt chuẩn.",
            id="a share in between",
        ),
    ],
)
def test_some_lack_what_all_are_said_to_have(claim: str, other: str, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{claim}{_FAR}{other}", KIND)) == 1


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        pytest.param("100% hồ sơ được giải quyết đúng hạn.", "Có 07 hồ sơ đất đai trả chậm.", id="in time"),
        pytest.param("100% học sinh được lên lớp.", "Khối 7 có 02 học sinh ở lại lớp.", id="moved up"),
        pytest.param("Giáo viên 100% có trình độ đại học.", "Còn 04 giáo viên trình độ cao đẳng.", id="a degree"),
        pytest.param("100% mẫu nước đạt yêu cầu.", "Có 03 mẫu không đạt yêu cầu về vi sinh.", id="passed"),
    ],
)
def test_what_is_said_of_all_leaves_none_of_another_kind(claim: str, other: str, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{claim}{_FAR}{other}", KIND)) == 1
