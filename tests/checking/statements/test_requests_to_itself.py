"""Requests that a body makes to itself, and a document that has itself drafted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "layout"
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LƯƠNG TÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 45/KH-UBND\nLương Tân, ngày 15 tháng 3 năm 2026\n\nKẾ HOẠCH\nPhòng, chống sốt xuất huyết năm 2026\n\n"
)
PARTY = (
    "ĐẢNG BỘ TỈNH LƯƠNG TÂN\nĐẢNG ỦY XÃ NẬM NGÀ\n*\nSố 45-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Nậm Ngà, ngày 15 tháng 3 năm 2026\n\nBÁO CÁO\nKết quả công tác quý I năm 2026\n\n"
)


def _told(findings: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one in findings if one[0] in ("to-itself", "drafts-itself")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("II. KIẾN NGHỊ\n\nĐề nghị Bộ Y tế hỗ trợ hóa chất.", id="another body"),
        pytest.param("II. NHIỆM VỤ\n\n1. Sở Y tế\n\n- Đề xuất UBND tỉnh bố trí kinh phí.", id="what a department does"),
        pytest.param(
            "II. NHIỆM VỤ\n\nCác xã, phường:\n\n- Đề xuất UBND tỉnh bố trí kinh phí.", id="a line names who asks"
        ),
        pytest.param("II. Ý KIẾN CỬ TRI\n\n- Đề nghị UBND tỉnh hỗ trợ hóa chất.", id="voters"),
        pytest.param("II. KIẾN NGHỊ\n\nCác hội đề nghị UBND tỉnh hỗ trợ.", id="somebody asks in the sentence"),
        pytest.param("II. KIẾN NGHỊ\n\nĐề nghị UBND tỉnh Bắc Sơn phối hợp, hỗ trợ.", id="another province"),
        pytest.param("II. KIẾN NGHỊ\n\nĐề nghị UBND xã hỗ trợ kinh phí.", id="another level"),
        pytest.param("II. NHIỆM VỤ\n\nSở Y tế tham mưu UBND tỉnh ban hành Kế hoạch mua vắc xin.", id="another plan"),
    ],
)
def test_requests_to_others(body: str, found_in: FoundIn) -> None:
    assert _told(found_in(HEAD + "I. MỤC TIÊU\n\nGiảm số ca mắc.\n\n" + body + TAIL, KIND)) == []


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        pytest.param(
            HEAD, "- Đề xuất UBND tỉnh xem xét xuất hóa chất.", ("to-itself", "UBND tỉnh"), id="left of a draft"
        ),
        pytest.param(
            HEAD,
            "Kính đề nghị Ủy ban nhân dân tỉnh sớm phê duyệt.",
            ("to-itself", "Ủy ban nhân dân tỉnh"),
            id="politely",
        ),
        pytest.param(
            HEAD,
            "Đề nghị UBND tỉnh Lương Tân quan tâm hỗ trợ.",
            ("to-itself", "UBND tỉnh Lương Tân"),
            id="with its name",
        ),
        pytest.param(PARTY, "Đề nghị Đảng ủy xã quan tâm, chỉ đạo.", ("to-itself", "Đảng ủy xã"), id="of the Party"),
        pytest.param(
            HEAD,
            "Tham mưu kịp thời; tham mưu UBND tỉnh ban hành Kế hoạch phòng, chống sốt xuất huyết năm 2026.",
            ("drafts-itself", "UBND tỉnh"),
            id="the plan itself",
        ),
    ],
)
def test_request_to_oneself(head: str, body: str, found: tuple[str, str], found_in: FoundIn) -> None:
    assert _told(found_in(head + "I. MỤC TIÊU\n\nGiảm số ca mắc.\n\nII. KIẾN NGHỊ\n\n" + body + TAIL, KIND)) == [found]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Đề nghị các thôn quan tâm vận động Nhân dân tham gia.", []),
        ("Đề nghị UBND tỉnh bố trí kinh phí cho các thôn.", []),
        ("Đề nghị các thôn quan tâm bố trí kinh phí xây dựng trạm y tế.", ["asks-below"]),
    ],
)
def test_means_asked_below(
    line: str, told: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    found = [case for case, _ in findings_of(f"II. KIẾN NGHỊ\n\n{line}", "layout")]
    assert [one for one in found if one == "asks-below"] == told
