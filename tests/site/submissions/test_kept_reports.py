"""A text that was wrapped by hand is shown, and copied, by its paragraphs."""

from __future__ import annotations

import textwrap

from test_reading import BODY, HEAD

from tongket.files.open import source_of
from tongket.reading.read import read_source
from tongket.site.submissions.marked import paragraphs
from tongket.site.submissions.services.kept_reports import as_kept, unwrapped

LONG = (
    "Trong 5 năm qua, cấp ủy, chính quyền từ xã đến thôn đã tổ chức quán triệt nghiêm túc các văn bản của Trung ương, "
    "của tỉnh; đã tổ chức 21 hội nghị với 1.250 lượt người dự, cấp phát 3.400 tờ gấp đến các hộ gia đình ở các thôn "
    "vùng cao, vùng biên giới; công tác dân vận của cả hệ thống chính trị có chuyển biến rõ nét."
)


def kept(text: str) -> dict:
    return as_kept(read_source(source_of(text.encode(), "bao-cao.txt")), ())


def wrapped(width: int = 70) -> str:
    lines = (HEAD + BODY).rstrip().split("\n")
    return "\n".join("\n".join(textwrap.wrap(line, width)) or "" for line in [*lines, "", LONG, "", LONG])


def words(text: str) -> list[str]:
    return ["".join(piece.text for piece in one.pieces) for one in paragraphs(kept(text), [])]


def test_lines_that_go_on_stand_in_one_paragraph() -> None:
    assert words(wrapped()).count(LONG) == 2


def test_marks_stay_at_their_words() -> None:
    found = [one for one in paragraphs(kept(wrapped()), []) if any(piece.look == "fig" for piece in one.pieces)]
    marked = [piece.text for one in found for piece in one.pieces if piece.look == "fig"]

    assert sum(text.startswith("1.250") for text in marked) >= 2


def test_offsets_hold_and_a_report_kept_before_is_shown_by_its_lines() -> None:
    text = wrapped()
    one = kept(text)

    assert len(unwrapped(one)) == len(text)
    assert [a for a, b in zip(text, unwrapped(one), strict=True) if a != b] == ["\n"] * len(one["goes_on"])
    del one["goes_on"]
    assert unwrapped(one) == text


def test_a_paragraph_a_line_stays_so_but_for_a_title_of_two_lines() -> None:
    assert all(start < len(HEAD) for start in kept(f"{HEAD}{LONG}\n{LONG}\n")["goes_on"])
