"""What one place of a report says and another denies: none and some, all and not all, more and less."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_FAR = "\nCông tác văn thư được duy trì nền nếp. " * 3


def _is_found(findings_of: FindingsOf, claim: str, other: str) -> bool:
    return any(case == "text" for case, _ in findings_of(f"{claim}{_FAR}{other}", KIND))


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        ("Năm qua không có học sinh bỏ học, mắc tệ nạn.", "Chuyển đi 04 học sinh, bỏ học 03 học sinh.", True),
        ("Cấp tiểu học không có học sinh bỏ học.", "Cấp trung học cơ sở có 02 học sinh bỏ học.", False),
        ("Các cấp ủy báo cáo không có học sinh bỏ học.", "Trong năm bỏ học 03 học sinh.", True),
        ("Không có chi hội nào họp dưới 80%.", "Ủy viên ban chấp hành dự họp với chi hội 94 lượt.", False),
        ("Trong năm không có hộ nào tái nghèo.", "Kết quả rà soát, có 05 hộ tái nghèo.", True),
        ("Trong năm không có học sinh bỏ học.", "Năm trước bỏ học 03 học sinh.", False),
        ("Trong năm không có học sinh bỏ học.", "Vận động 03 học sinh bỏ học ra lớp.", False),
        ("Trong năm không có học sinh bỏ học.", "Năm học 2023-2024 có 03 học sinh bỏ học.", False),
        ("Không có người sinh con thứ ba trong công chức.", "Toàn xã có 09 người sinh con thứ ba.", False),
        ("Không có người sinh con thứ ba trong công chức.", "Có 02 người sinh con thứ ba là công chức.", True),
        ("Không có trẻ em tử vong do tiêm chủng.", "Trong năm có 03 trẻ em tử vong do đuối nước.", False),
        ("Không có học sinh vi phạm trong kỳ thi.", "Có 02 học sinh vi phạm an toàn giao thông.", False),
        ("Không có hợp tác xã giải thể.", "Trong năm giải thể 02 hợp tác xã.", True),
        ("Không có hợp tác xã giải thể.", "Trong năm thành lập mới 02 hợp tác xã.", False),
        ("Không có vụ cháy rừng.", "Ngày 14/4, xảy ra một vụ cháy rừng.", True),
        ("Không xảy ra đình công, ngừng việc.", "Ngày 18/6, 145 công nhân Công ty Lá Cọ ngừng việc.", True),
        ("Không xảy ra đình công, ngừng việc.", "Tập huấn cho 145 công nhân về ngừng việc.", False),
        ("Không có trường hợp tảo hôn.", "Vẫn xảy ra 04 cặp tảo hôn.", True),
        ("Quý I không có doanh nghiệp nợ bảo hiểm.", "Quý II có 04 doanh nghiệp nợ bảo hiểm.", False),
        ("Tại thôn Nà Ca không có người sinh con thứ ba.", "Toàn xã có 09 người sinh con thứ ba.", False),
        ("Không có doanh nghiệp phá sản nào.", "Cả nước có 1.200 doanh nghiệp phá sản.", False),
    ],
)
def test_what_is_denied_is_counted_elsewhere(claim: str, other: str, found: bool, findings_of: FindingsOf) -> None:
    assert _is_found(findings_of, claim, other) is found


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        ("Mưa lũ không gây thiệt hại về người.", "Sạt lở đất làm 02 người bị thương.", True),
        ("Mưa lũ không gây thiệt hại về người.", "Va chạm giao thông làm 02 người bị thương.", False),
        ("Vụ cháy không gây thiệt hại về người.", "Mưa lũ làm 01 người chết.", False),
        ("Không xảy ra cháy, nổ gây thiệt hại về người.", "Vụ cháy ngày 12/3 làm 01 người bị thương.", True),
        ("Mưa lũ chưa gây thiệt hại về người trên địa bàn.", "Sạt lở tại xã Nà Mít làm 01 người chết.", False),
        ("Mưa lũ chưa gây thiệt hại về người trên địa bàn.", "Sạt lở tại xã Lũng Ẳng làm 01 người chết.", True),
        ("Mưa lũ chưa gây thiệt hại về người trên địa bàn.", "Sạt lở tại thôn Nà Mít làm 01 người chết.", True),
    ],
)
def test_harm_to_people_in_the_same_matter(claim: str, other: str, found: bool, findings_of: FindingsOf) -> None:
    assert _is_found(findings_of, claim, other) is found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Ngày 08/7, xe khách va chạm với 02 mô tô làm 05 người chết.", True),
        ("Ngày 08/7, xe khách va chạm với 02 mô tô làm 01 người chết.", False),
        ("Ngày 08/7, xảy ra 01 vụ va chạm giữa xe khách và mô tô làm chết 04 người.", True),
        ("Từ ngày 08/7 xảy ra 05 vụ va chạm xe làm chết 04 người.", False),
        ("Xảy ra 03 vụ tai nạn giao thông, làm chết 03 người.", False),
    ],
)
def test_a_crash_that_the_law_calls_grave(other: str, found: bool, findings_of: FindingsOf) -> None:
    claim = "Không để xảy ra tai nạn giao thông đặc biệt nghiêm trọng."
    assert _is_found(findings_of, claim, other) is found


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        ("Không còn thôn nào chưa có nước sạch.", "Còn thôn Nà Ca và thôn Khe Vai chưa có nước sạch.", True),
        ("12/12 thôn có đường ô tô đến trung tâm.", "Còn 02 thôn chưa có đường ô tô đến trung tâm.", True),
        ("12/12 thôn có nhà văn hóa.", "Còn 02 thôn có nhà văn hóa chưa đạt chuẩn.", False),
        (
            "9/9 Ban công tác Mặt trận đã xây dựng kế hoạch giám sát.",
            "Còn 03 Ban công tác Mặt trận chưa xây dựng kế hoạch giám sát.",
            True,
        ),
        ("100% tổ vay vốn đã mở sổ theo dõi.", "Có 02 tổ vay vốn chưa mở sổ theo dõi.", True),
        ("100% tổ vay vốn đã mở sổ theo dõi.", "Có 02 tổ hòa giải chưa mở sổ theo dõi.", False),
        ("10/10 thôn có nhân viên y tế hoạt động.", "Thôn Nà Ca khuyết nhân viên y tế từ tháng 5.", True),
        ("10/10 thôn có nhân viên y tế hoạt động.", "Thôn Nà Ca chưa có nhân viên thú y.", False),
        ("100% cán bộ được tập huấn chuyển đổi số.", "Đề nghị tập huấn 05 cán bộ chưa tập huấn chuyển đổi số.", False),
        ("12/12 thôn có nhà văn hóa.", "Toàn xã có 10/12 thôn có nhà văn hóa.", True),
        ("12/12 thôn có nhà văn hóa.", "Toàn xã có 10/12 thôn có nhà văn hóa đạt chuẩn.", False),
        ("12/12 thôn có nhà văn hóa.", "Năm trước có 10/12 thôn có nhà văn hóa.", False),
        ("Năm 2021, 12/12 thôn có nhà văn hóa.", "Năm 2021, còn 02 thôn chưa có nhà văn hóa.", True),
        ("Năm 2021, 12/12 thôn có nhà văn hóa.", "Năm 2020, còn 02 thôn chưa có nhà văn hóa.", False),
        ("Đội tuyên truyền có ở 12/12 thôn. 100% thôn có loa.", "Còn 02 thôn chưa có loa.", True),
        ("100% cơ quan, đơn vị đã ban hành quy chế.", "Còn một số đơn vị chưa ban hành quy chế.", True),
        ("Mọi thôn đều có tổ hòa giải hoạt động.", "Thôn Nà Ca chưa có tổ hòa giải.", True),
        ("Các trường đều đạt chuẩn mức độ 1.", "Trường Khe Vai chưa đạt chuẩn mức độ 2.", False),
        ("100% học sinh lớp 5 đạt chuẩn đọc.", "Có 12 học sinh lớp 3 chưa đạt chuẩn đọc.", False),
        ("100% đảng viên đang công tác dự học tập.", "Có 12 đảng viên già yếu chưa dự học tập.", False),
        ("100% trẻ em dưới 6 tuổi có thẻ bảo hiểm.", "Còn 24 trẻ em dưới 6 tuổi chưa có thẻ bảo hiểm.", True),
        ("100% trẻ em dưới 6 tuổi có thẻ bảo hiểm.", "Còn 24 trẻ em trên 6 tuổi chưa có thẻ bảo hiểm.", False),
        ("8/8 trường đạt chuẩn quốc gia.", "Trường Tiểu học Khe Vai chưa đạt chuẩn quốc gia.", True),
    ],
)
def test_all_have_what_some_have_not(claim: str, other: str, found: bool, findings_of: FindingsOf) -> None:
    assert _is_found(findings_of, claim, other) is found


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        (
            "Không có chi bộ nào sinh hoạt dưới 80% đảng viên tham gia.",
            "Còn 02 chi bộ có tỷ lệ đảng viên dự sinh hoạt chỉ đạt từ 66 đến 75%.",
            True,
        ),
        (
            "Không có chi bộ nào sinh hoạt dưới 80% đảng viên tham gia.",
            "Còn 02 chi bộ có tỷ lệ đảng viên dự sinh hoạt đạt từ 84 đến 90%.",
            False,
        ),
        ("Các trường đều đạt trên 95% học sinh lên lớp.", "Trường Khe Vai chỉ đạt 91% học sinh lên lớp.", True),
        ("Các trường đều đạt trên 95% học sinh lên lớp.", "Trường Khe Vai đạt 31% học sinh giỏi.", False),
        ("Không có thôn nào có hộ nghèo trên 10%.", "Thôn Nà Ca có hộ nghèo và cận nghèo 14%.", False),
        ("Không có chi bộ nào đảng viên sinh hoạt dưới 80%.", "Chi bộ thôn Nà Ca đảng viên sinh hoạt đạt 72%.", True),
        ("Các thôn đều giảm tỷ lệ hộ nghèo.", "Riêng thôn Nà Ca tỷ lệ hộ nghèo tăng.", True),
        ("Các thôn đều giảm số hộ nghèo.", "Thôn Nà Ca có số hộ nghèo tăng do mất mùa.", True),
        ("Các thôn đều giảm số hộ nghèo.", "Thôn Nà Ca có số hộ khá tăng.", False),
        ("Các thôn đều giảm số hộ nghèo.", "Xã Khe Vai có số hộ nghèo tăng.", False),
    ],
)
def test_no_unit_is_beyond_a_rate_or_goes_the_other_way(
    claim: str, other: str, found: bool, findings_of: FindingsOf
) -> None:
    assert _is_found(findings_of, claim, other) is found


@pytest.mark.parametrize(
    ("claim", "other", "found"),
    [
        ("Số vụ việc về trật tự tăng.", "Xảy ra 09 vụ việc về trật tự, giảm 03 vụ so với cùng kỳ.", True),
        ("Số vụ việc về trật tự giảm.", "Xảy ra 09 vụ việc về trật tự, giảm 03 vụ so với cùng kỳ.", False),
        ("Số vụ cháy tăng.", "Xảy ra 09 vụ việc về trật tự, giảm 03 vụ so với cùng kỳ.", False),
        ("Số hộ nghèo giảm.", "Toàn xã có 120 hộ cận nghèo, tăng 12 hộ so với năm trước.", False),
        ("Số lượng học sinh tăng.", "Có 35 học sinh giỏi cấp huyện, giảm 5 học sinh so với năm trước.", False),
        ("Tổng số lao động tăng.", "Tạo việc làm cho 120 lao động, giảm 15 lao động so với cùng kỳ.", False),
        ("Số lượng đoàn viên giảm.", "Kết nạp 45 đoàn viên mới, tăng 5 đoàn viên so với cùng kỳ.", False),
        ("Số lượng hội viên tăng.", "Kết nạp mới 25 hội viên, giảm 05 hội viên so với cùng kỳ.", False),
        ("Lượng khách du lịch giảm.", "Đón 12.500 lượt khách du lịch, tăng 15% so với cùng kỳ.", True),
        ("Giai đoạn trước, số hội viên giảm.", "Có 240 hội viên, tăng 45 hội viên so với cùng kỳ.", False),
        ("An ninh trật tự phức tạp, số vụ việc tăng.", "Có 09 vụ việc về trật tự, giảm 03 vụ so với cùng kỳ.", True),
        (
            "Nguyên nhân do số lượt khám giảm so với năm trước.",
            "Trạm khám bệnh cho 9.874 lượt người. So với năm 2025 (9.215 lượt), tăng 659 lượt.",
            True,
        ),
    ],
)
def test_a_way_told_apart_from_its_number(claim: str, other: str, found: bool, findings_of: FindingsOf) -> None:
    assert _is_found(findings_of, claim, other) is found


_YEARS = "Số thu Quỹ Nghĩa tình các năm như sau.\n\nNăm\tSố thu (triệu đồng)\n2023\t{}\n2024\t{}\n2025\t{}\n\n"


@pytest.mark.parametrize(
    ("numbers", "claim", "found"),
    [
        ((145, 186, 212), "Số thu Quỹ Nghĩa tình có năm sụt giảm so với năm trước.", True),
        ((145, 132, 212), "Số thu Quỹ Nghĩa tình có năm sụt giảm so với năm trước.", False),
        ((145, 132, 212), "Số thu Quỹ Nghĩa tình tăng đều qua các năm.", True),
        ((145, 186, 212), "Số thu Quỹ Nghĩa tình tăng đều qua các năm.", False),
    ],
)
def test_a_series_of_years(numbers: tuple[int, ...], claim: str, found: bool, findings_of: FindingsOf) -> None:
    assert any(case == "text" for case, _ in findings_of(_YEARS.format(*numbers) + claim, KIND)) is found
