"""Verbs by which reports say the same of having, doing and attaining something (động từ thay nhau): a village that has
built its hall has one, one that keeps its title attains it; who only planned a meeting has not held it.
"""

from __future__ import annotations

import re

_ROWS = {  # of having, of doing, of attaining: one of a row says what another does
    verb: row
    for row, verbs in enumerate(
        (
            "có|xây dựng được|xây dựng|xây được|xây|thành lập được|thành lập|bố trí|lắp đặt|trang bị|đầu tư|hình thành"
            "|cấp|nhận|dùng|sử dụng|được dùng|được sử dụng|tiếp cận",
            "hoàn thành|tổ chức|thực hiện|tiến hành|triển khai|làm",
            "đạt(?! chuẩn)|giữ vững|giữ được|duy trì|công nhận đạt(?! chuẩn)|công nhận|được công nhận",
            "vào lớp|ra lớp|đến lớp|đến trường|nhập học|đi học|huy động ra lớp",
        )
    )
    for verb in verbs.split("|")
}
_VERB = re.compile(rf"\s*(?P<verb>{'|'.join(sorted(_ROWS, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
GOES_TO_SCHOOL = 3
"""The row of the verbs that need no object to tell all."""


def without_verbs(said: str) -> tuple[int | None, str]:
    """The row of the verb that opens what is said, and the rest behind it and the verbs that follow."""
    row = None
    while (verb := _VERB.match(said)) is not None:
        if row is None:
            row = next(number for pattern, number in _ROWS.items() if re.match(rf"\s*(?:{pattern})(?!\w)", said, re.I))
        said = said[verb.end() :]
    return row, said


_AUXILIARY = re.compile(r"\s*(?:(?:đều|đã|được|vẫn|còn|hiện|đang) )*")


def do_otherwise(one: str, other: str) -> bool:
    """Whether two statements open with verbs of which neither says what the other does."""
    rows = [without_verbs(_AUXILIARY.sub("", said, count=1))[0] for said in (one, other)]
    return None not in rows and rows[0] != rows[1]
