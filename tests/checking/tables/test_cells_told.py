"""Numbers that the prose gives of a unit, against its cell of a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
HEAD = "STT\tThôn\tTổng số hộ\tSố hộ nghèo\tSố hộ cận nghèo\n"
ROWS = "1\tĐoàn Kết\t142\t12\t08\n2\tThắng Lợi\t168\t09\t11\n3\tBản Mới\t97\t17\t06\n4\tSuối Cạn\t121\t23\t15\n"
BY_ROWS = f"\n\nBảng 1. Kết quả rà soát hộ nghèo\n{HEAD}{ROWS}\tTổng cộng\t528\t61\t40\n"
BY_COLUMNS = (
    "\n\nBảng 1. Kết quả rà soát hộ nghèo\nChỉ tiêu\tThôn Đoàn Kết\tThôn Thắng Lợi\tThôn Bản Mới\tThôn Suối Cạn\tCộng\n"
    "Tổng số hộ\t142\t168\t97\t121\t528\nHộ nghèo\t12\t09\t17\t23\t61\nHộ cận nghèo\t08\t11\t06\t15\t40\n"
)
CLASSES = (
    "\n\nBảng 2. Kết quả đánh giá\nKhối\tSố học sinh\tHoàn thành\tChưa hoàn thành\nKhối 1\t118\t114\t4\n"
    "Khối 2\t105\t102\t3\nKhối 3\t121\t119\t2\nCộng\t344\t335\t9\n"
)
ACCIDENTS = (
    "\n\nTai nạn giao thông theo xã\nSTT\tĐơn vị\tSố vụ\tSố người chết\n1\tXã Hòa Trung\t12\t3\n"
    "2\tXã Tân Phú Hạ\t9\t1\n3\tThị trấn Lộc An\t17\t4\n\tTổng\t38\t8\n"
)
MEMBERS = (
    "\n\nTổ chức\tSố hội viên\tKết nạp mới\nChi hội Nà Pàn\t64\t5\nChi hội Bản Áng\t81\t7\nChi hội Nà Lầu\t57\t2\n"
    "Cộng\t202\t14\n"
)


@pytest.mark.parametrize("table", [pytest.param(BY_ROWS, id="by rows"), pytest.param(BY_COLUMNS, id="by columns")])
@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thôn Suối Cạn còn 23 hộ nghèo, 15 hộ cận nghèo.", [], id="of its cells"),
        pytest.param("Năm 2014, thôn Suối Cạn có 41 hộ nghèo.", [], id="of another year"),
        pytest.param("Phấn đấu đến cuối năm thôn Suối Cạn còn 15 hộ nghèo.", [], id="an aim"),
        pytest.param("Thôn Suối Cạn giảm 08 hộ nghèo.", [], id="a change"),
        pytest.param("Hỗ trợ bò giống: thôn Bản Mới 05 hộ, thôn Suối Cạn 03 hộ.", [], id="another matter"),
        pytest.param("Thôn Suối Cạn có 04 hộ nghèo được sửa nhà.", [], id="some of them"),
        pytest.param("Toàn xã còn 40 hộ nghèo là người có công.", [], id="some of all"),
        pytest.param("Toàn xã còn 16 hộ nghèo.", ["16 hộ"], id="all of them, but for a slip"),
        pytest.param("Riêng thôn Suối Cạn còn 32 hộ nghèo.", ["32 hộ"], id="in the column's words"),
        pytest.param(
            "Toàn xã còn 61 hộ nghèo, tập trung ở thôn Suối Cạn (32 hộ).", ["32 hộ"], id="beside the column's total"
        ),
        pytest.param(
            "Hộ nghèo còn nhiều ở thôn Bản Mới (17 hộ), thôn Suối Cạn (32 hộ).", ["32 hộ"], id="beside another's cell"
        ),
    ],
)
def test_a_unit_has_the_number_of_its_cell(table: str, body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + table, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Khối 3 có 05 em tham gia Hội khỏe.", [], id="another thing of a numbered unit"),
        pytest.param("Khối 1 còn 04 em chưa hoàn thành.", [], id="of a numbered unit"),
        pytest.param("Khối 3 còn 05 em chưa hoàn thành.", ["05 em"], id="not of a numbered unit"),
    ],
)
def test_a_numbered_unit_is_known_by_its_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + CLASSES, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã Tân Phú Hạ xảy ra 09 vụ, làm 01 người chết.", [], id="both of the row"),
        pytest.param("Riêng tháng 02 xã Hòa Trung xảy ra 03 vụ, làm 01 người chết.", [], id="of one month"),
        pytest.param("Xã Tân Phú Hạ xảy ra 09 vụ, làm 06 người bị thương.", [], id="a column that is not there"),
        pytest.param("Xã Tân Phú Hạ xảy ra 09 vụ, làm 02 người chết.", ["02 người"], id="the second is wrong"),
    ],
)
def test_the_next_number_is_of_the_same_unit(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + ACCIDENTS, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chi hội Nà Lầu kết nạp mới 02 hội viên.", [], id="of the column that the verb names"),
        pytest.param("Chi hội Nà Lầu giúp đỡ 06 hội viên.", [], id="a verb that names none"),
        pytest.param("Chi hội Nà Lầu kết nạp mới 06 hội viên.", ["06 hội viên"], id="not of that column"),
    ],
)
def test_the_verb_may_name_the_column(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + MEMBERS, KIND)] == found


def test_a_name_within_a_longer_one_is_another(findings_of: FindingsOf) -> None:
    body = "Thôn Suối Cạn Trên còn 32 hộ nghèo; trường Mầm non Đoàn Kết có 45 hộ nghèo gửi con."
    assert findings_of(body + BY_ROWS, KIND) == []


SCHOOLS = (
    "\n\nBảng 3. Quy mô trường lớp\nSTT\tTrường\tSố lớp\tSố học sinh\tHọc sinh DTTS\n"
    "1\tTrường Mầm non Hoa Mai\t12\t318\t45\n2\tTrường Tiểu học Kim Đồng\t24\t742\t96\n"
    "3\tTrường THCS Lê Lợi\t18\t655\t88\n"
)
CELLS = (
    "\n\nBiểu 2. Đảng viên theo chi bộ\nSTT\tChi bộ\tĐảng viên\tNữ\tDự bị\n1\tChi bộ thôn Hạ\t34\t11\t2\n"
    "2\tChi bộ thôn Trung\t41\t15\t1\n3\tChi bộ Công an\t12\t1\t0\n\tCộng\t187\t127\t3\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trường THCS Lê Lợi có 45 học sinh giỏi.", [], id="by chance a number of another row"),
        pytest.param("Trường Mầm non Hoa Mai có 24 giáo viên.", [], id="a number of another unit"),
        pytest.param("Trường Mầm non Hoa Mai có 14 lớp với 318 học sinh.", ["14 lớp"], id="beside its own number"),
    ],
)
def test_bodies_of_a_table(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + SCHOOLS, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chi bộ Công an có 01 đảng viên nữ.", [], id="a name that ends in a small letter"),
        pytest.param("Chi bộ Công an có 02 đảng viên nữ.", ["02 đảng viên"], id="with another number"),
        pytest.param(
            "Đảng bộ có 187 đảng viên, trong đó nữ 172 đồng chí.", ["172 đồng chí"], id="in another word for the same"
        ),
    ],
)
def test_cells_of_a_party_committee(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + CELLS, KIND)] == found
