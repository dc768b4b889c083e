from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.model.matches import Match
from tongket.model.reports import Report
from tongket.programmes.answers import answers
from tongket.programmes.load import load_programme
from tongket.programmes.match import match_report
from tongket.reading.read import read_source
from used_matches import used_matches

HEAD = """\
ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG

BÁO CÁO

Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy

II. KẾT QUẢ THỰC HIỆN

"""
TOTALS = "PHỤ LỤC 1\n\nTT\tNội dung\tSố lượng\n"


def report_of(folder: Path, text: str) -> Report:
    file = folder / "bao-cao.txt"
    file.write_text(text, encoding="utf-8")
    return read_source(open_source(file))


def flat(matches: Sequence[Match], code: str) -> list[tuple[str, str, str]]:
    return [(one.cell, str(one.value), one.status) for one in matches if one.indicator == code]


def taken(folder: Path, text: str, programme: str = "ct-06-tu") -> dict[str, str]:
    """Indicator/cell -> value of what would be used."""
    plan = load_programme(programme)
    found = used_matches(match_report(report_of(folder, text), plan), plan)
    return {f"{one.indicator}/{one.cell}".rstrip("/"): str(one.value) for one in found if one.value is not None}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        pytest.param("Phấn đấu đến năm 2030 mở 12 lớp tập huấn cho cán bộ.", {}, id="a target is no result"),
        pytest.param("Thu hút 120 lượt cá nhân đăng ký thi đua.", {}, id="attendances of something else"),
        pytest.param("Hằng năm mở 02 lớp tập huấn cho cán bộ Mặt trận.", {}, id="a yearly figure is not the period's"),
        pytest.param("Số cuộc đối thoại tăng 03 cuộc so với năm 2021.", {}, id="an increase is not the amount"),
        pytest.param("Trong năm qua, đã mở 12 lớp tập huấn cho cán bộ Mặt trận.", {}, id="last year is not the period"),
        pytest.param(
            "Tuyên truyền Nghị quyết số 25-NQ/TW ngày 03-6-2013 của Ban Chấp hành Trung ương tại 55 hội nghị.",
            {},
            id="sessions on another document",
        ),
        pytest.param(
            "Quán triệt Chỉ thị số 06-CT/TU, Nghị quyết số 25-NQ/TW ngày 03-6-2013 tại 55 hội nghị.",
            {"QT-03": "55"},
            id="sessions on the directive among others",
        ),
        pytest.param("Đã mở 12 lớp tập huấn cho 340 lượt cán bộ.", {"TH-01": "12", "TH-02": "340"}, id="two units"),
        pytest.param(
            "Đã tổ chức 55 cuộc quán triệt Chỉ thị, trong đó có 13 cuộc riêng và 42 cuộc lồng ghép.",
            {"QT-01": "13", "QT-02": "42", "QT-03": "55"},
            id="parts that are named beside the number",
        ),
        pytest.param(
            "Có 18/18 thôn tổ chức Ngày hội Đại đoàn kết toàn dân tộc.", {"NH-01": "18", "NH-02": "18"}, id="a share"
        ),
        pytest.param(
            "Đến nay Hội Nông dân có 2.077 hội viên; Hội Cựu chiến binh có 417 hội viên.",
            {"DV-01/hnd": "2077", "DV-01/hccb": "417"},
            id="each organisation its own",
        ),
        pytest.param("Quỹ “Vì người nghèo” vận động được 357,25 triệu đồng.", {"QN-01": "357250000"}, id="money"),
    ],
)
def test_prose(tmp_path: Path, sentence: str, values: dict[str, str]) -> None:
    found = taken(tmp_path, HEAD + sentence + "\n")
    assert {key: str(Decimal(value).normalize().quantize(Decimal(1))) for key, value in found.items()} == values


def test_the_part_of_a_ratio_is_as_wide_as_its_whole(tmp_path: Path) -> None:
    sentence = "Ủy ban MTTQ Việt Nam xã tiếp nhận 100 ý kiến của cử tri; các cơ quan đã trả lời 94 ý kiến của cử tri."
    matches = match_report(report_of(tmp_path, HEAD + sentence + "\n"), load_programme("ct-06-tu"), "commune")
    extents = {one.indicator: one.extent for one in matches}
    assert extents["CT-03"] == extents["CT-04"] == "own"


def test_a_sentence_that_a_page_tore_is_read_as_one(tmp_path: Path) -> None:
    torn = "Hằng năm có 17/17 khu dân cư tổ chức “*Ngày*\n*hội Đại đoàn kết toàn dân tộc*” trang trọng, tiết kiệm.\n"
    assert taken(tmp_path, HEAD + torn) == {"NH-01": "17", "NH-02": "17"}


def test_rows_renumbered_reordered_reworded_and_missing(tmp_path: Path) -> None:
    table = (
        "1\tSố lớp tập huấn, bồi dưỡng cán bộ\t9\n"
        "2\tSố cuộc kiểm tra, giám sát thực hiện Chỉ thị\t12\n"
        "3\tLượt người tham dự hội nghị quán triệt\t3.480\n"
        "4\tCuộc phản biện xã hội\t0\n"
    )
    found = taken(tmp_path, HEAD + TOTALS + table)
    assert found == {"QT-04": "3480", "KT-01": "12", "TH-01": "9", "GS-02": "0"}


def test_organisations_down_or_across(tmp_path: Path) -> None:
    down = (
        "PHỤ LỤC\n\nTT\tTổ chức\tSố đoàn viên, hội viên\tKết nạp mới\n"
        "1\tHội LHPN\t2.732\t564\n2\tHội Nông dân\t2.077\t305\n\tTổng cộng\t4.809\t869\n"
    )
    across = (
        "PHỤ LỤC\n\nTT\tNội dung\tHội LHPN\tHội Nông dân\tTổng cộng\n"
        "1\tSố đoàn viên, hội viên\t2.732\t2.077\t4.809\n2\tKết nạp mới\t564\t305\t869\n"
    )
    found = taken(tmp_path, HEAD + down)
    assert found["DV-01/hlhpn"] == "2732"
    assert found["DV-04"] == "869"
    assert taken(tmp_path, HEAD + across) == found


def test_blank_zero_dash_and_no_are_different_answers(tmp_path: Path) -> None:
    table = (
        "1\tCuộc kiểm tra, giám sát việc thực hiện Chỉ thị\t0\n"
        "2\tCuộc đối thoại với Nhân dân\tKhông\n"
        "3\tCuộc phản biện xã hội\t-\n"
        "4\tTin, bài tuyên truyền\t\n"
        "5\tTập thể được biểu dương, khen thưởng\t4\n"
    )
    matches = match_report(report_of(tmp_path, HEAD + TOTALS + table), load_programme("ct-06-tu"))
    assert flat(matches, "KT-01") == [("", "0", "reported")]
    assert flat(matches, "DT-01") == [("", "None", "none-occurred")]
    assert flat(matches, "GS-02") == [("", "None", "none-occurred")]
    assert flat(matches, "QT-05") == [("", "None", "missing")]


LEVELS = """\
PHỤ LỤC 2

STT\tNội dung\tCấp tỉnh\tCấp huyện\tCấp cơ sở
1\tSố văn bản được yêu cầu phản biện xã hội\t\t\t10
2\tSố cuộc phản biện xã hội\t\t\t15
3\tTổng số ý kiến tham gia phản biện xã hội\t\t\t
"""


def test_cells_of_another_level_are_rightly_blank(tmp_path: Path) -> None:
    matches = match_report(report_of(tmp_path, HEAD + LEVELS), load_programme("kl-62-tw"), "commune")
    assert sorted(flat(matches, "PB-01")) == [
        ("commune", "10", "reported"),
        ("district", "None", "not-applicable"),
        ("province", "None", "not-applicable"),
    ]
    assert ("commune", "None", "missing") in flat(matches, "PB-06")


def test_one_number_for_two_answers_is_left_to_a_person(tmp_path: Path) -> None:
    table = (
        "1\tTổng số đoàn viên/hội viên\t169/1.169\n"
        "2\tTập thể/cá nhân được biểu dương, khen thưởng\t150\n"
        "3\tHội nghị biểu dương, khen thưởng\t15\n"
    )
    found = taken(tmp_path, HEAD + TOTALS + table, "kl-62-tw")
    assert found == {"DV-01": "169", "DV-02": "1169", "TD-02": "15"}


@pytest.mark.parametrize(
    ("title", "how"),
    [
        pytest.param("Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy", "directive", id="the directive"),
        pytest.param("Chỉ thị số 06-CT/TU ngày 15-3-2016 của Ban Thường vụ Tỉnh ủy", "no", id="a twin of another term"),
        pytest.param("Chỉ thị số 12-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy", "no", id="another directive"),
    ],
)
def test_which_directive_a_report_answers(tmp_path: Path, title: str, how: str) -> None:
    head = HEAD.replace("Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy", title)
    found = answers(report_of(tmp_path, head + "Đã mở 12 lớp tập huấn.\n"), load_programme("ct-06-tu"))
    assert found.how == how
    assert found.named


def test_the_real_forms(shared: Path) -> None:
    """Every filled cell of the real appendices is found in its row; what one number says of two is not used."""
    report = read_source(open_source(shared / "reports" / "trung-son-2023.txt"))
    plan = load_programme("kl-62-tw")
    assert answers(report, plan).how == "directive"
    used = {(one.indicator, one.cell): one.value for one in used_matches(match_report(report, plan), plan)}
    assert used["QT-03", ""] == Decimal(1555)
    assert used["CM-02", "commune"] == Decimal(3)
    assert used["DV-02", ""] == Decimal(1169)
    assert used["MK-12", ""] == Decimal(5)
    assert used["PB-04", "commune"] == Decimal(15)
    assert ("TT-01", "") not in used


FIRES = """\
code: ct-15-tu
version: 1
title: Tổng kết thực hiện Chỉ thị số 06-CT/TU
regime: state
directive: {type: Chỉ thị, symbol: 06-CT/TU, date: 2021-09-07, issuer: Ban Thường vụ Tỉnh ủy, subject: về cháy nổ}
review: tổng kết
years: 5
period_start: 2021-09-07
period_end: 2026-08-31
threshold: 0.75
dimensions:
  - code: trong-do
    name: Trong đó
    additive: ADDITIVE
    values: [{code: mot-nam, name: 12 tháng gần nhất}, {code: hai-nam, name: 24 tháng gần nhất}]
indicators:
  - code: TT-01
    name: Buổi tuyên truyền
    unit: buổi
    dimensions: [trong-do]
    phrases: [{units: [buổi], any: [tuyên truyền]}]
"""


@pytest.mark.parametrize(
    ("additive", "values"),
    [
        pytest.param("false", {"TT-01": "120"}, id="beside cells that are parts, the whole is meant"),
        pytest.param("true", {}, id="of cells that make the whole, one may be meant"),
    ],
)
def test_words_that_name_no_cell(tmp_path: Path, additive: str, values: dict[str, str]) -> None:
    plan = tmp_path / "programme.yaml"
    plan.write_text(FIRES.replace("ADDITIVE", additive), encoding="utf-8")
    assert taken(tmp_path, HEAD + "Đã tổ chức 120 buổi tuyên truyền.\n", str(plan)) == values
