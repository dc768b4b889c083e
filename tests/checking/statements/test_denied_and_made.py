"""What was not made in the time of the report, and is spoken of as made in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_TASKS = "\nII. NHIỆM VỤ\n- Củng cố 02 tổ hợp tác thành lập {when}.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"Trong 6 tháng chưa thành lập được tổ hợp tác nào.{_TASKS.format(when='đầu năm')}",
            ["chưa thành lập được tổ hợp tác nào"],
            id="strengthened as one of the tasks",
        ),
        pytest.param(
            "Năm nay không mở được lớp dạy nghề nào.\nHọc viên của 03 lớp dạy nghề mở trong năm đều có việc làm.",
            ["không mở được lớp dạy nghề nào"],
            id="those who went there",
        ),
        pytest.param(f"Chưa thành lập được tổ hợp tác nào.{_TASKS.format(when='năm 2024')}", [], id="made before"),
        pytest.param(f"Quý I chưa thành lập được tổ hợp tác nào.{_TASKS.format(when='đầu năm')}", [], id="a quarter"),
        pytest.param(
            "Năm nay không mở được lớp dạy nghề nào.\nHọc viên của 03 lớp tin học mở trong năm đều có việc làm.",
            [],
            id="other courses",
        ),
    ],
)
def test_denied_and_made(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
