"""Members of a committee against its posts, and kinds of a thing against the share behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_LED = "do đồng chí Bí thư Đảng ủy làm Trưởng ban"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Ban Chỉ đạo gồm 14 thành viên, {_LED}, 03 Phó ban và 10 thành viên.", [], id="all told"),
        pytest.param(f"Ban Chỉ đạo gồm 15 thành viên, {_LED}, các Phó ban và 10 thành viên.", [], id="not counted"),
        pytest.param(f"Ban Chỉ đạo gồm 15 thành viên, {_LED}, 03 Phó ban và các thành viên.", [], id="no members"),
        pytest.param(
            f"Ban Chỉ đạo gồm 15 thành viên, {_LED}, 03 Phó ban, 10 thành viên, 02 thư ký.", [], id="another post"
        ),
        pytest.param(f"Ban Chỉ đạo gồm 15 thành viên, {_LED}, 03 Phó ban và 10 thành viên.", ["15"], id="one too few"),
        pytest.param(
            f"Tổ giúp việc gồm 09 đồng chí, {_LED}, đồng chí Chủ tịch là Phó Trưởng ban Thường trực, 05 ủy viên.",
            ["09"],
            id="a deputy by name",
        ),
    ],
)
def test_posts_of_bodies(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text.split(" ")[0] for _, text in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Ban Thường trực gồm 02 đồng chí: 01 Chủ tịch, 01 Phó Chủ tịch.", [], id="all told"),
        pytest.param("Ban Thường vụ có 07 đồng chí (01 Bí thư, 02 Phó Bí thư).", [], id="members without a post"),
        pytest.param("Chi bộ có 12 đồng chí (01 Bí thư, 05 đồng chí nữ).", [], id="something else in the list"),
        pytest.param("Ban Thường trực gồm 03 đồng chí: 01 Chủ tịch, 01 Phó Chủ tịch.", ["03"], id="one too few"),
        pytest.param(
            "Ban Công tác gồm 08 đồng chí (01 Trưởng ban, 01 Phó ban và 05 thành viên).", ["08"], id="with members"
        ),
    ],
)
def test_posts_listed(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text.split(" ")[0] for _, text in findings_of(body, "sum-mismatch")] == found


_SCHOOLS = "02 trường mầm non, 02 trường tiểu học, 01 trường THCS"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Xã có {_SCHOOLS}; 4/5 trường đạt chuẩn quốc gia.", [], id="of all"),
        pytest.param(f"Cùng 01 trường THPT, xã có {_SCHOOLS}; 4/6 trường đạt chuẩn.", [], id="another one before"),
        pytest.param(f"Trong đó mới thành lập {_SCHOOLS}; 4/6 trường đạt chuẩn.", [], id="some of them"),
        pytest.param(f"Xã có {_SCHOOLS}; 10/12 lớp đạt danh hiệu tiên tiến.", [], id="another thing"),
        pytest.param(f"Xã có {_SCHOOLS}; 4/6 trường đạt chuẩn quốc gia.", ["4/6"], id="another number"),
        pytest.param(
            "Có 05 hợp tác xã nông nghiệp và 02 hợp tác xã dịch vụ. Đến nay 6/8 hợp tác xã hoạt động có lãi.",
            ["6/8"],
            id="the next sentence",
        ),
    ],
)
def test_kinds_and_shares(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text.split(" ")[0] for _, text in findings_of(body, "sum-mismatch")] == found
