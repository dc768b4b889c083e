"""Sentences that lost a part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND tỉnh, xã đã họp dân. UBND xã báo cáo như sau.",
            [],
            id="a main clause behind the comma",
        ),
        pytest.param(
            "Để nâng cao nhận thức của nhân dân, xã tổ chức 3 buổi. UBND xã đã họp.", [], id="done for an aim"
        ),
        pytest.param("Nhận thức của nhân dân được nâng lên. Cấp ủy đã họp dân.", [], id="a noun"),
        pytest.param("Trên cơ sở đó UBND xã đã giao việc. Các đơn vị đã nhận.", [], id="grounds with their clause"),
        pytest.param("Với sự nỗ lực, toàn xã đạt 15 tiêu chí. UBND xã đã báo cáo.", [], id="a subject and a verb"),
        pytest.param(
            "Căn cứ tình hình thực tế xã điều chỉnh kế hoạch. UBND xã đã họp.", [], id="a clause with no comma"
        ),
        pytest.param("Mặc dù còn khó khăn, cán bộ luôn cố gắng. Các hội đã họp.", [], id="though, with its clause"),
        pytest.param("Không chỉ xã mà các thôn đều họp. Các hội đã họp.", [], id="not only, with the other"),
        pytest.param("Mặc dù gặp khó khăn về kinh phí. Các hội đã họp.", [("opening", "phí.")], id="though alone"),
        pytest.param(
            "Không những nâng cao nhận thức của dân. Các hội đã họp.", [("opening", "dân.")], id="not only, alone"
        ),
        pytest.param("Sau khi sáp nhập bộ máy hoạt động ổn định. Cán bộ đã yên tâm.", [], id="a time with its clause"),
        pytest.param("Để nâng cao nhận thức của nhân dân. Ngày mai.", [], id="no main clause behind either"),
        pytest.param(
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND tỉnh về cải cách hành chính. UBND xã báo cáo"
            " kết quả như sau.",
            [("opening", "chính.")],
            id="grounds alone",
        ),
        pytest.param(
            "Nhận thức được tiếp công dân là việc quan trọng, cần thiết để giữ ổn định. Lãnh đạo xã luôn quan tâm.",
            [("opening", "định.")],
            id="what is known alone",
        ),
        pytest.param(
            "Nhằm nâng cao nhận thức, trách nhiệm của cán bộ và nhân dân. Đảng ủy xã đã ban hành kế hoạch.",
            [("opening", "dân.")],
            id="an aim alone",
        ),
        pytest.param(
            "Sau khi có Chỉ thị số 06-CT/TU của Ban Thường vụ Tỉnh ủy. Đảng ủy xã đã họp.",
            [("opening", "ủy.")],
            id="a time alone",
        ),
        pytest.param(
            "Thực hiện sự chỉ đạo của Tỉnh ủy về tổng kết Chỉ thị. Đảng ủy xã báo cáo kết quả như sau.",
            [("opening", "thị.")],
            id="an order alone",
        ),
        pytest.param(
            "Để tiếp tục nâng cao chất lượng tuyên truyền. Năm 2026 xã tổ chức 3 lớp.",
            [("opening", "truyền.")],
            id="an aim before a year",
        ),
        pytest.param(
            "Được sự quan tâm, chỉ đạo của Tỉnh ủy, sự phối hợp của các ngành. UBND xã đã hoàn thành kế hoạch.",
            [("opening", "ngành.")],
            id="thanks alone",
        ),
        pytest.param(
            "Nhân dịp Đại hội đại biểu Mặt trận Tổ quốc xã, nhiệm kỳ 2026-2031. UBND xã đề nghị các hộ treo cờ.",
            [("opening", "2026-2031.")],
            id="an occasion alone",
        ),
        pytest.param(
            "Trên cơ sở báo cáo của UBND xã và ý kiến của các đại biểu dự họp. Đồng chí chủ trì kết luận như sau.",
            [("opening", "họp.")],
            id="a report as grounds",
        ),
        pytest.param(
            "Để nâng cao chất lượng tuyên truyền của các hội. Ngày 12/3/2026, UBND xã tổ chức 3 lớp.",
            [("opening", "hội.")],
            id="an aim before a day",
        ),
        pytest.param(
            "Để bảo đảm an toàn thực phẩm trong dịp lễ hội. Nhóm kiểm tra đã kiểm tra 24 cơ sở.",
            [("opening", "hội.")],
            id="a group that acts",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/02/2026 của UBND tỉnh. Theo đó, xã đã củng cố 02 hợp tác xã.",
            [("opening", "tỉnh.")],
            id="what follows from it",
        ),
        pytest.param(
            "Thực hiện sự chỉ đạo của UBND tỉnh, Sở Y tế lập kế hoạch. Năm 2026, xã tổ chức 3 lớp.",
            [],
            id="an order, and who carries it out",
        ),
        pytest.param(
            "Thực hiện chương trình tiêm chủng mở rộng. Trạm Y tế đã tổ chức 12 buổi tiêm.",
            [],
            id="a work that is told of",
        ),
        pytest.param(
            "Thực hiện chỉ đạo của Hội Phụ nữ xã, Chi bộ thôn Hà Đông. Năm 2026 Chi hội tổ chức 3 buổi.",
            [("opening", "Đông.")],
            id="an order of two bodies",
        ),
        pytest.param(
            "Thực hiện chương trình công tác năm 2026. Ban Thường vụ Đoàn xã báo cáo kết quả như sau.",
            [("opening", "2026.")],
            id="a programme without its number, before a report",
        ),
        pytest.param(
            "Để phát huy kết quả, rút kinh nghiệm những hạn chế đã qua. Năm 2026, xã tập trung chỉ đạo các thôn.",
            [("opening", "qua.")],
            id="an aim that names what is over",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 04-NQ/ĐU ngày 05/02/2026 về nhiệm vụ năm. Quá trình tổ chức có nhiều thuận lợi.",
            [("opening", "năm.")],
            id="grounds before what went on",
        ),
    ],
)
def test_openings_closed_by_a_full_stop(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Bình quân mỗi thôn tăng từ 1,2 lên 3,4 tiêu chí.", [], id="to another level"),
        pytest.param("Chi phí giảm từ 10% trở lên.", [], id="at least"),
        pytest.param("Thu ngân sách tăng từ 2 nguồn.", [], id="from sources"),
        pytest.param("Số hộ nghèo giảm từ 54 hộ năm 2021 còn 12 hộ năm 2025.", [], id="from year to year"),
        pytest.param("Số thôn đạt tăng từ 2 thôn, đến nay là 5 thôn.", [], id="told behind a comma"),
        pytest.param("Nâng tổng số từ 45 mô hình.", [("from", "Nâng tổng số từ 45 mô hình")], id="a number raised"),
        pytest.param("Số tổ tăng từ 12 tổ, vượt kế hoạch.", [("from", "tăng từ 12 tổ")], id="and a clause behind"),
        pytest.param("Mỗi thôn tăng từ 1,4 tiêu chí.", [("from", "tăng từ 1,4 tiêu chí")], id="to nowhere"),
    ],
)
def test_rises_to_nowhere(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kết quả 6 tháng đầu năm 2026 khá tốt.", [], id="the first half"),
        pytest.param("Kết quả 9 tháng năm 2026 khá tốt.", [], id="nine months can be no others"),
        pytest.param("Từ ngày 01/6 tháng năm 2026 có mưa.", [], id="a day"),
        pytest.param("Kết quả 06 tháng năm 2026 khá tốt.", [("half", "06 tháng năm 2026")], id="either half"),
    ],
)
def test_half_years(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã xây dựng kế hoạch và triển khai thực hiện công tác tiếp dân.", [], id="the plan is named"),
        pytest.param("Xã xây dựng và thực hiện mô hình tự quản.", [], id="what can be built and done"),
        pytest.param(
            "Xã xây dựng và triển khai thực hiện công tác tiếp dân.",
            [("object", "xây dựng và triển khai thực hiện công tác")],
            id="what can only be done",
        ),
    ],
)
def test_verbs_without_an_object(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã ban hành văn bản số: 92/UBND-VP ngày 07/5/2026; 117/UBND-VP ngày 31/5/2026; 194/UBND-VP.",
            [],
            id="one list",
        ),
        pytest.param(
            "Đã ban hành văn bản số: 92/UBND-VP ngày 07/5/2026; 117/UBND-VP ngày 31/5/2026. Xã treo băng rôn đến ngày"
            " 15/6/2026; Công văn số 194/UBND-VP ngày 22/8/2026 về rà soát.",
            [],
            id="another document by its type",
        ),
        pytest.param(
            "Đã ban hành văn bản số: 92/UBND-VP ngày 07/5/2026; 117/UBND-VP ngày 31/5/2026. Xã treo băng rôn đến ngày"
            " 15/6/2026; 194/UBND-VP ngày 22/8/2026 về rà soát.",
            [("torn", "194/UBND-VP ngày 22/8/2026")],
            id="the rest of a list behind another sentence",
        ),
    ],
)
def test_torn_lists(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đơn vị tính là triệu đồng.", [], id="a unit"),
        pytest.param("Nhiều hộ góp hàng triệu đồng.", [], id="millions"),
        pytest.param("Tính theo tỷ lệ %.", [], id="a way of counting"),
        pytest.param("Mô hình trồng dưa cho lãi hơn tỷ đồng mỗi năm.", [], id="about one milliard"),
        pytest.param(
            "Hỗ trợ hộ nghèo với số tiền triệu đồng.", [("placeholder", "số tiền triệu đồng")], id="no sum of money"
        ),
        pytest.param("Có 35/40 hộ ký, đạt tỷ lệ %.", [("placeholder", "đạt tỷ lệ %")], id="no rate"),
        pytest.param(
            "Hội viên vay vốn với tổng dư nợ là đồng.", [("placeholder", "dư nợ là đồng")], id="no sum of loans"
        ),
        pytest.param(
            "Kinh phí thực hiện triệu đồng từ ngân sách xã.",
            [("placeholder", "Kinh phí thực hiện triệu đồng")],
            id="no sum behind what it was for",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn %, giảm mạnh.", [("placeholder", "Tỷ lệ hộ nghèo còn %")], id="no rate that is left"
        ),
    ],
)
def test_numbers_left_out(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hộ nghèo nằm trong đó. Xã đã họp.", [], id="a place"),
        pytest.param("Rác được thu gom triệt để. Xã đã họp.", [], id="a word that ends in 'để'"),
        pytest.param("Kế hoạch được lập để làm cơ sở thực hiện. Xã đã họp.", [], id="a ground for something"),
        pytest.param("Xã lập kế hoạch để làm cơ sở. Xã đã họp.", [("word", "để làm cơ sở")], id="a ground for nothing"),
        pytest.param("Người dân đóng góp công sức, tiền của. Xã đã họp.", [], id="what they own"),
        pytest.param("Cuối tuần thanh niên mới về. Xã đã họp.", [], id="who came home"),
        pytest.param("Kinh phí do hội viên tự do. Xã đã họp.", [], id="a word that ends in 'do'"),
        pytest.param("Đã phổ biến pháp luật về. Xã đã họp.", [("word", "về")], id="a law on nothing"),
        pytest.param("Nhiều hộ đã. Xã đã họp.", [("word", "đã")], id="what they did"),
        pytest.param("Kết quả này là công sức của. Xã đã họp.", [("word", "của")], id="whose"),
        pytest.param("Công an xã đã phối hợp với. Xã đã họp.", [("word", "phối hợp với")], id="with whom"),
        pytest.param(
            "Kiểm tra được quan tâm, trong đó. Xã đã họp.", [("word", "trong đó")], id="of which, and nothing behind"
        ),
    ],
)
def test_words_that_lead_on(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tỷ lệ tập hợp tăng từ 62% so với đầu nhiệm kỳ lên 71%.", [], id="to a level"),
        pytest.param("Tỷ lệ tập hợp tăng từ 62% vào đầu nhiệm kỳ, nay là 71%.", [], id="to a level of now"),
        pytest.param("Mỗi năm hộ nghèo giảm từ 2% so với năm trước trở lên.", [], id="or more"),
        pytest.param("Sản lượng tăng từ 5 - 7% so với cùng kỳ.", [], id="a range"),
        pytest.param(
            "Số hộ tham gia tăng từ 78,5% trong năm 2020, vượt mong đợi của xã.",
            [("from", "tăng từ 78,5%")],
            id="a year is no level",
        ),
        pytest.param(
            "Tỷ lệ tăng từ 62% so với đầu nhiệm kỳ, nhiều chi hội hoạt động trở lại.",
            [("from", "tăng từ 62%")],
            id="back, and not to a level",
        ),
        pytest.param(
            "Hộ nghèo giảm từ 12,4% so với đầu giai đoạn, đời sống khởi sắc.",
            [("from", "giảm từ 12,4%")],
            id="compared with",
        ),
    ],
)
def test_a_rise_has_two_levels(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có nhiều mô hình như: nuôi ong và trồng nấm.", [], id="a list"),
        pytest.param("Dân đóng góp tiền của và ngày công để làm đường.", [], id="goods"),
        pytest.param("Đường gần như và hoàn toàn thông suốt.", [], id="nearly"),
        pytest.param(
            "Có nhiều mô hình như: và các tổ tiết kiệm.", [("gap", "như: và")], id="nothing before the second thing"
        ),
        pytest.param("Các khoản thu gồm và phí chợ của xã.", [("gap", "gồm và")], id="without a colon"),
    ],
)
def test_a_list_begins_with_a_first_thing(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


_PLAN = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc
Số: 41/{symbol}-UBND\tLũng Ẳng, ngày 12 tháng 9 năm 2026

{kind}
Về phòng cháy rừng mùa khô

{opening}

I. NỘI DUNG

1. Các thôn

{item}

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
"""
_GROUNDS = "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND tỉnh về phòng cháy rừng."
_WHOLE = "Để phòng cháy rừng, UBND xã yêu cầu các thôn thực hiện như sau:"


def test_opening_of_a_plan_that_a_full_stop_closes(found_in: FindingsOf) -> None:
    opening = f"{_GROUNDS} UBND xã xây dựng kế hoạch như sau:"
    text = _PLAN.format(kind="KẾ HOẠCH", symbol="KH", opening=opening, item="Trực 24/24 giờ.")

    assert ("opening", "rừng.") in found_in(text, "incomplete")


def test_sentences_of_a_plan_command(found_in: FindingsOf) -> None:
    item = f"{_GROUNDS} Các thôn tổ chức trực 24/24 giờ."
    text = _PLAN.format(kind="KẾ HOẠCH", symbol="KH", opening=_WHOLE, item=item)

    assert found_in(text, "incomplete") == []


def test_grounds_that_end_in_a_comma_lead_to_who_decides(found_in: FindingsOf) -> None:
    opening = (
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 03/02/2026;\n\nTình trạng rừng hiện nay và dự báo thời tiết mùa khô,\n\n"
        "Ủy ban nhân dân xã ban hành Kế hoạch phòng cháy rừng như sau:"
    )
    text = _PLAN.format(kind="KẾ HOẠCH", symbol="KH", opening=opening, item="Trực 24/24 giờ.")

    assert found_in(text, "incomplete") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xếp loại từ 80 điểm trở lên trong năm 2026.", [], id="and more"),
        pytest.param("Tăng từ 120 hội viên năm 2025 lên 135 hội viên năm 2026.", [], id="to a number"),
        pytest.param("Tăng từ 120 hội viên lên mức cao nhất huyện.", [], id="to a level"),
        pytest.param(
            "Tăng từ 120 hội viên năm 2025 lên năm 2026.", ["từ 120 hội viên năm 2025 lên năm 2026"], id="to a year"
        ),
        pytest.param(
            "Số hội viên tăng từ 120 người lên người vào cuối năm.", ["từ 120 người lên người"], id="to the bare noun"
        ),
    ],
)
def test_rises_to_no_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "incomplete") if case == "from"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Để giữ lòng tin của phụ huynh và học sinh. Nhà trường đã ra sức phấn đấu.",
            ["sinh."],
            id="an aim in a passage without a letterhead",
        ),
        pytest.param("Theo Luật Đất đai 2013 là bỏ khung giá. Năm 2014 UBND tỉnh đã ban hành bảng giá.", [], id="'là'"),
        pytest.param(
            "Thực hiện Nghị quyết của Đảng ủy, Nghị quyết của HĐND xã về kế hoạch năm 2022. UBND xã báo cáo như sau:",
            ["2022."],
            id="two plans without numbers",
        ),
        pytest.param(
            "Thực hiện Nghị quyết của Đảng ủy, công tác thu ngân sách đạt kế hoạch. UBND xã báo cáo như sau:",
            [],
            id="one plan and what came of it",
        ),
        pytest.param(
            "Để phát huy vai trò của công chức và sự lãnh đạo, chỉ đạo của người đứng đầu. Chi cục đã lập đề án.",
            ["đầu."],
            id="two nouns that are verbs elsewhere",
        ),
        pytest.param(
            "Xác định tầm quan trọng của cải cách hành chính. Sở Tài chính đã ban hành kế hoạch.",
            ["chính."],
            id="what is known, without a word of how well",
        ),
        pytest.param("Xác định vai trò của thôn, xã giao 12 việc. UBND xã đã họp.", [], id="it, and what was done"),
        pytest.param(
            "Với mục tiêu phân bổ nguồn lực hợp lý để ổn định giá cả. Tăng cường thu ngân sách trên địa bàn.",
            ["cả."],
            id="a goal before deeds without a subject",
        ),
    ],
)
def test_a_passage_without_a_letterhead_is_read_as_a_report(
    text: str, found: list[str], found_in: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert [passage for case, passage in found_in(text, "incomplete") if case == "opening"] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Việc sửa cầu chưa thực hiện được. Những việc đã thực hiện được.", []),
        ("Các nội dung đã hoàn thành được công khai.", []),
        ("Tiến độ còn chậm, đến nay mới hoàn thành được.", ["word"]),
        ("Trong năm, Hội đã tổ chức được. Các chi hội tham gia.", ["word"]),
        ("Công tác này có chuyển biến, tuy nhiên. Kinh phí còn ít.", ["word"]),
    ],
)
def test_verbs_that_ask_for_more(
    body: str, told: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert [case for case, _ in findings_of(body, "incomplete")] == told


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Qua đó góp phần nâng cao nhận thức của hội viên về.", ["về"], id="of what they know"),
        pytest.param("Đoàn đi thăm các mô hình rồi trở về.", [], id="home"),
    ],
)
def test_nothing_behind_about(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for _, text in findings_of(body, "incomplete")] == found
