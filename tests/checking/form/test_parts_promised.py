"""Parts that the title or the opening names, and a text that has them or not."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, passage, read_text

from tongket.checking.form.parts_promised import check_parts_promised

_TITLE = "Kết quả công tác năm 2026 và phương hướng, nhiệm vụ năm 2027"
_RESULTS = (
    "I. KẾT QUẢ\n\nXã tổ chức 25 buổi tuyên truyền tại 9 thôn, có 1.850 lượt người dự. Kế hoạch số 12/KH-UBND được"
    " triển khai đến từng thôn, cán bộ thôn ghi sổ theo dõi.\n"
)
_OPENING = "Ủy ban nhân dân xã báo cáo kết quả, những {part} như sau:\n\n"


def _told(title: str, body: str, tail: str = TAIL) -> list[str]:
    report = read_text(f"{HEAD}BÁO CÁO\n{title}\n\n{body}{tail}")
    return [passage(report, one) for one in check_parts_promised(report)]


@pytest.mark.parametrize(
    "body",
    [
        f"{_RESULTS}\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027\n\nTổ chức 30 buổi.",
        f"{_RESULTS}\nII. CÔNG VIỆC THỜI GIAN TỚI\n\nTổ chức 30 buổi.",
        f"{_RESULTS}\nII. CHƯƠNG TRÌNH PHỐI HỢP NĂM 2027\n\nTổ chức 30 buổi.",
        f"{_RESULTS}\nTrong năm 2027, xã tổ chức 30 buổi.",
        f"{_RESULTS}\n- Tiếp tục mở lớp.\n- Tăng cường đi thôn.\n- Nâng cao chất lượng sổ sách.",
    ],
)
def test_tasks_under_any_name_are_what_the_title_promises(body: str) -> None:
    assert _told(_TITLE, body) == []


def test_tasks_of_the_title_that_do_not_come() -> None:
    assert _told(_TITLE, _RESULTS) == ["phương hướng, nhiệm vụ năm 2027"]
    assert _told("Kết quả dân vận năm 2026; nhiệm vụ thời gian tới", _RESULTS) == ["nhiệm vụ thời gian tới"]


def test_a_title_on_what_was_done_promises_no_tasks() -> None:
    assert _told("Kết quả thực hiện nhiệm vụ năm 2026", _RESULTS) == []


def test_a_text_without_an_end_may_go_on_elsewhere() -> None:
    assert _told(_TITLE, _RESULTS, "") == []


@pytest.mark.parametrize(
    ("part", "below"),
    [
        ("kiến nghị", "II. ĐỀ NGHỊ VỚI TỈNH\n\nMở lớp tập huấn."),
        ("kiến nghị", "Xã đề nghị Sở Nội vụ mở lớp tập huấn."),
        ("tồn tại, hạn chế", "Một số thôn ghi sổ chưa đủ."),
        ("bài học kinh nghiệm", "Qua đó rút ra: nơi nào cán bộ sát dân, nơi đó việc trôi."),
    ],
)
def test_parts_of_the_opening(part: str, below: str) -> None:
    opening = _OPENING.format(part=part)
    assert _told("Kết quả công tác năm 2026", f"{opening}{_RESULTS}\n{below}") == []
    assert _told("Kết quả công tác năm 2026", f"{opening}{_RESULTS}") == [part]
