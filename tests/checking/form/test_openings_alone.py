"""Adverbials that a full stop closes, and whole sentences that open with the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Do mưa kéo dài, nhiều đoạn đường sạt lở. UBND xã đã huy động 03 máy xúc.", id="a main clause"),
        pytest.param("Do thời tiết không thuận lợi năng suất lúa giảm. UBND xã đã họp.", id="one without a comma"),
        pytest.param("Do đó các hộ tự tháo dỡ hàng rào. UBND xã đã tổ chức giám sát.", id="pointing back"),
        pytest.param("Tiến độ làm đường chậm. Do mặt bằng thôn Nà Lầu. UBND xã đã họp.", id="a cause told after"),
        pytest.param(
            "Tiến độ bảo đảm. Tuy nhiên, do vướng mặt bằng nên hai tuyến còn chậm. UBND xã đã họp.",
            id="joined, with it",
        ),
        pytest.param("Nguyên nhân: Do kinh phí của cấp trên. UBND xã đã tổ chức họp dân.", id="a cause asked for"),
        pytest.param("Do đồng chí Bí thư làm trưởng ban. Ban đã họp 4 kỳ trong năm.", id="who does it"),
        pytest.param("Qua kiểm tra phát hiện 03 cơ sở vi phạm. Đoàn đã lập biên bản.", id="what was found"),
        pytest.param("Sau khi rà soát còn 12 hộ nghèo. UBND xã đã niêm yết.", id="what was left"),
        pytest.param("Sau khi học tập các hội viên trao đổi sôi nổi. Hội đã tổng hợp.", id="who did it"),
        pytest.param("Sau khi sắp xếp số đầu mối tinh gọn. UBND xã đã ổn định.", id="a quality that closes"),
        pytest.param("Qua kiểm tra 12 cơ sở chấp hành tốt. Đoàn đã lập biên bản.", id="what they did"),
        pytest.param("Trong quý I năm 2026 tổ chức 05 lớp. Hội đã cấp giấy chứng nhận.", id="a time with its verb"),
        pytest.param("Do nước hồ chứa xuống dưới mực nước chết. Năm sau.", id="nothing done behind it"),
    ],
)
def test_a_whole_sentence_may_open_so(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == []


@pytest.mark.parametrize(
    ("alone", "behind"),
    [
        pytest.param("Do nước hồ chứa xuống dưới mực nước chết.", "Hợp tác xã đã bơm 40 ha.", id="a cause"),
        pytest.param("Vì nhiều tuyến kênh bồi lắng lâu ngày.", "UBND xã tổ chức nạo vét 6 km.", id="why"),
        pytest.param(
            "Sau khi hoàn thành việc rà soát hộ nghèo trên địa bàn.", "UBND xã tổ chức họp thôn.", id="a time"
        ),
        pytest.param("Trong quý I năm 2026.", "Hội Nông dân xã đã tổ chức 05 lớp.", id="a time without a verb"),
        pytest.param("Qua kiểm tra 12 cơ sở kinh doanh trên địa bàn.", "Đoàn đã nhắc nhở 03 cơ sở.", id="a means"),
        pytest.param(
            "Thông qua các buổi sinh hoạt chi hội, các buổi họp bản định kỳ hằng tháng.",
            "Hội Nông dân xã đã tuyên truyền cho 450 lượt hội viên.",
            id="two means",
        ),
        pytest.param("Khi nước sông dâng cao trong đêm.", "Công an xã đã di dời 25 hộ.", id="when"),
        pytest.param(
            "Tiến độ nhìn chung bảo đảm. Song do vướng mắc trong đền bù đất tại thôn Đoài.",
            "UBND xã đã tổ chức họp dân.",
            id="a cause behind a word that joins",
        ),
    ],
)
def test_an_adverbial_alone_lacks_its_main_clause(alone: str, behind: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{alone} {behind}", "incomplete") == [("opening", alone.rsplit(" ", 1)[1])]
