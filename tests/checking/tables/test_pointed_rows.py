"""Numbers of sentences that point to a table and name one of its rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

TABLE = (
    "\n\nBiểu 1. Đóng góp quỹ\nSTT\tKhu dân cư\tSố hộ\tSố tiền (triệu đồng)\n1\tNà Lìn\t212\t11,8\n"
    "2\tTông Cọ\t188\t10,4\n3\tBản Dền\t176\t9,7\n\tCộng\t576\t31,9\n"
)
PUPILS = (
    "\n\nPHỤ LỤC 1\nQuần chúng học lớp nhận thức về Đảng\nTT\tKhối\tNam\tNữ\tTổng\n1\tKhu phố\t11\t14\t25\n"
    "2\tCơ quan\t8\t9\t17\n3\tTrường học\t9\t11\t20\n\tCộng\t28\t34\t62\n"
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Khu dân cư Tông Cọ đóng góp 14,0 triệu đồng (xem Biểu 1).", ["14,0 triệu đồng"], id="another"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 10,4 triệu đồng (xem Biểu 1).", [], id="the same"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 2,5 triệu đồng cho việc khác (xem Biểu 1).", [], id="far from it"),
        pytest.param("Khu dân cư Tông Cọ đóng góp 14,0 triệu đồng.", [], id="without pointing"),
    ],
)
def test_rows_that_a_sentence_points_to(sentence: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(sentence + TABLE, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("Cử 64 quần chúng đi học lớp nhận thức về Đảng (phụ lục 1).", ["64 quần chúng"], id="another"),
        pytest.param("Cử 62 quần chúng đi học lớp nhận thức về Đảng (phụ lục 1).", [], id="the same"),
        pytest.param("Mời 64 đại biểu dự lễ (phụ lục 1).", [], id="another noun"),
        pytest.param("Cử 64 quần chúng đi học lớp nhận thức về Đảng (phụ lục 2).", [], id="another appendix"),
    ],
)
def test_totals_that_a_number_points_to(sentence: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(sentence + PUPILS, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("Trồng rừng mới được 487 ha (Biểu số 01).", ["487 ha"], id="its digits in another order"),
        pytest.param("Trồng rừng mới được 478 ha (Biểu số 01).", [], id="the total"),
        pytest.param("Trồng rừng mới được 162,5 ha (Biểu số 01).", [], id="a row's"),
        pytest.param("Chăm sóc rừng được 460 ha (Biểu số 01).", [], id="of no column"),
    ],
)
def test_a_number_that_sends_to_an_appendix_is_the_total_of_its_column(
    said: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    table = (
        "\n\nBiểu số 01\nMỘT SỐ CHỈ TIÊU THEO XÃ\n\nTT\tXã\tTrồng rừng mới (ha)\tHộ nghèo đầu năm (hộ)\n"
        "1\tNậm Lúa\t112\t96\n2\tBản Hón\t203,5\t402\n3\tMường Tà\t162,5\t511\n\tTổng cộng\t478\t1.009\n"
    )
    assert [words for _, words in findings_of(said + table, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param(
            "Ngành sửa chữa 17 phòng học và mua 220 bộ bàn ghế (theo Phụ lục 02).",
            ["17 phòng học"],
            id="before another number",
        ),
        pytest.param("Ngành sửa chữa 15 phòng học và mua 220 bộ bàn ghế (theo Phụ lục 02).", [], id="the total"),
        pytest.param(
            "Ngành sửa chữa 17 phòng học (danh sách tại Phụ lục 2 kèm theo).", ["17 phòng học"], id="which is attached"
        ),
        pytest.param("Ngành sửa chữa 03 phòng học lớn (theo Phụ lục 02).", [], id="as many as rows"),
    ],
)
def test_a_total_under_the_numbers_of_rows(said: str, found: list[str], findings_of: FindingsOf) -> None:
    table = (
        "\n\nPHỤ LỤC 02\nDanh mục sửa chữa phòng học\nSTT\tTrường\tSố phòng\n1\tTiểu học Nà Luông\t6\n"
        "2\tTrung học cơ sở Pác Khuổi\t5\n3\tMầm non Hoa Ban\t4\nCộng\t\t15\n"
    )
    assert [words for _, words in findings_of(said + table, "body-appendix-mismatch")] == found
