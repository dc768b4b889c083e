from __future__ import annotations

from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.programmes.match import match_report
from tongket.reading.read import read_source
from tongket.road.drafting import new_programme, write_blank_forms
from used_matches import used_matches

REPORT = """\
BÁO CÁO
Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU

I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO
Xã đã tổ chức 12 hội nghị quán triệt riêng; 30 hội nghị lồng ghép quán triệt.
Đã tiến hành 05 cuộc kiểm tra, giám sát việc thực hiện Chỉ thị.

II. KẾT QUẢ THỰC HIỆN
Tổ chức 04 cuộc đối thoại với Nhân dân. Trong kỳ có 07 cuộc tiếp xúc cử tri.
Toàn xã duy trì 09 mô hình dân vận khéo. Dư nợ vốn vay ủy thác qua các đoàn thể đạt 5.900.000.000 đồng.
Có 15 tập thể được khen thưởng.
"""


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("mau")
    letter, forms = write_blank_forms("ct-06-tu", folder / "mau")
    programme = new_programme(letter, folder / "moi", workbook=forms).programme
    path = folder / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    report = read_source(open_source(Path(path)))
    names = {one.code: one.name for one in programme.indicators}
    return {names[one.indicator]: str(one.value) for one in used_matches(match_report(report, programme), programme)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Hội nghị quán triệt riêng", "12"),
        ("Hội nghị lồng ghép quán triệt", "30"),
        ("Cuộc kiểm tra, giám sát việc thực hiện Chỉ thị", "5"),
        ("Cuộc đối thoại với Nhân dân", "4"),
        ("Cuộc, điểm tiếp xúc cử tri", "7"),
        ("Mô hình “Dân vận khéo” đang duy trì", "9"),
        ("Dư nợ vốn vay ủy thác qua các đoàn thể", "5900000000"),
        ("Tập thể được biểu dương, khen thưởng", "15"),
    ],
)
def test_prose_finds_the_indicators_of_a_form(used: dict[str, str], name: str, value: str) -> None:
    assert used.get(name) == value


def test_no_other_indicator_takes_a_figure(used: dict[str, str]) -> None:
    assert len(used) <= 9
