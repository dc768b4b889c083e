"""Rows of a table that lists documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_LIST = (
    "STT\tSố, ký hiệu\tNgày ban hành\tCơ quan ban hành\tTrích yếu\n1\t12/KH-UBND\t05/02/2026\tUBND xã\tKế hoạch dân"
    " vận\n"
    "2\t15/KH-UBND\t{day}\t{issuer}\t{title}\n3\t21/KH-UBND\t10/3/2026\tUBND xã\tKế hoạch phòng, chống thiên tai"
)


@pytest.mark.parametrize(
    ("day", "issuer", "title", "kind", "words"),
    [
        ("20/02/2026", "UBND xã", "Kế hoạch chuyển đổi số", "citation-conflict", []),
        ("20/02/2026", "UBND xã", "Về chuyển đổi số", "date-chronology", []),
        ("20/02/2026", "UBND xã", "Quyết định chuyển đổi số", "citation-conflict", ["Quyết định"]),
        ("20/02/2026", "Đảng ủy", "Kế hoạch chuyển đổi số", "citation-conflict", ["Đảng ủy"]),
        ("20/02/2025", "UBND xã", "Kế hoạch chuyển đổi số", "date-chronology", ["20/02/2025"]),
        ("20/4/2026", "UBND xã", "Kế hoạch chuyển đổi số", "date-chronology", ["20/4/2026"]),
    ],
)
def test_rows_of_documents(  # each column on its own
    day: str, issuer: str, title: str, kind: str, words: list[str], findings_of: FindingsOf
) -> None:
    assert [said for _, said in findings_of(_LIST.format(day=day, issuer=issuer, title=title), kind)] == words


def test_a_list_that_does_not_go_by_numbers(findings_of: FindingsOf) -> None:
    body = "STT\tSố, ký hiệu\tNgày\n1\t215/KH-UBND\t05/12/2025\n2\t08/KH-UBND\t20/01/2026\n3\t21/KH-UBND\t10/3/2026"
    assert findings_of(body, "date-chronology") == []


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ("Quy định số 58-QĐ/TU ngày 12/4/2026 của Tỉnh ủy", []),
        ("Quyết định số 586/QĐ-UBND ngày 12/4/2026 của UBND tỉnh", []),
        ("Quy định số 586/QĐ-UBND ngày 12/4/2026 của UBND tỉnh", ["type"]),
    ],
)
def test_a_rule_under_the_mark_of_a_decision(cited: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(f"Thực hiện {cited}.", "citation-conflict")] == found
