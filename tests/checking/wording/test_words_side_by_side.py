"""Words of one syllable that often stand side by side, and words of one field: first phrases that look like theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tối đa mức ăn là 45.000 đồng; dữ liệu cảm biến được lưu.", id="words that look like others"),
        pytest.param("Trạm cấp nước đặt cách nhau 50 m; nâng hạ hàng tại bến.", id="words of a trade"),
        pytest.param("Xã lo cho dân; học sinh vào học lớp 6; nhận quyền sử dụng đất.", id="words beside words"),
        pytest.param("Giữ gìn tình làng nghĩa xóm; hội nghị bầu ban thanh tra.", id="turns of speech"),
        pytest.param("Dạy thêm đúng quy định; cán bộ được đào tạo bài bản; dịch bùng phát.", id="as they are"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Trường cam kết không day thêm trái quy định.", "day thêm", id="two that stand alone"),
        pytest.param("Trưởng thôn chưa qua đào tạo bài bàn; tuổi cao.", "bài bàn", id="a tone"),
        pytest.param("Xã không để dịch tả lợn bùng phạt.", "bùng phạt", id="one that stands alone"),
        pytest.param("Đội tuyển dành được 12 huy chương.", "dành được", id="what sounds alike"),
        pytest.param("Chi bộ còn né trách, ngại va chạm.", "né trách", id="a last sound"),
        pytest.param("Hợp tác xã bán chịu không tình lãi cho xã viên.", "tình lãi", id="a mark"),
        pytest.param("Lớp trẻ thi nhảy bao bố, bịp mắt bắt dê.", "bịp mắt", id="a game"),
    ],
)
def test_slips(body: str, here: str, findings_of: Found) -> None:
    assert [words for _, words in findings_of(body, "spelling")] == [here]
