"""Some of a group that are told as more than all of it, and groups that only look alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Huyện còn 412 hộ nghèo; có 236 hộ nghèo là người dân tộc thiểu số.", id="fewer"),
        pytest.param("Xã đã hỗ trợ 12 hộ nghèo. Hiện có 36 hộ nghèo là người dân tộc thiểu số.", id="some were helped"),
        pytest.param("Thôn Nà Lầu có 12 hộ nghèo. Toàn xã có 36 hộ nghèo là người cao tuổi.", id="of a larger unit"),
        pytest.param(
            "Xã Nà Lầu có 46 hộ nghèo. Xã Nậm Cò có 52 hộ nghèo là người dân tộc thiểu số.", id="of another unit"
        ),
        pytest.param("Đảng bộ có 12 đảng viên mới kết nạp. Đảng bộ có 98 đảng viên nữ.", id="a whole that is narrowed"),
        pytest.param("Xã có 86 hộ nghèo. Năm 2019 có 94 hộ nghèo có trẻ em.", id="of another year"),
        pytest.param("Xã có 86 hộ nghèo. Theo chuẩn mới có 94 hộ nghèo có trẻ em.", id="by another standard"),
        pytest.param("Xã có 86 hộ nghèo. Hiện có 94 hộ cận nghèo có trẻ em.", id="another group"),
    ],
)
def test_no_part_of_that_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "part"),
    [
        pytest.param(
            "Toàn xã còn 86 hộ cận nghèo. Qua rà soát, xã có 94 hộ cận nghèo có trẻ em.", "94 hộ cận nghèo", id="homes"
        ),
        pytest.param("Trường có 46 giáo viên. Hiện có 52 giáo viên đạt chuẩn.", "52 giáo viên", id="teachers"),
        pytest.param("Đảng bộ có 214 đảng viên. Đến nay có 241 đảng viên nữ.", "241 đảng viên", id="two digits turned"),
    ],
)
def test_a_part_is_no_more_than_its_whole(body: str, part: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("subset", part)]
