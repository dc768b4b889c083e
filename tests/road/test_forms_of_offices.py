"""Forms as offices draw them: invented, in the layouts of real ones; what each asks for stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import ABOVE, LEFT, write_workbook

from tongket.errors import ReadError, SecretError
from tongket.programmes.check import check_programme
from tongket.programmes.drafting.draft import Drafted, draft
from tongket.programmes.drafting.grids import GridCell, GridRow, split_rows
from tongket.programmes.drafting.letter import Letter
from tongket.programmes.drafting.outline import ReadOutline
from tongket.programmes.drafting.read_forms import read_form
from tongket.programmes.entries import Mistakes
from tongket.road.drafting import new_programme, read_request

L, A = LEFT, ABOVE
Rows = list[list[object]]

THREE_HEADER_ROWS: Rows = [
    ["Biểu số 01/BC-DVC"],
    ["TỔNG HỢP KẾT QUẢ THỰC HIỆN DÂN CHỦ Ở CƠ SỞ"],
    ["(Số liệu tính đến ngày 30/6/2026)"],
    ["Đơn vị báo cáo: .........."],
    ["STT", "Chỉ tiêu", "ĐVT", "Tổng số", "Chia theo cấp", L, L, "Ghi chú"],
    [A, A, A, A, "Cấp tỉnh", "Cấp huyện", "Cấp xã", A],
    ["A", "B", "C", "1=2+3+4", "2", "3", "4", "5"],
    ["I", "Công tác tuyên truyền, quán triệt"],
    ["1", "Số hội nghị quán triệt", "Hội nghị"],
    ["2", "Số lượt người tham dự", "Lượt người"],
    ["", "Trong đó: nữ", "Lượt người"],
    ["II", "Hòa giải ở cơ sở"],
    ["1", "Số tổ hòa giải hiện có", "Tổ"],
    ["2", "Số hòa giải viên", "Người"],
    ["", "- Nữ", '"'],
    ["", "- Người dân tộc thiểu số", '"'],
    ["3", "Số vụ việc tiếp nhận", "Vụ"],
    ["", "a) Hòa giải thành", "Vụ"],
    ["", "b) Hòa giải không thành", "Vụ"],
    ["4", "Tỷ lệ hòa giải thành (%)", "%"],
    [],
    ["", "", "", "", "...., ngày ... tháng ... năm 2026"],
    ["", "Người lập biểu", "", "", "Thủ trưởng đơn vị"],
]
ORGANISATIONS_DOWN: Rows = [
    ["PHỤ LỤC I"],
    ["KẾT QUẢ CÁC PHONG TRÀO THI ĐUA CỦA CÁC ĐOÀN THỂ"],
    [
        "TT",
        "Tên tổ chức",
        "Mô hình dân vận khéo",
        L,
        "Kinh phí hỗ trợ (triệu đồng)",
        "Hộ được giúp thoát nghèo",
        L,
        "Tỷ lệ (%)",
    ],
    [A, A, "Đăng ký mới", "Được công nhận", A, "Số hộ đăng ký", "Số hộ thoát nghèo", A],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)=(7)/(6)*100"],
    [1, "Hội Nông dân"],
    [2, "Hội Liên hiệp Phụ nữ"],
    [3, "Hội Cựu chiến binh"],
    [4, "Đoàn Thanh niên"],
    ["", "Tổng cộng"],
    ["Ghi chú: Số liệu lấy từ đầu nhiệm kỳ"],
]
YEARS_ACROSS: Rows = [
    ["", "PHỤ LỤC 2"],
    ["", "SỐ LIỆU VỀ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"],
    ["", "STT", "Nội dung", "Năm 2023", "Năm 2024", "Năm 2025", "Tổng cộng"],
    ["", "A", "TIẾP NHẬN HỒ SƠ"],
    ["", "1", "Tổng số hồ sơ tiếp nhận"],
    ["", "", "- Trực tuyến"],
    ["", "", "- Trực tiếp, qua bưu chính"],
    ["", "2", "Hồ sơ đã giải quyết"],
    ["", "", "+ Trước hạn, đúng hạn"],
    ["", "", "+ Quá hạn"],
    ["", "B", "KINH PHÍ"],
    ["", "1", "Kinh phí bố trí cho cải cách hành chính (triệu đồng)"],
    [],
    ["", "2. Kết quả xếp hạng"],
    ["", "STT", "Nội dung", "Kết quả"],
    ["", "1", "Điểm số Chỉ số cải cách hành chính"],
    ["", "2", "Xếp hạng Chỉ số cải cách hành chính"],
    ["", "3", "Có tổ chức đối thoại với doanh nghiệp (có/không)"],
]
PARTS_ACROSS: Rows = [
    ["Biểu số 02"],
    ["CÁN BỘ LÀM CÔNG TÁC DÂN VẬN"],
    ["Đơn vị tính: người"],
    ["STT", "Đối tượng", "Tổng số", "Trong đó", L, L],
    [A, A, A, "Nữ", "Dân tộc thiểu số", "Đảng viên"],
    ["1", "Cán bộ chuyên trách"],
    ["2", "Cán bộ không chuyên trách"],
    ["3", "Cộng tác viên"],
]
UNITS_DOWN: Rows = [
    ["BIỂU TỔNG HỢP GIÁM SÁT, PHẢN BIỆN XÃ HỘI"],
    ["TT", "Đơn vị", "Số cuộc giám sát", "Số cuộc phản biện xã hội", "Số kiến nghị", L],
    [A, A, A, A, "Đã gửi", "Được tiếp thu"],
    [1, "Xã Lũng Ẳng"],
    [2, "Xã Nà Mạ"],
    [3, "Phường Cầu Vồng"],
    ["", "Tổng số"],
]
PLAN_AND_RESULT: Rows = [
    ["Phụ lục 03: Kết quả thực hiện các chỉ tiêu xây dựng nông thôn mới"],
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ % thực hiện/kế hoạch"],
    [1, "Số xã đạt chuẩn nông thôn mới", "xã"],
    [2, "Chiều dài đường giao thông nông thôn được cứng hóa", "km"],
    [3, "Diện tích đất do Nhân dân hiến", "m2"],
    [4, "Ngày công Nhân dân đóng góp", "ngày công"],
    [5, "Tỷ lệ hộ nghèo", "%"],
]
STATISTICAL: Rows = [
    ["Biểu số: 07/ĐV", "", "", "Đơn vị báo cáo: ..."],
    ["TÌNH HÌNH ĐOÀN VIÊN, HỘI VIÊN", "", "", "Đơn vị nhận báo cáo: ..."],
    ["Đơn vị tính: Người"],
    ["", "Mã số", "Tổng số", "Trong đó: Nữ", "Chia theo trình độ", L, L],
    [A, A, A, A, "Sơ cấp", "Trung cấp", "Cao đẳng, đại học trở lên"],
    ["A", "B", "1", "2", "3", "4", "5"],
    ["I. Đoàn viên công đoàn", "01"],
    ["1. Cán bộ, công chức", "02"],
    ["2. Viên chức", "03"],
    ["3. Công nhân, lao động", "04"],
    ["II. Đoàn viên thanh niên", "05", "", "", "x", "x", "x"],
]
TWO_WAYS: Rows = [
    ["Phụ lục 5"],
    ["Kết quả giám sát, phản biện xã hội"],
    ["TT", "Nội dung", "Mặt trận Tổ quốc", L, "Hội Nông dân", L],
    [A, A, "Cấp tỉnh", "Cấp xã", "Cấp tỉnh", "Cấp xã"],
    ["1", "Số cuộc giám sát"],
    ["2", "Số cuộc phản biện xã hội"],
]
FUND: Rows = [
    [],
    ["", "TỔNG HỢP THU, CHI QUỸ (Đơn vị: triệu đồng)"],
    [],
    ["", "TT", "Nội dung", "Số tiền"],
    ["", "A", "TỔNG THU (A = I + II)"],
    ["", "I", "Thu vận động"],
    ["", "II", "Thu từ ngân sách"],
    [],
    ["", "B", "TỔNG CHI"],
    ["", "1", "Chi xây nhà Đại đoàn kết"],
    ["", "2", "Chi hỗ trợ học sinh nghèo"],
    ["", "", "..."],
    ["", "C", "TỒN QUỸ (A - B)"],
]
PAIRS: Rows = [
    ["Biểu 4"],
    ["Kết quả thi đua"],
    ["STT", "Nội dung", "Số lượng"],
    ["1", "Tập thể/cá nhân được khen thưởng"],
    ["2", "Số cuộc đối thoại/Số lượt người tham dự"],
    ["3", "Hội nghị biểu dương"],
]

CATEGORIES_DOWN: Rows = [
    ["Biểu 3. Giáo dục"],
    ["TT", "Cấp học", "Số trường", "Số học sinh (em)", "Trong đó: nữ"],
    ["", "Tổng số"],
    [1, "Mầm non"],
    [2, "Tiểu học"],
    ["", "- Công lập"],
    ["", "- Tư thục"],
    [3, "Trung học cơ sở"],
]
PARTS_BELOW: Rows = [
    ["Biểu 4: Xử lý đơn"],
    ["STT", "Nội dung", "Đơn vị", "Số\nlượng", "Ghi chú"],
    ["1", "Tổng số đơn tiếp nhận", "đơn"],
    ["", "Trong đó:"],
    ["1.1", "Đơn khiếu nại", "đơn"],
    ["1.2", "Đơn tố cáo", "đơn"],
    ["1.2.1", "Thuộc thẩm quyền", "đơn"],
    ["2", "Kết quả giải quyết", ""],
    ["", "Chia ra:"],
    ["2.1", "Đã giải quyết", "vụ"],
    ["2.2", "Đang giải quyết", "vụ"],
    ["3", "Số tiền thu hồi", "nghìn đồng"],
    ["4", "Số cuộc/số lượt người tiếp công dân", "cuộc/lượt người"],
]
YEARS_OVER_MEASURES: Rows = [
    ["", "", "PHỤ LỤC SỐ 3"],
    ["", "", "Kết quả phát triển đảng"],
    ["", "STT", "Loại hình", "Năm 2021", L, "Năm 2022", L],
    ["", A, A, "Số lớp", "Số người", "Số lớp", "Số người"],
    ["", 1, "Bồi dưỡng nhận thức về Đảng"],
    ["", 2, "Bồi dưỡng đảng viên mới"],
]
ONE_ANSWER_A_COLUMN: Rows = [
    ["Phụ biểu 2"],
    ["Tổng số hộ", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)", "Số hộ cận nghèo"],
]
UNITS_IN_THE_TITLES: Rows = [
    ["Biểu số 02: Tổ liên gia an toàn và thiệt hại do thiên tai"],
    [],
    [
        "STT",
        "Loại địa bàn",
        "Số Tổ liên gia đã thành lập (tổ)",
        "Số hộ tham gia (hộ)",
        "Tổng số hộ (hộ)",
        "Tỷ lệ hộ tham gia (%) (4)=(2)/(3)x100",
        "Số điểm chữa cháy công cộng (điểm)",
        "Số người chết (người)",
        "Diện tích rừng bị cháy (ha)",
    ],
    [1, "Khu dân cư đô thị"],
    [2, "Khu dân cư nông thôn"],
    ["", "Tổng cộng"],
]
SCORECARD: Rows = [
    ["BẢNG CHẤM ĐIỂM DÂN VẬN CHÍNH QUYỀN"],
    ["STT", "Tiêu chí đánh giá", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"],
    ["I", "CÔNG TÁC LÃNH ĐẠO", "20"],
    ["1", "Ban hành kế hoạch", "10"],
]


def drafted(tmp_path: Path, rows: Rows) -> Drafted:
    return read_request(None, write_workbook(tmp_path / "bieu-mau.xlsx", {"Biểu": rows}))


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        pytest.param(
            THREE_HEADER_ROWS,
            {
                "Hội nghị quán triệt": ("hội nghị", "integer", "sum"),
                "Lượt người tham dự": ("lượt người", "integer", "sum"),
                "Lượt người tham dự: nữ": ("lượt người", "integer", "sum"),
                "Tổ hòa giải hiện có": ("tổ", "integer", "latest"),
                "Hòa giải viên": ("người", "integer", "latest"),
                "Hòa giải viên: nữ": ("người", "integer", "latest"),
                "Người dân tộc thiểu số": ("người", "integer", "latest"),
                "Vụ việc tiếp nhận": ("vụ", "integer", "sum"),
                "Vụ việc tiếp nhận: hòa giải thành": ("vụ", "integer", "sum"),
                "Vụ việc tiếp nhận: hòa giải không thành": ("vụ", "integer", "sum"),
                "Tỷ lệ hòa giải thành": ("%", "share", "ratio"),
            },
            id="three header rows, levels, ditto marks, signature",
        ),
        pytest.param(
            ORGANISATIONS_DOWN,
            {
                "Mô hình dân vận khéo: đăng ký mới": ("mô hình", "integer", "sum"),
                "Mô hình dân vận khéo: được công nhận": ("mô hình", "integer", "sum"),
                "Kinh phí hỗ trợ": ("đồng", "money", "sum"),
                "Hộ đăng ký": ("hộ", "integer", "latest"),
                "Hộ thoát nghèo": ("hộ", "integer", "latest"),
                "Tỷ lệ": ("%", "share", "ratio"),
            },
            id="organisations down, indicators across",
        ),
        pytest.param(
            YEARS_ACROSS,
            {
                "Tổng số hồ sơ tiếp nhận": ("hồ sơ", "integer", "sum"),
                "Tổng số hồ sơ tiếp nhận: trực tuyến": ("hồ sơ", "integer", "sum"),
                "Trực tiếp, qua bưu chính": ("hồ sơ", "integer", "sum"),
                "Hồ sơ đã giải quyết": ("hồ sơ", "integer", "sum"),
                "Hồ sơ đã giải quyết: trước hạn, đúng hạn": ("hồ sơ", "integer", "sum"),
                "Hồ sơ đã giải quyết: quá hạn": ("hồ sơ", "integer", "sum"),
                "Kinh phí bố trí cho cải cách hành chính": ("đồng", "money", "sum"),
                "Điểm số Chỉ số cải cách hành chính": ("điểm", "score", "latest"),
                "Xếp hạng Chỉ số cải cách hành chính": ("hạng", "rank", "latest"),
                "Có tổ chức đối thoại với doanh nghiệp": ("có/không", "yes-no", "latest"),
            },
            id="years across, two tables a sheet, no unit column",
        ),
        pytest.param(
            PARTS_ACROSS,
            {
                "Cán bộ chuyên trách": ("người", "integer", "latest"),
                "Cán bộ không chuyên trách": ("người", "integer", "latest"),
                "Cộng tác viên": ("người", "integer", "latest"),
            },
            id="overlapping parts across",
        ),
        pytest.param(
            UNITS_DOWN,
            {
                "Cuộc giám sát": ("cuộc", "integer", "sum"),
                "Cuộc phản biện xã hội": ("cuộc", "integer", "sum"),
                "Kiến nghị: đã gửi": ("kiến nghị", "integer", "sum"),
                "Kiến nghị: được tiếp thu": ("kiến nghị", "integer", "sum"),
            },
            id="units down",
        ),
        pytest.param(
            PLAN_AND_RESULT,
            {
                "Xã đạt chuẩn nông thôn mới": ("xã", "integer", "latest"),
                "Chiều dài đường giao thông nông thôn được cứng hóa": ("km", "decimal", "latest"),
                "Diện tích đất do Nhân dân hiến": ("m2", "decimal", "latest"),
                "Ngày công Nhân dân đóng góp": ("ngày công", "integer", "sum"),
                "Tỷ lệ hộ nghèo": ("%", "share", "latest"),
            },
            id="plan, result and rate",
        ),
        pytest.param(
            STATISTICAL,
            {
                "Đoàn viên công đoàn": ("người", "integer", "latest"),
                "Đoàn viên công đoàn: cán bộ, công chức": ("người", "integer", "latest"),
                "Đoàn viên công đoàn: viên chức": ("người", "integer", "latest"),
                "Đoàn viên công đoàn: công nhân, lao động": ("người", "integer", "latest"),
                "Đoàn viên thanh niên": ("người", "integer", "latest"),
            },
            id="statistical form with codes and no title of rows",
        ),
        pytest.param(
            TWO_WAYS,
            {
                "Cuộc giám sát": ("cuộc", "integer", "sum"),
                "Cuộc phản biện xã hội": ("cuộc", "integer", "sum"),
            },
            id="organisations and levels across",
        ),
        pytest.param(
            FUND,
            {
                "Tổng thu": ("đồng", "money", "sum"),
                "Tổng thu: thu vận động": ("đồng", "money", "sum"),
                "Tổng thu: thu từ ngân sách": ("đồng", "money", "sum"),
                "Tổng chi": ("đồng", "money", "sum"),
                "Chi xây nhà Đại đoàn kết": ("đồng", "money", "sum"),
                "Chi hỗ trợ học sinh nghèo": ("đồng", "money", "sum"),
                "Tồn quỹ": ("đồng", "money", "latest"),
            },
            id="money, unit in the title, formulas in labels",
        ),
        pytest.param(
            PAIRS,
            {
                "Tập thể được khen thưởng": ("tập thể", "integer", "sum"),
                "Cá nhân được khen thưởng": ("người", "integer", "sum"),
                "Cuộc đối thoại": ("cuộc", "integer", "sum"),
                "Lượt người tham dự": ("lượt người", "integer", "sum"),
                "Hội nghị biểu dương": ("hội nghị", "integer", "sum"),
            },
            id="two figures in a cell",
        ),
        pytest.param(
            CATEGORIES_DOWN,
            {
                "Giáo dục: trường": ("trường", "integer", "latest"),
                "Học sinh": ("em", "integer", "latest"),
                "Học sinh: nữ": ("em", "integer", "latest"),
            },
            id="categories down, a part of the column before",
        ),
        pytest.param(
            PARTS_BELOW,
            {
                "Tổng số đơn tiếp nhận": ("đơn", "integer", "sum"),
                "Đơn khiếu nại": ("đơn", "integer", "sum"),
                "Đơn tố cáo": ("đơn", "integer", "sum"),
                "Đơn tố cáo: thuộc thẩm quyền": ("đơn", "integer", "sum"),
                "Kết quả giải quyết: đã giải quyết": ("vụ", "integer", "sum"),
                "Kết quả giải quyết: đang giải quyết": ("vụ", "integer", "sum"),
                "Số tiền thu hồi": ("đồng", "money", "sum"),
                "Cuộc tiếp công dân": ("cuộc", "integer", "sum"),
                "Lượt người tiếp công dân": ("lượt người", "integer", "sum"),
            },
            id="dotted numbers, 'Trong đó' and 'Chia ra' on rows of their own",
        ),
        pytest.param(
            YEARS_OVER_MEASURES,
            {
                "Kết quả phát triển đảng: lớp": ("lớp", "integer", "latest"),
                "Kết quả phát triển đảng: người": ("người", "integer", "latest"),
            },
            id="years over measures",
        ),
        pytest.param(
            UNITS_IN_THE_TITLES,
            {
                "Tổ liên gia đã thành lập": ("tổ", "integer", "sum"),
                "Hộ tham gia": ("hộ", "integer", "latest"),
                "Tổng số hộ": ("hộ", "integer", "latest"),
                "Tỷ lệ hộ tham gia": ("%", "share", "ratio"),
                "Điểm chữa cháy công cộng": ("điểm", "integer", "sum"),
                "Người chết": ("người", "integer", "sum"),
                "Diện tích rừng bị cháy": ("ha", "decimal", "sum"),
            },
            id="units in the titles of columns, places down, a formula in a title",
        ),
        pytest.param(
            ONE_ANSWER_A_COLUMN,
            {
                "Tổng số hộ": ("hộ", "integer", "latest"),
                "Hộ nghèo": ("hộ", "integer", "latest"),
                "Tỷ lệ hộ nghèo": ("%", "share", "ratio"),
                "Hộ cận nghèo": ("hộ", "integer", "latest"),
            },
            id="one answer a column, no rows",
        ),
    ],
)
def test_what_a_form_asks_for(tmp_path: Path, rows: Rows, asked: dict[str, tuple[str, str, str]]) -> None:
    programme = drafted(tmp_path, rows).programme
    found = {one.name: (one.unit_word, one.kind, one.over_time) for one in programme.indicators}
    assert found == asked


@pytest.mark.parametrize(
    "rows", [THREE_HEADER_ROWS, ORGANISATIONS_DOWN, YEARS_ACROSS, PARTS_ACROSS, UNITS_DOWN, STATISTICAL, TWO_WAYS, FUND]
)
def test_what_is_written_passes_the_check(tmp_path: Path, rows: Rows) -> None:
    path = write_workbook(tmp_path / "bieu-mau.xlsx", {"Biểu": rows})
    made = new_programme(None, tmp_path / "moi", workbook=path)
    assert made.programme.forms


def test_levels_are_cells_beside_their_total(tmp_path: Path) -> None:
    form = drafted(tmp_path, THREE_HEADER_ROWS).programme.forms[0]
    values = [(column.level, column.cell) for column in form.columns if column.role == "value"]
    assert values == [("", ""), ("province", "province"), ("district", "district"), ("commune", "commune")]


def test_a_printed_formula_ties_a_rate_to_its_terms(tmp_path: Path) -> None:
    programme = drafted(tmp_path, ORGANISATIONS_DOWN).programme
    rate = next(one for one in programme.indicators if one.kind == "share")
    terms = [programme.indicator(code) for code in (rate.numerator, rate.denominator)]
    assert [one.name for one in terms if one] == ["Hộ thoát nghèo", "Hộ đăng ký"]
    assert [(value.code, value.name) for value in programme.dimensions[0].values] == [
        ("hnd", "Hội Nông dân"),
        ("hlhpn", "Hội Liên hiệp Phụ nữ"),
        ("hccb", "Hội Cựu chiến binh"),
        ("dtn", "Đoàn Thanh niên"),
    ]


def test_a_rate_is_of_the_total_that_its_words_name(tmp_path: Path) -> None:
    programme = drafted(tmp_path, UNITS_IN_THE_TITLES).programme
    rate = next(one for one in programme.indicators if one.kind == "share")
    terms = [programme.indicator(code) for code in (rate.numerator, rate.denominator)]
    assert [one.name for one in terms if one] == ["Hộ tham gia", "Tổng số hộ"]


def test_parts_that_overlap_are_not_added_up(tmp_path: Path) -> None:
    programme = drafted(tmp_path, PARTS_ACROSS).programme
    assert [dimension.additive for dimension in programme.dimensions] == [False]
    sums = drafted(tmp_path, THREE_HEADER_ROWS).programme.sums
    assert all(len(rule.parts) == 1 for rule in sums if "nữ" in _names(tmp_path, rule.parts))


def _names(tmp_path: Path, codes: tuple[str, ...]) -> str:
    programme = drafted(tmp_path, THREE_HEADER_ROWS).programme
    return " ".join(one.name for one in programme.indicators if one.code in codes)


def test_totals_and_their_parts_become_sums(tmp_path: Path) -> None:
    programme = drafted(tmp_path, FUND).programme
    names = {one.code: one.name for one in programme.indicators}
    sums = {names[rule.total]: [names[part] for part in rule.parts] for rule in programme.sums if rule.relation == "="}
    assert sums == {
        "Tổng thu": ["Tổng thu: thu vận động", "Tổng thu: thu từ ngân sách"],
        "Tổng chi": ["Chi xây nhà Đại đoàn kết", "Chi hỗ trợ học sinh nghèo"],
    }


def test_two_ways_of_breaking_down_are_two_dimensions(tmp_path: Path) -> None:
    form = drafted(tmp_path, TWO_WAYS).programme.forms[0]
    assert [column.cell for column in form.columns if column.role == "value"] == [
        "province+mttq",
        "commune+mttq",
        "province+hnd",
        "commune+hnd",
    ]


def test_nothing_is_guessed_silently(tmp_path: Path) -> None:
    years = drafted(tmp_path, YEARS_ACROSS)
    noted = {one.question for one in years.decisions if one.target[0] == "form"}
    assert "columns" in noted
    units = {one.target[1] for one in years.decisions if one.question == "unit"}
    names = {one.code: one.name for one in years.programme.indicators}
    assert {names[code] for code in units} >= {"Trực tiếp, qua bưu chính", "Hồ sơ đã giải quyết: quá hạn"}


def test_a_list_to_write_on_is_left_out_with_its_reason(tmp_path: Path) -> None:
    listed: Rows = [
        ["DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO TIÊU BIỂU"],
        ["STT", "Tên mô hình", "Địa chỉ", "Năm thành lập", "Số thành viên tham gia"],
        [1],
        [2],
    ]
    path = write_workbook(tmp_path / "bieu-mau.xlsx", {"A": listed, "B": PARTS_ACROSS})
    found = read_request(None, path)
    assert len(found.programme.forms) == 1
    assert [one.key.endswith(".table") for one in found.decisions if one.question == "table"] == [True]


def test_a_scorecard_is_left_out_with_its_reason(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "bieu-mau.xlsx", {"A": SCORECARD, "B": PARTS_ACROSS})
    found = read_request(None, path)
    assert len(found.programme.forms) == 1
    assert "scorecard" in next(one.message("en") for one in found.decisions if one.question == "table")


_TEXTS = st.sampled_from(
    ["", "STT", "Nội dung", "Số cuộc", "Tỷ lệ (%)", "I", "1", "1.1", "-", "Trong đó:", "Trong đó: nữ", "Cấp tỉnh",
     "Cấp xã", "Tổng số", "Hội Nông dân", "x", "(1)", "(2)=(1)/(3)", "Năm 2024", "người", '"', "a/b", "Số hộ/số người",
     "...", "PHỤ LỤC 1", "Ghi chú: xem sau", "Xã Lũng Ẳng", "Kinh phí (triệu đồng)", "- Nữ", "ĐVT", "A",
     "Tỷ lệ so với tổng số", "Số hộ nghèo", "Điểm số", "Xếp hạng", "Chia ra"]
)  # fmt: skip


@given(st.lists(st.lists(_TEXTS, min_size=1, max_size=6), min_size=1, max_size=9))
def test_any_grid_makes_a_programme_that_passes_the_check_or_is_refused(texts: list[list[str]]) -> None:
    rows = [
        GridRow(tuple(GridCell(text.strip(), at) for at, text in enumerate(row)), f"bieu.xlsx, A!{number}")
        for number, row in enumerate(texts, 1)
    ]
    forms = [form for grid in split_rows(rows, (), "A") if (form := read_form(grid)) is not None]
    try:
        programme = draft(Letter("bieu.xlsx", ""), ReadOutline(), forms).programme
    except ReadError:
        return
    mistakes = Mistakes()
    check_programme(programme, mistakes)
    mistakes.stop()


def test_a_workbook_without_a_form_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "khac.xlsx", {"A": [["Ghi chép"], ["hôm nay"]]})
    with pytest.raises(ReadError) as caught:
        read_request(None, path)
    assert "holds no form" in caught.value.message("en")


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    import zipfile

    path = write_workbook(tmp_path / "macro.xlsx", {"A": PAIRS})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(ReadError) as caught:
        read_request(None, path)
    assert "holds macros" in caught.value.message("en")
    assert caught.value.where == "macro.xlsx"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "by a password", id="password"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook _VBA_PROJECT_CUR".encode("utf-16-le"),
            "holds macros",
            id="macros of Excel 97-2003",
        ),
        pytest.param(b"PK\x03\x04 cut off", "no Excel workbook", id="cut off"),
        pytest.param("chỉ là chữ".encode(), "no Excel workbook", id="text"),
    ],
)
def test_what_is_no_plain_workbook_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "bieu-mau.xlsx"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_request(None, path)
    assert said in caught.value.message("en")


def test_a_workbook_that_is_far_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tongket.programmes.drafting import sheets

    monkeypatch.setattr(sheets, "MAX_FILE", 1000)
    path = write_workbook(tmp_path / "lon.xlsx", {"A": PAIRS})
    with pytest.raises(ReadError) as caught:
        read_request(None, path)
    assert "larger than" in caught.value.message("en")


def test_a_missing_workbook_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_request(None, tmp_path / "khong-co.xlsx")
    assert "no such file" in caught.value.message("en")


def test_a_secret_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretError):
        drafted(tmp_path, [["TỐI MẬT"], *PAIRS])


def test_what_a_form_asks_for_is_not_asked_for_again_in_the_text(tmp_path: Path) -> None:
    letter = tmp_path / "cong-van.txt"
    letter.write_text(
        "V/v báo cáo sơ kết thực hiện Chỉ thị số 15-CT/TU ngày 12/4/2021 của Ban Thường vụ Tỉnh ủy\n\n"
        "ĐỀ CƯƠNG BÁO CÁO\n\nI. KẾT QUẢ THỰC HIỆN\n\n"
        "1. Tuyên truyền (nêu rõ số hội nghị quán triệt, số lượt người tham gia, số tin, bài đã đăng)\n",
        encoding="utf-8",
    )
    forms = write_workbook(tmp_path / "bieu-mau.xlsx", {"Biểu": THREE_HEADER_ROWS})
    programme = read_request(letter, forms).programme
    in_forms = {code for form in programme.forms for row in form.rows for code in row.indicators}
    assert [one.name for one in programme.indicators if one.code not in in_forms] == ["Tuyên truyền: tin, bài đã đăng"]


def test_titles_that_were_merged_into_one_line_say_the_same(tmp_path: Path) -> None:
    rows: Rows = [
        ["Biểu 01"],
        ["STT", "Nội dung", "ĐVT", "Kết quả Tổng số", "Kết quả Trong đó: 12 tháng gần nhất"],
        ["1", "Số buổi tuyên truyền", "buổi"],
        ["2", "Số vụ vi phạm bị xử phạt", "vụ"],
    ]
    programme = drafted(tmp_path, rows).programme
    assert [one.dimensions for one in programme.indicators] == [("trong-do",), ("trong-do",)]
    assert [column.cell for column in programme.forms[0].columns if column.role == "value"] == ["", "12-thang-gan-nhat"]
