"""The work of checking grows with the length of a text, whatever it repeats."""

from __future__ import annotations

import time

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from counted_work import calls_of
from tongket.checking.check import check_report

TITLED = "Kế hoạch số {n}/KH-UBND ngày {day}/02/2023 của UBND huyện Sông Gia về triển khai công tác dân vận năm {n}. "


@pytest.mark.parametrize(
    "repeated",
    [
        pytest.param("Quyết định số {n}/QĐ-UBND ngày 01/02/2023 của UBND huyện Sông Gia; ", id="documents of one day"),
        pytest.param("Quyết định số {n}/QĐ-UBND ngày {day}/02/2023 của UBND huyện Sông Gia; ", id="of many days"),
        pytest.param(TITLED, id="documents of one title"),
        pytest.param(
            "Kế hoạch số 12/KH-UBND của UBND xã Lũng {n}. Kế hoạch số 21/KH-UBND của UBND xã Pa {n}. ",
            id="two numbers again and again",
        ),
        pytest.param("Tổng số {n} hộ, trong đó {n} hộ nghèo, gồm {n} hộ dân tộc, ", id="wholes in one sentence"),
        pytest.param("Trong kỳ không có đơn thư khiếu nại. Tiếp nhận {n} đơn khiếu nại. ", id="denials and numbers"),
        pytest.param("Không có hộ {n} nghèo bỏ học. ", id="many things denied"),
        pytest.param("Lốc làm {n} nhà bị tốc mái. Không có thiệt hại về người. ", id="harm denied and told of goods"),
        pytest.param("Tiêu hủy {n} con lợn. Chưa phát hiện dịch bệnh trên đàn vật nuôi. ", id="epidemics denied"),
        pytest.param("Năng suất đạt {n} tạ/ha, sản lượng đạt {n} tấn. ", id="yields"),
        pytest.param("Xã chưa tổ chức mô hình dân vận khéo. ", id="one thing denied again and again"),
        pytest.param("Bình quân mỗi xã {n} mô hình; {n} xã có {n} mô hình. ", id="means"),
        pytest.param("Bảng {n}. Số hộ\nTT\tTên\tSố\n1\tHộ\t{n}\n2\tNgười\t{n}\n\nCó {n} hộ nghèo. ", id="tables"),
        pytest.param("Khởi công nhà văn hóa ngày {day}/3/2023, khánh thành ngày {day}/8/2023. ", id="steps and days"),
        pytest.param(
            "Quý I tiếp {n} lượt, quý II tiếp {n} lượt, 6 tháng tiếp {n} lượt, ", id="periods in one sentence"
        ),
        pytest.param("+ Giỏi: {n} em (30%) + Khá: {n} em (45%) ", id="grades"),
        pytest.param("Luật cán bộ công chức ", id="names of laws without a mark"),
        pytest.param("PHỤ LỤC {n}\nSố hộ năm 2023\nTT\tTên\tSố\n1\tHộ\t{n}\n\n", id="appendices"),
        pytest.param(
            "Công bố kết luận ngày {day}/4/2023, sau khi có kết luận kiểm tra, họp ngày {day}/4/2023. ",
            id="days after an act",
        ),
        pytest.param(
            "Các xã đều tổ chức lễ hội văn hóa {n}. Có 2/9 xã tổ chức ngày hội văn hóa dân tộc trong năm. ",
            id="what all do and some",
        ),
        pytest.param(
            "Phấn đấu kết nạp thêm {n} đoàn viên, đưa tổng số lên 5.{n} đoàn viên. ", id="aims that add to numbers"
        ),
    ],
)
def test_work_grows_with_the_text(repeated: str) -> None:
    few, many = (_work(repeated, times) for times in (60, 240))
    assert many < 5 * few


def _work(repeated: str, times: int) -> int:
    body = "".join(repeated.replace("{n}", str(n)).replace("{day}", str(n % 28 + 1)) for n in range(100, 100 + times))
    report = read_text(HEAD + TITLE + body + TAIL)
    return calls_of(lambda: check_report(report))


_MARKS = {"blanks": " ", "dots": " …", "dots without blanks": "…", "ends of lines": " \n", "tabs": "\t"}
_MARKS |= {"brackets": "("}


@pytest.mark.parametrize("said", ["Tổng số hộ", "Xã có 120 hộ", "Chiếm 33,3%", "Theo Nghị định số 30/2020/NĐ-CP"])
@pytest.mark.parametrize("repeated", [pytest.param(one, id=name) for name, one in _MARKS.items()])
@pytest.mark.parametrize("marks", [25_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_a_long_run_of_one_mark_is_passed_over(marks: int, repeated: str, said: str) -> None:
    title = "BÁO CÁO\nKết quả công tác dân vận quý II năm 2023\n\n"
    report = read_text(HEAD + title + said + marks * repeated + "ok" + TAIL)
    before = time.process_time()
    check_report(report)
    assert time.process_time() - before < _SECONDS[marks]


# A hundred thousand take a fraction of a second; minutes where each looks at all that follow it: of a quarter of them a
# sixteenth of that.
_SECONDS = {25_000: 2, 100_000: 20}
