"""Fractions of all hamlets, communes or cells of a unit, which has as many of them throughout."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã có 9 thôn. Đến nay 7/9 thôn có nhà văn hóa.", [], id="of as many"),
        pytest.param("Xã có 9 thôn. Đến nay 5/7 thôn vùng cao có điện.", [], id="of some, which are named"),
        pytest.param("Xã có 9 thôn. Đến nay 3/4 thôn có đường nhựa.", [], id="far from all"),
        pytest.param("Xã có 9 thôn. Năm 2020, trước khi sáp nhập, 11/11 thôn có nhà văn hóa.", [], id="another time"),
        pytest.param("Có 276/295 đảng viên dự học. Có 298/305 đảng viên được xếp loại.", [], id="people come and go"),
        pytest.param("Xã có 9 thôn, 1.046 hộ. Đến nay 10/10 thôn có nhà văn hóa.", ["10/10 thôn"], id="one too many"),
        pytest.param(
            "Đảng bộ xã có 12 chi bộ trực thuộc với 246 đảng viên. Năm qua, 11/11 chi bộ trực thuộc đã đánh giá.",
            ["11/11 chi bộ"],
            id="one too few",
        ),
        pytest.param(
            "Có 7/9 thôn đạt chuẩn. Có 9/9 thôn có đường ô tô. Có 8/10 thôn có loa truyền thanh.",
            ["8/10 thôn"],
            id="against the other fractions",
        ),
        pytest.param(
            "Hội có 09 chi hội với 46 tổ hội. Có 08/08 chi hội có đội dưỡng sinh.", [], id="of which union, who knows"
        ),
        pytest.param("Thực hiện 17 chỉ tiêu, có 15/17 chỉ tiêu đạt, còn 02 chỉ tiêu chưa đạt.", [], id="beside all"),
        pytest.param(
            "Thực hiện 12 chỉ tiêu, có 15/17 chỉ tiêu đạt, còn 02 chỉ tiêu chưa đạt.",
            ["15/17 chỉ tiêu"],
            id="of more than all",
        ),
        pytest.param(
            "Chi bộ có 34 đảng viên (nữ 12); phân công 26/28 đảng viên phụ trách hộ.", [], id="of some of them"
        ),
        pytest.param(
            "Thôn Nà Pàn có 120 hộ, toàn xã có 512/650 hộ đạt danh hiệu gia đình văn hóa.", [], id="of a larger unit"
        ),
        pytest.param("Kết nạp 11 đảng viên; phân công 26/28 đảng viên phụ trách hộ.", [], id="those who came"),
        pytest.param(
            "Toàn xã có 08 thôn với 2.146 hộ.\nXã đạt chuẩn năm 2019, đến nay 09/09 thôn đều có nhà văn hóa.",
            ["09/09 thôn"],
            id="all of them now, behind another time",
        ),
        pytest.param(
            "Toàn xã có 08 thôn với 2.146 hộ.\nNăm 2019, 09/09 thôn đều có nhà văn hóa.", [], id="at another time"
        ),
    ],
)
def test_wholes_of_shares(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


def test_the_branches_of_a_union(found_in: FindingsOf) -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN", "HỘI NGƯỜI CAO TUỔI").replace("41/BC-UBND", "41/BC-HNCT")
    told = found_in(
        head + TITLE + "Hội có 09 chi hội. Có 08/08 chi hội có đội dưỡng sinh." + TAIL, "body-appendix-mismatch"
    )
    assert [words for _, words in told] == ["08/08 chi hội"]
