"""Parts of the year other than that of the title, of the first half of 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
_TITLE = "BÁO CÁO\nKết quả công tác dân vận 6 tháng đầu năm 2026\n\nI. KẾT QUẢ\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ước thực hiện 6 tháng thu ngân sách đạt 3,5 tỷ đồng.", []),
        ("Trong quý II, xã đã cấp 45 suất quà.", []),
        ("Phấn đấu trong quý IV hoàn thành 12 km đường.", []),
        ("Công tác này tăng so với kết quả 6 tháng đầu năm 2025.", []),
        ("Ước thực hiện 9 tháng thu ngân sách đạt 3,5 tỷ đồng.", ["9 tháng"]),
        ("Công tác an sinh xã hội trong quý III được quan tâm.", ["quý III"]),
        ("Kết quả dân vận 6 tháng đầu năm 2025 cơ bản tốt.", ["6 tháng đầu năm 2025"]),
    ],
)
def test_other_parts(body: str, found: list[str], found_in: FoundIn) -> None:
    text = f"{HEAD}{_TITLE}{body}{TAIL}".replace("ngày 12 tháng 9 năm 2026", "ngày 20 tháng 6 năm 2026")
    assert [words for case, words in found_in(text, "period-mismatch") if case == "heading"] == found


_JUDGED = f"{_TITLE}Tổ chức 02 hội nghị.\n\nII. ĐÁNH GIÁ CHUNG\n\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Công tác dân vận 6 tháng đầu năm 2026 còn một số hạn chế.", []),
        ("So với quý I năm 2026, công tác dân vận còn một số hạn chế.", []),
        ("Việc thực hiện kế hoạch năm 2024 còn một số hạn chế.", []),
        ("Công tác dân vận trong quý I năm 2026 còn một số hạn chế.", ["quý I năm 2026"]),
        ("Trong năm 2023, công tác dân vận đạt được nhiều kết quả.", ["năm 2023"]),
        ("Năm 2024, mặc dù kinh phí ít, công tác dân vận tiếp tục phát triển.", ["Năm 2024"]),
    ],
)
def test_judged_periods(body: str, found: list[str], found_in: FoundIn) -> None:
    text = f"{HEAD}{_JUDGED}{body}{TAIL}".replace("ngày 12 tháng 9 năm 2026", "ngày 20 tháng 6 năm 2026")
    assert [words for case, words in found_in(text, "period-mismatch") if case == "heading"] == found
