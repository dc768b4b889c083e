"""Semicolons after which nothing of the list comes, and grounds that lead to nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import read_text

from tongket.checking.form.semicolons import check_grounds_left_open

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_A = "Ủy ban nhân dân xã đã rà soát các điểm sạt lở dọc suối Khe Vai"
_B = "Các thôn cắm biển báo, vận động bà con không dựng lán gần bờ"
_C = "Công an xã tuần tra ban đêm, nhắc nhở các tàu hút cát trái phép"


def _closed(body: str, findings_of: FindingsOf) -> list[str]:
    return [words for case, words in findings_of(body, "incomplete") if case == "semicolon"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(f"1. Chống sạt lở\n\n{_A};\n\n2. Trồng rừng\n\n{_B}.", ["Vai;"], id="the end of a section"),
        pytest.param(
            f"1. Chống sạt lở\n\na) {_A};\n\nb) {_B};\n\nII. NHIỆM VỤ\n\nTiếp tục rà soát.",
            ["bờ;"],
            id="the last of a list",
        ),
        pytest.param(f"1. Chống sạt lở\n\n{_A}.\n\n{_B};\n\n{_C}.", ["bờ;"], id="one paragraph among others"),
    ],
)
def test_semicolon_behind_which_no_item_comes(body: str, words: list[str], findings_of: FindingsOf) -> None:
    assert _closed(body, findings_of) == words


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"1. Chống sạt lở\n\na) {_A};\n\nb) {_B};\n\nc) {_C}.", id="items of a list"),
        pytest.param(f"1. Các việc\n\n{_A};\n\n{_B};\n\n{_C}.", id="paragraphs that make a list"),
        pytest.param(f"1. {_A};\n\n2. {_B};\n\n3. {_C}.", id="numbered items"),
        pytest.param(f"1. Chống sạt lở\n\n- {_A}.\n\n- {_B};\n\n- {_C}.", id="dashes"),
    ],
)
def test_semicolons_of_lists(body: str, findings_of: FindingsOf) -> None:
    assert _closed(body, findings_of) == []


_RULES = """ĐẢNG ỦY XÃ LŨNG ẲNG\tĐẢNG CỘNG SẢN VIỆT NAM
Số: 12-QC/ĐU\tLũng Ẳng, ngày 12 tháng 9 năm 2026

QUY CHẾ
làm việc của Ban Chấp hành Đảng bộ xã

Căn cứ Điều lệ Đảng Cộng sản Việt Nam;

Căn cứ Nghị quyết Đại hội Đảng bộ xã Lũng Ẳng,

{resolution}Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

Quy chế này quy định chế độ làm việc.
"""


def test_grounds_that_lead_to_no_resolution() -> None:
    report = read_text(_RULES.format(resolution=""))

    [found] = check_grounds_left_open(report)

    assert (found.case, found.severity, found.facts["mark"]) == ("sentence", "warning", ",")


def test_grounds_that_lead_to_a_resolution() -> None:
    resolution = "Ban Chấp hành Đảng bộ xã ban hành Quy chế làm việc như sau:\n\n"

    assert list(check_grounds_left_open(read_text(_RULES.format(resolution=resolution)))) == []
