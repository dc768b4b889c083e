"""Names of campaigns as they are quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
WHOLE = "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Cuộc vận động “{WHOLE}” lan rộng.", [], id="as launched"),
        pytest.param("Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới” lan rộng.", [], id="shortened"),
        pytest.param("Có ý kiến “người Việt Nam ưu tiên dùng hàng Việt Nam” là đúng.", [], id="words, no name"),
        pytest.param(
            "Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, văn minh đô thị” lan rộng.",
            [("slip", "Toàn dân đoàn kết xây dựng nông thôn mới, văn minh đô thị")],
            id="words in another order",
        ),
        pytest.param(
            "Cuộc vận động “toàn dân đoàn kết xây dựng đời sống văn hóa” lan rộng.",
            [("capital", "toàn")],
            id="a small letter at its beginning",
        ),
    ],
)
def test_names_of_campaigns(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == found


NAME = "Nâng cao chất lượng giống cây trồng, vật nuôi đến năm 2025"
TWICE = f"Xã triển khai Đề án “{NAME}”. Đề án “{NAME}” được phổ biến."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã sơ kết Đề án “Nâng cao chất lượng cây trồng, vật nuôi đến năm 2025”.",
            [("left-out", "Nâng cao chất lượng cây trồng, vật nuôi đến năm 2025")],
            id="a word left out",
        ),
        pytest.param("Xã sơ kết Đề án “Nâng cao chất lượng giống cây trồng, vật nuôi”.", [], id="shortened"),
        pytest.param("Có ý kiến “cây trồng, vật nuôi đến năm 2025 phải tốt”.", [], id="other words"),
    ],
)
def test_a_name_that_is_quoted_twice(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(f"{TWICE} {body}", "spelling") == found


OLD = "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"


@pytest.mark.parametrize(
    ("year", "body", "found"),
    [
        pytest.param(2019, f"Tiếp tục cuộc vận động “{OLD}”.", [("slip", OLD)], id="after it was launched anew"),
        pytest.param(2014, f"Tiếp tục cuộc vận động “{OLD}”.", [], id="before"),
        pytest.param(2019, f"Năm 2011, xã đã mở cuộc vận động “{OLD}”.", [], id="of a former year"),
        pytest.param(2019, "“Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.", [], id="as renamed"),
    ],
)
def test_a_campaign_under_its_former_name(
    year: int, body: str, found: list[tuple[str, str]], found_in: FindingsOf
) -> None:
    assert found_in(f"KẾ HOẠCH\nHoạt động năm {year}\n\nI. NHIỆM VỤ\n\n{body}\n", "spelling") == found
