"""Units judged against their rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        (
            "Chỉ còn thôn Cốc Lải không đạt chỉ tiêu.\nSTT\tThôn\tChỉ tiêu\tThực hiện\n1\tNà "
            "Tảo\t60\t66\n2\tCốc Lải\t50\t47\n3\tKhuổi Sưu\t70\t72"
        ),
        (
            "Thôn Nà Tảo là thôn có nhiều hộ nghèo nhất xã.\nSTT\tThôn\tSố hộ\tHộ nghèo\n1\tNà "
            "Tảo\t120\t18\n2\tCốc Lải\t98\t7\n3\tKhuổi Sưu\t134\t11"
        ),
        (
            "Thôn Nà Tảo chưa đạt chỉ tiêu về môi trường.\nSTT\tThôn\tChỉ tiêu\tThực hiện\n1\tNà "
            "Tảo\t60\t66\n2\tCốc Lải\t50\t47\n3\tKhuổi Sưu\t70\t72"
        ),
        (
            "Năm 2024 thôn Nà Tảo chưa đạt chỉ tiêu.\nSTT\tThôn\tChỉ tiêu\tThực hiện\n1\tNà "
            "Tảo\t60\t66\n2\tCốc Lải\t50\t47\n3\tKhuổi Sưu\t70\t72"
        ),
        (
            "Thôn Cốc Lải có số hộ nghèo giảm nhiều nhất xã.\nSTT\tThôn\tSố hộ\tHộ nghèo\n1\tNà "
            "Tảo\t120\t18\n2\tCốc Lải\t98\t7\n3\tKhuổi Sưu\t134\t11"
        ),
        (
            "Thôn Cốc Lải không phải là thôn có nhiều hộ nghèo nhất xã.\nSTT\tThôn\tSố hộ\tHộ nghèo\n1\tNà "
            "Tảo\t120\t18\n2\tCốc Lải\t98\t7\n3\tKhuổi Sưu\t134\t11"
        ),
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        (
            "Chỉ còn thôn Nà Tảo không đạt chỉ tiêu.\nSTT\tThôn\tChỉ tiêu\tThực hiện\n1\tNà "
            "Tảo\t60\t66\n2\tCốc Lải\t50\t47\n3\tKhuổi Sưu\t70\t72"
        ),
        (
            "Thôn Cốc Lải là thôn có nhiều hộ nghèo nhất xã.\nSTT\tThôn\tSố hộ\tHộ nghèo\n1\tNà "
            "Tảo\t120\t18\n2\tCốc Lải\t98\t7\n3\tKhuổi Sưu\t134\t11"
        ),
        (
            "Riêng chi bộ Khuổi Sưu chưa đạt chỉ tiêu kết nạp.\nTT\tĐơn vị\tChỉ tiêu kết nạp\tKết quả\n1\tChi bộ Nà "
            "Tảo\t2\t2\n2\tChi bộ Khuổi Sưu\t1\t2\n3\tChi bộ Cốc Lải\t2\t1"
        ),
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
