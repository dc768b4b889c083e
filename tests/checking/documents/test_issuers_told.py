"""Who is said to have issued a document, beside the citation, against its symbol."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tỉnh ủy đã ban hành Nghị quyết số 12-NQ/TU ngày 03/8/2022.", [], id="its own level"),
        pytest.param("Thành ủy Mẫu Sơn ban hành Kế hoạch số 12-KH/TU ngày 03/8/2022.", [], id="a city's committee"),
        pytest.param(
            "Huyện ủy ban hành kế hoạch thực hiện Nghị quyết số 12-NQ/TU ngày 03/8/2022.",
            [],
            id="what it issued is another document",
        ),
        pytest.param(
            "Tỉnh ủy và các Huyện ủy ban hành Nghị quyết số 12-NQ/TU ngày 03/8/2022.", [], id="one of several bodies"
        ),
        pytest.param(
            "Ban Thường vụ Huyện ủy đã ban hành Nghị quyết số 12-NQ/TU ngày 03/8/2022.",
            [("issuer", "Ban Thường vụ Huyện ủy đã ban hành Nghị quyết số 12-NQ/TU ngày 03/8/2022")],
            id="a district's committee, the province's mark",
        ),
        pytest.param(
            "- Ban Thường vụ Đảng uỷxã cũng đã ban hành Kế hoạch số 12-KH/TU ngày 03/8/2022.",
            [("issuer", "Ban Thường vụ Đảng uỷxã cũng đã ban hành Kế hoạch số 12-KH/TU ngày 03/8/2022")],
            id="in an item, with a blank that the file lost",
        ),
        pytest.param(
            "Đảng ủy xã Lũng Ẳng ban hành Kế hoạch số 15-KH/HU ngày 03/8/2022.",
            [("issuer", "Đảng ủy xã Lũng Ẳng ban hành Kế hoạch số 15-KH/HU ngày 03/8/2022")],
            id="a commune's committee, the district's mark",
        ),
        pytest.param(
            "UBND huyện phối hợp với Ban Dân vận Huyện ủy ký kết Chương trình phối hợp số 09-CTr/BDVTU-BCSĐUBND ngày "
            "03/8/2022.",
            [
                (
                    "issuer",
                    "Ban Dân vận Huyện ủy ký kết Chương trình phối hợp số 09-CTr/BDVTU-BCSĐUBND ngày 03/8/2022",
                )
            ],
            id="a joint programme under the mark of another level",
        ),
    ],
)
def test_who_issues_is_of_the_level_of_the_symbol(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Theo Kế hoạch số 15-KH/ĐU ngày 03/8/2022 của Ban Chấp hành Đảng bộ xã khóa X.", [], id="commune"),
        pytest.param(
            "Theo Nghị quyết số 15-NQ/TU ngày 03/8/2022 của Ban Chấp hành Đảng bộ thành phố.", [], id="a city"
        ),
        pytest.param(
            "Theo Nghị quyết số 15-NQ/TU ngày 03/8/2022 của Ban Chấp hành Đảng bộ huyện khóa X.",
            [("issuer", "Nghị quyết số 15-NQ/TU ngày 03/8/2022")],
            id="the committee of a district under the province's mark",
        ),
        pytest.param(
            "Theo Kế hoạch số 15-KH/HU ngày 03/8/2022 của Đảng ủy.",
            [("issuer", "Kế hoạch số 15-KH/HU ngày 03/8/2022")],
            id="a commune's committee without its name",
        ),
        pytest.param(
            "Theo Hướng dẫn số 15-HD/BTCTU ngày 03/8/2022 của Ban Tổ chức Trung ương.",
            [("issuer", "Hướng dẫn số 15-HD/BTCTU ngày 03/8/2022")],
            id="a body of the centre under the province's mark",
        ),
    ],
)
def test_committees_by_their_whole_names_have_levels(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "citation-conflict") == found


PAIR = "Kế hoạch số 34-KH/TU, ngày 01-6-2022 và Chương trình số 28-CTr/HU, ngày 12-5-2022 của Huyện ủy Lũng Phìn"
OTHERS = (
    "; Kế hoạch số 52-KH/HU, ngày 23-4-2022 của Huyện ủy Sơn Hạ; Kế hoạch số 99-KH/HU, ngày 26-7-2022 của Huyện ủy "
    "Pà Vầy"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Các huyện ủy đã thực hiện {PAIR}.", [], id="the first may be of the level above"),
        pytest.param(f"Gồm: {PAIR.replace('34-KH/TU', '34-KH/HU')}{OTHERS}.", [], id="all of a body are of one level"),
        pytest.param(
            f"Gồm: {PAIR}{OTHERS}.",
            [("issuer", "Kế hoạch số 34-KH/TU, ngày 01-6-2022")],
            id="in a list that goes by bodies a pair is of one body",
        ),
    ],
)
def test_a_list_by_bodies_gives_each_its_own(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thực hiện Kết luận số 243-KL/TW ngày 07/01/2019 của Ban Bí thư Ban Chấp hành Trung ương Đảng.",
            [],
            id="an organ and that of which it is a part",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 15-KH/HU ngày 03/8/2022 của Huyện ủy, Ủy ban nhân dân huyện.", [], id="a comma"
        ),
        pytest.param(
            "Kế hoạch số 15-KH/HU ngày 03/8/2022 của Ban Thường vụ Huyện ủy Ủy ban nhân dân xã đã thực hiện.",
            [],
            id="the next clause begins",
        ),
        pytest.param("Nghe báo cáo của Huyện ủy Ủy ban nhân dân huyện.", [], id="no document"),
        pytest.param(
            "Thực hiện Kết luận số 243-KL/TW ngày 07/01/2019 của Ban Bí thư Ban Chấp hành Đảng bộ huyện khóa X.",
            [("two-issuers", "Ban Bí thư Ban Chấp hành Đảng bộ huyện")],
            id="an organ of the centre and one of the district",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/8/2022 của UBND huyện Huyện ủy Sơn Hạ.",
            [("two-issuers", "UBND huyện Huyện ủy Sơn Hạ")],
            id="one of the state and one of the Party",
        ),
    ],
)
def test_two_bodies_do_not_abut(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kế hoạch số 12/KH-STC ngày 03/8/2022 của Sở Tài chính.", [], id="a department's own mark"),
        pytest.param(
            "Công văn số 150/SLĐTBXH-TX ngày 03/8/2022 của Sở LĐ-TB&XH tỉnh, Công văn số 98/SNNPTNT-TL ngày 05/8/2022 "
            "của Sở Nông nghiệp và PTNT.",
            [],
            id="names that are abbreviated themselves",
        ),
        pytest.param(
            "Theo Công văn số 150/SNV-CC ngày 03/8/2022 của Sở Tài chính.",
            [("family", "Công văn số 150/SNV-CC ngày 03/8/2022 của Sở Tài chính")],
            id="another department",
        ),
        pytest.param(
            "Kết quả triển khai Kế hoạch số 12/KH-UBND ngày 03/8/2022 của Sở Tài chính.", [], id="who carries it out"
        ),
        pytest.param(
            "Tham mưu Kế hoạch số 12/KH-UBND ngày 03/8/2022 của Sở Tài chính.",
            [("family", "Kế hoạch số 12/KH-UBND ngày 03/8/2022 của Sở Tài chính")],
            id="a department, the people's committee's mark",
        ),
        pytest.param(
            "Theo Kế hoạch số 12/KH-STC ngày 03/8/2022 của UBND tỉnh.",
            [("family", "Kế hoạch số 12/KH-STC ngày 03/8/2022 của UBND tỉnh")],
            id="the people's committee, a department's mark",
        ),
    ],
)
def test_departments_have_marks_of_their_own(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thực hiện Kết luận số 21 của Ban Bí thư về kiểm tra đảng viên.", [], id="perhaps another one"),
        pytest.param(
            "Thực hiện Kết luận số 21 của Ban Chấp hành Trung ương về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống "
            "chính trị.",
            [],
            id="its own organ",
        ),
        pytest.param(
            "Thực hiện Kết luận số 21 của Ban Bí thư về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị.",
            [("known-issuer", "Kết luận số 21 của Ban Bí thư")],
            id="known by its title",
        ),
    ],
)
def test_a_document_known_by_its_title_is_of_its_organ(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("issuer", "found"),
    [
        pytest.param("UBND tỉnh", [], id="of the level above"),
        pytest.param("UBND xã", [("date", "Kế hoạch số 31/KH-UBND ngày 08/02/2023")], id="its own, with another day"),
    ],
)
def test_a_body_told_to_have_issued_a_document_is_its_issuer(
    issuer: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    body = (
        "Từ đầu năm, UBND xã đã ban hành Kế hoạch số 31/KH-UBND ngày 18/02/2023 về cải cách hành chính; Kế hoạch số "
        "36/KH-UBND ngày 24/02/2023 về chuyển đổi số. Các kế hoạch trên được xây dựng theo Kế hoạch số 31/KH-UBND ngày "
        f"08/02/2023 của {issuer}."
    )
    assert [
        (case, words.removesuffix(f" của {issuer}")) for case, words in findings_of(body, "citation-conflict")
    ] == found
