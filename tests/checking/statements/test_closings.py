"""What the last sentence calls the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "layout"
END = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nCHỦ TỊCH\n(Đã ký)\n"


def _told(found_in: FoundIn, title: str, closing: str) -> list[str]:
    text = f"{HEAD}{title}\n\nI. NỘI DUNG\n\nTrồng 12 ha cây.\n\n{closing}{END}"
    return [passage for case, passage in found_in(text, KIND) if case == "own-name"]


@pytest.mark.parametrize(
    ("title", "closing"),
    [
        pytest.param("BÁO CÁO\nKết quả quý III", "Trên đây là Báo cáo kết quả quý III của xã./.", id="the same"),
        pytest.param("BÁO CÁO\nKết quả quý III", "Trên đây là kết quả quý III của xã./.", id="no type"),
        pytest.param(
            "BÁO CÁO\nNhanh tình hình mưa lũ", "Trên đây là báo cáo nhanh của xã./.", id="quick, as the title"
        ),
        pytest.param(
            "BÁO CÁO\nTổng kết năm", "Trên đây là báo cáo tổng kết năm của xã./.", id="a review, as the title"
        ),
        pytest.param("THÔNG BÁO\nKết luận phiên họp", "Trên đây là kết luận của Chủ tịch./.", id="what it announces"),
        pytest.param(
            "QUYẾT ĐỊNH\nBan hành Kế hoạch trồng cây", "Trên đây là Kế hoạch trồng cây./.", id="what it issues"
        ),
        pytest.param(
            "BÁO CÁO\nKết quả Kế hoạch số 12", "Trên đây là kế hoạch đã thực hiện./.", id="what it reports on"
        ),
        pytest.param("KẾ HOẠCH\nTrồng cây", "Trên đây là Kế hoạch trồng cây năm 2026./.", id="a plan"),
    ],
)
def test_document_called_by_its_name(title: str, closing: str, found_in: FoundIn) -> None:
    assert _told(found_in, title, closing) == []


@pytest.mark.parametrize(
    ("title", "closing", "said"),
    [
        pytest.param("KẾ HOẠCH\nTrồng cây", "Trên đây là Báo cáo trồng cây của xã./.", "Báo cáo", id="a report"),
        pytest.param("BÁO CÁO\nKết quả trồng cây", "Trên đây là Tờ trình của xã./.", "Tờ trình", id="a request"),
        pytest.param("PHƯƠNG ÁN\nPhòng cháy", "Trên đây là Kế hoạch phòng cháy./.", "Kế hoạch", id="a plan"),
        pytest.param("TỜ TRÌNH\nXin kinh phí", "Trên đây là Báo cáo của xã./.", "Báo cáo", id="for a request"),
        pytest.param("BÁO CÁO\nTình hình mưa lũ", "Trên đây là báo cáo nhanh của xã./.", "báo cáo nhanh", id="quick"),
        pytest.param("BÁO CÁO\nKết quả quý III", "Trên đây là báo cáo sơ bộ của xã./.", "báo cáo sơ bộ", id="first"),
        pytest.param("HƯỚNG DẪN\nTrồng cây", "Trên đây là Kế hoạch trồng cây./.", "Kế hoạch", id="a guide"),
        pytest.param(
            "BÁO CÁO\nKết quả quý III", "Trên đây là báo cáo giải trình của xã./.", "báo cáo giải trình", id="an answer"
        ),
    ],
)
def test_document_called_otherwise(title: str, closing: str, said: str, found_in: FoundIn) -> None:
    assert _told(found_in, title, closing) == [said]
