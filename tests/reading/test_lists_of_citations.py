"""Documents cited together, one line each: what every one of them is given."""

from __future__ import annotations

import pytest
from cited import finds

# Conjunctions, heads in the plural, ranges
LISTS = (
    (
        "các Công văn: số 12/UBND-NV ngày 01/3/2023, số 15/UBND-NV ngày 02/4/2023 và số 20/UBND-NV ngày 03/5/2023",
        (
            "12/UBND-NV|2023-03-01",
            "15/UBND-NV|2023-04-02",
            "20/UBND-NV|2023-05-03",
        ),
    ),
    (
        "các Quyết định số 217, 218-QĐ/TW của Bộ Chính trị",
        (
            "217-QĐ/TW",
            "218-QĐ/TW",
        ),
    ),
    (
        "các Nghị quyết 18, 19-NQ/TW",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "các Nghị quyết: 18-NQ/TW, 19-NQ/TW, 20-NQ/TW",
        (
            "18-NQ/TW",
            "19-NQ/TW",
            "20-NQ/TW",
        ),
    ),
    (
        "Quyết định số 217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        (
            "217-QĐ/TW|2013-12-12|Bộ Chính trị",
            "218-QĐ/TW|2013-12-12|Bộ Chính trị",
        ),
    ),
    (
        "Nghị định số 48/2013/NĐ-CP, số 92/2017/NĐ-CP và số 61/2018/NĐ-CP",
        (
            "48/2013/NĐ-CP",
            "92/2017/NĐ-CP",
            "61/2018/NĐ-CP",
        ),
    ),
    (
        "Quyết định số 217/QĐ-UBND và số 218/QĐ-UBND ngày 12/12/2013",
        (
            "217/QĐ-UBND|2013-12-12",
            "218/QĐ-UBND|2013-12-12",
        ),
    ),
    (
        "Kế hoạch số 12-KH/TU; số 15-KH/TU; số 16-KH/TU",
        (
            "12-KH/TU",
            "15-KH/TU",
            "16-KH/TU",
        ),
    ),
    (
        "Chỉ thị 05-CT/TW, Kết luận 01-KL/TW",
        (
            "05-CT/TW",
            "01-KL/TW",
        ),
    ),
    (
        "Các Kế hoạch số 12, 15, 18/KH-UBND của UBND tỉnh",
        (
            "12/KH-UBND",
            "15/KH-UBND",
            "18/KH-UBND",
        ),
    ),
    (
        "Nghị quyết số 1654 đến số 1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 1654-1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 1654/NQ-UBTVQH15 đến số 1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 18 và số 19 của Ban Chấp hành Trung ương khóa XII",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "Nghị quyết 18, Nghị quyết 19 của Trung ương",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "Quyết định 217, Quyết định 218 của Bộ Chính trị",
        (
            "217-QĐ/TW",
            "218-QĐ/TW",
        ),
    ),
    (
        "Công văn 12/UBND-NV, 13/UBND-NV; Công văn 14/SNV-CCHC",
        (
            "12/UBND-NV",
            "13/UBND-NV",
            "14/SNV-CCHC",
        ),
    ),
    (
        "các văn bản: Chỉ thị số 05-CT/TW, Kế hoạch số 12-KH/TU",
        (
            "05-CT/TW",
            "12-KH/TU",
        ),
    ),
    (
        "Luật số 65/2025/QH15, Luật số 72/2025/QH15",
        (
            "65/2025/QH15",
            "72/2025/QH15",
        ),
    ),
    (
        "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
        (
            "18-NQ/TW|2017-10-25|Ban Chấp hành Trung ương",
            "19-NQ/TW|2017-10-25|Ban Chấp hành Trung ương",
        ),
    ),
    (
        "các Nghị định về dân chủ: số 71/1998, số 29/1998 của Chính phủ",
        (
            "71/1998/NĐ-CP||Chính phủ",
            "29/1998/NĐ-CP||Chính phủ",
        ),
    ),
)


@pytest.mark.parametrize(("text", "found"), [*LISTS])
def test_list(text: str, found: tuple[str, ...]) -> None:
    assert finds(f"Các cơ quan đã triển khai: {text}.", found) == list(found)
