"""Small things of form: the summary, the signature block, quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[[str, str], list[tuple[str, str]]]
BODY = "Xã đã họp 02 buổi."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(HEAD + TITLE + BODY + TAIL, [], id="a report as it should be"),
        pytest.param(HEAD + "BÁO CÁO\nVề việc phòng dịch năm 2026\n\n" + BODY + TAIL, [], id="written in full"),
        pytest.param(
            HEAD + TITLE + 'Cuộc vận động "Vì người nghèo" và “Hũ gạo”.' + TAIL, [], id="each pair of one form"
        ),
        pytest.param(
            HEAD.rstrip() + "\nV/v phòng dịch\n\nBÁO CÁO\nKết quả phòng dịch năm 2026\n\n" + BODY + TAIL,
            [("summary", "V/v")],
            id="a letter's summary below the number of a report",
        ),
        pytest.param(
            HEAD.rstrip()
            + "\nV/v phòng dịch\n\nKính gửi: Các thôn\n\nBÁO CÁO\nKết quả phòng dịch năm 2026\n\n"
            + BODY
            + TAIL,
            [],
            id="a letter with the report that it sends",
        ),
        pytest.param(
            HEAD + "BÁO CÁO\nV/v phòng dịch năm 2026\n\n" + BODY + TAIL, [("summary", "V/v")], id="a letter's summary"
        ),
        pytest.param(
            HEAD + "QUYẾT ĐỊNH\nV/V BAN HÀNH QUY CHẾ\n\n" + BODY + TAIL, [("summary", "V/V")], id="in capitals"
        ),
        pytest.param(
            HEAD + TITLE + BODY + TAIL.replace("TM. ỦY", "TM.ỦY"),
            [("post", "TM.ỦY BAN NHÂN DÂN")],
            id="a mark grown onto the body",
        ),
        pytest.param(
            HEAD + TITLE + 'Cuộc vận động "Vì người nghèo” và "Hũ gạo”.' + TAIL,
            [("quotes", '"Vì người nghèo”')],
            id="a pair of two forms, told once",
        ),
        pytest.param(
            HEAD + "QUY CHẾ\nQuy chế làm việc của Ủy ban nhân dân xã\n\n" + BODY + TAIL,
            [("type-twice", "Quy chế")],
            id="the type again",
        ),
        pytest.param(
            HEAD.replace("tháng 9", "tháng 09") + TITLE + BODY + TAIL,
            [("zero", "tháng 09")],
            id="a zero before a month that needs none",
        ),
        pytest.param(
            HEAD.replace("ngày 12 tháng 9", "ngày 5 tháng 2") + TITLE + BODY + TAIL,
            [("zero", "ngày 5"), ("zero", "tháng 2")],
            id="no zero before a day and a month that need one",
        ),
        pytest.param(
            HEAD.replace("ngày 12 tháng 9", "ngày 05 tháng 02") + TITLE + BODY + TAIL, [], id="zeros where they belong"
        ),
        pytest.param(HEAD.replace("41/", "05/") + TITLE + BODY + TAIL, [], id="a number under 10 with its zero"),
        pytest.param(
            HEAD.replace("41/", "041/") + TITLE + BODY + TAIL, [("zero-number", "041")], id="a zero before two digits"
        ),
        pytest.param(HEAD + "BÁO CÁO\nBáo cáo chính trị trình Đại hội\n\n" + BODY + TAIL, [], id="a type of its own"),
    ],
)
def test_small_faults_of_form(text: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(text, "layout") == found
