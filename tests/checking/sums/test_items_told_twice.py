"""One item of a list told twice with two numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Nhập khẩu: thép các loại 112 triệu USD tăng 5%; giấy các loại 145 triệu USD; vải may mặc 49 triệu USD; "
            "phân bón 60 triệu USD.",
            id="each item once",
        ),
        pytest.param(
            "Nhập khẩu: thép các loại 112 triệu USD; thép các loại 145 nghìn tấn; vải may mặc 49 triệu USD; "
            "phân bón 60 triệu USD.",
            id="in two units",
        ),
        pytest.param(
            "Thôn Nà Ca: cây ngô 12 ha; cây lúa 15 ha; Thôn Nà Mít: cây ngô 14 ha; cây lúa 16 ha; cây sắn 3 ha.",
            id="several items again, under another head",
        ),
        pytest.param(
            "- Cầu Nà Ca: trị giá 12 tỷ đồng;\n\n- Trị giá: 15 tỷ đồng;\n\n- Trị giá: 17 tỷ đồng.",
            id="what each of several things has",
        ),
        pytest.param("Trồng cây ngô 12 ha; cây ngô 14 ha.", id="too few to be a list"),
    ],
)
def test_lists_that_tell_no_item_twice(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "again"),
    [
        pytest.param(
            "Nhập khẩu: thép các loại 112 triệu USD tăng 5%; giấy các loại 145 triệu USD; vải may mặc 49 triệu USD; "
            "thép các loại 160 triệu USD tăng 7%.",
            "thép các loại 160 triệu USD",
            id="parted by semicolons",
        ),
        pytest.param(
            "Hỗ trợ: thôn Nà Ca 12 hộ, thôn Nà Mít 15 hộ, thôn Khe Ấm 9 hộ, thôn Nà Ca 21 hộ.",
            "thôn Nà Ca 21 hộ",
            id="parted by commas",
        ),
        pytest.param(
            "Hỗ trợ như sau:\n- Thôn Nà Ca: 12 hộ\n- Thôn Nà Mít: 15 hộ\n- Thôn Khe Ấm: 9 hộ\n- Thôn Nà Ca: 21 hộ\n",
            "Thôn Nà Ca: 21 hộ",
            id="on lines of their own",
        ),
        pytest.param(
            "Toàn xã có: 15 nhóm trẻ tư thục, 12 lớp mẫu giáo lớn, 9 lớp mẫu giáo bé, 17 nhóm trẻ tư thục.",
            "17 nhóm trẻ tư thục",
            id="the number first",
        ),
    ],
)
def test_an_item_told_twice_with_two_numbers(body: str, again: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("text", again)]
