"""Laws under the names that they were promulgated with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("law", "slips"),
    [
        pytest.param("Luật Cán bộ, công chức", False, id="as promulgated"),
        pytest.param("Luật Dân chủ ở cơ sở", True, id="a word left out at its beginning"),
        pytest.param("Luật Đất đai năm 2024", False, id="with its year"),
        pytest.param("Luật Cán bộ công chức", True, id="no comma"),
        pytest.param("Luật Lao động", True, id="a code called a law"),
        pytest.param("Bộ luật Lao động", False, id="a code"),
        pytest.param("Luật Thực hiện dân chủ cơ sở", True, id="a word left out"),
        pytest.param("Luật Thuế xuất khẩu, nhập khẩu", True, id="a word that the name has twice, once"),
        pytest.param("Luật Thuế xuất khẩu, thuế nhập khẩu", False, id="a word twice"),
    ],
)
def test_names(law: str, slips: bool, findings_of: FindingsOf) -> None:
    assert findings_of(f"Đã tuyên truyền {law}; mở 02 hội nghị.", "citation-conflict") == [("name", law)] * slips


@pytest.mark.parametrize(
    ("law", "slips"),
    [
        pytest.param("Luật Bảo vệ quyền lợi người mua hàng", True, id="a noun that means the same"),
        pytest.param("Luật Xử phạt vi phạm hành chính", True, id="a verb of the same matter"),
        pytest.param("Luật Trách nhiệm bồi hoàn của Nhà nước", True, id="a word in the middle"),
        pytest.param("Luật Giao thông đường thủy", False, id="a short form of another law"),
        pytest.param("Luật An toàn vệ sinh thực phẩm", False, id="another law with a word too many"),
        pytest.param("Luật Phòng, chống tội phạm", False, id="too far from any"),
    ],
)
def test_names_but_for_a_word(law: str, slips: bool, findings_of: FindingsOf) -> None:
    found = findings_of(f"Đã tuyên truyền {law} cho hội viên; mở 02 hội nghị.", "citation-conflict")
    assert found == [("name", law)] * slips


def test_a_programme_of_the_party_has_its_own_mark(findings_of: FindingsOf) -> None:
    programme = "Chương trình hành động số 26-CT/TU"
    assert findings_of(f"Thực hiện {programme} của Tỉnh ủy.", "citation-conflict") == [("type", programme)]
    assert findings_of("Thực hiện Chương trình số 26-CTr/TU của Tỉnh ủy.", "citation-conflict") == []


@pytest.mark.parametrize(
    ("law", "slips"),
    [
        pytest.param("Luật Khiếu nại năm 2011", False, id="its year"),
        pytest.param("Luật Khiếu nại năm 2012", True, id="the year in which it came into force"),
        pytest.param("Luật Thi đua, khen thưởng năm 2013", False, id="the year of an amendment"),
        pytest.param("Luật sửa đổi, bổ sung một số điều của Luật Khiếu nại năm 2012", False, id="an amending law"),
    ],
)
def test_years(law: str, slips: bool, findings_of: FindingsOf) -> None:
    found = findings_of(f"Giải quyết theo {law}; không có đơn quá hạn.", "citation-conflict")
    assert found == [("law-year", law)] * slips


@pytest.mark.parametrize(
    ("law", "found"),
    [
        pytest.param("Luật Tiếp dân số 42/2013/QH13", [("name", "Luật Tiếp dân")], id="a word left out"),
        pytest.param("Luật Tiếp công dân số 42/2013/QH13", [], id="its name"),
        pytest.param("Luật PCTN số 36/2018/QH14", [], id="an abbreviation"),
        pytest.param("Luật Xanh sạch số 19/2019/QH14", [], id="a symbol that is not known"),
    ],
)
def test_names_with_symbols(law: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(f"Thực hiện {law}, các thôn đã niêm yết quy chế.", "citation-conflict") == found


def test_a_type_said_apart_from_its_number(findings_of: FindingsOf) -> None:
    body = "Ban hành Nghị quyết chuyên đề số 07-{}/ĐU ngày 15/3/2026."
    assert findings_of(body.format("NQ"), "citation-conflict") == []
    assert findings_of(body.format("KH"), "citation-conflict") == [("type", "số 07-KH/ĐU")]


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param("HĐND xã ban hành Nghị quyết số 12/NQ-HĐND ngày 18/7/2026.", [], id="of the council"),
        pytest.param("HĐND xã ban hành Nghị quyết số 12/NQ-UBND ngày 18/7/2026.", ["family"], id="of the committee"),
        pytest.param("UBND xã đã ban hành Kế hoạch số 12-KH/ĐU ngày 18/7/2026.", ["family"], id="of the Party"),
        pytest.param("Đảng ủy, UBND xã ban hành Kế hoạch số 12-KH/ĐU ngày 18/7/2026.", [], id="two bodies"),
    ],
)
def test_who_issued_stands_before(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-conflict")] == cases


@pytest.mark.parametrize(
    ("law", "found"),
    [
        pytest.param("Luật Đất đai ngày 18 tháng 01 năm 2024", [], id="its day"),
        pytest.param("Luật Đất đai ngày 29/11/2013", [], id="the day of the law before"),
        pytest.param("Luật Đất đai ngày 05/6/2021", [], id="a day that no law of this name is near"),
        pytest.param("Luật Sửa đổi, bổ sung một số điều của Luật Đất đai ngày 18/01/2023", [], id="a law that amends"),
        pytest.param(
            "Luật Đất đai ngày 18 tháng 01 năm 2023", ["Luật Đất đai ngày 18 tháng 01 năm 2023"], id="another year"
        ),
        pytest.param(
            "Luật Tổ chức chính quyền địa phương ngày 16/5/2025",
            ["Luật Tổ chức chính quyền địa phương ngày 16/5/2025"],
            id="another month",
        ),
    ],
)
def test_a_law_by_its_name_is_of_the_day_of_its_passing(law: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [printed for case, printed in findings_of(f"Xã thực hiện {law}.", "citation-conflict") if case == "law-day"]
    assert told == found


@pytest.mark.parametrize(
    ("law", "found"),
    [
        pytest.param("Luật Tổ chức chính quyền địa phương", [], id="whole"),
        pytest.param("Luật Thực hành tiết kiệm", [], id="the end left out, as short names do"),
        pytest.param("Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", [], id="a law of then"),
        pytest.param("Luật Chính quyền địa phương", ["Luật Chính quyền địa phương"], id="its first word"),
        pytest.param("Luật Chống tham nhũng", ["Luật Chống tham nhũng"], id="one syllable"),
    ],
)
def test_a_word_of_a_name_left_out(law: str, found: list[str], findings_of: FindingsOf) -> None:
    said = findings_of(f"Xã thực hiện {law}; cán bộ nắm vững.", "citation-conflict")
    assert [printed for case, printed in said if case == "name"] == found


@pytest.mark.parametrize(
    ("law", "severity"),
    [
        pytest.param("Luật Chống tham nhũng", "info", id="a word, as short names leave out"),
        pytest.param("Luật Thuế xuất khẩu, nhập khẩu", "info", id="a word that stands twice"),
        pytest.param("Luật Tổ Chính quyền địa phương", "warning", id="the second half of a word"),
        pytest.param("Luật Ngân sách nước", "warning", id="the first half of one"),
        pytest.param("Luật Ban hành văn bản quy phạm pháp", "warning", id="the last syllable"),
    ],
)
def test_half_of_a_word_left_out_is_no_short_name(law: str, severity: str) -> None:
    report = read_text(f"{HEAD}{TITLE}Thực hiện {law} của xã.{TAIL}")
    assert [one.severity for one in check_report(report) if one.case == "name"] == [severity]


def test_a_day_that_differs_from_that_told_elsewhere(findings_of: FindingsOf) -> None:
    first = "Luật Mặt trận Tổ quốc Việt Nam ngày 09/6/2015 được quán triệt. "
    second = "Theo Luật MTTQ Việt Nam ngày {}, Ban Thường trực đã cử cán bộ tham gia giám sát."
    assert findings_of(first + second.format("16/9/2015"), "citation-conflict")
    assert not findings_of(first + second.format("09/6/2015"), "citation-conflict")
