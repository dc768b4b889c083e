"""What is told as done in one place and as not done, or going on, in another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_FAR = "\nCông tác văn thư được duy trì nền nếp. " * 12


@pytest.mark.parametrize(
    ("done", "other"),
    [
        pytest.param("Nhà văn hóa Nà Lốc đã hoàn thành.", "Nhà văn hóa Nà Hin đang thi công.", id="another work"),
        pytest.param("Cầu Pá Hốc đã nghiệm thu phần móng.", "Cầu Pá Hốc chưa nghiệm thu phần mặt.", id="parts"),
        pytest.param("Đã quyết toán 05 công trình đường.", "Còn 03 công trình đường chưa quyết toán.", id="numbers"),
        pytest.param(
            "Đã ban hành quy chế chi tiêu nội bộ.", "Một số thôn chưa ban hành quy chế chi tiêu nội bộ.", id="some"
        ),
        pytest.param(
            "Đã ban hành quy chế chi tiêu nội bộ.",
            "Trạm Y tế chưa ban hành quy chế chi tiêu nội bộ.",
            id="another body",
        ),
        pytest.param("Đã bố trí kinh phí sửa trạm.", "Chưa bố trí kinh phí mua thiết bị trạm.", id="another purpose"),
        pytest.param("Đường Tà Lèng đã hoàn thành.", "Năm 2019 đường Tà Lèng chưa hoàn thành.", id="another year"),
        pytest.param("Cầu Pá Hốc đã bàn giao.", "Cầu Pá Hốc chưa quyết toán.", id="a later act"),
    ],
)
def test_nothing_is_flagged(done: str, other: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{done}{_FAR}{other}", KIND) == []


@pytest.mark.parametrize(
    ("done", "other"),
    [
        pytest.param(
            "Cầu treo Pá Hốc đã được nghiệm thu.", "Cầu treo Pá Hốc chưa được nghiệm thu do thiếu hồ sơ.", id="accepted"
        ),
        pytest.param(
            "Xã đã thành lập tổ công nghệ số ở các thôn.", "Đến nay xã chưa thành lập tổ công nghệ số.", id="set up"
        ),
        pytest.param(
            "Huyện đã phê duyệt quy hoạch chung Lũng Ẳng.",
            "Quy hoạch chung Lũng Ẳng chưa được phê duyệt.",
            id="who did it stands before, what it was done to behind",
        ),
        pytest.param(
            "Đường vào khu Huổi Lắc đã thông xe.", "Đường vào khu Huổi Lắc đang giải phóng mặt bằng.", id="going on"
        ),
        pytest.param(
            "Đã bàn giao mặt bằng dự án hồ Nậm Cắt.", "Mặt bằng dự án hồ Nậm Cắt chưa bàn giao.", id="the act first"
        ),
        pytest.param(
            "Đã bổ nhiệm Hiệu trưởng Trường số 2.", "Hiệu trưởng Trường số 2 chưa được bổ nhiệm.", id="numbered"
        ),
        pytest.param(
            "Kè suối Nậm Mu đã thi công xong, đã quyết toán.", "Kè suối Nậm Mu chưa quyết toán.", id="two acts"
        ),
    ],
)
def test_done_and_not_done(done: str, other: str, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{done}{_FAR}{other}", KIND)) == 1


_NAMED = "Hội thi Giai điệu quê hương"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{_NAMED} diễn ra ngày 12/5/2026. {_NAMED} tổ chức ngày 12/5/2026.", [], id="one day"),
        pytest.param(
            f"{_NAMED} cấp xã diễn ra ngày 12/5/2026. {_NAMED} cấp tỉnh diễn ra ngày 21/5/2026.", [], id="levels"
        ),
        pytest.param(
            f"{_NAMED} diễn ra ngày 12/5/2026. {_NAMED} tổ chức ngày 21/5/2026 vòng chung kết.", [], id="rounds"
        ),
        pytest.param("Hội thi diễn ra ngày 12/5/2026. Hội thi tổ chức ngày 21/5/2026.", [], id="no name"),
        pytest.param(
            f"{_NAMED} diễn ra ngày 12/5/2026. Xã trao giải cho 9 đội. {_NAMED} tổ chức ngày 21/5/2026 thu hút 9 đội.",
            ["two-days"],
            id="two days of one event",
        ),
    ],
)
def test_days_of_one_event(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "date-chronology")] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Đã số hóa xong toàn bộ hồ sơ địa chính.\nViệc số hóa hồ sơ địa chính chưa hoàn thành.", 1),
        ("Đã số hóa xong toàn bộ hồ sơ địa chính.\nViệc số hóa hồ sơ hộ tịch chưa hoàn thành.", 0),
    ],
)
def test_work_that_is_not_finished(
    body: str, told: int, findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert len(findings_of(body, "body-appendix-mismatch")) == told
