"""What none of a kind did, and all of them by another sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Các thôn đều chưa mở sổ theo dõi tài sản.\nCó 06/06 thôn mở sổ thu quỹ.",
        "Các thôn đều chưa mở sổ theo dõi tài sản.\nCác chi bộ đều mở sổ theo dõi tài sản.",
        "Các thôn đều chưa mở sổ theo dõi tài sản.\nNăm tới 06/06 thôn phải mở sổ theo dõi tài sản.",
        "Chưa thôn nào có nhà văn hóa kiên cố.\nCác thôn đều có nhà văn hóa.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Các thôn đều chưa mở sổ theo dõi tài sản.\nCó 06/06 thôn mở sổ theo dõi tài sản.",
        "Chưa thôn nào có nhà văn hóa kiên cố.\nCác thôn đều có nhà văn hóa kiên cố.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
