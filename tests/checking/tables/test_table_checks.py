"""Tables against themselves and against the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def table(*rows: str) -> str:
    """A table as a text file holds it: cells of each row are given between bars."""
    return "\n".join(row.replace("|", "\t") for row in rows)


TITLES = "STT|Tên tổ chức|Số hội viên"
FARMERS, VETERANS, WOMEN = "1|Hội Nông dân|412", "2|Hội Cựu chiến binh|593", "3|Hội Liên hiệp Phụ nữ|900"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((TITLES, FARMERS, VETERANS, WOMEN, "|Tổng cộng|1.905"), [], id="adds up"),
        pytest.param((TITLES, FARMERS, "2|Hội Cựu chiến binh|", WOMEN, "|Tổng cộng|1.950"), [], id="a blank row"),
        pytest.param(
            ("STT|Tên tổ chức|Tỷ lệ (%)", "1|Hội Nông dân|70,5", "2|Hội Cựu chiến binh|80,1", "|Tổng cộng|75,2"),
            [],
            id="rates are not added",
        ),
        pytest.param((TITLES, FARMERS, VETERANS, WOMEN), [], id="no total row"),
        pytest.param((TITLES, FARMERS, VETERANS, WOMEN, "|Tổng cộng|1.950"), [("", "1.950")], id="wrong total"),
    ],
)
def test_total_rows(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "table-total-mismatch") == found


def test_a_column_without_a_title_is_called_by_its_place() -> None:
    rows = (
        "STT|Tên tổ chức|",
        "1|Hội Nông dân|812",
        "2|Hội Cựu chiến binh|305",
        "3|Hội Phụ nữ|690",
        "|Tổng cộng|1.950",
    )
    found = check_report(read_text(HEAD + TITLE + table(*rows) + TAIL))
    assert [one.facts["column"] for one in found if one.kind == "table-total-mismatch"] == ["3"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(("1|Đối thoại|46|262|308", "2|Giám sát|715|3.120|3.835"), [], id="adds up"),
        pytest.param(("1|Đối thoại|46|262|308", "2|Giám sát|715||3.835", "3|Góp ý|2|3|5"), [], id="a blank cell"),
        pytest.param(
            ("1|Đối thoại|46|262|500", "2|Giám sát|715|3.120|9.835"), [], id="the column totals something else"
        ),
        pytest.param(
            ("1|Đối thoại|46|262|308", "2|Giám sát|715|3.120|3.835", "3|Góp ý|690|2.904|3.549"),
            [("column", "3.549")],
            id="one row is wrong",
        ),
    ],
)
def test_total_columns(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table("STT|Nội dung|Đợt một|Đợt hai|Tổng số", *rows), "table-total-mismatch") == found


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ("Nội dung|Năm 2024", "- Tỷ lệ hộ có nước sạch|91,2", "+ Thành thị|98,4", "+ Nông thôn|86,5"), id="row"
        ),
        pytest.param(
            ("Năng suất (tạ/ha)|Năm 2024", "- Cả năm|61,2", "+ Vụ xuân|63,4", "+ Vụ mùa|57,5"), id="column of names"
        ),
    ],
)
def test_rates_are_no_sums_of_the_rows_below(rows: tuple[str, ...], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "sum-mismatch") == []


def test_counts_are_sums_of_the_rows_below(findings_of: FindingsOf) -> None:
    rows = ("Nội dung|Năm 2024", "- Số hộ có nước sạch|912", "+ Thành thị|498", "+ Nông thôn|465")
    assert findings_of(table(*rows), "sum-mismatch") == [("rows", "912")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Hội Nông dân có 412 hội viên.", [], id="agrees"),
        pytest.param("Hội Nông dân có khoảng 400 hội viên.", [], id="a qualifier"),
        pytest.param("Hội Nông dân có 55 hội viên nòng cốt.", [], id="narrowed by what follows"),
        pytest.param("Hội Nông dân tăng từ 380 hội viên năm 2021 lên 412 hội viên.", [], id="an earlier value"),
        pytest.param("Hội Nông dân có 431 hội viên.", [("", "431 hội viên")], id="disagrees"),
    ],
)
def test_members_against_the_row(sentence: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(sentence + "\n\n" + table(TITLES, FARMERS, VETERANS, WOMEN), "body-appendix-mismatch") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Đã tổ chức 45 buổi tuyên truyền cho 2.150 lượt người.", [], id="agrees"),
        pytest.param(
            "Đã tổ chức 48 buổi tuyên truyền cho 2.150 lượt người.",
            [("", "48 buổi tuyên truyền")],
            id="the very words of the row",
        ),
        pytest.param("Đã tổ chức 12 buổi tuyên truyền cho 450 lượt người.", [], id="far less: a part of it"),
        pytest.param("Đã tổ chức 48 buổi tuyên truyền pháp luật.", [], id="narrowed by what follows"),
    ],
)
def test_events_in_the_words_of_a_row(sentence: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Kết quả", "1|Số buổi tuyên truyền|45", "2|Số tin, bài phát thanh|62")
    assert findings_of(sentence + "\n\n" + table(*rows), "body-appendix-mismatch") == found


FORM = ("STT|Nội dung|Số lượng", "1|Hội nghị lồng ghép quán triệt chuyên đề|45", "2|Hội nghị sơ kết hằng năm|7")


SPENT = ("STT|Nội dung|Số hộ|Số tiền (đồng)", "1|Xây mới nhà tình thương|4|200.000.000", "2|Tặng quà Tết|60|30.000.000")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Hội đã xây mới 04 nhà tình thương.", [], id="agrees"),
        pytest.param("Hội đã xây mới 06 nhà tình thương.", [("", "06 nhà")], id="counted in households there"),
        pytest.param("Hội đã sửa chữa 06 nhà tình thương.", [], id="another work"),
    ],
)
def test_things_against_a_column_of_households(
    sentence: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    said = findings_of(sentence + "\n\n" + table(*SPENT), "body-appendix-mismatch")
    assert [(case, words[: len("06 nhà")]) for case, words in said] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Đã tổ chức 45 hội nghị lồng ghép quán triệt chuyên đề.", [], id="agrees"),
        pytest.param("Đã tổ chức hơn 40 hội nghị lồng ghép quán triệt chuyên đề.", [], id="a qualifier"),
        pytest.param("Phấn đấu tổ chức 60 hội nghị lồng ghép quán triệt chuyên đề.", [], id="a target"),
        pytest.param("Đã tổ chức 12 hội nghị tuyên truyền.", [], id="another kind of meeting"),
        pytest.param(
            "Đã tổ chức 115 hội nghị lồng ghép quán triệt chuyên đề.", [("", "115 hội nghị")], id="another number"
        ),
    ],
)
def test_sentences_against_rows(sentence: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(sentence + "\n\n" + table(*FORM), "body-appendix-mismatch") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Nhiệm kỳ qua tổ chức 115 hội nghị lồng ghép quán triệt chuyên đề.", [], id="of a whole term"),
        pytest.param("Tổ chức 115 hội nghị lồng ghép quán triệt chuyên đề.", [("", "115 hội nghị")], id="of the year"),
    ],
)
def test_tables_are_of_the_year_of_the_report(
    sentence: str, found: list[tuple[str, str]], found_in: FindingsOf
) -> None:
    title = "BÁO CÁO\nKết quả công tác năm 2026\n\nI. KẾT QUẢ\n\n"
    assert found_in(f"{HEAD}{title}{sentence}\n\n{table(*FORM)}{TAIL}", "body-appendix-mismatch") == found


def test_grades_are_no_parts_of_one_another(findings_of: FindingsOf) -> None:
    rows = ("Mức xếp loại|Số chi bộ", "Hoàn thành xuất sắc|3", "Hoàn thành tốt|9", "Hoàn thành|2")
    assert findings_of("\n\n" + table(*rows), "implausible-magnitude") == []


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("1|Tu bổ di tích cấp tỉnh|800|92%", id="money and a rate"),
        pytest.param("1|Tu bổ di tích cấp tỉnh|150|1.834", id="far away, of a table that does not say what it counts"),
    ],
)
def test_a_sentence_is_not_held_against_what_is_measured_otherwise(row: str, findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Thực hiện|Tỷ lệ", row, "2|Mua sắm thiết bị|40|88%")
    sentence = "Trong năm đã tu bổ 05 di tích cấp tỉnh."
    assert findings_of(f"{sentence}\n\n{table(*rows)}", "body-appendix-mismatch") == []


def test_the_name_of_an_office_is_not_what_its_row_counts(findings_of: FindingsOf) -> None:
    body = (
        "Thanh tra tỉnh đã hướng dẫn 19 sở xây dựng kế hoạch năm.\n\nTT\tĐơn vị\tSố cuộc\tSố quyết định xử phạt\n"
        "1\tSở Xây dựng\t34\t39\n2\tSở Y tế\t41\t57\n\nCác sở đã khắc phục.\n"
    )
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Trong năm có 171 hộ mới thoát nghèo.", [], id="of another act than the row"),
        pytest.param("Ngân hàng cho vay 171 hộ mới thoát nghèo.", [("", "171 hộ")], id="of its act"),
    ],
)
def test_a_row_counts_under_its_act(sentence: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    rows = "TT\tChương trình\tSố hộ\n1\tCho vay hộ nghèo\t214\n2\tCho vay hộ mới thoát nghèo\t156\n3\tNước sạch\t80"
    assert findings_of(f"{sentence}\n\n{rows}\n", "body-appendix-mismatch") == found


def test_a_part_in_a_table_is_not_what_the_text_counts_as_a_whole(findings_of: FindingsOf) -> None:
    sentence = "Đã thành lập 06 đội dân phòng với 60 đội viên, trong đó có 09 nữ."
    rows = ("TT|Nội dung|ĐVT|Số lượng", "1|Đội dân phòng hiện có|đội|06", "2|Đội viên dân phòng hiện có|người|60")
    assert findings_of(f"{sentence}\n\n{table(*rows, '|- Trong đó: nữ|nt|09')}", "body-appendix-mismatch") == []


PARTS = (
    "STT|Nội dung|Số lượng",
    "1|Tổng số cuộc giám sát|{whole}",
    "|- Giám sát của Mặt trận|10",
    "|- Giám sát của đoàn thể|15",
)


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        pytest.param("25", [], id="the rows below add up"),
        pytest.param("15", [("rows", "15")], id="the rows below are more"),
        pytest.param("30", [("rows", "30")], id="a total that its rows do not reach"),
    ],
)
def test_rows_below(whole: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    rows = [row.format(whole=whole) for row in PARTS]
    assert findings_of(table(*rows), "sum-mismatch") == found


def test_a_row_that_ends_early_has_no_blank_of_its_own(findings_of: FindingsOf) -> None:
    rows = ("Chức vụ|Tổng số|Nữ|Đạt chuẩn", "Hiệu trưởng|1|0|1", "Giáo viên|36|31", "Nhân viên|3|2|3")
    assert findings_of(table(*rows), "incomplete") == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(
            ("1|Số cuộc đối thoại|0", "2|Số cuộc giám sát|4", "3|Số cuộc phản biện|2"), [], id="zero is an answer"
        ),
        pytest.param(
            ("1|Số cuộc đối thoại|3", "2|Số cuộc giám sát|4", "3|Cấp tỉnh|", "4|Số cuộc phản biện|2"),
            [],
            id="a row of another level",
        ),
        pytest.param(
            ("1|Số cuộc đối thoại|0", "2|Số cuộc giám sát|-", "3|Số cuộc phản biện|2"), [], id="a dash is an answer"
        ),
        pytest.param(
            ("1|Số cuộc đối thoại|3", "2|Số cuộc giám sát|", "3|Số cuộc phản biện|2", "4|Số ý kiến|0"),
            [("blank", "Số cuộc giám sát")],
            id="a row left blank",
        ),
    ],
)
def test_blank_rows(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table("STT|Nội dung|Số lượng", *rows), "incomplete") == found


GROUPED = ("STT|Nội dung|Số lượng", "I|Các xã|30", "1|Xã Lũng Ẳng|10", "2|Xã Khe Vàng|20")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param((*GROUPED, "II|Các phường|12", "1|Phường A|5", "2|Phường B|7"), [], id="every group adds up"),
        pytest.param(
            ("STT|Nội dung|Số lượng", "I|Các xã|99", "1|Xã Lũng Ẳng|10", "2|Xã Khe Vàng|20"),
            [],
            id="a part of the group, as far as anybody can tell",
        ),
        pytest.param(
            (*GROUPED, "II|Các phường|13", "1|Phường A|5", "2|Phường B|7"),
            [("rows", "13")],
            id="one group adds up, another does not",
        ),
        pytest.param(
            ("STT|Đơn vị|Số hộ|Tỷ lệ (%)", "|Tổng cộng|30|8,1", "1|Xã A|10|9,5", "2|Xã B|20|7,4"),
            [],
            id="rates below a total are not added",
        ),
        pytest.param(
            (*GROUPED, "II|Các phường|12", "|Phường A|5", "|Phường B|7", "Tổng số||42", "|Vốn trong nước|40"),
            [],
            id="the total of all rows ends the last group",
        ),
    ],
)
def test_rows_below_a_row(rows: tuple[str, ...], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(table(*rows), "sum-mismatch") == found


@pytest.mark.parametrize(
    ("numbers", "cases"),
    [
        pytest.param(("1", "2", "3", "4", "5"), [], id="in order"),
        pytest.param(("1", "2", "3", "1", "2"), [], id="counted anew"),
        pytest.param(("1", "4", "2", "9", "3", "7"), [], id="codes, not a count"),
        pytest.param(("1", "2", "4", "5", "6"), ["skipped"], id="a row is missing"),
    ],
)
def test_numbers_of_rows(numbers: tuple[str, ...], cases: list[str], findings_of: FindingsOf) -> None:
    rows = (f"{number}|Hội {chr(65 + order)}|{order + 3}" for order, number in enumerate(numbers))
    assert [case for case, _ in findings_of(table("STT|Tên tổ chức|Số hội viên", *rows), "numbering")] == cases


@pytest.mark.parametrize(
    ("row", "found"),
    [
        pytest.param("Số hộ nghèo toàn xã|94", [("", "49 hộ")], id="in its words"),
        pytest.param("Số hộ cận nghèo thoát ra|126", [], id="of others, in words that the text does not say"),
        pytest.param("Số hộ nghèo đầu kỳ rà soát|126", [], id="of another time"),
        pytest.param("Số hộ nghèo toàn xã năm 2019|126", [], id="of another year"),
    ],
)
def test_rows_whose_words_the_text_does_not_say(
    row: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    rows = ("STT|Nội dung|Kết quả", f"1|{row}", "2|Số tin, bài phát thanh|62")
    said = "Cuối năm, số hộ nghèo toàn xã còn 49 hộ."
    assert findings_of(said + "\n\n" + table(*rows), "body-appendix-mismatch") == found


def test_a_last_word_of_a_long_row_that_the_text_leaves_out(findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Kết quả", "1|Lồng ghép phổ biến trong các buổi sinh hoạt định kỳ|45", "2|Số tin bài|62")
    said = "Mặt trận xã tổ chức 115 buổi sinh hoạt lồng ghép phổ biến Kết luận."
    found = findings_of(said + "\n\n" + table(*rows), "body-appendix-mismatch")
    assert found == [("", "115 buổi")]


def test_people_below_a_row_of_meetings_are_no_part_of_it(findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Số lượng", "1|Hội nghị quán triệt|54", "|- Riêng|12", "|- Lồng ghép|42")
    assert findings_of(table(*rows, "|- Số lượt người dự|4.230"), "sum-mismatch") == []


def test_some_of_a_staff_are_no_more_than_all(findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Số lượng", "1|Tổng số cán bộ chuyên trách|06", "2|Cán bộ chuyên trách được tập huấn|58")
    assert [case for case, _ in findings_of(table(*rows, "3|Số tổ tự quản|12"), "implausible-magnitude")] == ["subset"]


def test_a_single_blank_row_of_three(findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Số lượng", "1|Số cuộc đối thoại của cấp ủy|06", "2|Số cuộc đối thoại của chính quyền|08")
    assert [case for case, _ in findings_of(table(*rows, "3|Số ý kiến tại đối thoại|"), "incomplete")] == ["blank"]


@pytest.mark.parametrize(("told", "found"), [("54", []), ("64", ["64 hội nghị"])])
def test_a_row_that_the_table_divides_stands_for_all(told: str, found: list[str], findings_of: FindingsOf) -> None:
    rows = ("STT|Nội dung|Số lượng", "1|Hội nghị quán triệt|54", "|- Riêng|12", "|- Lồng ghép|42", "2|Tin, bài|96")
    said = f"Trong kỳ đã tổ chức {told} hội nghị (riêng 12 hội nghị, lồng ghép 42 hội nghị).\n\n"
    assert [text for _, text in findings_of(said + table(*rows), "body-appendix-mismatch")] == found
