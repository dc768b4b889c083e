"""All aims that are said to be reached, and one that is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cả 08 chỉ tiêu đều đạt. Lao động qua đào tạo đạt 66% (chỉ tiêu 65%).", id="an aim reached"),
        pytest.param("13/15 chỉ tiêu đạt. Chỉ tiêu bảo hiểm y tế mới đạt 89% (giao 93%).", id="not all are claimed"),
        pytest.param("Cả 08 chỉ tiêu đều đạt. Năm 2020, thu mới đạt 89% (giao 93%).", id="another year"),
        pytest.param("Cả 08 chỉ tiêu đều đạt. Quý I, thu mới đạt 19/93 triệu đồng.", id="a part of the year"),
        pytest.param("Quốc phòng: 04/04 chỉ tiêu đều đạt. Sản lượng mới đạt 89% (giao 93%).", id="a labelled field"),
        pytest.param("Ngành y tế có 12/12 chỉ tiêu đều đạt. Thu mới đạt 89% (giao 93%).", id="a field in words"),
        pytest.param("Các chỉ tiêu đều vượt so với cùng kỳ. Thu mới đạt 1,2/1,6 tỷ đồng.", id="more than before"),
        pytest.param("Cơ bản các chỉ tiêu đều đạt. Kết nạp đảng viên mới đạt 12/15 người.", id="nearly all"),
        pytest.param("Tuyển quân đạt 100% chỉ tiêu. Kết nạp đảng viên mới đạt 12/15 người.", id="all of one aim"),
        pytest.param(
            "Hoàn thành 12/12 chỉ tiêu về môi trường. Kết nạp đảng viên mới đạt 12/15 người.", id="aims of one kind"
        ),
        pytest.param("Cả 08 chỉ tiêu đều đạt. Xã mới có 3/9 thôn có sân thể thao.", id="no aim"),
    ],
)
def test_all_aims_may_be_reached(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("claim", "short"),
    [
        pytest.param("12/12 chỉ tiêu đều đạt và vượt", "Bảo hiểm y tế mới đạt 89% (giao 93%).", id="two numbers"),
        pytest.param("12/12 chỉ tiêu đều đạt", "Năm 2026, thu mới đạt 89% (giao 93%).", id="the report's own year"),
        pytest.param("hoàn thành 10/10 chỉ tiêu", "Thu ngân sách mới đạt 1,2/1,6 tỷ đồng.", id="a part of the aim"),
        pytest.param("hoàn thành 100% các chỉ tiêu", "Rác được thu gom đạt 82%, thấp hơn chỉ tiêu 85%.", id="below it"),
        pytest.param("Không có chỉ tiêu nào không đạt", "Chỉ tiêu về hợp tác xã chưa hoàn thành.", id="in words"),
        pytest.param("Toàn bộ 15 chỉ tiêu đều đạt", "Chỉ tiêu hội viên mới kết nạp được 18/25 người.", id="its verb"),
        pytest.param("Cả 08 chỉ tiêu đều đạt", "Trồng cây chỉ đạt 4.500 cây, kế hoạch 6.000 cây.", id="by its plan"),
    ],
)
def test_one_aim_was_missed(claim: str, short: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{claim}. Tồn tại: {short}", KIND) == [("text", claim)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("Kết quả năm 2025", [("text", "12/12 chỉ tiêu đều đạt")], id="the year of the title"),
        pytest.param("Kết quả năm 2026", [], id="the year before it"),
    ],
)
def test_the_year_of_a_claim(title: str, found: list[tuple[str, str]], found_in: FindingsOf) -> None:
    body = "Năm 2025 xã được giao 12 chỉ tiêu, 12/12 chỉ tiêu đều đạt. Tồn tại: bảo hiểm y tế mới đạt 89% (giao 93%)."
    assert found_in(f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ THỰC HIỆN\n\n{body}{TAIL}", KIND) == found
