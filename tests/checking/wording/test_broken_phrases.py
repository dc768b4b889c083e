"""Phrases that a slip leaves in words of their own, halves of members, a matter named twice; first what is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Xã đề xuất đầu tư nhà văn hóa; cam kết thực hiện đúng.", id="the end of another word"),
        pytest.param("Báo cáo đúng định kỳ; nhận đầy đủ hồ sơ; thay đổi nội dung.", id="words of their own"),
        pytest.param("Nhân dân đóng góp 12 tỷ tham gia làm đường.", id="an amount"),
        pytest.param("Mức thu từ 5 triệu đồng trở lên; các hộ khá trở lên đăng ký.", id="upwards"),
        pytest.param("Cấp ủy, tổ chức đảng tham gia ý kiến; 20 hội viên dự.", id="the Party itself"),
        pytest.param("Thường trực lãnh, chỉ đạo; công, viên chức tham gia.", id="halves that share the other"),
        pytest.param("Bảo vệ an toàn dữ liệu, thông tin, dữ liệu số của xã.", id="a longer matter"),
        pytest.param("Những điều đạt được và các điều có lợi.", id="things"),
        pytest.param("Tìm điểm đo thiếu số liệu; đo độ ảnh hưởng.", id="to measure"),
        pytest.param("Hóa giải thành công mâu thuẫn; dành kinh phí cho trường.", id="other words"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Tạo điều thuận lợi cho người dân.", "Tạo điều thuận lợi", id="a word of grammar left alone"),
        pytest.param("Trong thời tới, xã tập trung làm đường.", "Trong thời tới", id="at the head of a sentence"),
        pytest.param("Nhận thức của một bộ cán bộ còn hạn chế.", "một bộ cán bộ", id="a noun that stands alone"),
        pytest.param("Có 98% đảng viên tốt nhiệm vụ được giao.", "đảng viên tốt nhiệm", id="a word of two"),
        pytest.param("Làm rõ vai của Mặt trận.", "vai của", id="before a word of grammar"),
        pytest.param("Có 95% đảng tham gia học tập.", "đảng", id="members of the Party"),
        pytest.param("Chi bộ có 3 đồng tham gia lớp tập huấn.", "đồng", id="persons, no money"),
        pytest.param("Công tác thi đua, khen được quan tâm.", "khen", id="the second of two"),
        pytest.param("Phối hợp với các cơ, đơn vị liên quan.", "cơ", id="the first of two"),
    ],
)
def test_a_syllable_left_out(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("left-out", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Việc họp thôn dần trở lên hình thức.", "trở lên hình thức", id="'trở nên'"),
        pytest.param("Đề nghị điều chỉnh xuất đầu tư.", "xuất đầu tư", id="'suất'"),
        pytest.param("Vốn còn ít, đo đó tiến độ chậm.", "đo đó", id="'do'"),
        pytest.param("Đội tuyển dành giải nhất toàn đoàn.", "dành giải nhất", id="'giành'"),
        pytest.param("Người và lao động được tặng quà.", "Người và lao động", id="a word too many"),
        pytest.param("Các chỉ tiêu điều đạt kế hoạch.", "chỉ tiêu điều đạt", id="'đều'"),
        pytest.param("Tập huấn nghiêm vụ cho cán bộ hội.", "nghiêm vụ", id="a pair that many confuse"),
    ],
)
def test_another_word(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


def test_a_matter_named_twice(findings_of: Found) -> None:
    body = "Đã quán triệt 12 chỉ thị, nghị quyết, chỉ thị của cấp trên."
    assert findings_of(body, "spelling") == [("doubled", "chỉ thị, nghị quyết, chỉ thị")]
