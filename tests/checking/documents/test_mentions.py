"""What a mention of a document leaves out or changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.documents.mentions import check_days_left_out

FoundIn = Callable[[str, str], list[tuple[str, str]]]
FindingsOf = FoundIn
_DATED = (
    "Xã đã ban hành Kế hoạch số 12/KH-UBND ngày 03/02/2026, Kế hoạch số 15/KH-UBND ngày 09/02/2026, Công văn số"
    " 88/UBND-VP ngày 11/3/2026, Quyết định số 140/QĐ-UBND ngày 20/3/2026"
)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param(
            " và kiểm tra theo Kế hoạch số 17/KH-UBND của UBND xã.",
            [("no-day", "Kế hoạch số 17/KH-UBND của UBND xã")],
            id="never with its day",
        ),
        pytest.param(
            " và Kế hoạch số 17/KH-UBND ngày 01/4/2026. Việc kiểm tra theo Kế hoạch số 17/KH-UBND.",
            [],
            id="with its day elsewhere",
        ),
        pytest.param(" theo Nghị định số 59/2023/NĐ-CP.", [], id="a symbol that tells its year"),
        pytest.param(" theo Chỉ thị số 05-CT/TW.", [], id="a document that everybody knows"),
        pytest.param(
            ". Ngày 08/4/2026 Chủ tịch UBND xã ký Quyết định số 702/QĐ-UBND thành lập cụm thi đua.",
            [],
            id="the day at the head of the clause",
        ),
        pytest.param(
            "; Kế hoạch số 17/KH-UBND và Kế hoạch số 18/KH-UBND (11/3/2026 và 13/3/2026).", [], id="days in brackets"
        ),
        pytest.param(". Ký hiệu văn bản ghi như sau: Số 24/BS-UBND.", [], id="a number that is shown as one"),
        pytest.param(
            " theo Quyết định số 51/2004/QĐ-TTg.",
            [("no-day", "Quyết định số 51/2004/QĐ-TTg")],
            id="a decision, of which the year is told alone",
        ),
        pytest.param(
            ", Kế hoạch số 17/KH-UBND, Kế hoạch số 18/KH-UBND và Kế hoạch số 21/KH-UBND.",
            [("no-day", f"Kế hoạch số {number}/KH-UBND") for number in (17, 18, 21)],
            id="several",
        ),
        pytest.param(
            "".join(f", Kế hoạch số {number}/KH-UBND" for number in range(31, 40)) + ".",
            [("no-days", "Kế hoạch số 31/KH-UBND")],
            id="a report that leaves days out by habit is told so once",
        ),
    ],
)
def test_a_document_is_cited_with_its_day(more: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(HEAD + TITLE + _DATED + more + TAIL, "citation-incomplete") == found


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        pytest.param("Chỉ thị số 16-CT/TU ngày 07/9/2021", [("closing", "Chỉ thị số 16-CT/TU")], id="another number"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 07/9/2021", [], id="that of the title"),
        pytest.param("Kế hoạch số 12/KH-UBND ngày 03/02/2026", [], id="a document of another type"),
    ],
)
def test_the_closing_sentence_names_the_document_of_the_title(
    closing: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    said = f"Trên đây là báo cáo sơ kết 05 năm thực hiện {closing} của Ban Thường vụ Tỉnh ủy./."
    text = HEAD + TITLE + "Làm tốt." + TAIL.replace("Trên đây là báo cáo của Ủy ban nhân dân xã./.", said)
    assert [one for one in found_in(text, "citation-conflict") if one[0] == "closing"] == found


STATUTES = "; ".join(f"Nghị định số {number}/2023/NĐ-CP ngày 12/{number}/2023 của Chính phủ" for number in range(1, 10))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Theo Nghị định số 16/2021/NĐ-CP.", [], id="nothing to go by"),
        pytest.param(f"{STATUTES}. Theo Nghị định số 3/2023/NĐ-CP.", [], id="told whole elsewhere"),
        pytest.param(f"{STATUTES}. Theo Nghị định số 16/2021/NĐ-CP của Chính phủ.", [], id="with its issuer"),
        pytest.param(
            f"{STATUTES}. Theo Nghị định số 16/2021/NĐ-CP.",
            [("bare", "Nghị định số 16/2021/NĐ-CP")],
            id="a symbol alone among many told whole",
        ),
    ],
)
def test_a_statute_carries_day_or_issuer_as_the_others_do(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "citation-incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thôn ký cam kết theo Chỉ thị số 17/CT-TTg của Thủ tướng Chính phủ.",
            ["Chỉ thị số 17/CT-TTg của Thủ tướng Chính phủ"],
            id="a number that each year has again",
        ),
        pytest.param("Xã thực hiện Nghị quyết số 02/NQ-CP.", ["Nghị quyết số 02/NQ-CP"], id="no issuer either"),
        pytest.param("Xã thực hiện Nghị quyết số 02/NQ-CP ngày 08/01/2025.", [], id="with its day"),
        pytest.param("Xã thực hiện Nghị quyết số 02/NQ-CP năm 2025 của Chính phủ.", [], id="with its year"),
        pytest.param("Xã thực hiện Chỉ thị số 17/CT-TTg về chống rét cho trâu, bò.", [], id="with its subject"),
        pytest.param("Xã thực hiện Nghị định số 59/2023/NĐ-CP.", [], id="a symbol that tells its year"),
        pytest.param(
            "Theo Chỉ thị số 17/CT-TTg ngày 02/5/2025, xã mở lớp. Chỉ thị số 17/CT-TTg được phổ biến.",
            [],
            id="its day elsewhere",
        ),
    ],
)
def test_a_number_without_its_year_is_of_any_year(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [printed for _, printed in findings_of(body, "citation-incomplete")] == found


_TOLD = (
    "Xã thực hiện Quyết định số 140/QĐ-UBND ngày 20/3/2026 của UBND tỉnh về giao dự toán, Kế hoạch số 12/KH-UBND ngày"
    " 03/02/2026 của UBND tỉnh"
)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param(
            "; kinh phí lấy theo Quyết định số 853/QĐ-UBND ngày 28/12/2025.",
            ["Quyết định số 853/QĐ-UBND ngày 28/12/2025"],
            id="neither issuer nor subject",
        ),
        pytest.param(
            "; kinh phí lấy theo Quyết định số 853/QĐ-UBND ngày 28/12/2025 của UBND tỉnh.", [], id="its issuer"
        ),
        pytest.param(
            "; kinh phí lấy theo Quyết định số 853/QĐ-UBND ngày 28/12/2025 về định mức.", [], id="its subject"
        ),
        pytest.param(
            "; theo Quyết định số 853/QĐ-UBND ngày 28/12/2025. Quyết định số 853/QĐ-UBND của UBND tỉnh giao xã.",
            [],
            id="its issuer elsewhere",
        ),
        pytest.param("; theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.", [], id="a document that is known"),
        pytest.param(
            "; họp theo Kế hoạch số 61-KH/ĐU ngày 28/12/2025.",
            ["Kế hoạch số 61-KH/ĐU ngày 28/12/2025"],
            id="a paper of the Party",
        ),
        pytest.param(
            "; theo Quyết định số 853/QĐ-UBND ngày 28/12/2025, theo Quyết định số 854/QĐ-UBND ngày 28/12/2025, theo"
            " Công văn số 61/UBND-VX ngày 05/01/2026 và theo Thông báo số 12/TB-UBND ngày 06/01/2026.",
            [],
            id="a text that leaves them out by habit",
        ),
    ],
)
def test_a_document_is_told_by_issuer_and_subject(more: str, found: list[str], findings_of: FindingsOf) -> None:
    cases = [printed for case, printed in findings_of(_TOLD + more, "citation-incomplete") if case == "untold"]
    assert cases == found


def test_a_mention_whose_letters_are_spaced_out_is_told_by_its_symbol() -> None:
    spaced = "T h ự c h i ệ n N g h ị q u y ế t s ố 1 6 / N Q - H Đ N D c ủ a H Đ N D t ỉ n h ."
    (finding,) = check_days_left_out(read_text(HEAD + TITLE + spaced + TAIL))
    assert finding.facts["printed"] == "Nghị quyết số 16/NQ-HĐND"
