"""Slips in the words around a document's number: blanks, words too many, too few."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
LETTERS = (
    "Công văn số 12/UBND-KT ngày 10/4/2023, Công văn số 31/UBND-KT ngày 06/6/2023, "
    "Công văn số 66/UBND-VX ngày 02/7/2023."
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kế hoạch số 53/KH-UBND ngày 18/01/2022 của UBND tỉnh.", [], id="all blanks in place"),
        pytest.param("Kế hoạch 53/KH-UBND ngày 18/01/2022 của UBND tỉnh.", [], id="no 'số' at all"),
        pytest.param("Thông tư số 42/2023/TT-BTC ngày 03/7/2023 của Bộ Tài chính.", [], id="a day behind 'ngày'"),
        pytest.param(
            "Kế hoạch số53/KH-UBND ngày 18/01/2022 của UBND tỉnh.", [("blank", "số53/KH-UBND")], id="number grown on"
        ),
        pytest.param(
            "Kế hoạch số 53/KH-UBND ngày18/01/2022 của UBND tỉnh.", [("blank", "ngày18/01/2022")], id="day grown on"
        ),
        pytest.param(
            "Thông tư số 42/2023/TT-BTC ngày của Bộ Tài chính ngày 03/7/2023.",
            [("day-word", "Thông tư số 42/2023/TT-BTC ngày của")],
            id="'ngày' twice, once without its day",
        ),
        pytest.param(
            "Chỉ thị số 55-CT/TU, ngày 20/12/2024 22/12/2025 của Ban Thường vụ Tỉnh ủy.",
            [("two-days", "ngày 20/12/2024 22/12/2025")],
            id="two days of one document",
        ),
        pytest.param(
            "Kế hoạch số 53/KH-UBND ngày 18/01/2022, 20/01/2022 và 25/01/2022 của UBND tỉnh.", [], id="a list of days"
        ),
        pytest.param(
            "Sau Kết luận số 08-KL/UBKT ngày 12/9/2024, ngày 15/9/2024 chi bộ đã họp.", [], id="the day of a clause"
        ),
    ],
)
def test_blanks_and_words_of_days(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-malformed") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{LETTERS} Thực hiện công văn số 90/UBND-KT ngày 12/6/2023.", [], id="called a letter"),
        pytest.param(f"{LETTERS} Có các công văn 88/UBND-KT và 90/UBND-KT ngày 12/6/2023.", [], id="of a list"),
        pytest.param("Theo ý kiến của tỉnh tại 90/UBND-KT ngày 12/6/2023.", [], id="no habit to leave"),
        pytest.param(
            f"{LETTERS} Theo ý kiến của tỉnh tại 90/UBND-KT ngày 12/6/2023.",
            [("no-type", "90/UBND-KT ngày 12/6/2023")],
            id="a number alone among letters called by their type",
        ),
    ],
)
def test_letters_are_called_letters(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thực hiện Kế hoạch số 53/KH-UBND ngày 18/01/2022 UBND xã đã họp 02 buổi.", [], id="a clause begins"
        ),
        pytest.param("Theo Nghị quyết số 53-NQ/TU ngày 18/01/2022 Đảng ủy xã về dân vận.", [], id="of another level"),
        pytest.param(
            "Kế hoạch số 53/KH-UBND ngày 18/01/2022 UBND xã về dân vận.",
            [("left-out", "ngày 18/01/2022 UBND")],
            id="who issued it stands without 'của'",
        ),
        pytest.param(
            "Nghị quyết số 53-NQ/TU ngày 18/01/2022 Ban Chấp hành Đảng bộ tỉnh khóa X thực hiện nếp sống văn minh.",
            [("left-out", "ngày 18/01/2022 Ban")],
            id="a committee with its term",
        ),
    ],
)
def test_of_stands_before_who_issued(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Họp ngày 18/01/2022 và ngày 5/3/23.", [], id="years of four and of two digits"),
        pytest.param("Theo Kế hoạch số 53/KH-UBND ngày 26/01/202 của UBND tỉnh.", ["26/01/202"], id="of three"),
    ],
)
def test_years_have_all_their_digits(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "date-chronology")] == found
