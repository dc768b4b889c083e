"""The days of one matter: what ends before it begins, what is due before the report, what has not come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Ổ dịch phát hiện ngày 18/5/2026, được công bố kết thúc ngày 02/5/2026.",
            [("steps", "phát hiện ngày 18/5/2026, được công bố kết thúc ngày 02/5/2026")],
            id="an outbreak over before it was found",
        ),
        pytest.param(
            "Vụ cháy xảy ra lúc 14 giờ 30 phút ngày 27/3/2026, được dập tắt ngày 25/3/2026.",
            [("steps", "cháy xảy ra lúc 14 giờ 30 phút ngày 27/3/2026, được dập tắt ngày 25/3/2026")],
            id="with the time of day",
        ),
        pytest.param(
            "Đoàn làm việc với UBND xã ngày 15/8/2026, kết luận giám sát được thông qua ngày 02/8/2026.",
            [("steps", "làm việc với UBND xã ngày 15/8/2026, kết luận giám sát được thông qua ngày 02/8/2026")],
            id="conclusions before the visit",
        ),
        pytest.param(
            "Vụ ngộ độc xảy ra trưa ngày 18/3/2026; cơ quan chức năng lấy mẫu thức ăn ngay trong ngày 17/3/2026.",
            [("steps", "xảy ra trưa ngày 18/3/2026; cơ quan chức năng lấy mẫu thức ăn ngay trong ngày 17/3/2026")],
            id="samples before the accident",
        ),
        pytest.param(
            "Đơn tố cáo nhận ngày 09/7/2026, ra quyết định không giải quyết ngày 28/6/2026.",
            [("steps", "tố cáo nhận ngày 09/7/2026, ra quyết định không giải quyết ngày 28/6/2026")],
            id="an answer before the letter",
        ),
        pytest.param(
            "Biên bản ghi ngày 11/8/2026, trong khi Quyết định thành lập đoàn ký ngày 16/8/2026.",
            [("steps", "Biên bản ghi ngày 11/8/2026, trong khi Quyết định thành lập đoàn ký ngày 16/8/2026")],
            id="minutes of a group that was not there yet",
        ),
        pytest.param(
            "Dịch tái phát ngày 21/2/2026 tại thôn, đã tiêu hủy 46 con ngay từ ngày 12/2/2026.",
            [("steps", "tái phát ngày 21/2/2026 tại thôn, đã tiêu hủy 46 con ngay từ ngày 12/2/2026")],
            id="a count between",
        ),
        pytest.param(
            "Đoàn số 2 thành lập ngày 24/8/2026 đã hoàn tất việc kiểm tra tại xã từ ngày 16/8/2026.",
            [("steps", "thành lập ngày 24/8/2026 đã hoàn tất việc kiểm tra tại xã từ ngày 16/8/2026")],
            id="at work before it was set up",
        ),
        pytest.param(
            "Có kết quả thẩm định ngày 12/5/2026 đối với hồ sơ trình ngày 26/5/2026.",
            [("steps", "kết quả thẩm định ngày 12/5/2026 đối với hồ sơ trình ngày 26/5/2026")],
            id="an answer told before what was asked",
        ),
        pytest.param(
            "Ra quân ngày 01/3/2026, đánh giá kết quả tại hội nghị ngày 25/02/2026.",
            [("steps", "Ra quân ngày 01/3/2026, đánh giá kết quả tại hội nghị ngày 25/02/2026")],
            id="looked back upon before it began",
        ),
        pytest.param(
            "Hội đồng thẩm định ngày 15/8/2026, phê duyệt ngày 02/8/2026.",
            [("steps", "thẩm định ngày 15/8/2026, phê duyệt ngày 02/8/2026")],
            id="approved before it was examined",
        ),
        pytest.param(
            "Hội ra mắt Ban Chấp hành sáng 04/7/2026 theo Quyết định chỉ định ký ngày 11/7/2026.",
            [("steps", "ra mắt Ban Chấp hành sáng 04/7/2026 theo Quyết định chỉ định ký ngày 11/7/2026")],
            id="before the paper that it rests on",
        ),
        pytest.param(
            "Đoàn kiểm tra ngày 15/8/2026 việc thực hiện kết luận giám sát ngày 02/3/2026.", [], id="carried out"
        ),
        pytest.param(
            "Đơn được thụ lý ngày 12/5/2026 và có kết luận nội dung tố cáo ngày 02/5/2026.",
            [("steps", "thụ lý ngày 12/5/2026 và có kết luận nội dung tố cáo ngày 02/5/2026")],
            id="a conclusion before the complaint",
        ),
        pytest.param(
            "Đường vào bản Khe Lạnh khởi công ngày 05/3/2026, bàn giao ngày 20/02/2026.",
            [("steps", "khởi công ngày 05/3/2026, bàn giao ngày 20/02/2026")],
            id="handed over before it was begun",
        ),
        pytest.param(
            "Hội thi khai mạc ngày 15 tháng 8 năm 2026, bế mạc ngày 13 tháng 8 năm 2026.",
            [("steps", "khai mạc ngày 15 tháng 8 năm 2026, bế mạc ngày 13 tháng 8 năm 2026")],
            id="in words",
        ),
        pytest.param(
            "Sau Hội nghị người lao động ngày 28/9/2025, Giám đốc ký Quyết định số 102/QĐ-TTYT ngày 15/9/2025.",
            [
                (
                    "steps",
                    "Sau Hội nghị người lao động ngày 28/9/2025, Giám đốc ký Quyết định số 102/QĐ-TTYT ngày 15/9/2025",
                )
            ],
            id="what followed lies before",
        ),
        pytest.param(
            "Sau Hội nghị ngày 28/9/2025, trung tâm triển khai quy chế theo Quyết định số 02/QĐ-TTYT ngày 15/9/2025.",
            [],
            id="on the ground of what was there",
        ),
        pytest.param(
            "Vụ án được khởi tố ngày 18/11/2025, Viện kiểm sát ban hành cáo trạng ngày 05/11/2025.",
            [("steps", "khởi tố ngày 18/11/2025, Viện kiểm sát ban hành cáo trạng ngày 05/11/2025")],
            id="charged before the case was opened",
        ),
        pytest.param(
            "Hợp đồng xây lắp được ký ngày 10/7/2025 và nghiệm thu ngày 25/6/2025.",
            [("steps", "Hợp đồng xây lắp được ký ngày 10/7/2025 và nghiệm thu ngày 25/6/2025")],
            id="accepted before the contract",
        ),
        pytest.param(
            "Dự án khởi công ngày 05/3/2026, đến ngày 12/11/2025 hoàn thành.",
            [("steps", "khởi công ngày 05/3/2026, đến ngày 12/11/2025 hoàn thành")],
            id="what was done on a day stands behind it",
        ),
        pytest.param(
            "Dự án khởi công ngày 05/3/2025, đến ngày 12/11/2025 hoàn thành.", [], id="which is right in that order"
        ),
        pytest.param(
            "Thụ lý vụ án ngày 14/7/2025, mở phiên tòa xét xử ngày 28/6/2025.",
            [("steps", "Thụ lý vụ án ngày 14/7/2025, mở phiên tòa xét xử ngày 28/6/2025")],
            id="tried before it was taken up",
        ),
        pytest.param(
            "Bệnh nhân nhập viện ngày 02/3/2026, ra viện ngày 14/3/2026; xét xử sơ thẩm ngày 05/5/2026, phúc thẩm"
            " ngày 20/7/2026.",
            [],
            id="steps of a cure and of a case in order",
        ),
        pytest.param("Khởi công ngày 05/3/2026, bàn giao ngày 20/8/2026.", [], id="in order"),
        pytest.param("Tiếp nhận đơn ngày 20/12, trả lời ngày 05/01/2026.", [], id="over the turn of a year"),
        pytest.param("Thụ lý ngày 12/5/2026. Vụ trước đã kết luận ngày 02/5/2026.", [], id="two sentences"),
    ],
)
def test_a_matter_begins_before_it_ends(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


TASKS = "Làm tốt.\n\nII. NHIỆM VỤ THỜI GIAN TỚI\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Văn phòng trình quy chế trước ngày 31/3/2025.", ["trước ngày 31/3/2025"], id="a day"),
        pytest.param("Rà soát, báo cáo kết quả trong quý II/2025.", ["trong quý II/2025"], id="a quarter"),
        pytest.param(
            "Các thôn nộp danh sách chậm nhất là ngày 15-8-2026.", ["chậm nhất là ngày 15-8-2026"], id="at latest"
        ),
        pytest.param("- Tổ chức sơ kết 6 tháng vào ngày 30/5/2026.", ["vào ngày 30/5/2026"], id="to be held on a day"),
        pytest.param("1. Họp mặt người có uy tín vào ngày 02/02/2026.", ["vào ngày 02/02/2026"], id="to meet on a day"),
        pytest.param("- Tổ chức sơ kết 9 tháng vào ngày 30/9/2026.", [], id="to be held on a day to come"),
        pytest.param("- Tổ chức khắc phục vụ cháy xảy ra vào ngày 30/5/2026.", [], id="the day of what befell"),
        pytest.param("- Tổ chức thực hiện kết luận cuộc họp ngày 30/5/2026.", [], id="the day of a meeting"),
        pytest.param("Hoàn thành trước ngày 31/12/2026.", [], id="a day to come"),
        pytest.param("Giải quyết các vụ việc phát sinh trước ngày 01/7/2025.", [], id="what arose before"),
        pytest.param(
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh.", [], id="the date of a document"
        ),
    ],
)
def test_a_task_is_due_after_the_report(body: str, found: list[str], findings_of: FindingsOf) -> None:
    """The report is of 12 September 2026."""
    assert findings_of(TASKS + body, KIND) == [("past-term", one) for one in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã có 8/9 thôn họp dân; thôn còn lại tổ chức ngày 20/10/2026.", [], id="what is left to be held"),
        pytest.param("Ngày 20/10/2026, xã đã tổ chức ra quân.", [("not-yet", "20/10/2026")], id="an event"),
        pytest.param(
            "Ngày 20/10/2026, Hội Phụ nữ xã đã bàn giao nhà cho 02 hộ, kết quả được người dân đón nhận từ đầu.",
            [("not-yet", "20/10/2026")],
            id="an event told with words that plans have, too",
        ),
        pytest.param("Ngày 20/10/2026 đã được chọn để khánh thành cho kịp mùa vụ.", [], id="a day that was set"),
        pytest.param("Tính đến ngày 30/11/2026 có 12 tổ.", [("not-yet", "30/11/2026")], id="figures"),
        pytest.param("Dự kiến ngày 20/10/2026 tổ chức ra quân.", [], id="a plan"),
        pytest.param("Ước tính đến ngày 30/11/2026 có 12 tổ.", [], id="an estimate"),
        pytest.param(
            "Có 32/32 thôn tổ chức Ngày hội từ ngày 10 đến ngày 18/12/2026.", [("not-yet", "18/12/2026")], id="a range"
        ),
        pytest.param(
            "Từ ngày 01/3/2021 đến ngày 17/12/2026, toàn xã đã tiếp nhận 345 hồ sơ.",
            [("not-yet", "17/12/2026")],
            id="what came in up to a day",
        ),
        pytest.param("Từ ngày 01/3/2026 đến ngày 17/12/2026 là thời gian thực hiện.", [], id="how long it is to last"),
        pytest.param(
            "Chương trình gặp mặt diễn ra sáng 20/10/2026 với 126 chị về dự.",
            [("not-yet", "20/10/2026")],
            id="a morning",
        ),
        pytest.param("Các thôn tổ chức Ngày hội từ ngày 10 đến ngày 18/12/2026.", [], id="a range that is planned"),
        pytest.param("Ngày 20/8/2026, xã đã tổ chức ra quân.", [], id="before the report"),
        pytest.param("Tính đến ngày 15/9/2026 có 12 tổ.", [], id="some days later"),
    ],
)
def test_what_is_told_has_happened(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Kho mới đưa vào sử dụng ngày 06/01/2026, sau khi hoàn thành xây dựng ngày 25/5/2026.",
            ["steps"],
            id="after",
        ),
        pytest.param("Dự án phê duyệt ngày 10/5/2026, trước khi khởi công ngày 02/4/2026.", ["steps"], id="before"),
        pytest.param(
            "Kho mới đưa vào sử dụng ngày 06/6/2026, sau khi hoàn thành xây dựng ngày 25/5/2026.", [], id="in order"
        ),
        pytest.param(
            "Kế hoạch ký ngày 06/01/2026, sau khi điều chỉnh ngày 25/5/2026 có 02 thôn thêm vào.", [], id="goes on"
        ),
    ],
)
def test_what_is_said_to_follow_follows(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, KIND)] == found


@pytest.mark.parametrize(
    "days", ["từ ngày 20/8/2026 đến ngày 05/8/2026", "từ ngày 20/8/2026 - 05/8/2026", "từngày 20/8/2026 đến 05/8/2026"]
)
def test_days_run_forward(days: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"Kiểm tra {days}.", KIND) == [("backwards", days)]
    assert findings_of("Kiểm tra từ ngày 20/12/2025 đến ngày 05/8/2026.", KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quy chế sửa lần thứ nhất ngày 17/5/2024, lần thứ hai ngày 08/3/2023.",
            [("steps", "lần thứ nhất ngày 17/5/2024, lần thứ hai ngày 08/3/2023")],
            id="the second time before the first",
        ),
        pytest.param(
            "Ban Chỉ đạo được thành lập ngày 21/7/2025, họp phiên thứ nhất ngày 12/7/2025.",
            [("steps", "thành lập ngày 21/7/2025, họp phiên thứ nhất ngày 12/7/2025")],
            id="a session before the body was founded",
        ),
        pytest.param("Đợt 1 ngày 17/5/2024, đợt 2 ngày 08/9/2024.", [], id="in order"),
        pytest.param("Đợt 1 ngày 17/5/2024 ở thôn Trong; lần thứ hai ngày 08/3/2023.", [], id="of different things"),
        pytest.param("Đợt hai ngày 17/5/2024, đợt một ngày 08/3/2024.", [], id="told backwards"),
    ],
)
def test_turns_follow_each_other(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Công trình thi công từ tháng 5/2024 đến tháng 02/2023 thì xong.",
            [("backwards", "từ tháng 5/2024 đến tháng 02/2023")],
            id="years exchanged",
        ),
        pytest.param(
            "Học viên thực tập từ tháng 9 năm 2025 đến hết tháng 8 năm 2025.",
            [("backwards", "từ tháng 9 năm 2025 đến hết tháng 8 năm 2025")],
            id="in words",
        ),
        pytest.param("Thi công từ tháng 11/2024 đến tháng 02/2025.", [], id="over the new year"),
        pytest.param("Trực từ tháng 5/2025 đến tháng 5/2025.", [], id="one month"),
        pytest.param("Thủy lợi phí từ tháng 9 đến tháng 3 được miễn.", [], id="months without their years"),
    ],
)
def test_months_with_their_years_do_not_run_backwards(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, KIND) == found
