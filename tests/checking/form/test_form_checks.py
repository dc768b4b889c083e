"""Form: parts that are missing, numbers that skip or repeat, sentences left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.form.first_parts import check_first_part
from tongket.checking.form.missing_parts import check_head, check_signature
from tongket.checking.form.numbering import check_numbering, ordinal
from tongket.model.sources import Block, Source
from tongket.reading.read import read_source

Found = Callable[[str, str], list[tuple[str, str]]]
BODY = "Đã làm tốt công tác tuyên truyền, vận động.\n"
ONE_LINE = (
    "PHÒNG GD&ĐT LŨNG ẲNG CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM TRƯỜNG TIỂU HỌC LŨNG ẲNG Độc lập - Tự do - Hạnh phúc "
    "{number} Lũng Ẳng, ngày {day} tháng 4 năm 2026 BÁO CÁO Kết quả thi đua năm học 2025 - 2026\n"
)


def whole(head: str = HEAD, title: str = TITLE, body: str = BODY, tail: str = TAIL) -> str:
    return head + title + body + tail


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        pytest.param(whole(), [], id="whole"),
        pytest.param(whole(tail=TAIL.replace("Nơi nhận:", "*Nơi nhận:")), [], id="an asterisk before the recipients"),
        pytest.param(whole(tail=TAIL.replace("(Đã ký)", "Nông Văn Mẫu")), [], id="a name below the post"),
        pytest.param(
            whole(tail="\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nNông Văn Mẫu\n"),
            [],
            id="a name below the recipients",
        ),
        pytest.param(whole(head=HEAD.replace("41/", "4# /")), [], id="a number that the scan made illegible"),
        pytest.param(whole(head=HEAD.replace("ngày 12 tháng 9", "ngày 1# tháng 9")), [], id="a day that is illegible"),
        pytest.param(whole(head=HEAD.replace("41/", "   /")), ["number"], id="a blank number"),
        pytest.param(
            whole(head=HEAD.replace("Số: 41/BC-UBND", "Số    -BC/ĐU")), ["number"], id="a blank number of the Party"
        ),
        pytest.param(
            whole(tail="\n\nNơi nhận:\n- Chủ tịch, các PCT UBND xã;\n- Lưu: VT.\n"),
            ["signature"],
            id="posts among the recipients sign nothing",
        ),
        pytest.param(whole(head=HEAD.replace("ngày 12 tháng 9", "ngày    tháng 9")), ["date"], id="a blank day"),
        pytest.param(
            whole(tail="\n\nNơi nhận:\n- Lưu: VT.\n\nHIỆU TRƯỞNG CÁN BỘ THƯ VIỆN\nNông Thị Mẫu Hoàng Thị Ví Dụ\n"),
            [],
            id="two posts and two names side by side",
        ),
        pytest.param(
            HEAD + "QUYẾT ĐỊNH\nVề việc phê duyệt kết quả rà soát hộ nghèo\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\n\n"
            "Căn cứ Luật Tổ chức chính quyền địa phương;\n\nXét đề nghị của Phòng Kinh tế xã.\n",
            [],
            id="the body that decides signs nothing above its grounds",
        ),
        pytest.param(whole(head=""), ["head"], id="no head at all"),
        pytest.param(ONE_LINE.format(number="Số: 12/BC-THLA", day="07") + BODY + TAIL, [], id="a head in one line"),
        pytest.param(
            ONE_LINE.format(number="Số: /BC-THLA", day="07") + BODY + TAIL, ["number"], id="a blank number in one line"
        ),
        pytest.param(
            ONE_LINE.format(number="Số: 12/BC-THLA", day="") + BODY + TAIL, ["date"], id="a blank day in one line"
        ),
        pytest.param(
            "ĐỘI TNTP HỒ CHÍ MINH LIÊN ĐỘI THCS LŨNG ẲNG *** Số: 10. BC/TK - LĐ. Lũng Ẳng, ngày 15 tháng 4 năm 2013 "
            "BÁO CÁO TỔNG KẾT năm học 2012 - 2013\n" + BODY + TAIL,
            [],
            id="a head in one line without a motto",
        ),
        pytest.param(whole(head=HEAD.replace("Số: 41/BC-UBND", "Só    /BC-UBND")), ["number"], id="'Só' without one"),
        pytest.param(whole(head=HEAD.replace("Số: 41/BC-UBND", "SỐ:    /BC-UBND")), ["number"], id="'SỐ' without one"),
        pytest.param(
            "ĐẢNG UỶ XÃ LŨNG ẲNG\n05-12-2025 11:33:43 +07:00\n\nPHỤ LỤC 1\nCác văn bản đã ban hành\n\nCó 12 văn bản.\n",
            [],
            id="an appendix by itself, below a digital signature",
        ),
        pytest.param(
            whole(
                head=HEAD.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "").replace("Độc lập - Tự do - Hạnh phúc", "")
            ),
            ["motto"],
            id="no motto",
        ),
        pytest.param(whole(tail=""), ["signature"], id="no signature"),
        pytest.param(
            whole(body="Đã họp 02 buổi./.\n", tail=TAIL.replace("Trên đây là báo cáo của Ủy ban nhân dân xã./.", "")),
            ["closing"],
            id="no closing sentence",
        ),
        pytest.param(
            whole(
                body="Đã họp 02 buổi.\n",
                tail=TAIL.replace("Trên đây là báo cáo của", "Kính đề nghị cấp trên xem xét kết quả của"),
            ),
            [],
            id="another closing sentence",
        ),
        pytest.param(whole(tail=TAIL.replace("(Đã ký)", "")), ["signer"], id="no name"),
        pytest.param(
            whole(tail=TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")),
            ["authority"],
            id="a deputy signs for a committee without its name",
        ),
        pytest.param(
            whole(tail=TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG")),
            [],
            id="signed by order",
        ),
        pytest.param(
            whole(
                title=TITLE.replace("BÁO CÁO", "QUYẾT ĐỊNH"),
                tail=TAIL.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
            ),
            [],
            id="a decision of the chairman",
        ),
        pytest.param(whole(tail="\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\n"), ["recipients"], id="no recipients"),
        pytest.param(whole(body="Kết quả: Có phụ lục kèm theo.\n"), ["appendix"], id="an appendix that is not there"),
        pytest.param(whole(body="Đã kết nạp 97 đoàn viên (Phụ lục 1).\n"), ["appendix-named"], id="in brackets alone"),
        pytest.param(
            whole(body="Theo Thông tư số 01/2020/TT-BNV (Phụ lục 1 ban hành kèm theo).\n"),
            [],
            id="in brackets, another's",
        ),
        pytest.param(
            whole(body="Gửi theo mẫu tại phụ lục.\n", tail=TAIL + "\nPhụ lục: [MẪU] BÁO CÁO KẾT QUẢ\n"),
            [],
            id="an appendix whose title stands behind the signature",
        ),
        pytest.param(
            whole(body="Theo Phụ lục ban hành kèm theo Thông tư 01/2020/TT-BNV.\n"), [], id="another's appendix"
        ),
    ],
)
def test_missing_parts(text: str, cases: list[str], found_in: Found) -> None:
    assert [case for case, _ in found_in(text, "missing-part")] == cases


def test_the_group_of_a_hamlet_keeps_no_register_of_numbers() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN", "CHI HỘI PHỤ NỮ").replace("Số: 41/BC-UBND", "")
    assert [one.severity for one in check_head(read_text(whole(head=head))) if one.case == "number"] == ["info"]


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param(
            "- Đã làm tốt công tác chung của xã,\n\n- Đã họp 3 cuộc ở các thôn bản của xã,\n", [], id="a list"
        ),
        pytest.param(
            "- Đã họp dân ở các thôn.\n\n- Giải ngân còn chậm, nhất là các dự án ở các thôn,\n\n- Đã kiểm tra.\n",
            ["sentence"],
            id="an item between others that end in stops",
        ),
        pytest.param("Đã làm tốt công tác tuyên truyền, vận động quần chúng ở các thôn,\n", ["sentence"], id="a comma"),
        pytest.param(
            "1. Đã làm tốt công tác tuyên truyền, vận động quần chúng trong xã và\n\n2. Đã họp 3 cuộc.\n",
            ["word"],
            id="broken off before the next number",
        ),
        pytest.param(
            "Đã làm tốt công tác tuyên truyền, vận động quần chúng trong toàn xã. " * 2 + "\n",
            [],
            id="sentences that end",
        ),
    ],
)
def test_sentences_left_open(body: str, cases: list[str], found_in: Found) -> None:
    found = [case for case, _ in found_in(whole(body=body), "incomplete")]
    assert found == cases


def test_a_paragraph_without_end_mark_among_many_that_have_one(found_in: Found) -> None:
    ended = "Đã làm tốt công tác tuyên truyền, vận động quần chúng trong toàn xã.\n\n"
    body = ended * 10 + "Đã làm tốt công tác tuyên truyền, vận động quần chúng trong toàn huyện, tỉnh\n"
    assert [case for case, _ in found_in(whole(body=body), "incomplete")] == ["stop"]
    assert found_in(whole(body=body[-80:]), "incomplete") == []


def sections(*marks: str) -> str:
    return "\n\n".join(f"{mark} Công tác chung\n\nĐã làm tốt." for mark in marks)


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param(sections("1.", "2.", "3."), [], id="in order"),
        pytest.param(sections("1.", "2.", "II.", "1.", "2."), [], id="starts again under a new heading"),
        pytest.param(sections("1.", "a)", "b)", "2.", "a)", "b)"), [], id="letters start again"),
        pytest.param(sections("a)", "b)", "c)", "d)", "đ)", "e)"), [], id="Vietnamese letters"),
        pytest.param(sections("a)", "b)", "c)", "d)", "e)"), [], id="Latin letters"),
        pytest.param(sections("A.", "B.", "C.", "D.", "Đ.", "E."), [], id="Vietnamese capitals"),
        pytest.param(sections("A.", "B.", "C.", "D.", "E."), [], id="Latin capitals"),
        pytest.param(sections("1.", "2» 5", "3."), [], id="a number that a scan garbled"),
        pytest.param(sections("1.", "3."), ["skipped"], id="skips one"),
        pytest.param(
            sections("1.", "2.") + "\n\nTT\tNội dung\tSố\n2\tHọp\t5\n3\tThăm\t7\n4\tTặng\t9\n\n" + sections("4."),
            ["skipped"],
            id="skips one that counts a row of a table",
        ),
        pytest.param(
            sections("1.", "2.") + " Điện: 3.341/3.418 hộ có điện.\n\n" + sections("4."),
            ["skipped"],
            id="skips one that begins a number",
        ),
        pytest.param(sections("1.", "2.", "2."), ["repeated"], id="repeats one"),
        pytest.param(sections("1.", "2.", "3.", "4.", "2."), ["back"], id="goes back"),
        pytest.param(sections("1.", "2.", "1.", "2.", "3.", "4.", "3."), [], id="goes on behind a list of one point"),
        pytest.param(
            sections("1.", "2.", "b)", "1.", "2.", "3.", "4.", "3."), [], id="goes on behind a list that came as far"
        ),
        pytest.param(sections("1.", "2.", "1.", "2.", "3.", "2."), ["back"], id="goes back behind a list of one point"),
        pytest.param(
            sections("1.", "1.1.") + "\n1 . 2 . C ô n g t á c k h á c\n\n" + sections("1.3."),
            [],
            id="a number of which each letter stands alone",
        ),
        pytest.param(sections("1.", "1.1.", "1.2", "1.3."), ["mark"], id="a dot is missing"),
        pytest.param(sections("1.", "1.1.", "2.2.", "2."), ["stray"], id="another heading's number"),
        pytest.param(sections("3.", "4.", "4.1.", "5.2."), ["stray"], id="a number of no heading"),
        pytest.param(sections("1.", "1.1.", "1.2.", "2.", "2.1."), [], id="each below its own"),
        pytest.param(
            sections("1.", "1.1.", "1.2.", "2.", "1.1.", "1.2.", "3."), ["stray"], id="the numbers of the one before"
        ),
        pytest.param(
            sections("1.") + "\n\n(2) Họp dân.\n\n" + sections("2.2.", "2.3."), ["stray"], id="no '2', but '(2)'"
        ),
        pytest.param(sections("1.", "2.", "2.2.", "3."), ["skipped"], id="begins below with the second"),
        pytest.param(sections("1.", "2.", "II.", "2.", "3."), ["skipped"], id="begins with the second"),
        pytest.param(sections("1.", "2.", "II.", "3.", "4."), [], id="goes on from part to part"),
        pytest.param(sections("1.", "1.", "3."), ["repeated"], id="repeats one in the place of the next"),
        pytest.param("Một là, họp dân.\n\nHai là, thăm dân.\n\nBốn là, tặng quà.", ["skipped"], id="counted in words"),
        pytest.param("Thứ nhất, họp.\n\nThứ hai, thăm.\n\nThứ ba, tặng.", [], id="in order, in words"),
    ],
)
def test_numbering(body: str, cases: list[str], findings_of: Found) -> None:
    assert [case for case, _ in findings_of(body, "numbering")] == cases


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(sections("I.", "II."), [], id="the first part is there"),
        pytest.param(sections("II.", "III."), ["II"], id="it is not"),
        pytest.param("I. Công tác chung, đã làm tốt.\n\n" + sections("II.", "III."), [], id="it opens a line"),
        pytest.param(sections("II.", "IV."), [], id="other numbers are missing too: an extract"),
        pytest.param("Xã báo cáo như sau:\n\n" + sections("II."), ["II"], id="just below what announces it"),
        pytest.param("Phần II. Nội dung\n\nXã đã họp dân.\n", ["Phần II"], id="a part in words"),
        pytest.param("Phần mở đầu\n\nXã có 6 thôn.\n\nPhần II. Nội dung\n\nXã đã họp.\n", [], id="behind another"),
    ],
)
def test_the_first_part_has_the_first_number(body: str, found: list[str]) -> None:
    told = check_first_part(read_text(whole(title=TITLE.partition("\nI. ")[0] + "\n", body=body)))
    assert [one.facts["number"] for one in told] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(sections("I.", "1.", "2.", "3.", "II."), [], id="parts and what they hold"),
        pytest.param(sections("1.", "2.", "III."), [], id="too few to show how the parts are counted"),
        pytest.param(sections("1.", "2.", "3.", "III."), [("III", "4")], id="goes on with the number of another kind"),
    ],
)
def test_parts_are_counted_in_one_kind(body: str, found: list[tuple[str, str]]) -> None:
    told = check_numbering(read_text(whole(title=TITLE.partition("\nI. ")[0] + "\n", body=body)))
    assert [(one.facts["number"], one.facts["missing"]) for one in told] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Công tác tuyên truyền được đẩy mạnh, phù hợp với nhu cầu.", [], id="finished"),
        pytest.param(
            "- Tuyên truyền chủ trương của Đảng đến mọi hộ dân trong xã,\n- Vận động hội viên tham gia.",
            [],
            id="a list",
        ),
        pytest.param(
            "Căn cứ Kế hoạch số 12/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân xã,\n\nĐã họp.", [], id="grounds"
        ),
        pytest.param("1. Tuyên truyền\n\nĐã làm tốt.\n\n2. Vận động\n\nĐã làm tốt.", [], id="headings with text"),
        pytest.param("Ưu điểm .......... 12\n\nHạn chế .......... 15", [], id="dots before a page number"),
        pytest.param(
            "Hỗ trợ 23 phụ nữ với số tiền ........ triệu đồng.", [("dots", "........")], id="a number left open"
        ),
        pytest.param(
            "Công tác tuyên truyền được đẩy mạnh, phù hợp với nhu cầu hiện nay,",
            [("sentence", "nay,")],
            id="breaks off",
        ),
        pytest.param(
            "Hội đồng nhân dân xã đã thảo luận và nhất trí,\n\nQUYẾT NGHỊ:\n\nĐiều 1. Thông qua kế hoạch năm.",
            [],
            id="what leads to a decision",
        ),
        pytest.param(
            "1. Tuyên truyền\n\n2. Vận động\n\nĐã làm tốt.",
            [("section", "1. Tuyên truyền")],
            id="a heading without text",
        ),
        pytest.param(
            "1. TÌNH HÌNH THIÊN TAI\n\n2. Tin bão\n\nBão mạnh lên.\n\n3. Tin mưa\n\nMưa to.",
            [],
            id="a heading above others, numbered on with them",
        ),
        pytest.param(
            "1. Số thôn có nhà văn hóa đạt chuẩn: 04\n\n2. Vận động\n\nĐã làm tốt.", [], id="a number answers a heading"
        ),
        pytest.param(
            "1. Sửa Điều 5:\n\n“Điều 5. Kiểm tra\n\n1. Tổ chức kiểm tra.”\n\n2. Vận động\n\nĐã làm tốt.",
            [],
            id="a quoted sentence, no heading",
        ),
        pytest.param("Giao đồng chí ………………, công chức Tư pháp, theo dõi.", [("dots", "………………")], id="a name left open"),
        pytest.param("Trưởng ban: Đồng chí ......\n\n2. Các ủy viên.", [("dots", "......")], id="at the end of a line"),
        pytest.param(
            "1- Đề nghị tỉnh sớm bổ sung quy định về\n\n2- Đề nghị tỉnh mở lớp tập huấn.",
            [("word", "về")],
            id="a short item that breaks off",
        ),
        pytest.param(
            "Xã đã họp 02 buổi.\n\nĐề nghị Ủy ban nhân dân tỉnh hỗ trợ kinh phí để",
            [("word", "để")],
            id="a short paragraph that breaks off",
        ),
        pytest.param(
            "1. Kết nạp 280 đoàn viên.\n\n2. Tăng cường phối hợp với các",
            [("word", "các")],
            id="the last item breaks off",
        ),
        pytest.param(
            "TT\tĐơn vị\tKế hoạch\tThực hiện\n1\tNà Mạ\t12\t11\n2\tCo Muông\t14\t…\n3\tNà Lúc\t10\t9\n",
            [("dots", "…")],
            id="a cell of a table",
        ),
        pytest.param(
            "1. Kết quả\n\nĐã ký với:\n\n2. Các xã\n\na) Xã Lũng Ẳng\n\nb) Xã Nà Mạ\n\nc) Xã Co Muông",
            [],
            id="the lines of a list",
        ),
    ],
)
def test_incomplete(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("Không", None, id="a word"),
        pytest.param("-", None, id="a dash"),
        pytest.param("III", ("I", "", 3), id="Roman"),
        pytest.param("XIV.", ("I", "", 14), id="Roman with a dot"),
        pytest.param("2.3", ("1", "2", 3), id="dotted"),
        pytest.param("đ)", ("a", "", 5), id="Vietnamese letter"),
        pytest.param("Phần thứ hai", ("phần", "", 2), id="part in words"),
        pytest.param("Điều 12", ("điều", "", 12), id="article"),
        pytest.param("Thứ ba", ("thứ", "", 3), id="third"),
        pytest.param("Bốn là", ("là", "", 4), id="counted"),
        pytest.param("Thứ này", None, id="no number"),
    ],
)
def test_ordinals(printed: str, read: tuple[str, str, int] | None) -> None:
    assert ordinal(printed) == read


@pytest.mark.parametrize(
    ("tail", "severity"),
    [
        pytest.param("", "info", id="a text that breaks off may be an extract"),
        pytest.param("\nTrên đây là báo cáo của Ủy ban nhân dân xã./.\n", "error", id="a report to its end"),
    ],
)
def test_how_grave_a_missing_signature_is(tail: str, severity: str) -> None:
    (finding,) = check_signature(read_text(whole(tail=tail)))
    assert finding.severity == severity


def test_tables_in_a_workbook_by_themselves_lack_neither_head_nor_signature() -> None:
    text = "TT\tNội dung\tSố lượng\n1\tHội nghị\t99"
    blocks = tuple(Block("row", text.index(row), text.index(row) + len(row), table=0) for row in text.split("\n"))
    report = read_source(Source("phu-luc.xlsx", "", "sheet", text, blocks))
    assert not [*check_head(report), *check_signature(report)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Văn phòng báo cáo trước ngày .../.../2027.", [("dots", ".../.../2027")], id="day and month"),
        pytest.param("Hoàn thành trong tháng …/2027.", [("dots", "tháng …/2027")], id="a month"),
        pytest.param("Họp vào ngày … tháng 3 năm 2027.", [("dots", "ngày … tháng 3 năm 2027")], id="in words"),
        pytest.param(
            "Đề nghị các cấp có thẩm quyền quan tâm hỗ trợ.",
            [("nobody", "Đề nghị các cấp có thẩm quyền quan tâm")],
            id="nobody is asked",
        ),
        pytest.param(
            "- Khẩn trương hoàn thiện hồ sơ các công trình còn vướng mắc.",
            [("nobody", "- Khẩn trương hoàn thiện hồ sơ các công trình còn vướng mắc.")],
            id="urgent, for nobody",
        ),
        pytest.param("- Giải quyết dứt điểm các đơn thư tồn đọng trước ngày 30/11/2027.", [], id="urgent, by a day"),
        pytest.param("- Sớm hoàn thiện hồ sơ; giao Văn phòng chủ trì.", [], id="urgent, for a body"),
        pytest.param("Đề nghị Sở Tài chính xem xét, cấp kinh phí.", [], id="a body is asked"),
        pytest.param("Đề nghị cơ quan chuyên môn tham mưu trong quý I/2027.", [], id="by a day"),
    ],
)
def test_tasks_left_open(
    body: str, found: list[tuple[str, str]], findings_of: Callable[..., list[tuple[str, str]]]
) -> None:
    assert findings_of("Làm tốt.\n\nII. NHIỆM VỤ, KIẾN NGHỊ\n\n" + body, "incomplete") == found


def test_blanks_of_a_form_behind_provisions_are_for_those_who_fill_it_in(found_in: Found) -> None:
    title = "THÔNG TƯ\nVề cấp giấy phép\n\nĐiều 1. Phạm vi\n\nThông tư này quy định về giấy phép.\n"
    form = "\nMẫu số 01\nĐƠN ĐỀ NGHỊ\nTôi sinh ngày ... tháng ... năm ... làm đơn này, gồm ...... trang.\n"

    assert [case for case, _ in found_in(HEAD + title + TAIL + form, "incomplete") if case == "dots"] == []
