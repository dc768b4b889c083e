"""Bodies that are given a task and do not receive the document."""

from __future__ import annotations

import time

import pytest
from report_texts import read_text

from tongket.checking.form.recipients_of_tasks import check_recipients_of_tasks

_HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH VÂN GIANG\tĐộc lập - Tự do - Hạnh phúc
Số: 12/CT-UBND\tVân Giang, ngày 12 tháng 9 năm 2026

{kind}
Về tăng cường công tác phòng cháy, chữa cháy rừng

Để bảo vệ rừng trong mùa khô, Ủy ban nhân dân tỉnh yêu cầu:

{tasks}

Nơi nhận:
{recipients}
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
"""
_SOME = "- Thường trực Tỉnh ủy;\n- Sở Nông nghiệp và Môi trường;\n- UBND các xã, phường;"


def _left_out(tasks: str, recipients: str = _SOME, kind: str = "CHỈ THỊ") -> list[str]:
    report = read_text(_HEAD.format(kind=kind, tasks=tasks, recipients=recipients))
    return [one.facts["body"] for one in check_recipients_of_tasks(report)]


@pytest.mark.parametrize(
    ("tasks", "left_out"),
    [
        pytest.param("1. Sở Tài chính: Bố trí kinh phí.", ["Sở Tài chính"], id="a department"),
        pytest.param("1. Ban Dân tộc tỉnh có trách nhiệm tuyên truyền.", ["Ban Dân tộc tỉnh"], id="a board"),
        pytest.param("- Giao Công an tỉnh chủ trì kiểm tra.", ["Công an tỉnh"], id="the police"),
        pytest.param(
            "3. Báo Vân Giang, Đài Truyền hình tỉnh\n\nĐưa tin.", ["Báo Vân Giang", "Đài Truyền hình tỉnh"], id="two"
        ),
        pytest.param("2. Sở Nông nghiệp và Môi trường, Sở Tài chính: Lập dự toán.", ["Sở Tài chính"], id="one of two"),
        pytest.param(
            "1. Các xã.\n\na) Hội Nông dân tỉnh và các đoàn thể phối hợp.",
            ["Hội Nông dân tỉnh", "các đoàn thể"],
            id="people",
        ),
    ],
)
def test_body_that_is_to_act_and_is_not_told(tasks: str, left_out: list[str]) -> None:
    assert _left_out(tasks) == left_out


@pytest.mark.parametrize(
    "recipients",
    [
        pytest.param("- Sở Tài chính;", id="by name"),
        pytest.param("- Các sở: Y tế, Tài chính;", id="behind a common word"),
        pytest.param("- Các sở, ban, ngành tỉnh;", id="by its group"),
        pytest.param("- Như Điều 3;", id="by an article"),
        pytest.param("- Các đơn vị có tên trong Chỉ thị;", id="as one that is named above"),
        pytest.param("- Các cơ quan liên quan;", id="as one that it concerns"),
        pytest.param("- STC, SNNMT;", id="by its first letters"),
    ],
)
def test_body_that_the_recipients_hold(recipients: str) -> None:
    assert _left_out("1. Sở Tài chính: Bố trí kinh phí.", recipients) == []


@pytest.mark.parametrize(
    "tasks",
    [
        pytest.param("1. UBND các xã: Tuyên truyền, vận động.", id="units below"),
        pytest.param("1. Ban Chỉ đạo bảo vệ rừng: Trực 24/24 giờ.", id="a committee for a purpose"),
        pytest.param("- Báo cáo tổng hợp gửi UBND tỉnh, Sở Y tế hằng ngày.\n- Báo cáo: theo tuần.", id="a report"),
        pytest.param("1. Phòng chống dịch:\n2. Thống kê tình hình: Hằng tuần.", id="an act with the name of an office"),
        pytest.param("1. Rà soát phương án, gửi Sở Tài chính chủ trì tổng hợp.", id="inside a sentence"),
    ],
)
def test_those_that_need_not_be_told(tasks: str) -> None:
    assert _left_out(tasks) == []


def test_first_letters_with_a_hyphen_name_a_body() -> None:
    assert _left_out("1. Đài Phát thanh và Truyền hình tỉnh: Đưa tin.", "- Đài PT-TH tỉnh;") == []


def test_names_that_may_be_parted_in_many_ways_are_read_once() -> None:
    before = time.process_time()

    assert _left_out("- " + 40 * "Sở Ban Phòng " + "!") == []
    assert time.process_time() - before < _SECONDS


_SECONDS = 5  # it takes a fraction of one; hours where each way is tried


def test_report_gives_no_tasks() -> None:
    assert _left_out("1. Sở Tài chính: Bố trí kinh phí.", kind="BÁO CÁO") == []


def test_it_is_loud_only_where_the_others_are_told_one_by_one() -> None:
    tasks = "1. Sở Nông nghiệp và Môi trường: Kiểm tra.\n2. Công an tỉnh: Tuần tra.\n3. Sở Tài chính: Bố trí kinh phí."
    severities = []
    for recipients in (f"{_SOME}\n- Công an tỉnh;", _SOME):
        report = read_text(_HEAD.format(kind="KẾ HOẠCH", tasks=tasks, recipients=recipients))
        severities.append({one.severity for one in check_recipients_of_tasks(report)})
    assert severities == [{"warning"}, {"info"}]


@pytest.mark.parametrize("body", ["Công an xã", "Phòng Văn hóa - Xã hội xã"])
def test_the_committee_of_the_commune_stands_for_its_offices(body: str) -> None:
    assert _left_out(f"1. {body}: Tuyên truyền.", "- Đảng ủy xã;\n- UBND, UBMTTQVN xã;", kind="KẾ HOẠCH") == []
