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
            HEAD + "BÁO CÁO\nV/v phòng dịch năm 2026\n\n" + BODY + TAIL, [("summary", "V/v")], id="a letter's summary"
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
        pytest.param(HEAD + "BÁO CÁO\nBáo cáo chính trị trình Đại hội\n\n" + BODY + TAIL, [], id="a type of its own"),
    ],
)
def test_small_faults_of_form(text: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(text, "layout") == found
