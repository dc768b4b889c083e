"""What all are said to keep or to have done in time, and some did not, in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "100% công đoàn cơ sở tổ chức đại hội đúng tiến độ. Có 09 CĐCS gửi báo cáo chậm.",
            id="late with something else",
        ),
        pytest.param(
            "100% chi bộ duy trì sinh hoạt chuyên đề hằng quý. Một số chi bộ chất lượng sinh hoạt chưa cao.",
            id="the quality of it",
        ),
        pytest.param(
            "Tất cả các dự án thi công đúng tiến độ. Còn 02 dự án chậm quyết toán.", id="another step of theirs"
        ),
        pytest.param(
            "100% chi bộ thôn sinh hoạt định kỳ. Chi bộ Trường Tiểu học chưa sinh hoạt định kỳ tháng 7.",
            id="another kind of them",
        ),
        pytest.param(
            "Phấn đấu 100% chi hội sinh hoạt định kỳ. Một số chi hội sinh hoạt chưa thường xuyên.", id="an aim"
        ),
        pytest.param("100% xã hoàn thành gieo cấy đúng kế hoạch. Năm trước 03 xã gieo cấy chậm.", id="another year"),
        pytest.param(
            "100% chi bộ tổ chức đại hội đúng kế hoạch. Không có chi bộ nào tổ chức đại hội chậm.", id="nobody was late"
        ),
        pytest.param(
            "12/12 thôn duy trì vệ sinh môi trường hằng tuần. Một số thôn không thu gom được rác nhựa.",
            id="something else was not done",
        ),
    ],
)
def test_nothing_is_said_of_what_does_not_deny_it(body: str, findings_of: Found) -> None:
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        pytest.param(
            "100% công đoàn cơ sở tổ chức đại hội đúng tiến độ, hoàn thành trước ngày 30/4/2026. Có 03 CĐCS phải "
            "lùi thời gian tổ chức đại hội sang tháng 5/2026 do chưa kiện toàn xong nhân sự.",
            "100% công đoàn cơ sở tổ chức đại hội đúng tiến độ",
            id="put off, by the first letters of their name",
        ),
        pytest.param(
            "100% chi bộ duy trì sinh hoạt chuyên đề hằng quý theo quy định. Chi bộ thôn Nậm Lếch và chi bộ thôn "
            "Pờ Xì trong cả năm 2025 không sinh hoạt chuyên đề.",
            "100% chi bộ duy trì sinh hoạt chuyên đề hằng quý theo quy định",
            id="two of them by name, all the year",
        ),
        pytest.param(
            "12/12 thôn nộp báo cáo thu quỹ đúng thời hạn. Thôn Đông nộp báo cáo thu quỹ chậm 10 ngày.",
            "12/12 thôn nộp báo cáo thu quỹ đúng thời hạn",
            id="one by name",
        ),
        pytest.param(
            "Tất cả các dự án thi công đúng tiến độ. Còn 02 dự án thi công chậm do vướng mặt bằng.",
            "Tất cả các dự án thi công đúng tiến độ",
            id="works that are late",
        ),
        pytest.param(
            "100% chi hội sinh hoạt định kỳ hằng tháng. Một số chi hội sinh hoạt chưa thường xuyên.",
            "100% chi hội sinh hoạt định kỳ hằng tháng",
            id="not regularly",
        ),
        pytest.param(
            "Toàn bộ hồ sơ đất đai được giải quyết đúng hạn. Có 05 hồ sơ đất đai giải quyết trễ hẹn.",
            "Toàn bộ hồ sơ đất đai được giải quyết đúng hạn",
            id="files of one field",
        ),
        pytest.param(
            "Các đơn vị đều gửi kế hoạch kiểm tra đúng thời gian. Một số đơn vị chưa gửi kế hoạch kiểm tra.",
            "Các đơn vị đều gửi kế hoạch kiểm tra đúng thời gian",
            id="not yet sent",
        ),
        pytest.param(
            "100% chi đoàn duy trì thường xuyên ngày thứ bảy tình nguyện. Chi đoàn thôn Tây bỏ ngày thứ bảy tình "
            "nguyện từ tháng 6.",
            "100% chi đoàn duy trì thường xuyên ngày thứ bảy tình nguyện",
            id="left off",
        ),
        pytest.param(
            "15/15 trường khai giảng năm học đúng kế hoạch. Có 01 trường hoãn khai giảng năm học vì mưa lũ.",
            "15/15 trường khai giảng năm học đúng kế hoạch",
            id="postponed",
        ),
        pytest.param(
            "100% chi bộ duy trì sinh hoạt chuyên đề hằng quý theo Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018 của "
            "Ban Tổ chức "
            "Trung ương. Chi bộ thôn Tây không sinh hoạt chuyên đề.",
            "100% chi bộ duy trì sinh hoạt chuyên đề hằng quý theo Hướng dẫn số 12-HD/BTCTW",
            id="the year is that of a document",
        ),
    ],
)
def test_some_did_not_keep_what_all_are_said_to_keep(body: str, claim: str, findings_of: Found) -> None:
    assert findings_of(body, "body-appendix-mismatch") == [("text", claim)]


def test_most_are_not_all(findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    late = "Hạn chế: báo cáo quý II gửi chậm 04 ngày so với quy định."
    assert not findings_of(f"Hầu hết các báo cáo được gửi đúng thời hạn.\n{late}", "body-appendix-mismatch")
