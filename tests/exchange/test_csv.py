"""observations.csv: what spreadsheets and programs read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from tongket.exchange.csv import observations_csv, write_observations_csv
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS

ONE = Observation(
    "QT-01", "", "x1", "area", "2021-01-01/2026-09-30", "UBND xã A", "ct06", 1, 1, 1234, None, 2, "%", "", "reported",
    "read", 0.9, "a.docx", "ab", 3, 9, 'Đạt 12,34%, "cao"',
)  # fmt: skip


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_header_is_the_list_of_columns_even_without_rows() -> None:
    assert observations_csv([]).decode("utf-8-sig") == ",".join(OBSERVATIONS.names) + "\r\n"


def test_a_row(tmp_path: Path) -> None:
    write_observations_csv(tmp_path / "o.csv", [ONE])
    (row,) = rows((tmp_path / "o.csv").read_bytes())
    assert (row["amount"], row["scale"], row["amount_high"], row["period_start"]) == ("1234", "2", "", "2021-01-01")
    assert (row["passage"], row["unit"], row["span_start"]) == ('Đạt 12,34%, "cao"', "x1", "3")


def test_an_absent_value_is_empty_and_not_zero() -> None:
    (row,) = rows(observations_csv([replace(ONE, amount=None, status="none-occurred")]))
    assert (row["amount"], row["status"]) == ("", "none-occurred")


def test_text_is_never_run_as_a_formula_and_negative_numbers_stay_numbers() -> None:
    (row,) = rows(observations_csv([replace(ONE, passage="- Cấp xã: =1+1", amount=-5)]))
    assert (row["passage"], row["amount"]) == ("'- Cấp xã: =1+1", "-5")
