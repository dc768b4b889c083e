"""Numbers of a scan that are not sure: findings, not facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tongket.files.open import source_of
from tongket.model.sources import Doubt
from tongket.programmes.load import load_programme
from tongket.programmes.match import match_report
from tongket.reading.read import read_source
from used_matches import used_matches

TEXT = """BÁO CÁO
Sơ kết thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy
I. KẾT QUẢ THỰC HIỆN
Toàn xã đã tổ chức 12 hội nghị quán triệt riêng Chỉ thị với 960 lượt người tham dự.
"""


def used(doubted: str) -> set[str]:
    """The passages whose values are used when recognition is unsure of ``doubted``."""
    source = source_of(TEXT.encode(), str(Path("a.txt")))
    if doubted:
        at = TEXT.index(doubted)
        source = replace(source, scanned=True, confidence=0.9, doubts=(Doubt(at, at + len(doubted), 0.4),))
    programme = load_programme("ct-06-tu")
    matches = match_report(read_source(source), programme, "commune")
    return {TEXT[one.start : one.end] for one in used_matches(matches, programme)}


def test_a_number_in_doubt_is_not_used() -> None:
    sure, unsure = used(""), used("960")
    assert any("960" in passage for passage in sure)
    assert not any("960" in passage for passage in unsure)
    assert unsure == {passage for passage in sure if "960" not in passage}


def test_a_word_in_doubt_leaves_its_number_alone() -> None:
    assert used("người") == used("")
