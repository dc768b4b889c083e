"""The end of a document: who signs for whom, where it is kept, the last mark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.form.signing import check_deputies

FoundIn = Callable[[str, str], list[tuple[str, str]]]
BODY = "Xã đã họp 02 buổi."
OFFICE = HEAD.replace("ỦY BAN NHÂN DÂN", "UBND TỈNH LŨNG ẲNG").replace("XÃ LŨNG ẲNG", "SỞ NỘI VỤ")


def _signed(*lines: str, head: str = HEAD) -> str:
    return head + TITLE + BODY + TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)", "\n".join(lines))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(_signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Ẳng"), [], id="the head"),
        pytest.param(
            _signed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Ẳng"), [], id="a deputy for the head"
        ),
        pytest.param(_signed("KT. TRƯỞNG BAN", "PHÓ CHỦ TỊCH", "Lò Văn Ẳng"), [], id="a member of a board"),
        pytest.param(_signed("TM. THƯỜNG TRỰC HĐND", "PHÓ CHỦ TỊCH", "Lò Văn Ẳng"), [], id="a council's deputy"),
        pytest.param(
            _signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Ẳng", head=OFFICE), [], id="a deputy of an office"
        ),
        pytest.param(
            _signed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "Lò Văn Ẳng"),
            [("for-head", "CHỦ TỊCH")],
            id="the head for himself",
        ),
        pytest.param(
            _signed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "Lò Văn Ẳng"),
            [("for-head", "PHÓ GIÁM ĐỐC")],
            id="the deputy of another head",
        ),
        pytest.param(
            _signed("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Lò Văn Ẳng"),
            [("deputy", "PHÓ CHỦ TỊCH")],
            id="a deputy under his own post",
        ),
        pytest.param(
            _signed("PHÓ GIÁM ĐỐC", "Lò Văn Ẳng", head=OFFICE),
            [("deputy", "PHÓ GIÁM ĐỐC")],
            id="a deputy of an office under his own post",
        ),
        pytest.param(
            _signed("TM. ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Ẳng"),
            [("dot", "KT CHỦ TỊCH")],
            id="no dot",
        ),
        pytest.param(
            _signed("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Ẳng"),
            [("signed-for", "TM. HỘI ĐỒNG NHÂN DÂN")],
            id="another collective than in the head",
        ),
        pytest.param(
            _signed("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Ẳng", head="Số: 41/BC-UBND\n"),
            [("signed-for", "TM. HỘI ĐỒNG NHÂN DÂN")],
            id="another collective than in the symbol, of a head without a body",
        ),
    ],
)
def test_signature(text: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    cases = ("for-head", "deputy", "dot", "signed-for")
    assert [one for one in found_in(text, "layout") if one[0] in cases] == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("- Lưu: VT.", [], id="kept"),
        pytest.param("- Lưu VP.", [], id="kept without a colon"),
        pytest.param("- Các thôn.", ["Nơi nhận:\n- UBND tỉnh;\n- Các thôn."], id="not said"),
    ],
)
def test_where_the_document_is_kept(last: str, found: list[str], found_in: FoundIn) -> None:
    text = HEAD + TITLE + BODY + TAIL.replace("- Lưu: VT.", last)
    assert [words for case, words in found_in(text, "missing-part") if case == "kept"] == found


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        pytest.param("Trên đây là báo cáo của Ủy ban nhân dân xã./.", [], id="the usual end"),
        pytest.param("Trên đây là báo cáo của Ủy ban nhân dân xã.", [], id="a full stop"),
        pytest.param("Trên đây là báo cáo của Ủy ban nhân dân xã", ["xã"], id="none"),
    ],
)
def test_the_last_sentence_has_an_end_mark(closing: str, found: list[str], found_in: FoundIn) -> None:
    text = HEAD + TITLE + BODY + TAIL.replace("Trên đây là báo cáo của Ủy ban nhân dân xã./.", closing)
    assert [words for case, words in found_in(text, "incomplete") if case == "stop"] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(("- UBND tỉnh;", "- Đảng ủy xã;", "- HĐND xã;", "- Các thôn;"), [], id="each has one"),
        pytest.param(("- UBND tỉnh", "- Đảng ủy xã", "- HĐND xã;", "- Các thôn;"), [], id="some have none"),
        pytest.param(
            ("- UBND tỉnh;", "- Ban Dân tộc", "và Tôn giáo xã;", "- HĐND xã;", "- Các thôn;"), [], id="broken"
        ),
        pytest.param(("- UBND tỉnh;", "- Đảng ủy xã", "- HĐND xã;", "- Các thôn;"), ["Đảng ủy xã"], id="one has none"),
    ],
)
def test_marks_of_recipients(lines: tuple[str, ...], found: list[str], found_in: FoundIn) -> None:
    text = HEAD + TITLE + BODY + TAIL.replace("- UBND tỉnh;", "\n".join(lines))
    assert [words for case, words in found_in(text, "layout") if case == "recipient-mark"] == found


def test_the_head_is_called_nothing_that_only_deputies_are() -> None:
    text = _signed("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH PHỤ TRÁCH", "Lò Văn Ẳng")
    assert [one.facts["right"] for one in check_deputies(read_text(text))] == ["KT. CHỦ TỊCH"]
