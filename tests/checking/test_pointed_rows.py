"""Numbers of sentences that point to a table and name one of its rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

TABLE = (
    "\n\nBiểu 1. Đóng góp quỹ\nSTT\tKhu dân cư\tSố hộ\tSố tiền (triệu đồng)\n1\tNà Lìn\t212\t11,8\n2\tTông Cọ\t188\t10,4\n"
    "3\tBản Dền\t176\t9,7\n\tCộng\t576\t31,9\n"
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Khu dân cư Tông Cọ đóng góp 14,0 triệu đồng (xem Biểu 1).", ["14,0 triệu đồng"], id="another"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 10,4 triệu đồng (xem Biểu 1).", [], id="the same"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 2,5 triệu đồng cho việc khác (xem Biểu 1).", [], id="far from it"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 14,0 triệu đồng.", [], id="without pointing"),
    ],
)
def test_rows_that_a_sentence_points_to(sentence: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(sentence + TABLE, "body-appendix-mismatch")] == found
