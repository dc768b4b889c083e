"""What a title or a heading names, and the text nowhere else: who directed, which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "missing-part"
WORK = "Ủy ban nhân dân xã tổ chức 12 hội nghị quán triệt cho 450 lượt cán bộ; bố trí 31 công chức về các phòng. " * 4


def _told(found_in: FoundIn, title: str, body: str) -> list[str]:
    text = f"{HEAD}BÁO CÁO\n{title}\n\n{body}{TAIL}"
    return [" ".join(passage.split()) for case, passage in found_in(text, KIND) if case == "matter"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        pytest.param(
            "Kết quả thực hiện các kết luận của Bộ Chính trị, Ban Bí thư về tổ chức bộ máy",
            f"Thực hiện Kết luận số 127-KL/TW của Bộ Chính trị, Ban Bí thư. {WORK}",
            id="named in the text",
        ),
        pytest.param(
            "Kết quả thực hiện các chỉ thị của Ban Bí thư", f"Thực hiện Chỉ thị số 49-CT/TW. {WORK}", id="by its symbol"
        ),
        pytest.param(
            "Sơ kết thực hiện Chỉ thị số 06-CT/TU của Tỉnh ủy về dân vận", WORK, id="one document, with its number"
        ),
        pytest.param("Kết quả công tác quý III năm 2026", WORK, id="no issuer"),
        pytest.param("Kết quả thực hiện ý kiến của Thủ tướng Chính phủ", "Đã làm xong.", id="a short text"),
        pytest.param(
            "Công tác quý III", f"I. ỨNG PHÓ BÃO\n\nÁp thấp nhiệt đới gây mưa 120 mm. {WORK}", id="in other words"
        ),
        pytest.param(
            "Công tác quý III", f"I. PHÒNG, CHỐNG BÃO, LŨ\n\nMưa gây ngập 03 bản. {WORK}", id="a standing phrase"
        ),
        pytest.param(
            "Công tác quý III", f"I. CHỐNG RÉT\n\nNhiệt độ xuống 6 độ C, giá lạnh. {WORK}", id="cold, as measured"
        ),
        pytest.param(
            "Công tác quý III", f"I. KẾT QUẢ\n\n{WORK}\n\nII. NHIỆM VỤ\n\n1. Ứng phó bão\n\n{WORK}", id="a task"
        ),
    ],
)
def test_what_is_told_again(title: str, body: str, found_in: FoundIn) -> None:
    assert _told(found_in, title, body) == []


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        pytest.param(
            "Kết quả thực hiện các kết luận của Bộ Chính trị về tổ chức bộ máy",
            WORK,
            "Bộ Chính trị",
            id="the Politburo",
        ),
        pytest.param("Kết quả thực hiện các chỉ thị của Ban Bí thư", WORK, "Ban Bí thư", id="the Secretariat"),
        pytest.param(
            "Tình hình thực hiện ý kiến chỉ đạo của Thủ tướng Chính phủ", WORK, "Thủ tướng Chính phủ", id="the premier"
        ),
        pytest.param("Kết quả thực hiện các nghị quyết của Tỉnh ủy", WORK, "Tỉnh ủy", id="the province's committee"),
        pytest.param("Công tác quý III", f"I. ỨNG PHÓ BÃO\n\nMưa lớn gây sạt lở 03 điểm. {WORK}", "BÃO", id="a storm"),
        pytest.param(
            "Công tác quý III",
            f"I. PHÒNG, CHỐNG CÚM GIA CẦM\n\nTiêm 450 con lợn. {WORK}",
            "CÚM GIA CẦM",
            id="a disease",
        ),
        pytest.param("Công tác quý III", f"I. CHỐNG HẠN HÁN\n\nSửa 03 tuyến đường. {WORK}", "HẠN HÁN", id="a drought"),
        pytest.param("Công tác quý III", f"I. CÔNG TÁC BẦU CỬ\n\nHọp 03 lần. {WORK}", "BẦU CỬ", id="an election"),
    ],
)
def test_what_is_told_nowhere(title: str, body: str, said: str, found_in: FoundIn) -> None:
    assert _told(found_in, title, body) == [said]
