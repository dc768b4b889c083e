"""Citations against each other and against their own parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thực hiện Kết luận số 62-KL/TW của Bộ Chính trị.", [], id="Party form"),
        pytest.param("Thực hiện Nghị định số 30/2020/NĐ-CP của Chính phủ.", [], id="state form"),
        pytest.param("Thực hiện Công văn số 45/UBND-NV ngày 02/3/2026.", [], id="an official letter has no type"),
        pytest.param(
            "Thực hiện Kết luận số 62/KL-TW.", [("order", "Kết luận số 62/KL-TW")], id="Party number, state order"
        ),
        pytest.param("Thực hiện Kết luận số 62- KL/TW.", [("spacing", "Kết luận số 62- KL/TW")], id="a space inside"),
        pytest.param(
            "Thực hiện Kết luận số 62 – KL/TW.", [("spacing", "Kết luận số 62 – KL/TW")], id="a dash for the hyphen"
        ),
    ],
)
def test_malformed(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-malformed") == found


@pytest.mark.parametrize(("own", "severity"), [("Số: 15 BC-ĐTN", "info"), ("Số: 15-BC/ĐTN", "warning")])
def test_how_the_report_writes_its_own_number_is_the_custom_of_its_offices(own: str, severity: str) -> None:
    head = f"TỈNH ĐOÀN MẪU SƠN\nBCH ĐOÀN HUYỆN PÀ VẦY\n{own}\n\nBÁO CÁO\nCông tác năm 2023\n\n"
    report = read_text(head + "Thực hiện Công văn số 112 CV-HĐTN ngày 02/3/2023 của Tỉnh đoàn.\n")
    found = [one for one in check_report(report) if one.kind == "citation-malformed"]
    assert [(one.case, one.severity) for one in found] == [("order", severity)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 được quán triệt. Thực hiện Chỉ thị 05-CT/TW ngày 15-5-2016.",
            [],
            id="one date in two ways",
        ),
        pytest.param(
            "Kế hoạch số 12/KH-UBND ngày 05/3/2023 và Kế hoạch số 12/KH-UBND ngày 20/4/2025.",
            [],
            id="numbers start again each year",
        ),
        pytest.param("Xét văn bản số 92/TTr-UBND ngày 02/4/2026.", [], id="'văn bản' is said of any type"),
        pytest.param("Quy định số 08-QĐ/TW và Quyết định số 217-QĐ/TW.", [], id="one abbreviation, two types"),
        pytest.param(
            "Thực hiện Nghị định số 43/2006/NĐ-CP ngày 14/02/2006 của Chính phủ.",
            [("known-date", "Nghị định số 43/2006/NĐ-CP ngày 14/02/2006")],
            id="a symbol that holds the year has no namesake: the day of another decree",
        ),
        pytest.param(
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 được quán triệt. Học tập Chỉ thị 05-CT/TW, ngày 5/5/2016.",
            [("date", "Chỉ thị 05-CT/TW, ngày 5/5/2016")],
            id="two dates",
        ),
        pytest.param(
            "Kế hoạch số 98/KH-UBND ngày 26/7/2023 của UBND huyện Pà Vầy; Kế hoạch số 98/KH-UBND ngày 22/7/2023 của "
            "UBND thị xã Sơn Hạ.",
            [],
            id="two bodies, one number",
        ),
        pytest.param(
            "Kế hoạch số 98/KH-UBND ngày 26/7/2023 của UBND huyện Pà Vầy; Kế hoạch số 98/KH-UBND ngày 22/7/2023 của "
            "UBND huyện.",
            [("date", "Kế hoạch số 98/KH-UBND ngày 22/7/2023")],
            id="one body by all that is said",
        ),
        pytest.param(
            "Thực hiện Nghị định số 34/2014/NĐ-CP và Nghị quyết liên tịch số 01/2014/NQLT/CP-UBTWMTTQVN.",
            [],
            id="a joint document",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 47-KH/HU, xã đã làm tốt. " * 4 + "Kế hoạch số 47-KH-HU được quán triệt.",
            [("symbol", "Kế hoạch số 47-KH-HU")],
            id="two symbols",
        ),
        pytest.param(
            "Làm tốt.\n\nCăn cứ Kế hoạch số 98/KH-UBND ngày 22/7/2023 của UBND huyện.\n\n"
            "Đã thực hiện Kế hoạch số 98/KH-UBND ngày 26/7/2023 của UBND huyện.",
            [("date", "Kế hoạch số 98/KH-UBND ngày 26/7/2023")],
            id="the day among the grounds is right",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 1274/QĐ-UBND.", [("type", "Kế hoạch số 1274/QĐ-UBND")], id="type against symbol"
        ),
        pytest.param(
            "Bộ Y tế ban hành Thông tư số 26/2021/TT-BGTVT ngày 20/11/2021.",
            [("family", "Bộ Y tế ban hành Thông tư số 26/2021/TT-BGTVT ngày 20/11/2021")],
            id="a circular of another ministry",
        ),
        pytest.param(
            "Bộ Giao thông vận tải ban hành Thông tư số 26/2021/TT-BGTVT ngày 20/11/2021.", [], id="of its own"
        ),
        pytest.param(
            "Kế hoạch số 88/KH-UBND ngày 14/4/2023 của UBND huyện về tiêm phòng đàn vật nuôi. Kế hoạch số 88/KH-UBND "
            "ngày 24/4/2024 của UBND huyện về tiêm phòng đàn vật nuôi năm 2024.",
            [],
            id="a plan of each year",
        ),
        pytest.param(
            "Theo Công văn số 45/TB-UBND ngày 08/02/2023.",
            [("type", "Công văn số 45/TB-UBND")],
            id="a letter under the mark of a notice",
        ),
        pytest.param(
            "Theo Công văn số 45/KH-LĐLĐ ngày 08/02/2023.",
            [("type", "Công văn số 45/KH-LĐLĐ")],
            id="a letter of a union under the mark of a plan",
        ),
        pytest.param("Theo Công văn số 112/CT-TTHT của Cục Thuế.", [], id="a letter whose sender has such a mark"),
        pytest.param(
            "Thực hiện Nghị quyết số 09-NQ/TU ngày 02/3/2024 của Huyện ủy Thanh Lũng.",
            [("issuer", "Nghị quyết số 09-NQ/TU ngày 02/3/2024")],
            id="issuer of another level",
        ),
        pytest.param(
            "Kế hoạch số 47-KH/HU ngày 18/01/2022 của Huyện ủy. Kế hoạch số 47-KH/HU ngày 18/01/2022 của Ban Thường vụ "
            "Huyện ủy. Kế hoạch số 47-KH/HU ngày 02/3/2018 của Ban Chấp hành Đảng bộ huyện.",
            [],
            id="a committee at large; a twin of another date",
        ),
        pytest.param(
            "Kế hoạch số 47-KH/HU ngày 18/01/2022 của Ban Chấp hành Đảng bộ huyện. "
            "Kế hoạch số 47-KH/HU ngày 18/01/2022 của Ban Chấp hành Đảng bộ huyện khóa X. "
            "Kế hoạch số 47-KH/HU ngày 18/01/2022 của Ban Thường vụ Huyện ủy.",
            [("organ", "Kế hoạch số 47-KH/HU ngày 18/01/2022 của Ban Thường vụ Huyện ủy")],
            id="two organs",
        ),
        pytest.param(
            "Kế hoạch số 14/KH-UBND ngày 03/02/2024 của UBND xã. Kế hoạch số 14/KH-UBND ngày 19/9/2024 của UBND tỉnh. "
            "Kế hoạch số 15-KH/ĐU ngày 03/02/2024 của Đảng ủy xã. Kế hoạch số 15-KH/ĐU ngày 19/9/2024 của Đảng ủy xã. "
            "Kế hoạch số 16/KH-UBND ngày 03/3/2025 của UBND xã. Kế hoạch số 16/KH-UBND ngày 19/9/2025 của UBND xã.",
            [],
            id="two offices; a count by terms; a year in which the count began anew",
        ),
        pytest.param(
            "Kế hoạch số 14/KH-UBND ngày 03/02/2024 của UBND xã. Kế hoạch số 14/KH-UBND ngày 19/9/2024 của UBND xã.",
            [("date", "Kế hoạch số 14/KH-UBND ngày 03/02/2024")],
            id="one number of one office in one year",
        ),
        pytest.param(
            "Kế hoạch số 14-KH/ĐU ngày 03/02/2022 về dân vận. Đã làm xong Kế hoạch số 14-KH/ĐU ngày 19/9/2023 đã nêu "
            "trên.",
            [("date", "Kế hoạch số 14-KH/ĐU ngày 03/02/2022")],
            id="the text says that it is one",
        ),
        pytest.param(
            "Quy chế phối hợp số 01/QCPH-UBND-UBMT về công tác phối hợp giai đoạn 2021 - 2026 được ban hành. "
            "Quy chế phối hợp số 09/QCPH-UBND-UBMTTQVN về công tác phối hợp giai đoạn 2021 - 2026 được ký kết.",
            [("twin", "Quy chế phối hợp số 09/QCPH-UBND-UBMTTQVN")],
            id="two rules of the same parties for one term",
        ),
        pytest.param(
            "Xã làm theo Nghị định số 933/2023/NĐ-CP ngày 10/6/2022 của Chính phủ; Quyết định số 924/2012/QĐ-TTg ngày"
            " 02/6/2021.",
            [
                ("year", "Nghị định số 933/2023/NĐ-CP ngày 10/6/2022"),
                ("year", "Quyết định số 924/2012/QĐ-TTg ngày 02/6/2021"),
            ],
            id="the year inside the symbol",
        ),
        pytest.param(
            "Quán triệt Nghị quyết số 57-NQ/TW, ngày 22/12/2025 của Bộ Chính trị.",
            [("known-date", "Nghị quyết số 57-NQ/TW, ngày 22/12/2025")],
            id="the day of a known document in another year",
        ),
        pytest.param(
            "Làm theo Nghị định số 933/2023/NĐ-CP năm 2022 và Nghị định số 934/2023/NĐ-CP năm 2023 của Chính phủ.",
            [("year", "Nghị định số 933/2023/NĐ-CP năm 2022")],
            id="a bare year that is not that of the symbol",
        ),
        pytest.param(
            "Quyết định số 614/QĐ-UBND ngày 12/02/2024 của UBND huyện Sơn Khê. "
            "Quyết định số 614/QĐ-UBND ngày 12/02/2024 của UBND tỉnh Hà Lương.",
            [("organ", "Quyết định số 614/QĐ-UBND ngày 12/02/2024 của UBND tỉnh Hà Lương")],
            id="two levels by their names",
        ),
        pytest.param(
            "Kế hoạch số 25/KH-UBND ngày 12/02/2024 của UBND xã về giảm nghèo và Kế hoạch số 25/KH-UBND ngày 20/01/2023"
            " của UBND xã về chuyển đổi số.",
            [],
            id="numbers of two years, joined",
        ),
        pytest.param(
            "Nghị quyết số 31/2025/NQ-HĐND ngày 06/01/2026 của HĐND tỉnh. Nghị định số 59/2023/NĐ-CP ngày 14/8/2023.",
            [],
            id="signed in the January after; the same year",
        ),
        pytest.param(
            "Làm theo Nghị định số 09/2028/NĐ-CP ngày 24/01/2029 của Chính phủ.",
            [("year", "Nghị định số 09/2028/NĐ-CP ngày 24/01/2029")],
            id="one of the first decrees of a year, in the January behind it",
        ),
        pytest.param(
            "Ngày 25/8/2020, Ban Văn hóa đã ban hành Công văn số 628/HĐND-VX ngày 28/5/2020 về việc báo cáo.",
            [("date", "Công văn số 628/HĐND-VX ngày 28/5/2020")],
            id="issued on another day than it is dated",
        ),
        pytest.param(
            "Theo Kế hoạch số 112/KH-UBND, ngày 20/6/2023, Ủy ban nhân dân xã đã ban hành Kế hoạch số 58/KH-UBND ngày "
            "22/6/2023 về rà soát hộ chăn nuôi.",
            [],
            id="the day of the document before",
        ),
    ],
)
def test_conflicts(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nghị định số 100/2019/NĐ-CP được phổ biến; Nghị định 100 đi vào cuộc sống.", [], id="full form elsewhere"
        ),
        pytest.param("Thực hiện Luật Thực hiện dân chủ ở cơ sở.", [], id="a law by name"),
        pytest.param(
            "Thực hiện Nghị định 100 của Chính phủ.", [("", "Nghị định 100 của Chính phủ")], id="a bare number"
        ),
        pytest.param(
            "UBND xã ban hành Kế hoạch số    /KH-UBND để thực hiện.",
            [("blank", "số    /KH-UBND")],
            id="a number left blank",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số   /2022/NQ-HĐND ngày 12/3/2022.",
            [("blank", "số   /2022/NQ-HĐND")],
            id="left blank before its year",
        ),
        pytest.param(
            "Tiếp tục thực hiện Đề án số …-ĐA/HU về cán bộ nữ.",
            [("blank", "số …-ĐA/HU")],
            id="left blank, of the Party",
        ),
        pytest.param(
            "Thực hiện văn bản của Sở (số …., ngày ….).",
            [("blank", "(số …., ngày ….)")],
            id="number and day in brackets",
        ),
        pytest.param(
            "UBND xã ban hành Kế hoạch ngày 12/3/2024 để thực hiện.",
            [("blank", "Kế hoạch ngày 12/3/2024")],
            id="no number",
        ),
    ],
)
def test_incomplete_citations(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Triển khai Đề án 09. Tổ công tác Đề án 09 đã họp.", [""], id="once, at its first mention"),
        pytest.param("Triển khai Kế hoạch số 47 ngày 12/02/2026.", ["no-symbol"], id="a day and no symbol"),
        pytest.param(
            "Triển khai Chỉ thị số 10 ngày 19/4/2023 của Thủ tướng Chính phủ.", [], id="its issuer settles it"
        ),
        pytest.param("Thực hiện Kết luận thanh tra số 17 của Thanh tra tỉnh.", [""], id="a type of two words"),
        pytest.param("Bám sát Kết luận của Ban Thường vụ Huyện ủy số 214.", [""], id="the number behind the issuer"),
        pytest.param("Xếp loại theo Hướng dẫn 3305 của UBND tỉnh.", [""], id="numbers begin again each year"),
        pytest.param("Triển khai Chỉ thị 27 của Thủ tướng Chính phủ.", [""], id="so do those of the Prime Minister"),
        pytest.param("Triển khai Nghị quyết 18 của Trung ương.", [""], id="the Party's begin again with each term"),
        pytest.param("Triển khai Kết luận số 73 của Bộ Chính trị (khóa XI).", [], id="the term tells which"),
        pytest.param("Triển khai Chỉ thị 05 của Bộ Chính trị.", [], id="but one of that symbol is known"),
        pytest.param(
            "Triển khai Nghị quyết 18 của Trung ương; Nghị quyết số 18-NQ/TW ngày 25/10/2017 đi vào cuộc sống.",
            [],
            id="the Party's, in full elsewhere",
        ),
        pytest.param(
            "Theo Quyết định số 1127 của UBND tỉnh và Quyết định số 1127/QĐ-UBND ngày 09/5/2026 của UBND huyện.",
            [""],
            id="the full form is another body's",
        ),
    ],
)
def test_what_identifies_a_bare_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-incomplete")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã nhận Công văn số CV-31/BCĐ ngày 04/3/2026.", ["order"], id="the type before the number"),
        pytest.param("Xã học Quy định số 37-QDd/TW, ngày 25-10-2021.", ["order"], id="no mark of a type"),
        pytest.param("Xã có Chương trình số 12 CTr.ĐU, ngày 05-8-2025.", ["order"], id="apart, with a dot"),
        pytest.param("Xã nhận Kế hoạch số 41/KH.TĐTN-BTG ngày 26/4/2025.", ["order"], id="a dot behind the type"),
        pytest.param("Xã nhận Nghị quyết số 41/NQ-TT.HĐND ngày 26/4/2025.", [], id="a dot in a body"),
        pytest.param("Xã ký Quy chế số 02-QCPH/ĐU, ngày 25-10-2025.", [], id="a joint mark"),
        pytest.param("Xã nhận Công văn số 31-CV/BCĐ ngày 04/3/2026.", [], id="in form"),
    ],
)
def test_marks_that_no_document_has(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-malformed")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã nhận Kế hoạch số 24-KH/HU ngày 12/3/2025 của UBND huyện.", ["family"], id="a state body"),
        pytest.param("Xã nhận Kế hoạch số 24/KH-UBND ngày 12/3/2025 của Đảng ủy xã.", ["family"], id="a Party body"),
        pytest.param(
            "Thực hiện Quyết định số 24-QĐ/TW ngày 12/3/2025 của Thủ tướng Chính phủ về giám sát và phản biện.",
            ["family"],
            id="a state body with the subject behind it",
        ),
        pytest.param("Xã nhận Kế hoạch số 24-KH/TW của Ban Thường trực Ủy ban MTTQ tỉnh.", ["family"], id="a level"),
        pytest.param("Kết quả thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của UBND xã.", [], id="who carries it out"),
        pytest.param(
            "Xã nhận Kết luận số 114-KL/TW, ngày 14/7/2015 của Bộ Chính trị.", ["known-issuer"], id="another organ"
        ),
        pytest.param(
            "Kế hoạch số 118/KH-UBND ngày 22/8/2023 của UBND huyện. Theo Kế hoạch số 118/KH-UBND ngày 22/8/2023 của"
            " UBND tỉnh.",
            ["organ"],
            id="two levels",
        ),
        pytest.param("Xã nhận Kết luận số 114-KL/TW, ngày 14/7/2015 của Ban Bí thư.", [], id="its organ"),
    ],
)
def test_who_issued_it(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-conflict")] == found


@pytest.mark.parametrize(
    ("own", "found"),
    [
        pytest.param("số 41/BC-UBND ngày 02/9/2026", ["date"], id="another day"),
        pytest.param("số 14/BC-UBND ngày 12/9/2026", ["symbol"], id="another number"),
        pytest.param("số 41/BC-UBND ngày 12/9/2026", [], id="its own"),
    ],
)
def test_an_appendix_names_its_report(
    own: str, found: list[str], found_in: Callable[..., list[tuple[str, str]]]
) -> None:
    text = f"{HEAD}{TITLE}Làm tốt.{TAIL}\nPHỤ LỤC\nSỐ LIỆU\n(Kèm theo Báo cáo {own} của UBND xã)\n"
    assert [case for case, _ in found_in(text, "citation-conflict")] == found


def test_the_closing_sentence_names_who_reports(found_in: Callable[..., list[tuple[str, str]]]) -> None:
    said = "báo cáo sơ kết thực hiện Quyết định số 23-QĐ/TW của Ban Dân vận Huyện ủy, của"
    tail = TAIL.replace("báo cáo của", said)
    assert found_in(f"{HEAD}{TITLE}Làm tốt.{tail}", "citation-conflict") == []


@pytest.mark.parametrize(
    ("note", "cases"),
    [
        pytest.param("Theo Tờ trình số 15-TTr/ĐU, ngày 04-5-2026.", [], id="how it was asked for"),
        pytest.param("Tờ trình số 15-TTr/ĐU, ngày 04-5-2026.", [], id="sent to the committee that is named"),
        pytest.param("Kế hoạch số 15-KH/ĐU, ngày 04-5-2026.", ["issuer"], id="the document itself"),
    ],
)
def test_a_note_names_the_document_of_its_sentence(note: str, cases: list[str]) -> None:
    body = "Thực hiện tinh thần chỉ đạo của Tỉnh ủy(1), xã đã khen thưởng 12 tập thể.\n"
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}\n-----\n(1) {note}\n")
    assert [one.case for one in check_report(report) if one.kind == "citation-conflict"] == cases


@pytest.mark.parametrize(
    ("mentions", "severity"),
    [
        pytest.param(("Ban Thường vụ Huyện ủy", "Ban Chấp hành Đảng bộ huyện"), "info", id="either may be right"),
        pytest.param(("Ban Thường vụ Huyện ủy",) * 2 + ("Ban Chấp hành Đảng bộ huyện",), "warning", id="the rarer"),
    ],
)
def test_one_document_is_of_one_organ(mentions: tuple[str, ...], severity: str) -> None:
    body = " ".join(f"Thực hiện Kế hoạch số 47-KH/HU ngày 18/01/2022 của {organ}." for organ in mentions)
    found = [one for one in check_report(read_text(HEAD + TITLE + body + TAIL)) if one.kind == "citation-conflict"]
    assert [(one.case, one.severity) for one in found] == [("organ", severity)]


def test_an_organ_that_differs_from_the_one_told_elsewhere(findings_of: FindingsOf) -> None:
    first = "Theo Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị, các cấp đã tổ chức thực hiện. "
    second = "Thực hiện Quyết định 217-QĐ/TW của {}, toàn huyện đã tổ chức 107 hội nghị phản biện xã hội."
    assert findings_of(first + second.format("Ban Bí thư"), "citation-conflict")
    assert not findings_of(first + second.format("Bộ Chính trị"), "citation-conflict")
