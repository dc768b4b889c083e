"""The letter that chases late reports: who writes it, to whom, and what it says of each body."""

import io
from dataclasses import replace

import pytest
from docx import Document

from tongket.writing.chasing_letter import Chasing, LateBody, chasing_letter, full_name

ONE = LateBody("UBND xã Lũng Ẳng", "2026-11-10", 6, "đã điền 9/34 ô")
CHASING = Chasing(
    sender="UBND tỉnh Mẫu Sơn",
    superior="",
    place="Mẫu Sơn",
    regime="state",
    round="sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU",
    request="Công văn số 2147/UBND-NC ngày 05/10/2026",
    on="2026-11-18",
    until="2026-11-25",
    asked=62,
    sent=53,
    late=(ONE,),
)


def words(chasing: Chasing) -> str:
    document = Document(io.BytesIO(chasing_letter(chasing)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])


def test_a_committee_of_the_people_signs_collectively_and_names_the_late_body() -> None:
    text = words(CHASING)

    for part in (
        "ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN",
        "V/v đôn đốc báo cáo sơ kết",
        "Kính gửi: Ủy ban nhân dân xã Lũng Ẳng",
        "53/62 cơ quan, đơn vị; còn 01 cơ quan",
        "trước hết ngày 25/11/2026",
        "TM. ỦY BAN NHÂN DÂN",
        "10/11/2026",
    ):
        assert part in text


def test_a_round_that_calls_itself_a_report_is_called_so_once() -> None:
    text = words(replace(CHASING, round="báo cáo quý III/2026 thực hiện Chỉ thị số 06-CT/TU"))

    assert "V/v đôn đốc báo cáo quý III/2026" in text
    assert "báo cáo báo cáo" not in text


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ((ONE,), "còn 01 cơ quan, đơn vị chưa gửi báo cáo theo thời hạn"),
        ((replace(ONE, days=0),) * 2, "còn 02 cơ quan, đơn vị chưa gửi báo cáo (có danh sách"),
        (
            (ONE, replace(ONE, days=0)),
            "còn 02 cơ quan, đơn vị chưa gửi báo cáo, trong đó 01 cơ quan, đơn vị quá thời hạn",
        ),
        ((replace(ONE, returned=True),), "còn 01 cơ quan, đơn vị chưa gửi hoặc chưa gửi lại báo cáo theo thời hạn"),
    ],
    ids=["all are late", "nobody is late yet", "some are late", "a report was given back"],
)
def test_who_is_not_late_yet_is_not_said_to_be(late: tuple[LateBody, ...], said: str) -> None:
    assert said in words(replace(CHASING, late=late))


def test_a_department_stands_below_its_committee_and_its_head_signs() -> None:
    text = words(replace(CHASING, sender="Sở Nội vụ tỉnh Mẫu Sơn", superior="UBND tỉnh Mẫu Sơn"))

    assert "ỦY BAN NHÂN DÂN TỈNH MẪU SƠN" in text
    assert "SỞ NỘI VỤ\nTỈNH MẪU SƠN" in text
    assert "GIÁM ĐỐC" in text
    assert "TM." not in text


def test_a_party_body_writes_days_with_hyphens() -> None:
    text = words(replace(CHASING, sender="Tỉnh ủy Mẫu Sơn", regime="party"))

    assert "10-11-2026" in text
    assert "-CV/TU" in text


def test_without_a_new_day_the_report_is_wanted_at_once() -> None:
    assert "ngay sau khi nhận được Công văn này" in words(replace(CHASING, until=""))


@pytest.mark.parametrize(("many", "line"), [(3, "Kính gửi:\n"), (20, "có tên trong danh sách kèm theo")])
def test_few_bodies_stand_in_the_address_and_many_in_the_list(many: int, line: str) -> None:
    late = tuple(replace(ONE, name=f"UBND xã số {number}") for number in range(many))

    assert line in words(replace(CHASING, late=late))


def test_the_same_facts_give_the_same_bytes() -> None:
    assert chasing_letter(CHASING) == chasing_letter(CHASING)


def test_an_abbreviation_is_written_out() -> None:
    assert full_name("UBND xã Lũng Ẳng") == "Ủy ban nhân dân xã Lũng Ẳng"
    assert full_name("Sở Nội vụ") == "Sở Nội vụ"
