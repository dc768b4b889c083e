"""Lists of names against the number that announces them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã chọn 03 xã: Khe Lạnh, Nà Pàn và Phiêng Sa.", [], id="all are named"),
        pytest.param(
            "Đã chọn 02 xã: Khe Lạnh, Nà Pàn và Phiêng Sa.", [("named", "02 xã")], id="two announced, three named"
        ),
        pytest.param("Đã chọn 02 xã: Khe Lạnh và Nà Pàn.", [], id="two announced, two named"),
        pytest.param("Đã chọn 05 xã, trong đó có: Khe Lạnh, Nà Pàn.", [], id="some are picked out"),
        pytest.param("Đã chọn 05 xã như sau: Khe Lạnh, Nà Pàn, ...", [], id="it goes on"),
        pytest.param("Có 05 thôn: thôn 1, thôn 2, thôn 3, thôn 4, thôn 5.", [], id="named by numbers"),
        pytest.param("Đã lập 05 tổ gồm: công an, quân sự.", [], id="members"),
        pytest.param("Tập trung 3 nội dung gồm: họp dân, thi đua và khen thưởng, kiểm tra.", [], id="a name of two"),
        pytest.param("Đã dự tại 03 tỉnh: Mẫu Sơn, TP. Cầu Vồng, Khe Vang.", [], id="a short form with its stop"),
        pytest.param("Đã giải ngân cho 04 xã: Khe Lạnh 12 triệu đồng, Nà Pàn 5 triệu đồng.", [], id="with numbers"),
        pytest.param("Đã chấm 03 xã: Khe Lạnh 14/19 tiêu chí, Nà Pàn, Lũng Ẳng 9/19 tiêu chí.", [], id="with scores"),
        pytest.param(
            "Làm việc với 03 đơn vị gồm: Sở Tài chính, Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh.",
            [],
            id="bodies with commas in their names",
        ),
        pytest.param(
            "Xã còn 03 phòng, đơn vị: Văn phòng HĐND và UBND, Phòng Kinh tế, Phòng Văn hóa - Xã hội.",
            [],
            id="a body with two councils in its name",
        ),
        pytest.param(
            "Xã còn 04 phòng, đơn vị: Văn phòng HĐND và UBND, Phòng Kinh tế, Phòng Văn hóa - Xã hội.",
            [("named", "04 phòng")],
            id="offices and bodies, one missing",
        ),
        pytest.param(
            "Có 02 trường đạt chuẩn quốc gia là Trường TH và THCS Khe Lạnh, Trường Mầm non Nà Pàn, bảo đảm kế hoạch.",
            [],
            id="schools of two levels, and what is told of them all",
        ),
        pytest.param(
            "Có 03 trường đạt chuẩn quốc gia là Trường TH và THCS Khe Lạnh, Trường Mầm non Nà Pàn, bảo đảm kế hoạch.",
            [("named", "03 trường")],
            id="schools, one missing",
        ),
        pytest.param("Thực hiện 05 tiêu chí là đường, điện và trường học.", [], id="what they are about"),
        pytest.param("Đã lát 02 công trình (xã Nà Pàn, xã Khe Lạnh, xã Lũng Ẳng).", [], id="where they are"),
        pytest.param(
            "Làm việc với 03 đơn vị: Sở Tài chính, Sở Y tế, Kho bạc, Công an tỉnh.",
            [("named", "03 đơn vị")],
            id="one body too many",
        ),
        pytest.param(
            "Có 04 doanh nghiệp: Mộc An, Khe Vang, ABC.", [("named", "04 doanh nghiệp")], id="firms by their names"
        ),
        pytest.param(
            "Duy trì 04 câu lạc bộ gồm: Tiếng Anh, Toán học, Cầu lông và Văn nghệ, sinh hoạt 02 lần/tháng.",
            [],
            id="names, and what they do",
        ),
        pytest.param(
            "Duy trì 05 câu lạc bộ gồm: Tiếng Anh, Toán học và Văn nghệ, họp 02 lần/tháng, và Cầu lông, Bóng bàn.",
            [],
            id="names that go on",
        ),
        pytest.param(
            "Duy trì 05 câu lạc bộ gồm: Tiếng Anh, Toán học, Cầu lông và Văn nghệ, sinh hoạt 02 lần/tháng.",
            [("named", "05 câu lạc bộ")],
            id="one is missing before what they do",
        ),
        pytest.param(
            "Xã có 04 dân tộc gồm: Tày, Nùng và Dao, chiếm 97% dân số.", [("named", "04 dân tộc")], id="peoples"
        ),
        pytest.param("Thi 4 môn: bóng đá, bóng chuyền, cầu lông, kéo co; đạt 02 giải Nhất.", [], id="and their prizes"),
        pytest.param(
            "Thi 5 môn: bóng đá, bóng chuyền, cầu lông, kéo co; đạt 02 giải Nhất.",
            [("named", "5 môn")],
            id="one is missing before their prizes",
        ),
        pytest.param("Có 05 khâu dịch vụ: làm đất, vật tư, giống, thu hoạch và tiêu thụ.", [], id="services"),
        pytest.param(
            "Có 06 khâu dịch vụ: làm đất, vật tư, giống, thu hoạch và tiêu thụ. Kết quả tốt.",
            [("named", "06 khâu")],
            id="services, one of which is missing",
        ),
        pytest.param("Có 3 mô hình mới: nuôi ong lấy mật ở thôn trên.", [], id="what they are, not their names"),
        pytest.param(
            "Đã chọn 05 xã: Khe Lạnh, Nà Pàn, Lũng Ẳng và Phiêng Sa.", [("named", "05 xã")], id="one is missing"
        ),
        pytest.param(
            "Đã chấm 04 xã: Khe Lạnh 14/19 tiêu chí, Nà Pàn, Lũng Ẳng 9/19 tiêu chí.",
            [("named", "04 xã")],
            id="one is missing among scores",
        ),
        pytest.param(
            "Có 05 thôn đạt chuẩn gồm: Khe Lạnh, Nà Pàn, Lũng Ẳng và Phiêng Sa.",
            [("named", "05 thôn")],
            id="one is missing of those that reached something",
        ),
        pytest.param(
            "Tuyên truyền bằng 04 hình thức: loa truyền thanh, họp thôn và mạng xã hội.",
            [("named", "04 hình thức")],
            id="matters behind a colon at once",
        ),
        pytest.param("Có xã mới (03 thôn: Trong, Ngoài, Giữa, Trên).", [("named", "03 thôn")], id="one too many"),
        pytest.param("Mở 3 lớp: lớp dân vận, lớp tin học, lớp kỹ năng.", [], id="the noun at each name"),
        pytest.param(
            "Mở 4 lớp: lớp dân vận, lớp tin học, lớp kỹ năng.", [("named", "4 lớp")], id="one of them missing"
        ),
        pytest.param(
            "Có 3 di tích gồm: đình Trong, đền Ngoài, chùa Giữa, miếu Trên.",
            [("named", "3 di tích")],
            id="proper names behind their nouns",
        ),
        pytest.param(
            "Tập trung 4 nhiệm vụ gồm: họp dân; kiểm tra.", [("named", "4 nhiệm vụ")], id="matters that are too few"
        ),
        pytest.param(
            "Thực hiện 3 giải pháp sau: họp dân; thi đua; kiểm tra; giám sát.",
            [("named", "3 giải pháp")],
            id="matters that are too many",
        ),
    ],
)
def test_names(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


SIX = "hàng ăn tăng 0,2%, đồ uống giảm 0,1%; may mặc không biến động; nhà ở, điện nước tăng 2%; thuốc tăng 0,1%"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Trong 6 nhóm hàng: {SIX}; giao thông giữ nguyên.", [], id="as many as announced"),
        pytest.param("Trong 11 nhóm hàng: 3 nhóm tăng, 8 nhóm giảm.", [], id="groups that are counted"),
        pytest.param(f"Trong 11 nhóm hàng: {SIX}.", [], id="some of many"),
        pytest.param(f"Trong 6 nhóm hàng: {SIX}.", [("named", "6 nhóm hàng")], id="one is missing"),
    ],
)
def test_which_way_each_group_went(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 05 câu lạc bộ (dân ca, cờ tướng, cầu lông, dưỡng sinh, bóng chuyền).", [], id="as many"),
        pytest.param("Có 08 câu lạc bộ (dân ca, cờ tướng, cầu lông, dưỡng sinh).", [], id="some of many"),
        pytest.param("Lập 05 tổ công tác (công an, quân sự, y tế, thanh niên).", [], id="members of groups"),
        pytest.param(
            "Có 06 câu lạc bộ (dân ca, cờ tướng, cầu lông, dưỡng sinh, bóng chuyền).",
            [("named", "06 câu lạc bộ")],
            id="one is missing",
        ),
        pytest.param(
            "Hợp tác xã có 07 tổ dịch vụ (thủy lợi, bảo vệ đồng, vật tư, nước sạch, quản lý chợ, vệ sinh).",
            [("named", "07 tổ dịch vụ")],
            id="groups of work",
        ),
    ],
)
def test_small_names_in_brackets(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found
