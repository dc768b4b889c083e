"""Appendices that the text promises and the report does not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text
from telling import told

FoundIn = Callable[..., list[tuple[str, str]]]
INLINE = "TT\tThôn\tSố hộ\n1\tKhe Lạnh\t12\n2\tKhe Ấm\t13\n\n"
OF_IT = "(Kèm theo Báo cáo số 12/BC-UBND)"
FIRST = f"\nPHỤ LỤC I\nSỐ HỘ THEO THÔN\n{OF_IT}\n\n{INLINE}"
BARE = FIRST.replace(f"{OF_IT}\n", "")
SECOND = f"\nPhụ lục 2: Số mô hình\n\n{INLINE.replace('Số hộ', 'Số mô hình')}"
OWN = f"\nPhụ lục 2\nSỐ HỘ\n(Kèm theo Báo cáo số 12/BC-UBND của Ủy ban nhân dân xã)\n\n{INLINE}"
FAR = "Xã đã tổ chức 12 buổi tuyên truyền tại các thôn, bản. " * 14


@pytest.mark.parametrize(
    ("body", "below", "found"),
    [
        pytest.param(
            f"{INLINE}\nKinh phí được bố trí đủ. Có phụ lục chi tiết.",
            "",
            [("appendix", "phụ lục chi tiết")],
            id="beside a table of the text",
        ),
        pytest.param("Làm tốt (kèm theo 03 phụ lục).", "", [("appendix", "kèm theo 03 phụ lục")], id="so many of them"),
        pytest.param("Chi tiết xem biểu số 4.", "", [("appendix-named", "xem biểu số 4")], id="a form by its number"),
        pytest.param("Làm tốt (Kèm theo 02 biểu số liệu).", "", [("appendix", "Kèm theo 02 biểu số liệu")], id="forms"),
        pytest.param("Thống kê theo biểu số 3 ban hành kèm theo Thông tư này.", "", [], id="a form of a circular"),
        pytest.param("Số liệu tại các Biểu số 59, 60/CK-NSNN.", "", [], id="forms by the symbol of a circular"),
        pytest.param("Chi tiết xem biểu số 4.", "\nBiểu số 4\nSỐ HỘ\n", [], id="a form that is there"),
        pytest.param(
            f"Kết quả như sau:\n\n{INLINE}Danh sách hộ (có Phụ lục II kèm theo).",
            "",
            [("appendix-named", "Phụ lục II kèm theo")],
            id="a table within the text is not it",
        ),
        pytest.param(
            "Làm tốt (kèm theo Phụ lục I, Phụ lục 2 và Phụ lục 3).",
            FIRST + SECOND,
            [("appendix-named", "theo Phụ lục I, Phụ lục 2 và Phụ lục 3")],
            id="the last of a list",
        ),
        pytest.param(
            f"Làm tốt (có phụ lục kèm theo).\n\nBảng 1. Số hộ\n{INLINE}",
            "",
            [("appendix", "phụ lục kèm theo")],
            id="a table that is numbered in the text is not it",
        ),
        pytest.param(
            f"Chi tiết tại phụ lục số 01 đính kèm. {FAR}\n\nKết quả:\n\n{INLINE}",
            "",
            [("appendix-named", "phụ lục số 01 đính kèm")],
            id="a table far below",
        ),
        pytest.param(
            f"Kết quả:\n\n{INLINE}Danh sách theo phụ lục gửi kèm.",
            "",
            [("appendix", "phụ lục gửi kèm")],
            id="without a number",
        ),
        pytest.param(
            "Danh sách tại Phụ lục 3 kèm theo.",
            FIRST + SECOND,
            [("appendix-named", "Phụ lục 3 kèm theo")],
            id="a third",
        ),
        pytest.param(
            "Làm tốt (chi tiết phụ lục 1). Các thôn đã họp (phụ lục 2 kèm theo), như đã nêu tại phụ lục 1.",
            "",
            [("appendix-named", "chi tiết phụ lục 1"), ("appendix-named", "phụ lục 2 kèm theo")],
            id="each once, where there is none",
        ),
        pytest.param(
            "Danh sách tại Phụ lục 3.", FIRST + SECOND, [("appendix-named", "tại Phụ lục 3")], id="by its number"
        ),
        pytest.param(
            f"Bảng 1. Số phòng học\n\n{INLINE}Số phòng bộ môn thể hiện ở Bảng 2.",
            "",
            [("appendix-named", "ở Bảng 2")],
            id="a table of the text",
        ),
        pytest.param(
            "Lập theo mẫu tại Phụ lục 3, Phụ lục 4 ban hành kèm theo Thông tư số 01/2020/TT-BNV.",
            FIRST,
            [],
            id="several of another document",
        ),
        pytest.param(
            f"Danh sách hộ thoát nghèo gửi kèm báo cáo này.\n\nVốn vay:\n\n{INLINE}",
            "",
            [("appendix-named", "Danh sách hộ thoát nghèo gửi kèm")],
            id="a list, and another table below",
        ),
        pytest.param(
            "Danh sách (theo Phụ lục 02).",
            f"\nPHỤ LỤC\nSỐ HỘ THEO THÔN\n{OF_IT}\n\n{INLINE}",
            [("appendix-named", "theo Phụ lục 02")],
            id="a second beside one without a number",
        ),
        pytest.param(
            "Tổng hợp tại Biểu số 02.",
            f"\nBIỂU SỐ 01\nSỐ HỘ THEO THÔN\n\n{INLINE}",
            [("appendix-named", "tại Biểu số 02")],
            id="a form",
        ),
        pytest.param(
            "Lập theo Phụ lục 3 Thông tư số 01/2020/TT-BNV.", FIRST, [], id="by its number, of another document"
        ),
        pytest.param("Danh sách tại Phụ lục 2.", FIRST + SECOND, [], id="by the number of one that is there"),
        pytest.param("Danh sách tại Phụ lục 2 kèm theo.", FIRST + SECOND, [], id="in other digits"),
        pytest.param("Danh sách tại Phụ lục 1 kèm theo.", FIRST + SECOND, [], id="in Roman digits"),
        pytest.param("Danh sách có phụ lục kèm theo.", FIRST, [], id="any"),
        pytest.param(f"Kết quả có phụ lục kèm theo:\n\n{INLINE}", "", [], id="the table right below"),
        pytest.param("Danh sách có phụ lục kèm theo.", f"\n{INLINE}", [], id="a table behind the signature"),
        pytest.param(
            f"Kết quả:\n\n{INLINE}Lập theo Phụ lục II kèm theo Thông tư số 01/2020/TT-BNV.",
            "",
            [],
            id="of another document",
        ),
        pytest.param("Nộp theo phụ lục kèm theo Báo cáo số 12/BC-UBND của huyện.", "", [], id="of another report"),
        pytest.param("Nộp theo 02 biểu mẫu quy định của Sở.", "", [], id="forms of a department"),
        pytest.param("Lập dự toán theo phụ lục gửi kèm hồ sơ trình cấp trên.", "", [], id="of papers handed in"),
    ],
)
def test_promised_appendices(body: str, below: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(HEAD + TITLE + body + TAIL + below, "missing-part") == found


@pytest.mark.parametrize(
    ("below", "found"),
    [
        pytest.param(FIRST + OWN, [], id="the second after the first"),
        pytest.param(OWN.replace("Báo cáo", "Công văn"), [], id="a form of the body above"),
        pytest.param(
            SECOND.replace("Số mô hình", "Mẫu số 03 Thông tư 12/2021/TT-BNV", 1), [], id="a form of a circular"
        ),
        pytest.param(
            OWN.replace("Phụ lục 2", "Người ký: Sở   Phụ lục 2"),
            [("first-appendix", "Phụ lục 2")],
            id="beside a digital signature",
        ),
        pytest.param(OWN, [("first-appendix", "Phụ lục 2")], id="the second is the first, of this report"),
        pytest.param(SECOND, [("first-appendix", "Phụ lục 2")], id="the second is the first, behind the signature"),
    ],
)
def test_the_first_appendix_is_the_first(below: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(f"{HEAD}{TITLE}Làm tốt.{TAIL}{below}", "numbering") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Kết quả như bảng sau:\n{INLINE}", [], id="the table follows"),
        pytest.param("Kết quả như bảng sau:\nThôn      Số hộ\nKhe Lạnh      12\n", [], id="rows by blanks"),
        pytest.param("Xếp loại theo bảng điểm sau khi họp.", [], id="of another time"),
        pytest.param(
            "Kết quả như bảng sau:\nXã đã hỗ trợ 12 hộ làm nhà.\n", [("table", "bảng sau")], id="no table follows"
        ),
    ],
)
def test_a_table_said_to_follow_does(body: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(f"{HEAD}{TITLE}{body}{TAIL}", "missing-part") == found


def test_an_appendix_of_the_act_that_is_amended_is_none_of_the_text(found_in: FoundIn) -> None:
    title = "THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 12/2020/TT-BNV ngày 02/3/2020\n\n"
    text = f"{HEAD}{title}Điều 1. Thay cụm từ tại Phụ lục số 02 như sau.{TAIL}"

    assert [case for case, _ in found_in(text, "missing-part") if case.startswith("appendix")] == []


@pytest.mark.parametrize(
    ("below", "found"),
    [
        pytest.param(FIRST, [], id="said below its title"),
        pytest.param(FIRST + SECOND, [], id="said of one of them"),
        pytest.param(BARE, ["PHỤ LỤC I"], id="not said"),
    ],
)
def test_an_appendix_says_to_what_it_belongs(below: str, found: list[str], found_in: FoundIn) -> None:
    told = found_in(HEAD + TITLE + "Làm tốt (Phụ lục I)." + TAIL + below, "missing-part")
    assert [words for case, words in told if case == "appendix-of"] == found


CUT = "Tiếp nhận 06 dự thảo (Biểu số 01 đính kèm) để xã góp ý trong quý và thực hiện việc góp"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(HEAD + TITLE + CUT, [], id="breaks off"),
        pytest.param(HEAD + TITLE + CUT + " ý." + TAIL, ["Biểu số 01 đính kèm"], id="has its end"),
    ],
)
def test_what_breaks_off_may_have_its_appendices_below(text: str, found: list[str], found_in: FoundIn) -> None:
    assert [words for case, words in found_in(text, "missing-part") if case.startswith("appendix")] == found


HEADING = "1. Tiếp công dân, nhận và giải quyết đơn thư\n\n"
RECEIVED = "Trong năm, Ủy ban nhân dân xã duy trì tiếp công dân định kỳ theo lịch đã công khai. " * 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(HEAD + TITLE + HEADING + RECEIVED + "Số lượt công dân được lãnh đạo xã tiếp", [], id="breaks off"),
        pytest.param(HEAD + TITLE + HEADING + RECEIVED + TAIL, ["giải quyết đơn thư"], id="has its end"),
    ],
)
def test_what_breaks_off_may_answer_its_heading_below(text: str, found: list[str], found_in: FoundIn) -> None:
    assert [words for case, words in found_in(text, "missing-part") if case == "matter"] == found


@pytest.mark.parametrize(
    ("mark", "severity"), [pytest.param("DỰ THẢO ", "info", id="a draft"), pytest.param("", "error", id="none")]
)
def test_a_draft_has_no_number_yet(mark: str, severity: str) -> None:
    report = read_text(HEAD.replace("Số: 41/", "Số:     /") + mark + TITLE + "Làm tốt." + TAIL)
    assert [one.severity for one in told(report, "missing-part") if one.case == "number"] == [severity]


@pytest.mark.parametrize(
    ("end", "severity"), [pytest.param("", "info", id="breaks off"), pytest.param(TAIL, "warning", id="has its end")]
)
def test_the_last_words_of_what_breaks_off_are_not_sure(end: str, severity: str) -> None:
    report = read_text(
        HEAD + TITLE + "Các thôn gửi ý kiến của cử tri về Thường trực Hội đồng nhân dân xã và kế hạch" + end
    )
    assert [one.severity for one in told(report, "spelling")] == [severity]
