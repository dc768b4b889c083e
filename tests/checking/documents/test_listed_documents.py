"""Documents that a note, brackets or a list behind a colon give for what a sentence says was issued."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

FoundIn = Callable[[str, str], list[tuple[str, str]]]
FindingsOf = Callable[[str, str], list[tuple[str, str]]]
DIRECTIVE = "Chỉ thị số 06-CT/TU ngày 07/9/2021"
EARLY, LATE = "Kế hoạch số 15-KH/HU, ngày 12/8/2021", "Kế hoạch số 21-KH/HU, ngày 20/10/2021"


@pytest.mark.parametrize(
    ("said", "note", "found"),
    [
        pytest.param(f"Huyện ủy đã xây dựng kế hoạch triển khai thực hiện {DIRECTIVE}", LATE, [], id="all are later"),
        pytest.param(f"Huyện ủy tiếp tục thực hiện các kế hoạch cụ thể hóa {DIRECTIVE}", EARLY, [], id="continued"),
        pytest.param(f"Huyện ủy đã quán triệt {DIRECTIVE}", EARLY, [], id="nothing is said to be issued"),
        pytest.param(
            f"Huyện ủy đã ban hành chương trình hành động thực hiện {DIRECTIVE}", EARLY, [], id="of another type"
        ),
        pytest.param(
            f"Huyện ủy đã ban hành kế hoạch thực hiện {DIRECTIVE}",
            "Kế hoạch số 15-KH/HU, ngày 12/8/2019",
            [],
            id="older by years, and still in force",
        ),
        pytest.param(
            f"UBND xã đã ban hành kế hoạch thực hiện {DIRECTIVE}",
            "Kế hoạch số 04-KH/TW ngày 10/8/2021",
            [],
            id="of a level above, and so no answer to it",
        ),
        pytest.param(
            f"Huyện ủy đã ban hành kế hoạch thực hiện {DIRECTIVE}",
            f"{LATE} thực hiện Kết luận số 45-KL/TU ngày 02/8/2021 của Tỉnh ủy.",
            [],
            id="what a member carries out is no member",
        ),
        pytest.param(
            "Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Nghị quyết số 03/NQ-CP ngày 09/01/2025 "
            "của Chính phủ, UBND xã đã xây dựng 02 kế hoạch",
            "Kế hoạch số 02/KH-UBND ngày 03/01/2025",
            [],
            id="of two documents of the centre, it answers the earlier",
        ),
        pytest.param(
            f"Các huyện ủy đã xây dựng chương trình, kế hoạch triển khai thực hiện {DIRECTIVE} của Tỉnh ủy",
            f"Gồm: {EARLY} của Huyện ủy Lũng Phìn; {LATE} của Huyện ủy Sơn Hạ.",
            [("before", "Kế hoạch số 15-KH/HU, ngày 12/8/2021")],
            id="one of several is older than what they carry out",
        ),
        pytest.param(
            "Huyện ủy đã xây dựng kế hoạch thực hiện Kết luận số 62-KL/TW ngày 08/12/2020 của Bộ Chính trị và "
            f"{DIRECTIVE} của Tỉnh ủy",
            EARLY,
            [("before", EARLY)],
            id="before the document of its own province, after that of the centre",
        ),
        pytest.param(
            f"Trên cơ sở {DIRECTIVE}, UBND huyện đã ban hành các văn bản chỉ đạo công tác giám sát",
            "Công văn số 431/UBND-VX ngày 22/03/2021 của UBND huyện; Quyết định số 1410/QĐ-UBND ngày 20/10/2021.",
            [("before", "Công văn số 431/UBND-VX ngày 22/03/2021")],
            id="any type where 'văn bản' is said",
        ),
    ],
)
def test_what_a_note_lists_is_not_older_than_what_its_sentence_carries_out(
    said: str, note: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    assert found_in(f"{HEAD}{TITLE}{said}¹.{TAIL}\n¹ {note}\n", "date-chronology") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"UBND xã ban hành các văn bản thực hiện {DIRECTIVE} (Kế hoạch số 12/KH-UBND ngày 20/10/2021).",
            [],
            id="in brackets, later",
        ),
        pytest.param(
            f"UBND xã ban hành nhiều văn bản thực hiện {DIRECTIVE} (theo Kế hoạch số 12/KH-UBND ngày 03/8/2021).",
            [],
            id="in brackets, what they rest on",
        ),
        pytest.param(
            f"UBND xã đã ban hành các kế hoạch thực hiện {DIRECTIVE} (Kế hoạch số 12/KH-UBND ngày 03/8/2021).",
            [("before", "Kế hoạch số 12/KH-UBND ngày 03/8/2021")],
            id="in brackets",
        ),
        pytest.param(
            f"Triển khai {DIRECTIVE}, UBND xã đã ban hành các văn bản: Kế hoạch số 12/KH-UBND ngày 20/10/2021; "
            "Công văn số 88/UBND ngày 03/8/2021 về tuyên truyền.",
            [("before", "Công văn số 88/UBND ngày 03/8/2021")],
            id="behind a colon",
        ),
        pytest.param(
            f"UBND xã đã ban hành các văn bản thực hiện {DIRECTIVE}, cụ thể:\n"
            "- Kế hoạch số 12/KH-UBND ngày 03/8/2021 về tập hợp quần chúng;\n"
            "- Kế hoạch số 19/KH-UBND ngày 20/10/2021 về tuyên truyền.\n",
            [("before", "Kế hoạch số 12/KH-UBND ngày 03/8/2021")],
            id="in the lines below a colon",
        ),
    ],
)
def test_brackets_and_colons_list_as_notes_do(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "date-chronology") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"UBND xã ban hành Kế hoạch số 12/KH-UBND ngày 03/8/2021 về phòng dịch; đã tổ chức hội nghị để triển khai "
            f"{DIRECTIVE}.",
            [],
            id="the purpose is of another act",
        ),
        pytest.param(
            f"UBND xã ban hành Kế hoạch số 12/KH-UBND ngày 03/10/2021, Kế hoạch số 14/KH-UBND ngày 20/10/2021 để triển "
            f"khai {DIRECTIVE}.",
            [],
            id="all are later",
        ),
        pytest.param(
            f"UBND xã ban hành Kế hoạch số 12/KH-UBND ngày 03/8/2021, Kế hoạch số 14/KH-UBND ngày 20/10/2021 để triển "
            f"khai thực hiện {DIRECTIVE}.",
            [("before", "Kế hoạch số 12/KH-UBND ngày 03/8/2021")],
            id="the first of two",
        ),
        pytest.param(
            f"UBND xã đã ban hành 02 kế hoạch để triển khai {DIRECTIVE}, gồm Kế hoạch số 12/KH-UBND ngày 03/8/2021, Kế "
            "hoạch số 14/KH-UBND ngày 20/10/2021.",
            [("before", "Kế hoạch số 12/KH-UBND ngày 03/8/2021")],
            id="counted before, and named after 'gồm'",
        ),
        pytest.param(
            f"Ngay sau khi tiếp thu {DIRECTIVE}, UBND xã đã xây dựng Kế hoạch số 12/KH-UBND ngày 03/8/2021.",
            [("before", "Kế hoạch số 12/KH-UBND ngày 03/8/2021")],
            id="said to follow it",
        ),
    ],
)
def test_what_is_issued_for_a_directive_is_not_older(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "date-chronology") == found


def test_the_mark_of_a_note_may_stand_before_the_directive(found_in: FoundIn) -> None:
    said = f"Huyện ủy đã ban hành kế hoạch¹ để triển khai thực hiện {DIRECTIVE}."
    assert found_in(f"{HEAD}{TITLE}{said}{TAIL}\n¹ {EARLY}.\n", "date-chronology") == [("before", EARLY)]


STEPS = TITLE.replace("I. KẾT QUẢ THỰC HIỆN", "I. TÌNH HÌNH TRIỂN KHAI")


@pytest.mark.parametrize(
    ("title", "note", "found"),
    [
        pytest.param(STEPS, "Kế hoạch số 19/KH-MTTQ, ngày 20/10/2021 về phong trào", [], id="later"),
        pytest.param(TITLE, "Kế hoạch số 12/KH-MTTQ, ngày 03/8/2021 về phong trào", [], id="under results"),
        pytest.param(STEPS, "Kế hoạch số 12/KH-MTTQ, ngày 03/8/2018 về phong trào", [], id="long before"),
        pytest.param(
            STEPS,
            "Kế hoạch số 12/KH-MTTQ, ngày 03/8/2021 về phong trào",
            [("under", "info")],
            id="told as a step, and older than the directive under review",
        ),
    ],
)
def test_the_steps_of_a_review_are_not_older_than_its_directive(
    title: str, note: str, found: list[tuple[str, str]]
) -> None:
    report = read_text(f"{HEAD}{title}Mặt trận xã đổi mới cách làm¹.{TAIL}\n¹ Mặt trận xã ban hành {note}.\n")
    told = [(one.case, one.severity) for one in check_report(report) if one.kind == "date-chronology"]
    assert told == found
