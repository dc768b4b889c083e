"""Teachers of the standard of their training, above and below it, against all teachers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Giáo viên: 86. Trình độ: Đạt chuẩn: 31; trên chuẩn: 55.", id="all"),
        pytest.param("Giáo viên: 86. Đạt chuẩn: 31; trên chuẩn: 48; chưa đạt chuẩn: 7.", id="with those below"),
        pytest.param("Giáo viên: 86. Đạt chuẩn: 80, trong đó trên chuẩn: 12.", id="one within the other"),
        pytest.param("Giáo viên: 86. Đạt chuẩn: 86; trên chuẩn: 5.", id="all are of the standard"),
        pytest.param("Giáo viên: 86. Đạt chuẩn: 31%; trên chuẩn: 60%.", id="percentages"),
        pytest.param("Giáo viên: 86; nhân viên và 12 giáo viên mới. Đạt chuẩn: 31; trên chuẩn: 48.", id="two wholes"),
        pytest.param("Giáo viên: 86. Đạt chuẩn trở lên: 80; trên chuẩn: 12.", id="of the standard and more"),
    ],
)
def test_teachers_that_are_all_told(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Giáo viên: 86; nhạc: 4. Đạt chuẩn: 31; trên chuẩn: 48 (55,8%).", "86", id="fewer"),
        pytest.param("Trường có 86 giáo viên. Trên chuẩn: 58; đạt chuẩn: 31.", "86", id="more"),
    ],
)
def test_teachers_that_are_not_all_told(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == [("", found)]
