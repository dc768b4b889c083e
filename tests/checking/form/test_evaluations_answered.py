"""Headings of an evaluation that name two of its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]
CAUSES = (
    "Một số thôn chưa nhận thức đầy đủ ý nghĩa của phong trào; việc đôn đốc chưa đều giữa các tháng; "
    "nhiều hộ đi làm ăn xa, ít khi có mặt trong các buổi họp chung của thôn."
)
GOOD = (
    "Nhân dân tin tưởng và hưởng ứng phong trào; cán bộ nhiệt tình; kinh phí được cấp đủ ngay từ đầu năm; các "
    "đoàn thể phối hợp "
    "chặt chẽ với thôn; đường sá được mở rộng, thuận tiện cho việc đi lại."
)
LESSONS = "Chủ động nắm tình hình từ cơ sở; lấy sự đồng thuận của Nhân dân làm gốc."


@pytest.mark.parametrize(
    ("heading", "body", "found"),
    [
        pytest.param("Nguyên nhân và bài học kinh nghiệm", CAUSES, True, id="no lesson"),
        pytest.param("Nguyên nhân; bài học rút ra", CAUSES, False, id="other words of the heading"),
        pytest.param("Thuận lợi và khó khăn", GOOD, True, id="nothing that was hard"),
        pytest.param("Ưu điểm và hạn chế", GOOD, True, id="nothing that was bad"),
        pytest.param("Khó khăn, vướng mắc và kiến nghị", CAUSES, True, id="nothing asked for"),
        pytest.param("Nguyên nhân và bài học kinh nghiệm", f"{CAUSES}\n- {LESSONS}", False, id="lessons, uncalled so"),
        pytest.param("Thuận lợi và khó khăn", f"{GOOD} Tuy nhiên, mưa nhiều.", False, id="what was hard"),
        pytest.param("Khó khăn và kiến nghị", f"{CAUSES} Đề nghị huyện cấp loa.", False, id="a request"),
        pytest.param("Nguyên nhân", CAUSES, False, id="one part alone"),
        pytest.param("Nguyên nhân và bài học kinh nghiệm", "Dân cư phân tán.", False, id="a few words"),
    ],
)
def test_a_part_of_an_evaluation_that_is_not_given(
    heading: str, body: str, found: bool, findings_of: FindingsOf
) -> None:
    said = [case for case, _ in findings_of(f"III. ĐÁNH GIÁ\n1. {heading}\n{body}", "missing-part")]
    assert ("matter" in said) is found
