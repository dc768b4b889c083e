"""Matters that a heading names, and of which no word stands below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "missing-part"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "matter"]


_HEALTH = (
    "Phun hóa chất diệt muỗi tại 12 bản, tiêm vắc xin cho 450 trẻ dưới 5 tuổi; không có ca sốt xuất huyết. Trạm duy trì"
    " trực 24/24 giờ, chuẩn bị đủ hóa chất, vật tư cho mùa mưa. "
)
_FARM = (
    "Gieo trồng 320 ha lúa, 145 ha ngô, đạt 102% kế hoạch; năng suất lúa ước 52 tạ/ha. Sâu cuốn lá gây hại 12 ha,"
    " đã phun trừ kịp thời. Cung ứng 45 tấn phân bón trả chậm cho người dân. "
)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        pytest.param("Phòng, chống dịch bệnh, khám, chữa bệnh", _HEALTH + "Khám cho 1.250 lượt người.", id="told"),
        pytest.param("Phòng, chống dịch bệnh, khám, chữa bệnh", _HEALTH + "Điều trị nội trú 45 người.", id="otherwise"),
        pytest.param("Trồng trọt, chăn nuôi", _FARM + "Đàn lợn có 2.150 con.", id="by what is counted of it"),
        pytest.param("Trồng trọt, chăn nuôi", "Cơ bản ổn định.", id="a short text"),
        pytest.param("Trồng trọt", _FARM, id="one matter"),
        pytest.param("Phát triển kinh tế, nâng cao đời sống", _FARM, id="matters of no words of their own"),
        pytest.param("Quốc phòng, an ninh", "Dân quân trực sẵn sàng. " * 6 + "Tội phạm giảm 03 vụ.", id="two forces"),
        pytest.param("Văn hóa, thể thao, du lịch", "Tổ chức giải bóng chuyền, đón 120 khách. " * 5, id="three"),
        pytest.param("Dân tộc, tôn giáo", "Thăm 03 chùa, tặng quà đồng bào. " * 7, id="its people and places"),
        pytest.param(
            "Triển khai văn bản của Trung ương, của xã",
            "Quán triệt Nghị quyết số 66-NQ/TW; Đảng ủy xã có 03 kế hoạch. " * 4,
            id="documents of two levels",
        ),
        pytest.param("Giáo dục, y tế", "Có 04 trường, 1.245 học sinh; trạm y tế khám 650 lượt. " * 2, id="both told"),
        pytest.param("Nguyên nhân của hạn chế", "Địa bàn rộng, dân cư phân tán, thiếu vốn đầu tư. " * 2, id="causes"),
        pytest.param("Giáo dục, y tế", "Có 04 trường với 1.245 học sinh, giáo viên đạt chuẩn và " * 2, id="cut off"),
        pytest.param("Tiếp công dân, giải quyết khiếu nại", "Tiếp 15 lượt, nhận 04 đơn. " * 8, id="its papers"),
    ],
)
def test_heading_that_is_answered(title: str, body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(f"1. {title}\n\n{body}\n\n2. Công tác khác\n\nKhông có.", KIND)) == []


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        pytest.param("Tình hình phòng, chống dịch bệnh, khám, chữa bệnh", _HEALTH, "khám, chữa bệnh", id="no patient"),
        pytest.param("Trồng trọt, chăn nuôi", _FARM, "chăn nuôi", id="no animal"),
        pytest.param("Nông nghiệp, thủy lợi, giảm nghèo", _FARM.replace("lúa", "ngô"), "", id="not two of the table"),
        pytest.param(
            "Quốc phòng, an ninh", "Dân quân trực sẵn sàng, huấn luyện 45 đồng chí. " * 5, "an ninh", id="no police"
        ),
        pytest.param(
            "Văn hóa, thể dục thể thao và du lịch",
            "Tổ chức giải bóng chuyền nữ với 08 đội, 96 cầu thủ tham gia. " * 4,
            "du lịch",
            id="no guest",
        ),
        pytest.param(
            "Gia đình, dân số và bình đẳng giới",
            "Truyền thông về kế hoạch hóa gia đình tại 12 bản, 450 lượt người nghe. " * 4,
            "bình đẳng giới",
            id="no women",
        ),
        pytest.param(
            "Dự các hội nghị của Trung ương, Tỉnh và tổ chức hội nghị của địa phương",
            "Văn phòng tham mưu lịch họp trong tuần, bảo đảm thời gian; đã tổ chức 45 cuộc họp tại xã. " * 3,
            "của Trung ương",
            id="no meeting of the level",
        ),
        pytest.param("Giáo dục, y tế", "Có 04 trường với 1.245 học sinh, 96 giáo viên. " * 2, "y tế", id="no patient"),
        pytest.param(
            "Công tác khen thưởng, kỷ luật", "Tặng giấy khen cho 12 tập thể, 25 cá nhân. " * 2, "kỷ luật", id="no fault"
        ),
        pytest.param(
            "Nguyên nhân và giải pháp",
            "Địa bàn rộng, dân cư phân tán, thiếu vốn đầu tư. " * 2,
            "giải pháp",
            id="no way",
        ),
        pytest.param(
            "Hộ tịch, chứng thực",
            "Đăng ký khai sinh 45 trường hợp, kết hôn 12 cặp, khai tử 08 trường hợp; không có việc nào chậm. " * 3,
            "chứng thực",
            id="no copy",
        ),
    ],
)
def test_heading_of_which_a_matter_is_not_told(title: str, body: str, said: str, findings_of: FindingsOf) -> None:
    found = _told(findings_of(f"1. {title}\n\n{body}\n\n2. Công tác khác\n\nKhông có.", KIND))
    assert found == ([said] if said else [])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "2. Khó khăn, vướng mắc\n\nThiếu 02 biên chế. Đề nghị tỉnh bổ sung.", id="told before it is asked"
        ),
        pytest.param("2. Khó khăn và kiến nghị\n\nĐề nghị tỉnh bổ sung 02 biên chế.", id="a heading of requests too"),
    ],
)
def test_difficulties_that_are_told(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(f"1. Kết quả\n\nĐạt khá.\n\n{body}\n\n3. Công tác khác\n\nKhông có.", KIND)) == []


def test_difficulties_of_which_only_requests_are_told(findings_of: FindingsOf) -> None:
    body = "2. Khó khăn, vướng mắc\n\n- Đề nghị tỉnh bổ sung 02 biên chế.\n\n- Kiến nghị cấp 01 máy tính."
    found = _told(findings_of(f"1. Kết quả\n\nĐạt khá.\n\n{body}\n\n3. Công tác khác\n\nKhông có.", KIND))
    assert [one.startswith("2. Khó khăn, vướng mắc") for one in found] == [True]
