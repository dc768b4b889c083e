"""Figures of running text, on invented sentences."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from figure_texts import figures_of, printed, shown, source_of
from hypothesis import given
from hypothesis import strategies as st

from counted_work import calls_of
from tongket.files.open import open_source
from tongket.model.quantities import Quantity, Range, Share
from tongket.reading.figures.figures import read_figures
from tongket.reading.read import read_source
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Theo Kế hoạch số 12-KH/HU ngày 05/3/2022, xã đã tổ chức.", id="a document number and its date"),
        pytest.param("Qua 15 năm thực hiện, giai đoạn 2016 - 2021, nhiệm kỳ 2019-2024.", id="years and terms"),
        pytest.param("1. Công tác lãnh đạo", id="a list number"),
        pytest.param("2.1. Hội nghị chuyên đề", id="a list number before a unit word"),
        pytest.param("6.1 Mục tiêu chung", id="a list number without its dot"),
        pytest.param('Phong trào "5 không 3 sạch" được duy trì.', id="a name in quotes"),
        pytest.param("Thực hiện mô hình 5 không 3 sạch.", id="a name without quotes"),
        pytest.param("Triển khai Đề án 06 và Chương trình 135 tại xã.", id="a programme's number"),
        pytest.param("Tại thôn 7 xã Lũng Ẳng, tổ 3 phường Mẫu.", id="a place's number"),
        pytest.param("Đại hội lần thứ XIII, kỳ họp thứ 5, khóa 12.", id="ordinals"),
        pytest.param("Nghị quyết Trung ương 4 khóa XII", id="a plenum"),
        pytest.param("Phòng, chống dịch COVID-19 và dịch tả lợn.", id="a disease"),
        pytest.param("Theo khoản 2 Điều 5 và điểm a khoản 1 Điều 8.", id="articles of a law"),
        pytest.param("Đến 30/9 giải ngân theo kế hoạch.", id="a day before 'giải ngân', which is no prize"),
        pytest.param("Văn bản ghi liên tục từ số 01 chung cho mọi loại.", id="a number that counts on"),
        pytest.param("Lúc 8 giờ 30 ngày 27/7, quý 2 và tháng 5.", id="times"),
        pytest.param("Điện thoại 0912345678, số CCCD 012345678901.", id="telephone and ID numbers"),
        pytest.param("Dịch vụ công mức độ 3, 4 và nhóm 1, loại 2, cấp 1.", id="grades"),
        pytest.param("Lao động nữ đủ 55 tuổi được hưởng chế độ.", id="an age of a rule"),
        pytest.param("Bệnh viện hạng 2, bản đồ tỷ lệ 1/500 và 1:10.000.", id="classes and scales"),
        pytest.param("Theo Mẫu 04 quy định tại khoản này, số thứ tự 31 khoản 1.", id="forms and lines"),
        pytest.param("Ban Chỉ đạo 389 tỉnh đã kiểm tra.", id="a body named by a number"),
        pytest.param("Trong thời hạn 03 ngày làm việc, 30 ngày, sau 2 tháng.", id="a time limit"),
        pytest.param("Tặng hàng trăm suất quà, vài chục lượt.", id="no number was printed"),
        pytest.param("Sản phẩm hạng 4 sao, đạt 3 sao cấp tỉnh.", id="a rating in stars"),
        pytest.param("Vốn của tiểu dự án 1 dự án 4 chưa giải ngân.", id="a thing named by its number before another"),
        pytest.param("Các khoa: nội 1, nội 2, ngoại 1.", id="names that end in a number"),
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert printed(text) == []


def test_the_number_of_a_section_behind_dirt_of_a_scan_is_none() -> None:
    body = "1.1. Chi tiếp khách\n\nĐã chi 12 triệu đồng.\n\nỊ 1.2. Chi dịch thuật\n\nĐã chi."
    report = read_source(source_of(f"BÁO CÁO\n\nKết quả năm 2024\n\n{body}"))
    assert [one.number for one in report.walk_sections()] == ["1.1", "1.2"]
    assert [one.text for one in report.figures] == ["12 triệu đồng"]


@pytest.mark.parametrize(
    ("text", "expected", "value", "unit", "base"),
    [
        pytest.param("Xã có 05 thôn nằm dọc đường.", "05 thôn", "5", "thôn", "5", id="zero-padded count"),
        pytest.param("gồm 93 thôn, làng, dân cư", "93 thôn, làng", "93", "thôn, làng", "93", id="two nouns, one count"),
        pytest.param("dự 144 lượt điểm, có", "144 lượt điểm", "144", "lượt điểm", "144", id="'lượt' and its noun"),
        pytest.param("huy động 215.910.000đ.", "215.910.000đ", "215910000", "đ", "215910000", id="glued đồng"),
        pytest.param("trị giá 4,5 tỷ đồng.", "4,5 tỷ đồng", "4.5", "tỷ đồng", "4500000000", id="milliards"),
        pytest.param(
            "đạt 21,5 triệu đồng/người/năm.",
            "21,5 triệu đồng/người/năm",
            "21.5",
            "triệu đồng/người/năm",
            "21500000",
            id="per head and year",
        ),
        pytest.param("chiếm 51,59%, còn", "51,59%", "51.59", "%", "51.59", id="a rate"),
        pytest.param("thu hoạch toàn bộ95% diện tích", "95%", "95", "%", "95", id="a rate whose blank was lost"),
        pytest.param("ngập khoản 0,5 ha ớt.", "0,5 ha", "0.5", "ha", "0.5", id="'khoản' for 'khoảng'"),
        pytest.param("cây lâu năm: Điều 60 tấn, tiêu.", "60 tấn", "60", "tấn", "60", id="the cashew, and no article"),
        pytest.param("hiến 45.044m2 đất", "45.044m2", "45044", "m2", "45044", id="glued square metres"),
        pytest.param("diện tích 149.364,5 ha.", "149.364,5 ha", "149364.5", "ha", "149364.5", id="an area"),
        pytest.param("tiếp dân 2 lần/tháng;", "2 lần/tháng", "2", "lần/tháng", "2", id="how often"),
        pytest.param("tiếp dân 1 ngày/tuần.", "1 ngày/tuần", "1", "ngày/tuần", "1", id="days a week"),
        pytest.param("nằm viện trung bình 6 ngày.", "6 ngày", "6", "ngày", "6", id="a mean of days"),
        pytest.param("điều trị 41.478 ngày.", "41.478 ngày", "41478", "ngày", "41478", id="thousands of days"),
        pytest.param("mỗi quý 01 lần.", "01 lần", "1", "lần", "1", id="how often"),
        pytest.param("rút ngắn 5 ngày so với", "5 ngày", "5", "ngày", "5", id="a time that was saved"),
        pytest.param("(Hạng 7 các huyện)", "Hạng 7", "7", "hạng", "7", id="a rank"),
        pytest.param(
            "là 5 tỷ 200 triệu đồng;",
            "5 tỷ 200 triệu đồng",
            "5200",
            "triệu đồng",
            "5200000000",
            id="money in two steps",
        ),
        pytest.param("cân được 12 tạ.", "12 tạ", "12", "tạ", "1.2", id="in the base unit"),
        pytest.param("có 1,234 người dự", "1,234 người", "1234", "người", "1234", id="people have no decimals"),
        pytest.param("cấp 1 250 thẻ cho dân", "1 250 thẻ", "1250", "thẻ", "1250", id="thousands by space"),
        pytest.param("tặng 05 gùi ngô cho", "05 gùi ngô", "5", "gùi ngô", "5", id="a noun not in the list"),
        pytest.param(
            "hỗ trợ 1,2 triệu lượt khách.", "1,2 triệu lượt khách", "1.2", "triệu lượt khách", "1200000", id="scaled"
        ),
    ],
)
def test_single_values(text: str, expected: str, value: str, unit: str, base: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.text, figure.unit) == (expected, unit)
    assert (figure.value, figure.base_value) == (Decimal(value), Decimal(base))
    assert text[figure.start : figure.end] == expected


@pytest.mark.parametrize(
    ("text", "values", "qualifier"),
    [
        pytest.param("có 93/93 thôn tổ chức", [Share(Decimal(93), Decimal(93))], None, id="a share"),
        pytest.param("có 45 trên tổng số 50 hộ", [Share(Decimal(45), Decimal(50))], None, id="a share in words"),
        pytest.param("946 hộ/3.568 nhân khẩu", [Decimal(946), Decimal(3568)], None, id="two counts"),
        pytest.param("12 xã/14 xã đạt", [Share(Decimal(12), Decimal(14))], None, id="a share with both units"),
        pytest.param("đạt 95,5/100 điểm", [Share(Decimal("95.5"), Decimal(100))], None, id="a score"),
        pytest.param("cử từ 15-20 người dự", [Range(Decimal(15), Decimal(20))], "từ-đến", id="a range by dash"),
        pytest.param("có từ 7 đến 9 thành viên", [Range(Decimal(7), Decimal(9))], "từ-đến", id="a range by words"),
        pytest.param("hơn 2.900 ý kiến, kiến nghị", [Decimal(2900)], "hơn", id="more than"),
        pytest.param("vận động >200.000 đồng", [Decimal(200000)], ">", id="a sign"),
        pytest.param("quán triệt trên 05 lĩnh vực", [Decimal(5)], None, id="'trên' before a padded count is 'in'"),
        pytest.param("cao hơn 5% so với", [Decimal(5)], None, id="a comparison is no hedge"),
        pytest.param("đạt từ 80% trở lên", [Decimal(80)], "từ ... trở lên", id="and more"),
    ],
)
def test_shapes_and_hedges(text: str, values: list[Quantity], qualifier: str | None) -> None:
    found = figures_of(text)
    assert [figure.value for figure in found] == values
    assert found[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("một cửa, hai bên, Ba Đình, hằng năm tổ chức", [], id="words that only look like numbers"),
        pytest.param("trong năm hai xã sáp nhập", [], id="nothing announces a count"),
        pytest.param("bảo đảm ba tiêu chí chung", ["ba tiêu chí"], id="announced"),
        pytest.param("có hơn hai mươi mốt hộ dân", ["hơn hai mươi mốt hộ dân"], id="hedged"),
    ],
)
def test_numbers_in_words(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


PIECES = [
    "12",
    "1.234",
    "05",
    "8/10",
    "4,5",
    "2023",
    " ",
    ",",
    ".",
    ";",
    "-",
    "/",
    "(",
    ")",
    "%",
    " tỷ đồng",
    " hộ",
    " hội nghị",
]


PIECES += [
    " trong đó: ",
    "từ ",
    " đến ",
    "tăng ",
    "hơn ",
    "Năm ",
    " lượt người",
    "\n",
    "thôn ",
    "ba ",
    " xếp thứ ",
    "tháng ",
    "“",
    "”",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_text_makes_the_grammar_stumble(text: str) -> None:
    for figure in figures_of(text):
        assert 0 <= figure.start <= figure.number_start < figure.number_end <= figure.end <= len(text)
        assert figure.clause_start <= figure.clause_end


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_reports(shared: Path, stem: str) -> None:
    """Every labelled value is found where it stands, and no other."""
    report = read_source(open_source(shared / "reports" / f"{stem}.txt"))
    lines = (shared / "gold" / f"figures-{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [label for label in map(json.loads, lines) if not label["optional"]]
    optional = [label["start"] for label in map(json.loads, lines) if label["optional"]]
    assert [figure.start for figure in report.figures if figure.start not in optional] == [
        label["start"] for label in labels
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ứng trực 24/24 giờ, 24/7.", id="round the clock"),
        pytest.param("Hội nghị sáng 12/8 Ban Chỉ đạo họp, từ 15/3 đến 20/4 tổ chức lễ, dịp 2/9.", id="days and months"),
        pytest.param("Đảng bộ xã Hòa Phong 2 tổ chức đại hội.", id="a name that ends in a number"),
        pytest.param("Thực hiện theo điểm 1.3 khoản 2 và điểm 1.4, khoản 5 Điều này.", id="points of an article"),
        pytest.param("Theo Tiêu chuẩn quốc gia ISO 9001:2008.", id="a standard"),
        pytest.param("Nam giới từ 18 đến 45 tuổi, trẻ dưới 16 tuổi.", id="whom a rule means"),
        pytest.param("Lực lượng 47, Ban Chỉ đạo 35, mô hình 5 không 3 sạch.", id="bodies and slogans"),
        pytest.param("Cơn bão số 3 và Trường Tiểu học số 1.", id="numbered things"),
        pytest.param("Huy hiệu 30 năm tuổi Đảng được trao.", id="a badge"),
        pytest.param("ĐT: 3862123, Fax: 3862124; hotline: 113.", id="telephones behind a colon"),
        pytest.param("Thời kỳ công nghiệp 4.0, tầm nhìn 2045.", id="versions and years"),
        pytest.param("Cấp độ 2, cấp độ 3; cột mốc 790.", id="grades and marks of a border"),
        pytest.param("Tâm bão ở 20,5 độ Vĩ Bắc, 107,2 độ Kinh Đông.", id="a place on the globe"),
        pytest.param("Có mặt lúc 7g, theo điểm 4g.", id="an hour and a point"),
        pytest.param("Ban hành 05 NQ/ĐU, cột 12 KH.", id="half a symbol, a column"),
        pytest.param("Các phòng 201, phòng 202, phòng 203; Quốc lộ 12, đường tỉnh 34.", id="numbered things in a row"),
        pytest.param("Sạt lở dọc tuyến đường 706 khu vực hồ Sông Trầu.", id="a road by its number, before an area"),
        pytest.param(
            "Ngập trên đường 706 địa phận xã Nậm Ngà.", id="a road by its number, before whose ground it is on"
        ),
        pytest.param("Ở ngõ 45 đường Hoa Ban và số nhà 27 đường Lê Mẫu.", id="houses of a road"),
    ],
)
def test_more_that_is_no_figure(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kế hoạch gồm 6 lĩnh vực, 13 sản vật.", ["6|lĩnh vực", "13|sản vật"], id="in a list of counts"),
        pytest.param("Sáp nhập từ 7 Phòng xuống còn 5 Phòng.", ["7|Phòng", "5|Phòng"], id="with a capital"),
        pytest.param("Có 12/18 Ban Chỉ đạo được kiện toàn.", ["12/18|Ban Chỉ đạo"], id="a share of bodies"),
        pytest.param("Có 3 Đề án, 5 Chương trình.", ["3|Đề án", "5|Chương trình"], id="documents"),
        pytest.param("Đã tiêm phòng 12.345 lượt trâu.", ["12345|lượt"], id="'phòng' names no thousands"),
        pytest.param("Xử lý 12 hô sơ trễ hẹn.", ["12|hô sơ"], id="a slip of the pen"),
    ],
)
def test_counted_nouns_of_any_kind(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Cấp 12.345,6 tr.đ, dân góp 200 trđ.", ["12345.6|tr.đ", "200|trđ"], id="marks of a million"),
        pytest.param("Nợ 1,2 nghìn tỷ đồng, 3 tỷ 200 triệu.", ["1.2|nghìn tỷ đồng", "3200|triệu"], id="scales"),
        pytest.param("Thi hành 588 tỷ 190 triệu 067 nghìn đồng.", ["588190067|nghìn đồng"], id="scales of one sum"),
        pytest.param("Xuất khẩu 125,5 triệu USD.", ["125.5|triệu USD"], id="dollars"),
        pytest.param("Đạt 36 triệu/người/năm.", ["36|triệu/người/năm"], id="'đồng' left out"),
        pytest.param("Trồng 374 000 ha; 1.411,3 nghìn ha.", ["374000|ha", "1411.3|nghìn ha"], id="spaces, thousands"),
        pytest.param("Góp 1.200 ngày công, 3,5km đường.", ["1200|ngày công", "3.5|km"], id="work and length"),
        pytest.param("Tăng 1,76 lần, vượt 2,7 lần.", ["1.76|lần", "2.7|lần"], id="times"),
        pytest.param("Giảm hằng năm 0,5%-0,8%.", ["0.5..0.8|%"], id="a range with both signs"),
        pytest.param("Xếp vị thứ 25/63 tỉnh.", ["25/63|hạng"], id="a rank among all"),
        pytest.param("Đạt 62.372/52.786 ha.", ["62372/52786|ha"], id="result and plan"),
        pytest.param("Lập 15/75 tổ/thành viên.", ["15&75|tổ/thành viên"], id="two counts under two nouns"),
        pytest.param("Số lớp/học viên: 25/1.250.", ["25&1250"], id="two counts under a label"),
        pytest.param("Đã thực hiện/tổng số: 18/71.", ["18/71"], id="a share under a label"),
        pytest.param("Đã hoàn thành 7/9; đạt 41/41.", ["7/9", "41/41"], id="bare shares"),
        pytest.param("Có ít nhất 2/3 số ủy viên.", ["2/3|ít nhất"], id="a part of all"),
        pytest.param("Giảm 01 vụ (- 100%), giảm (-14,3%).", ["1|vụ", "-100|%", "-14.3|%"], id="minus signs"),
        pytest.param("Đạt trên 105 lao động, chừng 50 hộ.", ["105|lao động|trên", "50|hộ|chừng"], id="hedges"),
        pytest.param("Cả hai mươi mốt xã đều xong.", ["21|xã"], id="a long number in words"),
        pytest.param("- Số điểm trường: 03 điểm.", ["3|điểm"], id="a count behind its label"),
        pytest.param(
            "Tổng số: 27 (biên chế: 20 ; hợp đồng: 07). Nhân viên: 09.",
            ["27", "20", "7", "9"],
            id="a bracket before a stop",
        ),
        pytest.param("Bầu 52 đại biểu (18 nữ, 34 nam).", ["52|đại biểu", "18|nữ", "34|nam"], id="women and men"),
        pytest.param(
            "Thu 13.503.000.000đ (Mười ba tỷ, năm trăm linh ba triệu đồng).", ["13503000000|đ"], id="once more in words"
        ),
        pytest.param(
            "Gieo trồng 33/ 31,5 ha; có đàn ong 867 đàn vượt 12 đàn.",
            ["33/31.5|ha", "867|đàn", "12|đàn"],
            id="a share of decimals",
        ),
        pytest.param("Xã có 23 trại gà; 10 trại vịt: 35.500 con.", ["23|trại", "10|trại", "35500|con"], id="farms"),
        pytest.param("Cấp tỉnh 23 hộ, cấp TW 2 hộ.", ["23|hộ", "2|hộ"], id="the centre, abbreviated"),
        pytest.param("Đoàn cấp huyện đã làm 89 CTTN.", ["89|CTTN"], id="a counted abbreviation"),
        pytest.param("Sửa chữa 1 “Nhà khăn quàng đỏ” ở xã.", ["1|nhà"], id="a noun in quotes"),
        pytest.param(
            "Số hồ sơ đã giải quyết: 9.886 (đúng hạn là 9.143 hồ sơ, quá hạn là 743 hồ sơ).",
            ["9886|hồ sơ", "9143|hồ sơ", "743|hồ sơ"],
            id="parts in brackets behind a bare total",
        ),
        pytest.param(
            "Quốc hội thông qua 13 Luật, có 587 các loại mô hình.", ["13|Luật", "587|các loại mô hình"], id="kinds"
        ),
        pytest.param(
            "Có 44 chi, đảng bộ, 2 Đảng bộ trực thuộc.", ["44|chi, đảng bộ", "2|Đảng bộ"], id="Party branches"
        ),
        pytest.param(
            "Trên chuẩn: 12/15=  80  %; nhân viên: 3 Đ/c.", ["12/15", "80|%", "3|Đ/c"], id="a share and its rate"
        ),
        pytest.param("Lập 2 đoàn, tổ chức kiểm tra 3 xã.", ["2|đoàn", "3|xã"], id="a verb that is a noun as well"),
        pytest.param("Nhận 19.630 hồ sơ, hồ sơ xong sớm 12 hồ sơ.", ["19630|hồ sơ", "12|hồ sơ"], id="one noun twice"),
        pytest.param("Giá trị thu trên 1ha canh tác đạt 316 triệu đồng.", ["316|triệu đồng"], id="for each hectare"),
        pytest.param(
            "Đảng bộ có 47 chi bộ; trong đó, đảng viên dự bị là 44.", ["47|chi bộ", "44"], id="others than the whole"
        ),
        pytest.param("Trong 2 ngày 21 – 22/11, họp 3 tổ.", ["3|tổ"], id="days named by their dates"),
        pytest.param("Nhiệt độ từ 18°C đến 27,5 °C.", ["18..27.5|°C|từ-đến"], id="degrees"),
        pytest.param("Tải xuống 98,6 Mbps, lưu 24 TB.", ["98.6|Mbps", "24|TB"], id="rates and amounts of data"),
        pytest.param("Lắp 1,2 MWp, bơm 75 HP.", ["1.2|MWp", "75|HP"], id="power, with a capital of its own"),
        pytest.param("Bụi 35 µg/m3, COD 48 mg/l.", ["35|µg/m3", "48|mg/l"], id="in a volume"),
        pytest.param("Xử lý 2.500 m3/ngày đêm.", ["2500|m3/ngày đêm"], id="by day and night"),
        pytest.param("Cấp 1.245 GCNQSDĐ, có 01 MN.", ["1245|GCNQSDĐ", "1|MN"], id="abbreviations that are counted"),
        pytest.param("Thu giữ 1,235g ma túy.", ["1.235|g"], id="grams"),
        pytest.param(
            "Có 52 người, viên chức khác 86 người; nữ 96 đồng chí, đảng viên trẻ 74 đồng chí.",
            ["52|người", "86|người", "96|đồng chí", "74|đồng chí"],
            id="a comma behind people in general",
        ),
        pytest.param(
            "Có 34 kiến nghị, cơ quan trả lời 31 kiến nghị; tiêm 107 con, cụ thể ở 3 xã.",
            ["34|kiến nghị", "31|kiến nghị", "107|con", "3|xã"],
            id="a comma before another matter",
        ),
        pytest.param(
            "Gà nhỏ lẻ: 630 con, chăn nuôi tập trung: 1.801 con.", ["630|con", "1801|con"], id="a comma before a verb"
        ),
        pytest.param("Có 01 TPT, 01 Phó TPT và 18 NV.", ["1|TPT", "1|Phó TPT", "18|NV"], id="deputies, abbreviated"),
        pytest.param("Cửa khẩu Mẫu và 3 cửa khẩu phụ; bữa ăn 850 kcal.", ["3|cửa khẩu", "850|kcal"], id="gates; food"),
        pytest.param("Quy hoạch chi tiết tỷ lệ 1/500 khu dân cư.", [], id="the scale of a plan"),
        pytest.param("Có 5 lớp học 2 buổi/ngày; ngô trên đất lúa 1 vụ.", ["5|lớp học"], id="sorts, by a number"),
        pytest.param("Số trẻ được ăn: 60 (ăn ở lớp)", ["60|trẻ"], id="an aside behind"),
        pytest.param("Chuyển: 10; bỏ học (lớp 5): 3; mất: 1", ["10", "3", "1"], id="an aside before a colon"),
        pytest.param("Phủ kín 24/24 thôn, trực 24/24 giờ.", ["24/24|thôn"], id="all of twenty-four"),
        pytest.param("Kết luận 21/24 đảng viên có lỗi.", ["21/24|đảng viên"], id="a share is no document's number"),
        pytest.param("Cấp tỉnh và 09/09 hội có quỹ.", ["9/9|hội"], id="a share that reads as a day"),
        pytest.param(
            "Địa bàn rộng; 11/19 Trưởng Ban kiêm nhiệm, 21 Ban Công tác Mặt trận mới.",
            ["11/19|Trưởng Ban", "21|Ban Công tác Mặt trận"],
            id="bodies with a capital",
        ),
        pytest.param("Đề nghị xếp hạng 05 di tích.", ["5|di tích"], id="classed, and no rank"),
        pytest.param("Chỉnh trang 63 ngõ phố, dạy bình quân 8,2 tiết/lớp.", ["63|ngõ", "8.2|tiết/lớp"], id="nouns"),
        pytest.param("Thu hồi 3,5 chỉ vàng.", ["3.5|chỉ vàng"], id="gold"),
        pytest.param("Số học sinh/lớp: 612/18.", ["612&18"], id="the larger of two counts under a label first"),
        pytest.param("Chi trả 154/570.421.000 đồng.", ["154&570421000|đồng"], id="so many, and their sum"),
        pytest.param("Chi bằng chuyển khoản 411 đối tượng.", ["411|đối tượng"], id="by transfer, and no clause"),
        pytest.param("dài 13 Km, rộng 12 Ha", ["13|Km", "12|Ha"], id="a capital in a measure"),
        pytest.param("cấp 3 GCN, 12 GCNQSDĐ", ["3|GCN", "12|GCNQSDĐ"], id="certificates by their short form"),
        pytest.param("Số trẻ khám: 33 – 100%", ["33|trẻ", "100|%"], id="a count and its rate behind a dash"),
        pytest.param("Hộ nghèo: 2 - 3,5%; hộ khá: 20 - 36%", ["2", "3.5|%", "20", "36|%"], id="counts and rates"),
        pytest.param("Độ ẩm: 33 - 60%", ["33..60|%"], id="a range of rates behind a colon"),
        pytest.param("Tỷ lệ hộ nghèo: 3 - 5%", ["3..5|%"], id="a range of what a rate is told of"),
        pytest.param(
            "Bầu 8 đồng chí đi dự (7 chính thức, 1 dự khuyết).",
            ["8|đồng chí", "7|đồng chí", "1|đồng chí"],
            id="parts in brackets, by what they are",
        ),
        pytest.param("Họp 15 cuộc (9 định kỳ và 6 đột xuất).", ["15|cuộc", "9|cuộc", "6|cuộc"], id="two such parts"),
        pytest.param("Kết nạp 12 đảng viên (8 chính thức; 5 có đạo).", ["12|đảng viên"], id="no sum, no parts"),
        pytest.param("3 hồ sơ/15,9m2/3 giấy", ["3|hồ sơ", "15.9|m2", "3|giấy"], id="the power of a metre is no part"),
        pytest.param("Có 2 xã (1 đạt năm 2023, 1 đạt năm 2024).", ["2|xã"], id="years in the brackets"),
    ],
)
def test_printed_forms(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "piece",
    ["1, ", "và 1 ", "có 12 hộ, ", "có 12 hộ (", "trong đó 1 hộ, ", "lần lượt là 1, ", "12 hộ/", "hai mươi ", "“1 hộ "],
)
def test_work_follows_the_length(piece: str) -> None:
    """A paragraph of one repeated piece: four times the length may not take a multiple of the work."""
    took = []
    for times in (1000, 4000):
        text = piece * (times * 4 // len(piece))
        flow = build_flow(source_of(text))
        tokens = scan(flow.text)
        took.append(calls_of(partial(read_figures, flow, tokens)))
    assert took[1] < 6 * took[0]  # the square of the length would be 16


def test_whom_a_report_goes_to_is_no_figure() -> None:
    body = "Hội có 15 chi hội với 620 hội viên.\n\nNơi nhận:\n- Hội cấp trên;\n- 15 chi hội;\n- Lưu: VT.\n"
    text = f"HỘI NÔNG DÂN XÃ MẪU\n\nBÁO CÁO\nCông tác hội năm 2024\n\nI. TÌNH HÌNH\n\n{body}"
    report = read_source(source_of(text))
    assert report.recipients
    assert [figure.text for figure in report.figures] == ["15 chi hội", "620 hội viên"]


def test_points_of_a_sum_in_two_units_part_thousands_whatever_they_mean_elsewhere() -> None:
    _, money = figures_of("Tỷ lệ đạt 5.6%, thu được 1.088 tỷ 473 triệu đồng.")
    assert (money.text, money.base_value) == ("1.088 tỷ 473 triệu đồng", Decimal(1_088_473_000_000))
