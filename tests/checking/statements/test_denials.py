"""What one place denies and another counts; numbers of another row; leaps of money; causes that are promised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]
MISMATCH = "body-appendix-mismatch"


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param(
            "Không có bản nào trắng tổ chức hội.\n\nHiện còn 02 bản trắng tổ chức hội.",
            ["text"],
            id="denied, then counted",
        ),
        pytest.param(
            "Hiện còn 02 bản trắng tổ chức hội.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n- Không có bản trắng tổ chức hội.",
            [],
            id="what is aimed at",
        ),
        pytest.param(
            "Không để xảy ra vụ cháy rừng nghiêm trọng nào.\n\nTrong kỳ có 03 vụ cháy rừng nghiêm trọng.",
            ["text"],
            id="in other words",
        ),
        pytest.param(
            "Trong kỳ không xảy ra tranh chấp đất đai.\n\n- Bản chưa có điện.\n- Có 02 vụ tranh chấp đất đai.",
            ["text"],
            id="counted in cases",
        ),
        pytest.param(
            "Không có bản nào trắng tổ chức hội.\n\nCó 02 bản chưa có nhà văn hóa.", [], id="of another thing"
        ),
        pytest.param(
            "Không có bản nào trắng tổ chức hội.\n\nNăm trước có 02 bản trắng tổ chức hội.", [], id="of another time"
        ),
    ],
)
def test_denials(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, MISMATCH)] == cases


TABLE = "\n\nTT\tĐơn vị\tTỷ lệ (%)\n1\tBản Khe Lạnh\t78,5\n2\tBản Khe Ấm\t91,2\n3\tBản Nà Lau\t84,0\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thấp nhất là bản Nà Lau (78,5%).", [("row", "78,5%")], id="the number of another row"),
        pytest.param("Cao nhất là bản Khe Lạnh đạt 91,2%.", [("row", "91,2%")], id="without brackets"),
        pytest.param("Thấp nhất là bản Khe Lạnh (78,5%).", [], id="its own"),
        pytest.param("Riêng bản Nà Lau có 15 hộ.", [], id="a number that no row has"),
    ],
)
def test_rows_that_the_text_names(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body + TABLE, MISMATCH) == found


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param("Tổng mức đầu tư tăng từ 4,2 tỷ đồng lên 512 tỷ đồng.", ["leap"], id="a slip of a unit"),
        pytest.param("Tổng mức đầu tư tăng từ 4,2 tỷ đồng lên 5,1 tỷ đồng.", [], id="a rise"),
        pytest.param("Tặng 40 suất quà, mỗi suất trị giá 500 đồng.", ["each"], id="too little for a gift"),
        pytest.param("Tặng 40 suất quà, mỗi suất trị giá 500.000 đồng.", [], id="a gift"),
    ],
)
def test_money(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "implausible-magnitude")] == cases


LIMITS = "Việc cập nhật sổ sách ở một số bản còn chậm, sinh hoạt của các chi hội chưa đều, số hội viên nòng cốt ít"


@pytest.mark.parametrize(
    ("title", "body", "cases"),
    [
        pytest.param("Hạn chế, nguyên nhân", f"{LIMITS}.", ["causes"], id="none is given"),
        pytest.param("Tồn tại, hạn chế và nguyên nhân", f"{LIMITS}.", ["causes"], id="a longer heading"),
        pytest.param("Hạn chế, nguyên nhân", f"{LIMITS} do cán bộ mới nhận việc.", [], id="one is given"),
        pytest.param("Hạn chế", f"{LIMITS}.", [], id="none is promised"),
        pytest.param("Nguyên nhân hạn chế", f"{LIMITS}.", [], id="causes alone"),
    ],
)
def test_causes_that_a_heading_promises(title: str, body: str, cases: list[str], findings_of: FindingsOf) -> None:
    text = f"Làm tốt.\n\nII. ĐÁNH GIÁ CHUNG\n\n1. Ưu điểm\n\nLàm tốt.\n\n2. {title}\n\n{body}"
    assert [case for case, _ in findings_of(text, "missing-part")] == cases


@pytest.mark.parametrize(
    ("denied", "told", "found"),
    [
        pytest.param(
            "Từ năm 2024 đến nay không có học sinh bỏ học.", "Năm 2022 có 03 học sinh bỏ học.", 0, id="before"
        ),
        pytest.param(
            "Từ đầu năm 2023 đến nay không để xảy ra cháy rừng.", "So với năm 2024 giảm 02 vụ cháy rừng.", 0, id="fewer"
        ),
        pytest.param(
            "Từ năm 2024 đến nay không có học sinh bỏ học.", "Năm 2025 có 03 học sinh bỏ học vì nghèo.", 1, id="since"
        ),
        pytest.param(
            "Từ đầu năm 2023 đến nay không để xảy ra cháy rừng.", "Năm 2024 xảy ra 02 vụ cháy rừng.", 1, id="a fire"
        ),
        pytest.param(
            "Từ năm 2022 đến nay không xảy ra vụ trộm cắp nào.",
            "Năm 2023 còn để xảy ra 02 vụ trộm cắp vặt.",
            1,
            id="still let happen",
        ),
    ],
)
def test_denied_since_a_year(denied: str, told: str, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{denied}\n\n{told}", "body-appendix-mismatch")) == found
