"""More than all of which a number is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Chi hội có 866 hội viên, trong số đó 165 hội viên là nữ.",
        "Đã trồng 42 ha trong tổng số 360 ha rừng của thôn.",
        "Vận động được 420 triệu đồng trên tổng số 400 triệu đồng kế hoạch.",
        "Kết nạp 15 đảng viên trên tổng số 12 đảng viên được giao.",
        "Đã giải quyết 240 hồ sơ trong tổng số 236 hồ sơ tiếp nhận trong kỳ và 4 hồ sơ kỳ trước.",
        "Nâng lên 45 hội viên từ số 32 hội viên đầu năm.",
        "Tiếp 42 lượt công dân trong tổng số 36 ngày.",
        "Hội viên toàn xã là 518 người (nữ 281 người).",
        "Trên tổng đàn 2.840 con, đã tiêm phòng cho 2.310 con.",
        "Đại hội bầu Ban Chấp hành gồm 13 đồng chí từ danh sách 15 ứng cử viên.",
    ],
)
def test_part_of_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Đã tiêm cho 3.120 con trên tổng đàn 2.870 con.",
        "Trên tổng đàn 2.310 con, đã tiêm phòng cho 2.840 con.",
        "Lúa lai gieo 96 ha trong tổng số 84 ha lúa của thôn.",
        "Tổng số đảng viên là 46 đồng chí (nữ 64 đồng chí).",
        "Toàn trường có 28 cán bộ, giáo viên, nhân viên, trong đó nữ 36 đồng chí.",
        "Có 2.315 cử tri trong danh sách; số cử tri đi bầu 2.351 cử tri.",
        "Hội Nông dân xã có 734 hội viên.\nNăm nay có 1.105 hội viên đăng ký hộ sản xuất giỏi.",
        "Cử 08 học sinh dự thi học sinh giỏi cấp huyện, có 11 em đạt giải.",
    ],
)
def test_more_than_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
