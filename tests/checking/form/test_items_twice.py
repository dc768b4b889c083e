"""Items and documents that stand twice in one report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_ITEM = "- Triển khai nguồn vốn của chương trình giảm nghèo bền vững đến từng thôn trên địa bàn xã.\n"
_OTHER = "- Kiểm tra vệ sinh an toàn thực phẩm tại các trường học và chợ trung tâm của xã.\n"
_PLAN = "Kế hoạch số 12/KH-UBND ngày 05/3/2026 về phòng dịch; Công văn số 40/UBND-VX ngày 06/3/2026 về tiêm phòng"


def _twice(body: str, findings_of: FindingsOf) -> list[str]:
    return [words.rstrip() for case, words in findings_of(body, "layout") if case == "twice"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_ITEM + _OTHER, [], id="two items"),
        pytest.param(_ITEM + _OTHER + _ITEM, [_ITEM.rstrip()], id="one of them again"),
        pytest.param("- Giao cho các thôn.\n" + _OTHER + "- Giao cho các thôn.\n", [], id="a few words"),
        pytest.param(
            _OTHER.replace("- Kiểm", "- Việc cần làm: Kiểm") + _ITEM + _OTHER.replace("- Kiểm", "- Việc cần làm: Kiểm"),
            [],
            id="behind a label",
        ),
    ],
)
def test_items_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert _twice("1. Kết quả\n" + body, findings_of) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Xã đã ban hành: {_PLAN}.", [], id="each once"),
        pytest.param(
            f"Xã đã ban hành: {_PLAN}; Quyết định số 50/QĐ-UBND ngày 09/3/2026 thay thế Kế hoạch số 12/KH-UBND.",
            [],
            id="named again for another matter",
        ),
        pytest.param(
            f"Xã đã ban hành: {_PLAN}; Kế hoạch số 12/KH-UBND ngày 05/3/2026 về phòng dịch.",
            ["12/KH-UBND ngày 05/3/2026 về phòng dịch."],
            id="listed again",
        ),
    ],
)
def test_documents_listed_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert _twice(body, findings_of) == found


SAID = "Hội Nông dân xã vận động hội viên góp công làm đường, trồng cây và giữ gìn vệ sinh ở mười hai thôn bản."
LONGER = "Sáu tháng đầu năm, " + SAID[0].lower() + SAID[1:]
SHORT = "Hội viên tích cực tham gia các hoạt động."


@pytest.mark.parametrize(
    ("paragraphs", "times"),
    [
        pytest.param([SAID, LONGER], 0, id="of other words"),
        pytest.param([SHORT, SHORT], 0, id="a short one"),
        pytest.param([SAID.replace(".", ":"), SAID.replace(".", ":")], 0, id="what leads to a list"),
        pytest.param([SAID, SAID], 1, id="right below itself"),
        pytest.param([SAID, SHORT, SAID], 1, id="further below in a report"),
    ],
)
def test_paragraphs_that_stand_twice(paragraphs: list[str], times: int, findings_of: FindingsOf) -> None:
    said = findings_of("\n\n".join(paragraphs), "layout")
    assert [case for case, _ in said].count("twice") == times


@pytest.mark.parametrize(
    ("between", "times"),
    [
        pytest.param("\n\n2. Việc khác\n\n", 0, id="in another list of a plan"),
        pytest.param("\n- Các thôn tự chọn ngày ra quân cho hợp với mùa vụ của mình.\n", 1, id="in one list"),
    ],
)
def test_items_of_a_plan(between: str, times: int, found_in: FindingsOf) -> None:
    plan = HEAD.replace("BC", "KH") + "KẾ HOẠCH\nVận động nhân dân làm đường\n\n1. Việc chung\n\n"
    said = found_in(f"{plan}- {SAID}{between}- {SAID}\n{TAIL}", "layout")
    assert [case for case, _ in said].count("twice") == times


_LONG = (
    "Mặt trận xã phối hợp các đoàn thể vận động nhân dân hiến đất mở rộng đường ngõ, tự tháo dỡ hàng rào và góp công."
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thôn Nà Pằn thiếu cán bộ. Thôn Cốc Mười thiếu cán bộ.", [], id="of two hamlets"),
        pytest.param(f"Xã có 9 thôn. {_LONG}\nXã làm tốt.", [], id="once"),
        pytest.param("Cán bộ còn yếu. Kinh phí ít. Cán bộ còn yếu.", [], id="a few words, farther off"),
        pytest.param(
            "Đội ngũ cán bộ thôn còn thiếu. Đội ngũ cán bộ thôn còn thiếu. Kinh phí ít.",
            ["Đội ngũ cán bộ thôn còn thiếu."],
            id="in a row",
        ),
        pytest.param(f"Xã có 9 thôn. {_LONG}\nXã làm tốt. {_LONG}", [_LONG], id="a long one anywhere"),
    ],
)
def test_sentences_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert _twice("1. Kết quả\n" + body, findings_of) == found
