"""Lists behind a number, read item by item: what they claim to divide, and what they leave open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


def test_what_is_left_of_all_is_no_part(findings_of: FindingsOf) -> None:
    body = (
        "Tiếp nhận 24.860 hồ sơ, đã giải quyết 24.615 hồ sơ, trong đó đúng hạn và trước hạn 24.492 hồ sơ, đạt 99,5%;"
        " còn 245 hồ sơ đang giải quyết."
    )
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        pytest.param(
            "Cho 56 hộ vay vốn, trong đó hộ nghèo 20 hộ, hộ cận nghèo 26 hộ, hộ mới thoát nghèo 20 hộ.",
            "56 hộ",
            id="levels of what households live on",
        ),
        pytest.param(
            "Tổng đàn trâu, bò 1.095 con, trong đó bò 790 con, trâu 125 con.",
            "1.095 con",
            id="kinds that the whole names",
        ),
        pytest.param(
            "Tiếp 45 lượt công dân với 52 người (thường xuyên 30 lượt, định kỳ 12 lượt, đột xuất 5 lượt).",
            "45 lượt công dân",
            id="of the number of its own noun",
        ),
        pytest.param(
            "Trường có 420 học sinh, trong đó khối 6: 110 em, khối 7: 105 em, khối 8: 100 em, khối 9: 95 em.",
            "420 học sinh",
            id="all years of a school",
        ),
        pytest.param(
            "Cách ly: tổng số 2.449; trong đó: đang cách ly 2.424 người, kết thúc cách ly 52 người.",
            "2.449",
            id="opposites of a total without a noun",
        ),
        pytest.param(
            "Mở 14 hội nghị với 520 lượt người dự, trong đó cấp xã 9 hội nghị, cấp thôn 6 hội nghị.",
            "14 hội nghị",
            id="levels, behind a second count",
        ),
        pytest.param(
            "Giám sát 57 cuộc, trong đó cấp tỉnh giám sát 3 cuộc, cấp huyện 12 cuộc, cấp xã 44 cuộc; phản biện 8 lần.",
            "57 cuộc",
            id="levels with a verb, before another matter",
        ),
        pytest.param(
            "Thi hành kỷ luật 17 tổ chức đảng, với hình thức: khiển trách 11, cảnh cáo 5; kỷ luật 84 đảng viên.",
            "17 tổ chức đảng",
            id="kinds of punishment, without a unit",
        ),
        pytest.param(
            "Có 51 tổ chức cơ sở đảng, trong đó có 20 đảng bộ, 32 chi bộ cơ sở với 03 đảng bộ bộ phận và 190 chi bộ.",
            "51 tổ chức cơ sở đảng",
            id="two kinds, and what is below them",
        ),
        pytest.param(
            "Dư nợ 1.204 tỷ đồng, tăng 65 tỷ đồng so với đầu năm. Trong đó, Hội Phụ nữ 512 tỷ đồng, với 9.120 hộ vay; "
            "Hội Nông dân 403 tỷ đồng, với 7.004 hộ vay; Hội Cựu chiến binh 287 tỷ đồng, với 5.310 hộ vay.",
            "1.204 tỷ đồng",
            id="the next sentence, each item with a second count",
        ),
        pytest.param(
            "Xử lý 96 trường hợp, tạm giữ 07 xe mô tô. Phân tích lỗi: không đội mũ bảo hiểm 41, quá tốc độ 25, nồng độ "
            "cồn 12, lỗi khác 17.",
            "96 trường hợp",
            id="bare items with a rest, a sentence later",
        ),
        pytest.param(
            "Sản lượng đạt 4.118 tấn, bằng 103% kế hoạch. Trong đó, sản lượng khai thác 2.905 tấn, tăng 2%. Sản lượng "
            "nuôi trồng 1.231 tấn, tăng 5%.",
            "4.118 tấn",
            id="items in sentences of their own",
        ),
        pytest.param(
            "Có 318 trang trại, gia trại, trong đó có 25 trang trại đạt tiêu chí; 283 gia trại quy mô vừa.",
            "318 trang trại, gia trại",
            id="nouns that the whole names",
        ),
        pytest.param(
            "Trong 12,6 tỷ đồng được giao, có 9,4 tỷ đồng vốn đầu tư và 3,5 tỷ đồng vốn sự nghiệp.",
            "12,6 tỷ đồng",
            id="of so much, there is",
        ),
        pytest.param(
            "Đạt 27 giải (04 Nhất, 06 Nhì, 09 Ba, 10 Khuyến khích).", "27 giải", id="prizes, the number before a name"
        ),
        pytest.param(
            "Có 352 tổ hợp tác (THT), gồm: 335 THT nông nghiệp, 27 THT phi nông nghiệp.",
            "352 tổ hợp tác",
            id="items with the abbreviation of the unit",
        ),
        pytest.param(
            "Đã sửa chữa 640/640 căn nhà cho các hộ. Trong đó xây mới 415 căn, sửa chữa 235 căn.",
            "640/640 căn nhà",
            id="a share as whole",
        ),
        pytest.param("Có 26 nhà bị tốc mái (Khe Lạnh: 01, Nà Pàn: 15).", "26 nhà", id="how many are where"),
        pytest.param(
            "Có 07 người chết (xã Khe Lạnh: 02 người; xã Nà Pàn: 04 người).", "07 người", id="people by places"
        ),
        pytest.param(
            "Tiếp nhận 41 hồ sơ (Hộ tịch: 16 hồ sơ; chứng thực: 52 hồ sơ).", "41 hồ sơ", id="two labelled, too many"
        ),
        pytest.param(
            "Giao 54 nhiệm vụ (trong đó 23 hoàn thành; 22 việc đang thực hiện).", "54 nhiệm vụ", id="tasks and jobs"
        ),
        pytest.param(
            "Có 849 học sinh (so với đầu năm, giảm: 14 em: chuyển trường: 12; bỏ học (thôn Ba): 3; chết: 1).",
            "14 em",
            id="labels behind a colon, in a bracket",
        ),
        pytest.param(
            "Toàn trường giảm 14 em (gồm chuyển trường 12 em, bỏ học 3 em, chết 1 em), có 20 lớp.",
            "14 em",
            id="the ways in which some left",
        ),
        pytest.param("Bầu 8 đồng chí đi dự đại hội (6 chính thức, 1 dự khuyết).", "8 đồng chí", id="two opposites"),
        pytest.param(
            "Có 62 đơn thuộc thẩm quyền (41 khiếu nại, 11 tố cáo).", "62 đơn", id="letters of two kinds, words between"
        ),
        pytest.param(
            "Phải giải quyết 37 đơn (kỳ trước chuyển sang 5 đơn, tiếp nhận mới 30 đơn).",
            "37 đơn",
            id="left from before",
        ),
        pytest.param("Trong tổng số 46 hộ vay vốn có 29 hộ nghèo và 27 hộ cận nghèo.", "46 hộ", id="of all, too many"),
        pytest.param(
            "Tổ chức 27 buổi biểu diễn phục vụ 9.450 lượt người xem; trong đó ở trung tâm 14 buổi, vùng cao 17 buổi.",
            "27 buổi biểu diễn",
            id="past the people, with a noun in short",
        ),
        pytest.param(
            "Mở 02 lớp tập huấn cho 176 học viên (lớp 1: 72 học viên; lớp 2: 64 học viên).",
            "176 học viên",
            id="in turn",
        ),
        pytest.param(
            "Nuôi dưỡng 74 đối tượng (người cao tuổi 26, trẻ em mồ côi 24, người khuyết tật 27).",
            "74 đối tượng",
            id="who is helped",
        ),
    ],
)
def test_items_that_do_not_make_their_whole(body: str, whole: str, findings_of: FindingsOf) -> None:
    assert whole in [words for _, words in findings_of(body, "sum-mismatch")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Trong tổng số 245 hộ, có 98 hộ khá, 120 hộ trung bình; 15 hộ cận nghèo và 12 hộ nghèo.",
            id="the rest behind a semicolon",
        ),
        pytest.param(
            "Nhân viên: 09 (biên chế 2: 01 y tế; 01 kế toán; hợp đồng 7: 02 bảo vệ; 05 cấp dưỡng).",
            id="items in groups that have their own numbers",
        ),
        pytest.param(
            "Mở 15 hội nghị với 520 lượt người dự, trong đó cấp xã 9 hội nghị, cấp thôn 6 hội nghị.", id="right"
        ),
        pytest.param(
            "Mở 15 hội nghị, trong đó cấp tỉnh 2 hội nghị, cấp huyện 4 hội nghị.", id="the lowest level left out"
        ),
        pytest.param(
            "Thay thế 21 vị, trong đó 02 vị trong Ban Thường trực huyện và 07 vị thuộc cấp xã.", id="picked out"
        ),
        pytest.param("Có 120 hộ, trong đó 52 hộ có nhà kiên cố, 49 hộ có nước sạch.", id="some households"),
        pytest.param(
            "Bầu Ban Chấp hành 13 đồng chí. Đoàn thư ký gồm 05 đồng chí, Ban Thẩm tra gồm 05 đồng chí.",
            id="other bodies",
        ),
        pytest.param(
            "Có 456 hợp tác xã; trong đó, 357 HTX nông nghiệp, 74 HTX phi nông nghiệp và 25 quỹ tín dụng.",
            id="an item of another unit",
        ),
        pytest.param("Xây 40 công trình, trong đó tiêu biểu: 12 tuyến đường, 10 cầu, 8 kênh.", id="the best known"),
        pytest.param(
            "Có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa,\n\n24 mô hình khác.", id="cut by a page"
        ),
        pytest.param(
            "Nghèo có 391 hộ: việc làm 212 hộ (54,22%), nhà tiêu 158 hộ (40,41%), thông tin 121 hộ (30,95%).",
            id="each with its own rate",
        ),
        pytest.param(
            "Trực tuyến 46 hồ sơ, bao gồm Sở GD-ĐT 9 hồ sơ, Sở KH&ĐT 17 hồ sơ, Sở Nội vụ 20 hồ sơ.",
            id="abbreviations that end like a telephone's",
        ),
        pytest.param(
            "Giải quyết 188/211 vụ khiếu nại và 124/128 vụ tố cáo, trong đó 188 vụ khiếu nại gồm: qua giải thích 66 "
            "vụ, bằng quyết định 122 vụ.",
            id="a list within a list",
        ),
        pytest.param(
            "Thu do huyện quản lý 127 tỷ đồng. Cụ thể, thuế và phí 73 tỷ đồng, bằng 25% dự toán; cấp, thuê đất, bán "
            "nhà 50 tỷ đồng, bằng 28% dự toán; thu khác 4 tỷ đồng.",
            id="labels with commas of their own",
        ),
        pytest.param(
            "Năm nay dự kiến hoàn thành 42 dự án: 40/42 dự án chưa xong, trong đó 01 dự án bỏ, 06 dự án có thể chậm.",
            id="picked out of what stands between",
        ),
        pytest.param("Nhận 845 đơn, trong đó khiếu nại 117 đơn, tố cáo 38 đơn.", id="two of the kinds of letters"),
        pytest.param(
            "09 tập thể, 31 cá nhân được khen thưởng, trong đó cấp huyện khen 02 tập thể và 05 cá nhân.",
            id="what stands beside the whole",
        ),
        pytest.param(
            "Đến ngày 24/5 có 16 bộ, ngành và 37 địa phương gửi văn bản.\n- Trong đó: 15 bộ, ngành và 20 địa phương "
            "đăng ký vốn.",
            id="each of a whole of its own, of which one is told by two words",
        ),
        pytest.param(
            "Lượng mưa trung bình toàn tỉnh là 7,4 mm (cao nhất: 66,0 mm tại trạm A, thấp nhất: 0,0 mm tại trạm B).",
            id="a mean with its highest and its lowest",
        ),
        pytest.param(
            "Mưa đo được 20 mm (trạm nhiều nhất: 66 mm, trạm ít nhất: 2 mm).", id="the highest and the lowest"
        ),
        pytest.param(
            "Có 1.210 vụ việc. Kết quả xử lý: hướng dẫn 987 vụ việc; tiếp nhận 660 vụ việc; giải quyết 349 vụ việc, còn"
            " 311 vụ việc.",
            id="what became of the one before",
        ),
        pytest.param(
            "Phát sinh mới 714 vụ việc; có 24 đoàn đông người (vụ việc cũ 13 vụ, mới phát sinh 11 vụ).",
            id="of the number before the bracket, and of none farther off",
        ),
        pytest.param("Lượng mưa đạt 16 mm (Khe Lạnh: 01, Nà Pàn: 25).", id="what is measured at places"),
        pytest.param("Trong năm tăng 16 đảng viên (kết nạp 20, chuyển đi 4).", id="some came and some left"),
        pytest.param("Giảm 16 đảng viên (từ 320 đảng viên còn 304 đảng viên).", id="from what to what"),
        pytest.param("Trong số 46 hộ vay vốn có 29 hộ nghèo và 12 hộ cận nghèo.", id="of all, some"),
        pytest.param("Trong 46 đảng viên có 29 đảng viên nữ và 24 đảng viên trẻ.", id="of all, in two ways"),
        pytest.param(
            "Tổ chức 27 buổi biểu diễn phục vụ 9.450 lượt người xem; trong đó ở trung tâm 12 buổi, vùng cao 09 buổi.",
            id="some past the people",
        ),
        pytest.param("Xử lý 74 đối tượng (nữ 26, dưới 18 tuổi 31, dân tộc 29).", id="who may be of two groups"),
        pytest.param(
            "Có 36 buổi biểu diễn, trong đó: 24 buổi ở cơ sở, 14 buổi phục vụ hội nghị (02 buổi kết hợp).",
            id="some of them both",
        ),
    ],
)
def test_lists_that_are_right_or_leave_some_out(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Giải quyết 19/33 vụ việc, 15 vụ còn lại đang xem xét.", 1, id="wrong"),
        pytest.param("Giải quyết 19/33 vụ việc, 14 vụ còn lại đang xem xét.", 0, id="right"),
    ],
)
def test_what_a_share_leaves(body: str, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(body, "sum-mismatch")) == found


def test_two_units_by_name_are_no_kinds_of_all(findings_of: FindingsOf) -> None:
    body = "Toàn huyện thu 269,7 triệu đồng, trong đó xã Cẩm Sơn 81 triệu đồng, thị trấn Đông Hà 84,8 triệu đồng."
    assert findings_of(body, "sum-mismatch") == []


def test_kinds_of_documents_that_a_plan_opens(findings_of: FindingsOf) -> None:
    body = "Đã ban hành {} văn bản (kế hoạch 05, công văn 09, thông báo 02)."
    assert findings_of(body.format(16), "sum-mismatch") == []
    assert [words for _, words in findings_of(body.format(17), "sum-mismatch")] == ["17 văn bản"]


_DOCUMENTS = "Đã ban hành {} văn bản, chia ra: 12 kế hoạch, 32 quyết định, 34 công văn, 16 thông báo, 31 hướng dẫn."
_LEFT = "Trong nhiệm kỳ giảm {} hội viên (từ trần 85, chuyển nơi khác 208, xin ra khỏi Hội 38, lý do khác 271)."
_GREW = "Có {} học sinh được đánh giá, cụ thể: tốt 143 em, tăng 5 em, khá 158 em, tăng 65 em, đạt 136 em, giảm 14 em."
_BRACKETS = "Giải quyết {} vụ việc: Khe Lạnh (34 vụ việc); Nà Pàn (08 vụ việc); Hảo Lĩnh (21 vụ việc)."
_YEARS = "Giai đoạn 2021 - 2024 kết nạp {} hội viên; trong đó, năm 2021: 29; năm 2022: 64; năm 2023: 54; năm 2024: 61."
_LABELS = "Toàn xã còn {} hộ nghèo: thiếu vốn: 72, thiếu lao động: 26, ốm đau: 50 và nguyên nhân khác: 09."
_SENTENCES = (
    "Tiếp nhận {} ý kiến. Trong đó, đất đai: 68 ý kiến (33,8%), nước sạch: 28 ý kiến (13,9%), khác: 105 ý kiến (52,2%)."
)
_POSTS = "Đăng tải {} tin, bài, gồm: trên trang: 166 tin, bài, trên đài: 34 tin, bài, trên bảng: 116 tin, bài."
_BORNE = (
    "Xử lý {} vụ (Khe Lạnh 40 vụ (năm trước 18 vụ), Nà Pàn 45 vụ (năm trước 28 vụ), Hảo Lĩnh 33 vụ (năm trước 9 vụ))."
)


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        pytest.param(_DOCUMENTS, 125, 115, id="documents by their types"),
        pytest.param(_LEFT, 602, 620, id="ways to leave, of which the last is any other"),
        pytest.param(_GREW, 437, 473, id="past by how much each grew"),
        pytest.param(_BRACKETS, 63, 36, id="numbers that stand in brackets"),
        pytest.param(_YEARS, 208, 203, id="years of a term"),
        pytest.param(_LABELS, 157, 175, id="behind colons"),
        pytest.param(_SENTENCES, 201, 210, id="rated, in a sentence of their own"),
        pytest.param(_POSTS, 316, 361, id="of a unit with a comma"),
        pytest.param(_BORNE, 118, 127, id="past what each was the year before"),
    ],
)
def test_plain_lists(sentence: str, right: int, wrong: int, findings_of: FindingsOf) -> None:
    assert findings_of(sentence.format(f"{right:02}"), "sum-mismatch") == []
    assert len(findings_of(sentence.format(f"{wrong:02}"), "sum-mismatch")) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Ban hành 183 văn bản, trong đó 52 kế hoạch, 61 công văn.", id="some documents of many"),
        pytest.param("Đã ban hành 61 văn bản, gồm 35 quyết định, 12 kế hoạch...", id="documents that go on"),
        pytest.param("Năm 2026 thu 11,2 tỷ đồng (năm 2024: 9,1; năm 2025: 10,8).", id="years that it is held against"),
        pytest.param("Số hộ vay là 84 hộ, như: hộ nghèo 07 hộ, hộ cận nghèo 67 hộ.", id="examples"),
        pytest.param("Có 162 hội viên, trong đó nữ 58 người, đảng viên 44 người.", id="who may be both"),
        pytest.param("Giảm 15 chi hội (đầu năm 40 chi hội, cuối năm 25 chi hội).", id="before and behind a fall"),
        pytest.param(
            "Có 218 đại biểu, gồm 88 đại biểu nữ, 78 đại biểu trẻ tuổi, 29 đại biểu tái cử.", id="people twice"
        ),
    ],
)
def test_lists_that_do_not_divide(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


_FLOWS = "Kết nạp {} đảng viên (năm 2021: 38; 2022: 41; 2023: 35; 2024: 44; 2025: 30). Chi bộ sinh hoạt đều."
_DISPUTES = "Hòa giải {} vụ việc, trong đó: hôn nhân: 07 vụ, đất đai: 09 vụ và mâu thuẫn khác: 28 vụ."
_MONTHS = "Quý I tiếp nhận {} hồ sơ, gồm: tháng 1 đạt 450 hồ sơ, tháng 2 đạt 671 hồ sơ, tháng 3 đạt 894 hồ sơ."
_EQUAL = "Cấp {} giấy chứng nhận, như sau: lần đầu = 285 giấy; cấp đổi = 250 giấy; cấp lại = 270 giấy."
_RIGHT_ABOVE = "Xử lý 31 văn bản khác ({:02} kế hoạch, 07 quyết định, 12 công văn, 03 thông báo kết luận)."


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        pytest.param(_FLOWS, 188, 388, id="years that the whole does not name"),
        pytest.param(_DISPUTES, 44, 54, id="some, and any other"),
        pytest.param(_MONTHS, "2.015", "2.017", id="short of the number of a month"),
        pytest.param(_EQUAL, 805, 850, id="behind signs of equality"),
        pytest.param(_RIGHT_ABOVE, 9, 90, id="a part that is more than all"),
    ],
)
def test_slips_of_plain_lists(sentence: str, right: object, wrong: object, findings_of: FindingsOf) -> None:
    assert findings_of(sentence.format(right), "sum-mismatch") == []
    assert len(findings_of(sentence.format(wrong), "sum-mismatch")) == 1


def test_stocks_of_other_years_are_no_parts(findings_of: FindingsOf) -> None:
    body = "Cuối năm 2025 còn 71 hộ nghèo (năm 2021: 268; năm 2022: 221; năm 2023: 168; năm 2024: 118)."
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(
            "Tổng sản lượng lương thực có hạt 46.218 tấn, trong đó thóc 37.905 tấn, ngô 8.133 tấn.",
            id="grain is of two",
        ),
        pytest.param(
            "Ban hành 49 văn bản: 10 kế hoạch, 23 hướng dẫn, 06 chương trình, 02 quy chế; tiêu biểu là Kế hoạch"
            " số 15/KH-UBND ngày 20/12/2023.",
            id="what is picked out stands behind a semicolon",
        ),
    ],
)
def test_lists_that_leave_nothing_out_are_told(findings_of: FindingsOf, said: str) -> None:
    assert len(findings_of(said, "sum-mismatch")) == 1


@pytest.mark.parametrize(("whole", "told"), [(210, False), (212, True)])
def test_a_list_of_many_labels_is_read_to_its_end(whole: int, told: bool, findings_of: FindingsOf) -> None:
    names = "Khe Lạnh|Nà Pàn|Khe Bạc|Lũng Ẳng|Nà Sa|Khe Thín|Nà Lạn|Bản Mù|Bản Hạ|Tà Lai|Nà Cù|Khe Mòn|Tà Bó|Bản Sáp"
    names += "|Nà Hin|Khe Vai|Tà Nò|Bản Lưa|Nà Mạt|Khe Đán"  # more colons than lists are read in one another
    items = "; ".join(f"thôn {name}: {number} hộ" for number, name in enumerate(names.split("|"), 1))
    body = f"Toàn xã có {whole} hộ nghèo, trong đó: {items}."
    assert bool(findings_of(body, "sum-mismatch")) == told


def test_awards_are_a_matter_of_their_own(findings_of: FindingsOf) -> None:
    body = (
        "Xếp loại cơ sở Hội: hoàn thành tốt 05 cơ sở, hoàn thành nhiệm vụ 03 cơ sở. Về khen thưởng: Trung ương Hội"
        " tặng Bằng khen 01 tập thể, 01 cá nhân."
    )
    assert not findings_of(body, "sum-mismatch")
