"""Half of a word left out before what is set behind it, ends of words written twice; first what looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Xã cung cấp dịch vụ công xã hội; nâng chất lượng dạy học.", id="a word beside a word"),
        pytest.param("Các bộ quản lý chuyên ngành đã trả lời.", id="bodies"),
        pytest.param("Các đoàn thể hướng mạnh hoạt động về cơ sở.", id="a verb and how it is done"),
        pytest.param("Xã chỉ thực hiện 02 dự án.", id="a word of grammar"),
        pytest.param("Lãnh, chỉ đạo thực hiện; tiếp tục thực hiện kế hoạch.", id="what two words share"),
        pytest.param("Trường học học sinh tự quét; hội viên là hòa giải viên.", id="an end and a beginning"),
        pytest.param(
            "Thôn dựng nhà cho hộ nghèo; 12 hộ hiện còn khó khăn; mua sách báo.", id="halves that stand alone"
        ),
        pytest.param("Nghị quyết được cụ thể hóa thành kế hoạch, đưa thành chỉ tiêu thi đua.", id="what it becomes"),
        pytest.param("Kinh phí phần xây dựng kế hoạch do xã chi; các hộ góp xây dựng cầu.", id="parts, and to give"),
        pytest.param("Cầu nối giữa dân và cán bộ; rà soát toàn tổ chức hội.", id="the people, the whole"),
        pytest.param("Giống lúa hợp với các xã vùng cao; mua sách hỗ trợ học sinh.", id="to suit, and books"),
        pytest.param("Đội đã dựng chương trình văn nghệ, dựng mô hình trại.", id="to stage"),
        pytest.param("Theo khảo sát hiện tỷ lệ hộ nghèo còn 5%; nhà máy hiện hoạt động tốt.", id="now"),
        pytest.param("Người dân khai lý lịch, khai sơ yếu; trường mua sách bài tập, sách nâng cao.", id="to fill in"),
        pytest.param("Chăn nuôi nuôi trồng; nhà máy làm việc việc của mình.", id="a verb of its own"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Ủy ban đã tiếp thực hiện kế hoạch.", "tiếp thực hiện", id="the end"),
        pytest.param("Tiếp đẩy mạnh cải cách.", "Tiếp đẩy mạnh", id="the end, at the head of a sentence"),
        pytest.param("Vận động các tổ chính trị góp sức.", "tổ chính trị", id="a noun"),
        pytest.param("Thôn có vụ chưa giải dứt điểm.", "giải dứt điểm", id="before how it is done"),
        pytest.param("Hạt đã xử kịp thời 03 vụ.", "xử kịp thời", id="before when"),
        pytest.param("Xã đã xây kế hoạch từ tháng 5.", "xây kế hoạch", id="before its object"),
        pytest.param("Hội tạo kiện cho thanh niên vay vốn.", "tạo kiện", id="the middle of three"),
        pytest.param("Từng thôn, từng hộ gia, từng cơ quan cam kết.", "hộ gia", id="before a comma"),
        pytest.param("Chính sách đối các đối tượng yếu thế được giữ.", "đối các", id="half of a preposition"),
        pytest.param("Năm qua các xã đã hiện chính sách giảm nghèo.", "hiện chính sách", id="the beginning"),
    ],
)
def test_half_of_a_word(body: str, here: str, findings_of: Found) -> None:
    assert [words for _, words in findings_of(body, "spelling")] == [here]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Tổ bảo vệ thường xuyên xuyên tuần tra.", "xuyên xuyên", id="an adverb"),
        pytest.param("Tình trạng phiền hà hà giảm hẳn.", "hà hà", id="what names have twice"),
        pytest.param("Ba dự án kéo dài dài nhiều năm.", "dài dài", id="a verb"),
        pytest.param("Chị em luôn luôn luôn gương mẫu.", "luôn luôn", id="three times"),
    ],
)
def test_the_end_of_a_word_twice(body: str, here: str, findings_of: Found) -> None:
    assert [words for _, words in findings_of(body, "spelling")] == [here]


def test_a_word_between_marks_that_no_neighbour_tells(findings_of: Found) -> None:
    body = "Hồ sơ đúng phương hướng, quy trinh; không có đơn."
    assert findings_of(body, "spelling") == [("slip", "quy trinh")]


def test_a_half_before_what_was_reached(findings_of: Found) -> None:
    assert findings_of("Kinh phí hoạt động chưa ứng được yêu cầu nhiệm vụ.", "spelling")
    assert not findings_of("Kinh phí hoạt động chưa đáp ứng được yêu cầu nhiệm vụ.", "spelling")
