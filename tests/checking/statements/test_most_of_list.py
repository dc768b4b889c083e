"""Who has the most of a list, and who comes next."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.statements.most_of_list import CHECKS

_LIST = "Số hộ thoát nghèo: Nà Pằn 14 hộ, Khuổi Lịa 21 hộ, Cốc Mười 18 hộ; "


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{_LIST}cao nhất là thôn Khuổi Lịa.", []),
        (f"{_LIST}thấp nhất là thôn Nà Pằn.", []),
        (f"{_LIST}tỷ lệ cao nhất là thôn Cốc Mười.", []),
        (f"{_LIST}khó khăn nhiều nhất là thôn Cốc Mười.", []),
        (f"{_LIST}nơi có số hộ cao nhất là thôn Cốc Mười.", ["cao nhất là thôn Cốc Mười"]),
        (f"{_LIST}cao nhất là thôn Cốc Mười.", ["cao nhất là thôn Cốc Mười"]),
        (f"{_LIST}cao nhất là Chi hội Nà Pằn.", ["cao nhất là Chi hội Nà Pằn"]),
        (f"{_LIST}ít nhất là Cốc Mười.", ["ít nhất là Cốc Mười"]),
        (f"{_LIST}cao nhất là thôn Khuổi Lịa, thấp nhất là thôn Nà Pằn.", []),
        (f"{_LIST}cao nhất là thôn Khuổi Lịa, thấp nhất là thôn Cốc Mười.", ["thấp nhất là thôn Cốc Mười"]),
        (f"{_LIST}Khuổi Lịa dẫn đầu.", []),
        (f"{_LIST[:-2]}. Thôn Cốc Mười dẫn đầu.", ["Thôn Cốc Mười dẫn đầu"]),
        ("Nà Pằn có nhiều người dự nhất với 45 người, tiếp đến là Khuổi Lịa 38 người.", []),
        ("Nà Pằn có tỷ lệ dự cao nhất với 45 người, Khuổi Lịa đông dân hơn có 52 người.", []),
        (
            "Nà Pằn có nhiều người dự nhất với 45 người, tiếp đến là Khuổi Lịa 52 người.",
            ["nhiều người dự nhất với 45 người"],
        ),
    ],
)
def test_the_most_and_the_next(body: str, told: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    assert [passage(report, one) for check in CHECKS for one in check(report)] == told
