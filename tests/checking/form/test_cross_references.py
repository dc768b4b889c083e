"""Sections, parts and lists that the text of a report names are there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
MORE = "\n\nII. HẠN CHẾ, NGUYÊN NHÂN\n\nDo địa bàn rộng.\n\nIII. NHIỆM VỤ\n\n1. Họp dân\n\nHằng quý."


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("Khắc phục những việc đã nêu tại mục V.", ["nêu tại mục V"], id="no such section"),
        pytest.param(
            "Việc này được phân tích trong phần III (Bài học kinh nghiệm) của báo cáo.",
            ["phân tích trong phần III (Bài học kinh nghiệm)"],
            id="another title",
        ),
        pytest.param("Việc này được nêu tại mục 4, Phần III.", ["nêu tại mục 4, Phần III"], id="below another section"),
        pytest.param("Việc này được báo cáo ở phần E.", [], id="a letter where no heading has one"),
        pytest.param("Khắc phục những việc đã nêu tại mục II.", [], id="there"),
        pytest.param("Việc này được phân tích trong phần III (Nhiệm vụ) của báo cáo.", [], id="its title"),
        pytest.param("Việc này được nêu tại mục 1, Phần III.", [], id="below it"),
        pytest.param("Thực hiện nội dung nêu tại mục V Kế hoạch số 12/KH-UBND.", [], id="of another document"),
        pytest.param("Thực hiện nội dung nêu tại mục a.", [], id="in a style that no heading has"),
        pytest.param("Báo cáo gồm 04 phần.", ["Báo cáo gồm 04 phần"], id="a part too many"),
        pytest.param("Báo cáo gồm ba phần.", [], id="as many as said"),
        pytest.param("Quy trình thể hiện ở Hình 11.1.", ["Hình 11.1"], id="a picture that is not there"),
        pytest.param("Tỷ lệ tăng qua các năm (Biểu đồ 2).", ["Biểu đồ 2"], id="a chart in brackets"),
        pytest.param("Tỷ lệ như Hình 2.\n\nHình 2. Tỷ lệ", [], id="a picture with its title"),
        pytest.param("Có bảng chi tiết kèm theo.", ["Có bảng chi tiết kèm theo"], id="a table that is not there"),
        pytest.param("Danh mục ban hành kèm theo Quyết định số 12/QĐ-UBND.", [], id="a list of a decision"),
    ],
)
def test_parts_named_in_the_text(said: str, found: list[str], findings_of: FindingsOf) -> None:
    passages = [passage for case, passage in findings_of(said + MORE, "missing-part") if case in CASES]
    assert [one.lower() for one in passages] == [one.lower() for one in found]


CASES = ("section", "parts", "appendix-named", "table")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tập huấn kĩ năng; thi kỹ năng; học kỹ năng.", [("i-or-y", "kĩ năng")], id="i beside y"),
        pytest.param("Bổ sung qui ước, niêm yết quy ước.", [("i-or-y", "qui ước")], id="after q"),
        pytest.param("Tỉ lệ đạt 5 tỷ đồng; bác sĩ, kỹ sư.", [], id="other words"),
    ],
)
def test_one_word_with_i_and_with_y(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == found
