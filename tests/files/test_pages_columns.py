"""What stands side by side: letterhead, recipients and signature, columns of text; and what stands on every page."""

from __future__ import annotations

from pdf_files import LEFT, RIGHT, centred, composed, page, prose, ruled, texts, width, written


def middle(x: float, y: float, text: str, size: float = 13, **looks: object) -> list:
    return written(x - width(text, size) / 2, y, text, size, **looks)


def head() -> list[list]:
    return [
        middle(165, 80, "ỦY BAN NHÂN DÂN") + middle(410, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True),
        middle(165, 96, "XÃ LŨNG ẲNG", bold=True) + middle(410, 97, "Độc lập - Tự do - Hạnh phúc", bold=True),
        middle(165, 124, "Số: 12/BC-UBND") + middle(410, 124, "Lũng Ẳng, ngày 05 tháng 6 năm 2026", italic=True),
    ]


HEAD = (
    "ỦY BAN NHÂN DÂN|XÃ LŨNG ẲNG|Số: 12/BC-UBND\t"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|Lũng Ẳng, ngày 05 tháng 6 năm 2026"
)


def test_a_letterhead_is_a_row_of_two_cells_with_its_lines() -> None:
    found = composed(page(*head(), centred(160, "BÁO CÁO", bold=True)))
    assert texts(found, "row") == [HEAD]
    assert texts(found) == ["BÁO CÁO"]


def test_a_type_whose_words_part_above_the_gutter_is_no_part_of_the_letterhead() -> None:
    lines = [
        middle(200, 80, "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", 11) + middle(430, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11),
        middle(200, 124, "Số: 12/BC-UBND") + middle(430, 124, "Lũng Ẳng, ngày 05 tháng 6 năm 2026", italic=True),
    ]
    assert texts(composed(page(*lines, centred(160, "BÁO CÁO", bold=True)))) == ["BÁO CÁO"]


def test_a_party_letterhead_keeps_its_star() -> None:
    found = composed(
        page(
            middle(165, 80, "ĐẢNG BỘ TỈNH MẪU SƠN") + middle(410, 80, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True),
            middle(165, 96, "ĐẢNG ỦY XÃ LŨNG ẲNG", bold=True),
            middle(165, 110, "*"),
            middle(165, 126, "Số 28-BC/ĐU") + middle(410, 126, "Lũng Ẳng, ngày 05 tháng 6 năm 2026"),
            centred(160, "BÁO CÁO"),
        )
    )
    assert texts(found, "row") == [
        "ĐẢNG BỘ TỈNH MẪU SƠN|ĐẢNG ỦY XÃ LŨNG ẲNG|*|Số 28-BC/ĐU\t"
        "ĐẢNG CỘNG SẢN VIỆT NAM|Lũng Ẳng, ngày 05 tháng 6 năm 2026"
    ]


def test_a_date_wrapped_in_its_column_is_whole() -> None:
    lines = head()[:2]
    lines.append(middle(410, 124, "Lũng Ẳng, ngày 05 tháng 6 năm"))
    lines.append(middle(410, 140, "2026"))
    assert texts(composed(page(*lines)), "row")[0].endswith("|Lũng Ẳng, ngày 05 tháng 6 năm 2026")


def tail(y: float) -> list[list]:
    return [
        written(LEFT, y, "Nơi nhận:", 12, bold=True, italic=True) + middle(420, y, "TM. ỦY BAN NHÂN DÂN", bold=True),
        written(LEFT, y + 14, "- UBND huyện;", 11) + middle(420, y + 16, "CHỦ TỊCH", bold=True),
        written(LEFT, y + 28, "- Các thôn;", 11),
        written(LEFT, y + 42, "- Lưu: VT.", 11),
    ]


def test_recipients_and_signature_are_a_row_of_two_cells() -> None:
    found = composed(page(*tail(600), middle(420, 700, "(đã ký)")))
    assert texts(found, "row") == [
        "Nơi nhận:|- UBND huyện;|- Các thôn;|- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|(đã ký)"
    ]


def test_an_annex_below_the_signature_stands_by_itself() -> None:
    found = composed(page(*tail(300), centred(420, "PHỤ LỤC", bold=True), centred(440, "Số liệu kèm theo")))
    assert texts(found)[0] == "PHỤ LỤC"


def test_recipients_go_on_over_a_page() -> None:
    first = tail(740)[:3]
    rest = written(LEFT, 80, "- Lưu: VT.", 11)
    found = composed(page(*first), page(rest, number=2))
    assert texts(found, "row") == ["Nơi nhận:|- UBND huyện;|- Các thôn;|- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN|CHỦ TỊCH"]


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    text = "Hội đồng nhân dân xã tổ chức ba kỳ họp thường lệ, một kỳ họp chuyên đề, thông qua mười hai nghị quyết"
    whole = "; ".join([text] * 5) + "."
    left, _ = prose(100, whole, left=60, right=280, indent=14, size=11)
    right, _ = prose(100, f"Phần sau: {whole}", left=310, right=530, indent=14, size=11)
    assert texts(composed(page(left, right))) == [whole, f"Phần sau: {whole}"]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = []
    for number in range(1, 4):
        body, _ = prose(120, f"Nội dung trang thứ {number} của báo cáo này kể việc của thôn số {number}.")
        pages.append(
            page(
                written(LEFT, 45, "Báo cáo xã Lũng Ẳng", 10), body, centred(810, f"Trang {number}/3", 10), number=number
            )
        )
    found = composed(*pages)
    assert len(texts(found)) == 3
    assert found.headers == ("Báo cáo xã Lũng Ẳng",)
    assert "Trang" not in found.text


def test_a_number_in_the_text_is_no_page_number() -> None:
    found = composed(page(written(LEFT, 300, "2026")))
    assert texts(found) == ["2026"]


def test_the_stamp_of_an_electronic_signature_is_a_comment() -> None:
    stamp = [
        written(330, 60, "Người ký: ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", 7),
        written(330, 68, "Email: lungang@mauson.example", 7),
        written(330, 76, "Thời gian ký: 05.06.2026 09:20:18 +07:00", 7),
    ]
    found = composed(page(*stamp, written(LEFT, 200, "Ủy ban nhân dân xã báo cáo như sau:")))
    assert texts(found) == ["Ủy ban nhân dân xã báo cáo như sau:"]
    assert found.comments[0].startswith("Người ký: ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\n")


def test_a_stamp_of_arrival_beside_the_letterhead_parts_no_lines() -> None:
    rules = ruled([225, 270, 300], [90, 105, 120])
    box = written(228, 102, "ĐẾN", 8) + written(272, 102, "Số: 88", 7) + written(228, 116, "Ngày:", 7)
    lines = head()
    found = composed(page(*lines, box, centred(160, "BÁO CÁO"), rules=rules))
    assert texts(found, "row") == [HEAD]


def test_two_bodies_that_sign_stand_in_two_cells() -> None:
    found = composed(page(written(LEFT, 500, "T/M ĐOÀN THƯ KÝ") + written(RIGHT - 160, 500, "T/M ĐOÀN CHỦ TỊCH")))
    assert texts(found, "row") == ["T/M ĐOÀN THƯ KÝ\tT/M ĐOÀN CHỦ TỊCH"]


def test_a_heading_below_a_sample_of_two_signatures_stands_by_itself() -> None:
    signers = written(LEFT, 300, "CHÁNH VĂN PHÒNG TỈNH ỦY", 12) + written(
        RIGHT - 190, 300, "PHÓ CHỦ TỊCH CÔNG ĐOÀN", 12
    )
    found = composed(page(signers, written(LEFT, 340, "1.7.2. Kỹ thuật trình bày", 12)))
    assert texts(found) == ["1.7.2. Kỹ thuật trình bày"]
