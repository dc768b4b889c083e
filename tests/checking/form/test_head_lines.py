"""The fixed lines of the head: motto, names of the state and of types, number, place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[[str, str], list[tuple[str, str]]]
BODY = "Xã đã họp 02 buổi."
PARTY = """ĐẢNG ỦY XÃ LŨNG ẲNG\tĐẢNG CỘNG SẢN VIỆT NAM
*
Số 41-BC/ĐU\tLũng Ẳng, ngày 12 tháng 9 năm 2026

"""


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(HEAD, [], id="as the decree has it"),
        pytest.param(HEAD.replace(" - ", " – "), [], id="dashes of a word processor"),
        pytest.param(HEAD.replace("HÒA", "HOÀ"), [], id="the older place of a tone mark"),
        pytest.param(PARTY, [], id="the Party's number has no colon"),
        pytest.param(HEAD.replace("41/BC", "    /BC"), [], id="a number that is put in later"),
        pytest.param(
            HEAD.replace("do - Hạnh", "do Hạnh"), [("motto", "Độc lập - Tự do Hạnh phúc")], id="a hyphen left out"
        ),
        pytest.param(
            HEAD.replace("lập - Tự do - Hạnh", "lập-Tự do-Hạnh"),
            [("motto", "Độc lập-Tự do-Hạnh phúc")],
            id="no blanks beside the hyphens",
        ),
        pytest.param(
            HEAD.replace("NAM", "NAN"),
            [("misprint", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN")],
            id="the last letter of the state's name",
        ),
        pytest.param(
            HEAD.replace("Lũng Ẳng, ngày 12 tháng", "Lũng Ẳng 12 tháng"),
            [("misprint", "Lũng Ẳng 12 tháng 9 năm 2026")],
            id="'ngày' left out",
        ),
        pytest.param(
            HEAD.replace("41/BC-UBND", "41. BC/UBND"),
            [("misprint", "41. BC/UBND")],
            id="a point behind the number",
        ),
        pytest.param(HEAD.replace("Số: 41", "Số 41"), [("colon", "Số 41/BC-UBND")], id="no colon"),
        pytest.param(
            HEAD.replace("BC-UBND", "BC- UBND"), [("symbol-blank", "Số: 41/BC- UBND")], id="a blank in the symbol"
        ),
    ],
)
def test_lines_of_the_head(head: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    tail = TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "T/M BAN THƯỜNG VỤ\nBÍ THƯ") if head == PARTY else TAIL
    assert found_in(head + TITLE + BODY + tail, "layout") == found


def test_a_type_with_another_mark_is_a_misprint(found_in: FoundIn) -> None:
    text = HEAD + TITLE.replace("BÁO CÁO", "BÁO CÀO") + BODY + TAIL
    assert found_in(text, "layout") == [("misprint", "BÁO CÀO")]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(HEAD, [], id="with its place"),
        pytest.param(HEAD.replace("\tLũng Ẳng, ", "\nLũng Ẳng,\n"), [], id="the place in the line above"),
        pytest.param(HEAD.replace("\tLũng Ẳng, ", "\nLũng Ẳng\n"), [], id="there without its comma"),
        pytest.param(
            HEAD.replace("\tLũng Ẳng, ", "\n"), [("place", "ngày 12 tháng 9 năm 2026")], id="a date by itself"
        ),
    ],
)
def test_place_before_the_date(head: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    parts = found_in(head + TITLE + BODY + TAIL, "missing-part")
    assert [(case, words) for case, words in parts if case == "place"] == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(HEAD, [], id="the own commune"),
        pytest.param(HEAD.replace("Lũng Ẳng, ngày", "Xã Lũng Ẳng, ngày"), [], id="with its kind"),
        pytest.param(
            HEAD.replace("Lũng Ẳng, ngày", "Khe Lạnh, ngày"), [("place-other", "Khe Lạnh, ")], id="another commune"
        ),
        pytest.param(
            PARTY.replace("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            [("title-of-head", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
            id="a committee below the state's name",
        ),
        pytest.param(
            HEAD.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
            [("title-of-head", "ĐẢNG CỘNG SẢN VIỆT NAM")],
            id="the state below the Party's title",
        ),
    ],
)
def test_head_and_body_agree(head: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    tail = TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "T/M BAN THƯỜNG VỤ\nBÍ THƯ") if "ĐU" in head else TAIL
    assert found_in(head + TITLE + BODY + tail, "layout") == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("BÁO CÁO\nKết quả phòng dịch\n\n", [], id="with a summary"),
        pytest.param("BÁO CÁO\n\n", [("subject", "BÁO CÁO")], id="none"),
    ],
)
def test_a_line_says_what_it_is_about(title: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    text = HEAD + title + "Thực hiện Kế hoạch số 12/KH-UBND, xã báo cáo như sau:\n\nI. KẾT QUẢ\n\n" + BODY + TAIL
    assert [one for one in found_in(text, "missing-part") if one[0] == "subject"] == found


def test_a_committee_whose_body_has_a_line_of_its_own_is_of_the_party(found_in: FoundIn) -> None:
    head = (
        "ĐẢNG BỘ TỈNH LŨNG ẲNG\nĐẢNG ỦY\nSỞ Y TẾ\n*\nSố 41-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Lũng Ẳng, ngày 12 tháng 9 năm 2026\n\n"
    )
    tail = TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "T/M BAN THƯỜNG VỤ\nBÍ THƯ")
    text = head + TITLE + BODY + tail
    assert found_in(text, "layout") == []
    assert found_in(text, "citation-malformed") == []


_ABOVE = "ĐẢNG BỘ TỈNH LŨNG ẲNG\n"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(_ABOVE + PARTY, [], id="the committee below the organisation above it"),
        pytest.param(
            _ABOVE + PARTY.replace("ĐẢNG ỦY XÃ", "ĐẢNG BỘ XÃ"),
            [("organisation", "ĐẢNG BỘ XÃ LŨNG ẲNG")],
            id="the organisation for its committee",
        ),
    ],
)
def test_the_committee_issues(head: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    said = found_in(head + TITLE + BODY + TAIL, "layout")
    assert [one for one in said if one[0] == "organisation"] == found
