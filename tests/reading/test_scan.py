"""The telling tokens of a text: what kind of number each is, and which type words get one."""

from __future__ import annotations

import pytest

from tongket.reading.running.scan import scan


def kinds(text: str) -> list[tuple[str, str]]:
    """The tokens of ``text``: their kinds and what is printed."""
    return [(kind, text[start:end]) for kind, start, end in scan(text)]


@pytest.mark.parametrize(
    "behind", [" hộ", "%", ")", "; còn", ": gồm", ". Các", ".\nCác", "\t12", ", trong", "\nCác", ""]
)
@pytest.mark.parametrize("number", ["7", "62", "62,5", "1.250", "1.250.300,75", "2024"])
def test_a_number_is_one_whatever_stands_behind_it(number: str, behind: str) -> None:
    assert kinds(f"đạt {number}{behind}")[0] == ("number", number)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12 tháng 5 năm 2024", "date"),
        ("12\ttháng 5 năm 2024", "date"),
        ("12.5.2024 hộ", "date"),
        ("5.2024 hộ", "month"),
        ("12/15 thôn", "fraction"),
        ("84 QĐ/TWĐTN", "symbol"),
        ("12\n-QĐ/TU", "symbol"),
    ],
)
def test_what_goes_on_behind_a_blank_or_a_point_is_no_mere_number(text: str, kind: str) -> None:
    assert kinds(f"từ {text}")[0][0] == kind


def test_type_words_of_documents_that_are_cited_by_number_alone_get_no_token() -> None:
    assert kinds("Quyết định, Kế hoạch, Nghị quyết, Chỉ thị, CT, KH") == [
        ("type", "Nghị quyết"),
        ("type", "Chỉ thị"),
        ("type", "CT"),
    ]


def test_no_type_word_is_read_within_the_name_of_another_type() -> None:
    assert ("type", "KẾT LUẬN") not in kinds("THÔNG BÁO KẾT LUẬN ĐẠI HỘI")
