"""How many members a body has, at two places of a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Ban Thanh tra nhân dân có 9 thành viên.\nBan Thanh tra nhân dân (9 thành viên) giám sát 6 cuộc.",
            id="one number",
        ),
        pytest.param(
            "Chi hội Nà Pàn có 24 hội viên. Trong năm có 6 hội viên Chi hội Nà Pàn vay vốn.", id="some of them"
        ),
        pytest.param("Ban Chấp hành Đảng bộ xã có 27 đồng chí. Đảng bộ xã có 312 đảng viên.", id="another body"),
        pytest.param(
            "Ban Thanh tra nhân dân có 9 thành viên.\nĐầu kỳ Ban Thanh tra nhân dân có 11 thành viên.",
            id="another time",
        ),
        pytest.param(
            "Ban Chỉ đạo 35 có 17 thành viên.\nBan Chỉ đạo phòng, chống ma túy có 15 thành viên.\n"
            "Ban Chỉ đạo gồm 19 thành viên.",
            id="of which it is not said",
        ),
        pytest.param("Mỗi Tổ hòa giải có 7 thành viên.\nCó 98 thành viên Tổ hòa giải dự tập huấn.", id="of each"),
        pytest.param(
            "Ban công tác Mặt trận có 7 thành viên.\nTập huấn cho 63 thành viên Ban công tác Mặt trận thôn.",
            id="of hamlets",
        ),
        pytest.param(
            "Hội đồng Tư vấn pháp luật có 11 thành viên.\nKiện toàn lại, Hội đồng Tư vấn pháp luật có 13 thành viên.",
            id="made anew",
        ),
        pytest.param(
            "Đội dân quân cơ động có 28 thành viên.\nDiễn tập có 30 người Đội dân quân cơ động và tự vệ.",
            id="and others",
        ),
        pytest.param("Đoàn công tác gồm 5 thành viên.\nĐoàn công tác gồm 7 thành viên.", id="any group"),
    ],
)
def test_numbers_that_may_both_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Ban Thanh tra nhân dân (9 thành viên) giám sát 6 cuộc.\nBan Thanh tra nhân dân có 11 thành viên.",
            "Ban Thanh tra nhân dân có 11 thành viên",
            id="in brackets and in the sentence",
        ),
        pytest.param(
            "Xã đã kiện toàn Ban Chỉ đạo gồm 17 thành viên.\nBan Chỉ đạo xã hiện có 19 đồng chí.",
            "Ban Chỉ đạo xã hiện có 19 đồng chí",
            id="in other words",
        ),
        pytest.param(
            "Hội đồng Tư vấn pháp luật có 11 thành viên.\nToàn bộ 13 thành viên Hội đồng Tư vấn pháp luật dự họp.",
            "13 thành viên Hội đồng Tư vấn pháp luật",
            id="all of them",
        ),
        pytest.param(
            "Xã có 86 Ban công tác Mặt trận với 602 thành viên.\nNgày hội có 620 thành viên Ban công tác Mặt trận dự.",
            "620 thành viên Ban công tác Mặt trận",
            id="more than there are",
        ),
        pytest.param(
            "Tổ công nghệ số cộng đồng xã gồm 9 thành viên.\nCó 02/11 thành viên Tổ công nghệ số cộng đồng xã đi học.",
            "02/11 thành viên Tổ công nghệ số cộng đồng",
            id="a part of all",
        ),
    ],
)
def test_numbers_that_deny_each_other(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == [found]
