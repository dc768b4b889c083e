"""Proposals that are much older than the decision that rests on them."""

from __future__ import annotations

import pytest
from report_texts import passage, read_text

from tongket.checking.times.long_before import check_proposals

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG GIA\nSố: 12/QĐ-UBND\nSông Gia, ngày 12 tháng 01 năm 2018\n\nQUYẾT ĐỊNH\n"
    "Về việc phê duyệt kế hoạch\n\nỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
    "{ground}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt kế hoạch.\n"
)


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        pytest.param("Theo đề nghị của Sở Nội vụ tại Tờ trình số 17/TTr-SNV ngày 05/01/2018,", [], id="a week"),
        pytest.param("Theo đề nghị của Sở Nội vụ tại Tờ trình số 17/TTr-SNV ngày 05/12/2017,", [], id="last year"),
        pytest.param(
            "Căn cứ Nghị quyết số 5/NQ-HĐND ngày 06/12/2017 theo Tờ trình số 17/TTr-UBND ngày 05/12/2016;",
            [],
            id="of what another document rests on",
        ),
        pytest.param(
            "Theo đề nghị của Sở Nội vụ tại Tờ trình số 17/TTr-SNV ngày 05/01/2017,",
            ["Tờ trình số 17/TTr-SNV ngày 05/01/2017"],
            id="the year before, in January",
        ),
    ],
)
def test_a_proposal_is_not_a_year_old(ground: str, found: list[str]) -> None:
    report = read_text(DECISION.format(ground=ground))
    assert [passage(report, one) for one in check_proposals(report)] == found
