"""What stands under the heading of its opposite, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- Nguyên nhân khách quan: Mưa lũ kéo dài, giá vật tư tăng cao.", id="weather is outside"),
        pytest.param("- Nguyên nhân chủ quan: Một số cán bộ thiếu tinh thần trách nhiệm.", id="one's own faults"),
        pytest.param("- Nguyên nhân khách quan: Một số cán bộ của nhà thầu thiếu trách nhiệm.", id="faults of others"),
        pytest.param(
            "- Nguyên nhân chủ quan: Thời tiết diễn biến phức tạp nhưng công tác ứng phó chưa chủ động.",
            id="what was not done against the weather",
        ),
        pytest.param("1. Hạn chế\nThu ngân sách vượt dự toán nhưng chưa bền vững.\nHai thôn còn khó khăn.", id="but"),
        pytest.param("1. Ưu điểm\nTuy địa bàn còn nhiều hạn chế, các thôn đã hoàn thành nhiệm vụ.\nTốt.", id="though"),
        pytest.param("1. Ưu điểm\nHai chỉ tiêu chưa đạt là trồng rừng và làm đường.\nCòn lại đều đạt.", id="a count"),
    ],
)
def test_what_is_in_its_place(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param(
            "- Nguyên nhân khách quan: Cấp ủy một số chi bộ chưa nêu cao tinh thần trách nhiệm.",
            "Cấp ủy một số chi bộ chưa nêu cao tinh thần trách nhiệm",
            id="own faults among the outer causes",
        ),
        pytest.param(
            "- Nguyên nhân chủ quan: Do ảnh hưởng của bão lũ, nhiều tuyến đường sạt lở.",
            "Do ảnh hưởng của bão lũ",
            id="weather among one's own faults",
        ),
        pytest.param(
            "1. Tồn tại, hạn chế\nCông tác thu ngân sách đạt kết quả cao, vượt dự toán giao.\n2. Nguyên nhân\nÍt vốn.",
            "Công tác thu ngân sách đạt kết quả cao, vượt dự toán giao",
            id="praise among the limits",
        ),
        pytest.param(
            "1. Ưu điểm\nTình hình trộm cắp còn diễn biến phức tạp.\n2. Hạn chế\nKinh phí ít.",
            "Tình hình trộm cắp còn diễn biến phức tạp",
            id="blame among the merits",
        ),
    ],
)
def test_what_is_out_of_place(body: str, place: str, findings_of: FindingsOf) -> None:
    assert ("under", place) in findings_of(body, KIND)
