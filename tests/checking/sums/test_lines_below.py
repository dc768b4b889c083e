"""Totals over items on lines of their own, with brackets, wrapped lines and bare numbers between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]
KIND = "sum-mismatch"
OPENS = "Tổng số tiếp nhận là 98 hồ sơ (nộp trực tiếp: 84; nộp trực tuyến: 14), trong đó:\n"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"{OPENS}- Lĩnh vực Đất đai: 58 hồ sơ (đã trả).\n- Lĩnh vực Hộ tịch: 40 (đang giải quyết)", id="right"
        ),
        pytest.param(
            "Được giao 72 cán bộ. Trong đó:\n- Có bằng đại học: 61 cán bộ.\n- Biết tin học: 44 cán bộ.\n- Phù hợp.",
            id="people who may have both",
        ),
        pytest.param(f"{OPENS}- Lĩnh vực Đất đai: 58 hồ sơ.\n- Lĩnh vực Hộ tịch: 19 hồ sơ.", id="picked out"),
        pytest.param(
            "Tiếp 1.286 lượt/1.412 người, giảm 8,27% so với cùng kỳ (1.402 lượt), cụ thể:\n- Trụ sở: 214 lượt;\n- Cấp"
            " xã: 1.072 lượt.",
            id="right, and fewer than before",
        ),
        pytest.param(
            f"{OPENS}- Lĩnh vực Đất đai: 98 hồ sơ.\nXã còn tiếp dân như sau:\n- Trụ sở: 19 lượt.", id="another list"
        ),
        pytest.param(
            f"{OPENS}- Lĩnh vực Đất đai: 78 hồ sơ.\n- Lĩnh vực Hộ tịch: 19 hồ sơ.\n- Phí thu được: 12 triệu đồng.",
            id="an item of another noun",
        ),
        pytest.param(
            "Tiếp nhận 90 hồ sơ (trong kỳ 64 hồ sơ, trong đó: 63 hồ sơ trực tuyến, 01 hồ sơ trực tiếp, từ kỳ trước "
            "chuyển qua 26 hồ sơ).",
            id="parts that make it, then another matter",
        ),
        pytest.param(
            "Có 60 hộ được vay (đợt 1: 20 hộ), trong đó:\n- Nuôi trâu: 40 hộ (thôn A).\n- Nuôi dê: 35 hộ (thôn B).",
            id="households that may do both",
        ),
        pytest.param(
            "Có 60 mô hình (mới: 20), trong đó:\n- Do phụ nữ làm chủ: 40 (tăng).\n- Có liên kết: 35 (giảm).",
            id="what the things have",
        ),
        pytest.param(
            "Mở 29 buổi nói chuyện cho 860 lượt người:\n- Công an xã: 12 buổi, 360 lượt người.\n"
            "- Hội Phụ nữ: 17 buổi, 500 lượt người.",
            id="two totals of the same lines",
        ),
        pytest.param(
            "Xã giải quyết 5 vụ việc sau:\n- Tranh chấp đất: 2 vụ việc.\n- Lấn chiếm: 9 vụ việc của năm trước.",
            id="things that are told below, not counted",
        ),
    ],
)
def test_lines_that_may_stand_below_their_total(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tiếp 1.286 lượt/1.412 người, giảm 8,27% so với cùng kỳ (1.402 lượt), cụ thể:\n- Trụ sở: 241 lượt;\n- Cấp"
            " xã: 1.072 lượt.",
            [("more", "1.286 lượt")],
            id="people and growth between",
        ),
        pytest.param(
            f"{OPENS}- Lĩnh vực Đất đai: 78 hồ sơ. (nộp trực tiếp)\n- Lĩnh vực Hộ tịch: 16 hồ sơ (nộp\ntrực tuyến)\n"
            "- Xây dựng: 12 (đang giải quyết)",
            [("more", "98 hồ sơ")],
            id="more than the total",
        ),
        pytest.param(
            "Đã mở 30 lớp (cấp xã: 4), bao gồm:\n- Lớp trồng trọt: 10 lớp (thôn A);\n- Lớp chăn nuôi: 12 (thôn B);\n"
            "- Lớp thủ công: 5 (thôn C).",
            [("", "30 lớp")],
            id="less than a total that is divided",
        ),
        pytest.param(
            "Mở 26 buổi nói chuyện cho 860 lượt người:\n- Công an xã: 12 buổi, 360 lượt người.\n"
            "- Hội Phụ nữ: 17 buổi, 500 lượt người.",
            [("more", "26 buổi")],
            id="a colon alone, and another count in each line",
        ),
        pytest.param(
            "Được giao 72 cán bộ, công chức. Trong đó\n- Khối Đảng, đoàn thể: 31 cán bộ, công chức.\n- Khối chính quyền"
            " (HĐND,\nUBND): 44 cán bộ, công chức.\n- Việc bố trí cơ bản phù hợp.",
            [("more", "72 cán bộ, công chức")],
            id="people of two offices, and another matter behind them",
        ),
        pytest.param(
            "Chi chưa phân bổ 258.758 triệu đồng; bao gồm:\n- Giáo dục 10.835 triệu đồng chuyển sang năm 2026;\n"
            "- Sự nghiệp 205.050 triệu đồng chuyển sang năm 2026;\n- Quản lý (chưa giao) là 42.874 triệu đồng.",
            [("", "258.758 triệu đồng")],
            id="numbers that no colon parts from their labels",
        ),
    ],
)
def test_lines_that_do_not_make_their_total(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


PLACES = (
    "- Khen thưởng: {} tập thể\n+ Xã Khe Lạnh: 02 tập thể (đã trao);\n+ Xã Nà Pàn: 04 tập thể.\n- Phê bình: 0 tập thể."
)
COURT = (
    "- Đã giải quyết: 396 vụ\n+ Xét xử: {} vụ\n+ Đình chỉ: 80 vụ\n+ Hòa giải: 203\n+ Mở phiên họp: 2 vụ\n- Còn 10 vụ."
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(PLACES.format("06"), [], id="places, right"),
        pytest.param(PLACES.format("12"), [("", "12 tập thể")], id="places, of which all are told"),
        pytest.param(COURT.format("111"), [], id="what was done, right"),
        pytest.param(COURT.format("101"), [], id="some things done"),
        pytest.param("- Có 12 hộ nghèo\n+ Vay vốn: 09 hộ\n+ Học nghề: 04 hộ\n- Hết.", [], id="some may do both"),
    ],
)
def test_items_of_a_lower_mark(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


BEDS = (
    "- Tổng số giường bệnh: {} giường\n- Trung tâm y tế: 100 giường\n- Phòng khám: 15 giường\n- Trạm y tế: {}\n- Hết."
)
POINTS = "Thu về {} phiếu, cụ thể:\na) Hài lòng: 291 phiếu (82,2%);\nb) Bình thường có 49;\nc) Không hài lòng: {}."
BARE = "Gieo trồng {} ha, gồm:\nCây lúa: 27,9 ha\nCây ngô: {} ha\nCây sắn: 32,8 ha\nNăng suất tăng."
CLOSED = (
    "Kinh phí như sau:\n1. Ngân sách tỉnh 2.476 triệu đồng.\n2. Ngân sách xã {} triệu đồng.\nTổng cộng: {} triệu đồng."
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(BEDS.format("165", "50 giường"), [], id="a total in the same list, right"),
        pytest.param(BEDS.format("165", "50 phòng"), [], id="an item of another noun ends it"),
        pytest.param(BEDS.format("156", "50 giường"), [("", "156 giường")], id="a total in the same list"),
        pytest.param(POINTS.format("354", "14"), [], id="points, right"),
        pytest.param(POINTS.format("374", "14"), [("", "374 phiếu")], id="points, but for a slip"),
        pytest.param(POINTS.format("520", "14"), [], id="points that are some of many"),
        pytest.param(BARE.format("87,8", "27,1"), [], id="lines without marks, right to the last digit"),
        pytest.param(BARE.format("87,8", "21,7"), [("", "87,8 ha")], id="lines without marks"),
        pytest.param(CLOSED.format("953", "3.429"), [], id="a total below, right"),
        pytest.param(CLOSED.format("935", "3.429"), [("", "3.429 triệu đồng")], id="a total below"),
        pytest.param(CLOSED.format("935", "5.100"), [], id="a total of more lists"),
        pytest.param(
            "Có 120 hội viên, trong đó:\n- Nữ: 80 hội viên\n- Đảng viên: 30 hội viên\n- Dân tộc: 60 hội viên",
            [],
            id="groups that overlap, and a slip by chance",
        ),
    ],
)
def test_lists_of_any_mark(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found
