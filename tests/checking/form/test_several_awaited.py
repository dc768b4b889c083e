"""Several things announced and one told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "missing-part"


@pytest.mark.parametrize(
    "body",
    [
        (
            "Một số hạn chế còn tồn tại, đó là:\n\n- Sinh hoạt chưa đều.\n\n- Kinh phí ít.\n\nII. PHƯƠNG "
            "HƯỚNG\n\nTiếp tục củng cố."
        ),
        (
            "Một số hạn chế còn tồn tại, đó là:\n\n- Sinh hoạt chi hội chưa đều; việc thu hội phí chậm.\n\nII. "
            "PHƯƠNG HƯỚNG\n\nTiếp tục củng cố."
        ),
        "Hội đề nghị một nội dung như sau:\n\n- Cấp thêm kinh phí.\n\nII. NHIỆM VỤ\n\nTiếp tục vận động.",
        "Những khó khăn như sau:\n\n- Kinh phí hạn hẹp, nhân lực mỏng.\n\nII. NHIỆM VỤ\n\nTiếp tục vận động.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        (
            "Một số hạn chế còn tồn tại, đó là:\n\n- Việc sinh hoạt chi hội ở thôn Nà Tảo chưa đều.\n\nII. "
            "PHƯƠNG HƯỚNG\n\nTiếp tục củng cố."
        ),
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)


def test_a_later_heading_answers_no_colon(findings_of: FindingsOf) -> None:
    lead = "1. Kết quả\n\nĐạt được kết quả trên là do những nguyên nhân sau:\n\n"
    told = findings_of(f"{lead}2. Hạn chế\n\nMột số chi bộ sinh hoạt chưa đều.", "incomplete")
    assert told == [("announced", "Đạt được kết quả trên là do những nguyên nhân sau:")]
    assert findings_of(f"{lead}- Cấp ủy quan tâm.\n\n2. Hạn chế\n\nKinh phí ít.", "incomplete") == []
