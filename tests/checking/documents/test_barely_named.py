"""Documents told by type and issuer alone, and those without the word 'số'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_THREE = (
    "Đã thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND xã, Kế hoạch số 15/KH-UBND ngày 05/3/2026 của UBND "
    "xã và Công văn số 31/UBND-VX ngày 09/4/2026 của UBND tỉnh. "
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã quán triệt các nghị quyết của Tỉnh ủy.", [], id="none in particular"),
        pytest.param("Thực hiện Nghị quyết của Tỉnh ủy về phát triển lâm nghiệp.", [], id="with its subject"),
        pytest.param("Thực hiện Nghị quyết của Tỉnh ủy ngày 03/02/2026.", [], id="with its day"),
        pytest.param(
            "Xã học tập Nghị quyết số 12-NQ/TU ngày 03/02/2026 của Tỉnh ủy. Các thôn đã thực hiện Nghị quyết của Tỉnh "
            "ủy.",
            [],
            id="told before",
        ),
        pytest.param(
            "Xã học tập Nghị quyết số 38/NQ-CP ngày 03/02/2026 của Chính phủ. Cải cách hành chính theo Nghị quyết của "
            "Tỉnh ủy.",
            ["Nghị quyết của Tỉnh ủy"],
            id="only one of another issuer was told",
        ),
        pytest.param(
            "Các thôn đã triển khai thực hiện Kế hoạch của UBND huyện, đạt kết quả tốt.",
            ["Kế hoạch của UBND huyện"],
            id="a plan",
        ),
    ],
)
def test_documents_by_their_issuer(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "citation-incomplete") if case == "by-issuer"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_THREE, [], id="all with the word"),
        pytest.param(
            _THREE + "Xã học tập Kết luận số 226-KL/TW ngày 11/12/2025; Kết luận 226-KL/TW đã đi vào đời sống.",
            [],
            id="a second mention",
        ),
        pytest.param(
            "Xã học tập Kết luận 226-KL/TW ngày 11/12/2025 và Kế hoạch 12/KH-UBND ngày 03/02/2026.",
            [],
            id="a text that leaves it out",
        ),
        pytest.param(
            _THREE + "Xã học tập Kết luận 226-KL/TW ngày 11/12/2025 của Ban Bí thư.",
            ["Kết luận 226-KL/TW"],
            id="one without",
        ),
    ],
)
def test_word_before_numbers(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "citation-incomplete") if case == "no-number-word"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã giải quyết theo Nghị định số 178/2024/NĐ-CP cho 12 người.", [], id="its whole symbol"),
        pytest.param("Thực hiện Nghị định 30/2020 của Chính phủ về công tác văn thư.", [], id="with its subject"),
        pytest.param(
            "Thực hiện Nghị định số 178/2024/NĐ-CP ngày 31/12/2024. Theo Nghị định 178/2024 có 12 người.",
            [],
            id="a second mention",
        ),
        pytest.param(
            "Xã giải quyết theo Nghị định số 178/2024 cho 12 người.", ["Nghị định số 178/2024"], id="number and year"
        ),
    ],
)
def test_symbols_that_are_cut(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "citation-incomplete") if case == "cut"] == found
