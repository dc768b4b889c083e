"""Words written twice, halves of words left alone, and words turned round; first what is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Khi phát hiện hành vi vi phạm thì lập biên bản.", id="the end of one and the beginning of one"),
        pytest.param("Thu hút đầu tư tư nhân; lương của nhà giáo giáo dục nghề nghiệp.", id="within longer terms"),
        pytest.param("Doanh thu thu được nộp quỹ; do thư ký ký.", id="a verb behind a noun"),
        pytest.param("Các xã xã hội hóa việc thu gom rác; tổ hòa giải giải quyết tại chỗ.", id="a noun and a verb"),
        pytest.param("Xã chữa bệnh lao cho người nghèo; đoạt cúp vô địch.", id="syllables in their company"),
        pytest.param("Cải tạo hệ thống thoát nước phố Quang Trung.", id="a street"),
        pytest.param("Giá nguyên, vật liệu tăng; lãnh, chỉ đạo sát sao.", id="halves that a comma parts"),
        pytest.param("Cán bộ đi làm việc ở nước ngoài; giải quyết việc làm cho 20 lao động.", id="to work, and work"),
        pytest.param("Các ngày việc làm được công khai trên sàn việc làm.", id="work that is on offer"),
        pytest.param("Các chi hội phó và thủ quỹ đã họp; được hoàn số thuế nộp thừa.", id="a word between two"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Chỉnh trang 215 biển quảng quảng cáo.", "quảng quảng", id="behind a noun"),
        pytest.param("Góp công, 1,75 tỷ đồng đồng làm đường.", "đồng đồng", id="money"),
        pytest.param("Hằng năm, trên 97% đảng đảng viên đăng ký.", "đảng đảng", id="a noun that begins another"),
        pytest.param("Phụ lục văn bản bản trình bày riêng.", "bản bản", id="before a verb"),
        pytest.param("Vị trí làm việc việc theo đề án.", "việc việc", id="before a word of grammar"),
        pytest.param("Thu nhập bình quân quân đầu người tăng.", "quân quân", id="inside a term"),
        pytest.param("Chất lượng phản biện xã xã hội được nâng lên.", "xã xã", id="inside a term, a noun"),
        pytest.param("Kết quả thực thực hiện nhiệm vụ năm.", "thực thực", id="the half of a word"),
    ],
)
def test_a_syllable_twice(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("doubled", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Làm tốt công tác cảnh khu vực nguy hiểm.", "tác cảnh khu", id="'báo' left out"),
        pytest.param("Lớp học cho các cán của thôn.", "các cán của", id="'bộ' left out"),
    ],
)
def test_a_half_alone(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("alone", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Đảng ủy ban hành quy chế việc làm của Ban Chấp hành.", "việc làm", id="how one works"),
        pytest.param("Giải quyết làm việc cho 120 lao động.", "làm việc", id="what is sought"),
        pytest.param("Đã kịp chấn thời chỉnh khuyết điểm.", "kịp chấn thời chỉnh", id="two words in each other"),
        pytest.param("Các kiến bàn nghị của cử tri được trả lời.", "kiến bàn nghị", id="a word in another"),
        pytest.param("Tăng cường việc lý quản, sử dụng tài sản.", "lý quản", id="before a comma"),
    ],
)
def test_turned_round(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]
