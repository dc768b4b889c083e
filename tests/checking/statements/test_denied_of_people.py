"""What nobody is said to have done, and somebody did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Trong năm không có đoàn viên nào bị xử lý kỷ luật.\nĐã tuyên truyền cho 100 đoàn viên về kỷ luật lao động.",
        "Trong năm không có đoàn viên nào bị xử lý kỷ luật.\nĐảng ủy đã khiển trách 01 đảng viên sinh con thứ ba.",
        "Trong năm không có đoàn viên nào bị xử lý kỷ luật.\nNăm 2024, 02 đoàn viên bị khiển trách.",
        (
            "Không có ý kiến nào của người dân phản ánh về chất lượng nước.\nCó 14 cuộc gọi qua đường dây nóng "
            "phản ánh bữa ăn bán trú."
        ),
        "Không có dịch bệnh trên gia súc.\nTiêu hủy 420 con gà mắc cúm.",
        (
            "Cuối năm không còn trẻ thấp còi trong lớp.\nKhối\tSố trẻ\tThấp còi đầu năm\tThấp còi cuối "
            "năm\nMầm\t54\t4\t0\nChồi\t61\t5\t0"
        ),
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        (
            "Trong năm không có đoàn viên nào bị xử lý kỷ luật.\nCòn 02 đoàn viên vi phạm quy chế trực, bị kỷ "
            "luật khiển trách."
        ),
        "Không có giáo viên nào vi phạm đạo đức nhà giáo.\nHội đồng đã khiển trách cô Hà Thị Nụ do đánh học sinh.",
        (
            "Không có ý kiến nào của người dân phản ánh về chất lượng nước.\nChất lượng nước sau bão bị đục, "
            "nhân dân gọi qua đường dây nóng 23 cuộc."
        ),
        "Không có dịch bệnh trên gia súc.\nTiêu hủy 42 con lợn mắc dịch tả lợn châu Phi.",
        "Cuối năm không còn trẻ thấp còi trong lớp.\nKhối\tSố trẻ\tThấp còi\nMầm\t54\t4\nChồi\t61\t5",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
