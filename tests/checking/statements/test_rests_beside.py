"""All that was spent or in time, a rest beside it; most of a whole, and its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Quỹ thu 186 triệu đồng, đã chi hết toàn bộ số tiền trên, không còn dư.", 0),
        ("Quỹ thu 186 triệu đồng, đã chi hết số tiền trên; quỹ năm trước còn dư 12 triệu đồng.", 0),
        ("Quỹ thu 186 triệu đồng, đã chi hết toàn bộ số tiền trên; hiện số dư quỹ là 46 triệu đồng.", 1),
        ("Giải quyết 2.180 hồ sơ, 100% đúng hạn, trong đó 0 hồ sơ quá hạn.", 0),
        ("Giải quyết 2.180 hồ sơ, 100% đúng hạn, trong đó 06 hồ sơ quá hạn.", 1),
        ("Có 148 hộ, gồm 96 hộ nghèo và 52 hộ cận nghèo. Chiếm đa số là hộ nghèo, ở thôn vùng cao.", 0),
        ("Có 148 hộ, gồm 96 hộ nghèo và 52 hộ cận nghèo. Chiếm đa số là hộ cận nghèo, ở thôn vùng cao.", 1),
    ],
)
def test_all_and_a_rest(body: str, told: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(body, KIND)) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Tỷ lệ hộ nghèo 5,2%, cao hơn bình quân chung của tỉnh (4,6%).", 0),
        ("Tỷ lệ hộ nghèo 5,2%, thấp hơn bình quân chung của tỉnh (4,6%).", 1),
    ],
)
def test_against_the_mean(body: str, told: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(body, "change-mismatch")) == told
