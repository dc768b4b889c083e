"""Counts of one thing through the stages of one matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 1.804 lượt tập thể đăng ký thi đua; 547 lượt tập thể được tặng bằng khen.", [], id="fewer come out"
        ),
        pytest.param(
            "Có 180 lượt tập thể đăng ký thi đua; 547 tập thể được tặng bằng khen.", [], id="things counted otherwise"
        ),
        pytest.param(
            "Có 180 tập thể đăng ký thi đua năm 2025; năm 2024 có 547 tập thể được tặng bằng khen.",
            [],
            id="other years",
        ),
        pytest.param("Trường có 45 học sinh dự thi cấp huyện; cấp trường có 60 em đạt giải.", [], id="another level"),
        pytest.param("Tháng 9 tiếp nhận 12 hồ sơ; trong 9 tháng đã giải quyết 135 hồ sơ.", [], id="other months"),
        pytest.param(
            "Tiếp nhận 1.245 hồ sơ, trong đó trực tuyến 1.102 hồ sơ; đã giải quyết 1.230 hồ sơ.",
            [],
            id="a part between",
        ),
        pytest.param(
            "Ban tiếp nhận 34 lá đơn. Trong số chưa đủ căn cứ có 48 lá đơn được chuyển để giải quyết.",
            [],
            id="of others than came in",
        ),
        pytest.param("Xã tiếp nhận 12 hồ sơ; Công an huyện giải quyết 15 hồ sơ.", [], id="another body"),
        pytest.param("Có hơn 180 tập thể đăng ký thi đua; 547 tập thể được tặng bằng khen.", [], id="hedged"),
        pytest.param(
            "Kỳ trước chuyển sang 30 hồ sơ; tiếp nhận 120 hồ sơ; đã giải quyết 135 hồ sơ.",
            [],
            id="some were left before",
        ),
        pytest.param(
            "Có 180 lượt tập thể, 928 lượt cá nhân đăng ký thi đua; 547 lượt tập thể được tặng bằng khen.",
            [("stage", "547 lượt tập thể")],
            id="more are honoured than entered",
        ),
        pytest.param(
            "Đã giới thiệu 15 đoàn viên ưu tú cho Đảng, trong năm 27 đoàn viên ưu tú được kết nạp.",
            [("stage", "27 đoàn viên")],
            id="more are admitted than introduced",
        ),
        pytest.param(
            "Xã tiếp nhận 120 hồ sơ; đã giải quyết 135 hồ sơ.",
            [("stage", "135 hồ sơ")],
            id="more are settled than came",
        ),
        pytest.param("Có 45 hộ đăng ký thi đua; 50 hộ được công nhận gia đình thể thao.", [], id="another title"),
        pytest.param("Đề nghị khen thưởng 12 tập thể; được khen thưởng 10 tập thể.", [], id="fewer than proposed"),
        pytest.param(
            "Đề nghị khen thưởng 12 tập thể; được khen thưởng 15 tập thể.",
            [("stage", "15 tập thể")],
            id="more than proposed",
        ),
        pytest.param(
            "Có 120 thí sinh đăng ký dự thi, 135 thí sinh tham gia.",
            [("stage", "135 thí sinh")],
            id="more than entered",
        ),
        pytest.param("Toàn xã có 412 đảng viên; 5 lớp có 520 đảng viên tham gia.", [], id="held several times"),
        pytest.param(
            "Toàn xã có 412 đảng viên; hội nghị có 520 đảng viên tham gia.",
            [("stage", "520 đảng viên")],
            id="more take part than there are",
        ),
        pytest.param(
            "Đã phát ra 250 phiếu, thu về 312 phiếu.", [("stage", "312 phiếu")], id="more are returned than sent out"
        ),
        pytest.param(
            "Đưa đi khám 64 thanh niên, trúng tuyển 82 thanh niên.",
            [("stage", "82 thanh niên")],
            id="more are found fit than were examined",
        ),
        pytest.param(
            "Giới thiệu 98 đồng chí; kết nạp Đảng 102 đồng chí, trong đó 64 đồng chí là đoàn viên.",
            [],
            id="others were admitted too",
        ),
        pytest.param(
            "Trong tháng kiểm tra 262 vụ, xử lý 305 vụ.", [("stage", "305 vụ")], id="more are dealt with than checked"
        ),
        pytest.param("Gọi khám 146 thanh niên, trúng tuyển 71 thanh niên.", [], id="fewer are fit than were called"),
    ],
)
def test_no_stage_passes_more_than_came_in(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "implausible-magnitude") == found


@pytest.mark.parametrize(
    ("late", "found"),
    [
        pytest.param("sau học nghề có 2.564 chị có việc làm", [("stage", "2.564 chị")], id="more have work"),
        pytest.param("sau khi học nghề có 1.564 chị có việc làm", [], id="fewer have work"),
        pytest.param("giải quyết việc làm cho 2.564 chị", [], id="others, too"),
    ],
)
def test_those_who_learned_a_trade(late: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    said = f"Hội mở 68 lớp dạy nghề ngắn hạn (đan lát, nấu ăn) cho 2.040 lao động nữ, {late}."
    assert findings_of(said, "implausible-magnitude") == found


@pytest.mark.parametrize(("settled", "found"), [("12", []), ("15", ["15 kiến nghị"])])
def test_more_settled_than_were_asked(
    settled: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    body = f"Sau giám sát có 12 kiến nghị, đã giải quyết {settled} kiến nghị."
    assert [text for case, text in findings_of(body, "implausible-magnitude") if case == "stage"] == found
