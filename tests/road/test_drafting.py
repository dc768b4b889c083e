from __future__ import annotations

from pathlib import Path

import pytest
from equal_indicators import TIME, compare, paired
from sheets import write_workbook

from tongket.programmes.load import load_programme
from tongket.road.decisions import DECISIONS_FILE, read_decisions
from tongket.road.drafting import new_programme, read_request, write_blank_forms

BUILT_IN = ("ct-06-tu", "kl-62-tw")


@pytest.mark.parametrize("code", BUILT_IN)
def test_a_programme_comes_back_from_its_own_blank_forms(code: str, tmp_path: Path) -> None:
    letter, forms = write_blank_forms(code, tmp_path / "mau")
    rebuilt = new_programme(letter, tmp_path / "moi", workbook=forms).programme
    found = compare(load_programme(code), rebuilt)
    print(code, f"{found.share():.3f} {found.share(TIME):.3f}", found.exact_names, *found.lines(), sep="\n")  # noqa: T201 - the list of what differs, for those who ask (-s)
    assert found.share() >= 0.95
    assert found.share(TIME) == 1


@pytest.mark.parametrize("code", BUILT_IN)
def test_with_stock_and_flow_decided_every_indicator_is_equal(code: str, tmp_path: Path) -> None:
    original = load_programme(code)
    letter, forms = write_blank_forms(code, tmp_path / "mau")
    first = new_programme(letter, tmp_path / "moi", workbook=forms).programme
    pairs = paired(original, first)
    decided = {f"{pairs[one.code]}.over_time": one.over_time for one in original.indicators if one.code in pairs}
    rebuilt = new_programme(letter, tmp_path / "lai", workbook=forms, answers=decided).programme
    assert compare(original, rebuilt).share() == 1


@pytest.mark.parametrize("code", BUILT_IN)
def test_the_letter_alone_holds_the_forms_too(code: str, tmp_path: Path) -> None:
    letter, forms = write_blank_forms(code, tmp_path / "mau")
    alone = read_request(letter).programme
    both = read_request(letter, forms).programme
    assert compare(both, alone).share() >= 0.95


def test_every_decision_has_its_place_and_default(tmp_path: Path) -> None:
    letter, forms = write_blank_forms("ct-06-tu", tmp_path / "mau")
    made = new_programme(letter, tmp_path / "moi", workbook=forms)
    stocks = [one for one in made.decisions if one.question == "over_time"]
    counted = [one for one in made.programme.indicators if one.kind in ("integer", "money", "decimal")]
    assert {one.target[1] for one in stocks} == {one.code for one in counted}
    for one in stocks:
        line = Path(one.file).read_text(encoding="utf-8").splitlines()[one.line - 1]
        assert one.target[1] in line
        assert one.default in one.choices
    assert {"programme.asked", "programme.due", "PL1.owner", "PL1.extent"} <= {one.key for one in made.decisions}
    assert (tmp_path / "moi" / DECISIONS_FILE).is_file()


def test_decisions_that_a_person_filled_in_are_applied(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    letter, forms = write_blank_forms("ct-06-tu", tmp_path / "mau")
    first = new_programme(letter, tmp_path / "moi", workbook=forms)
    stock = next(one for one in first.decisions if one.question == "over_time" and one.default == "sum")
    book = load_workbook(tmp_path / "moi" / DECISIONS_FILE)
    answers = {stock.key: "latest", "PL1.owner": "mttq", "PL1.extent": "area", "programme.due": "commune=2026-10-15"}
    for row in book.active.iter_rows(min_row=2):
        if row[0].value in answers:
            row[7].value = answers[row[0].value]
    book.save(tmp_path / "da-quyet.xlsx")
    decided = read_decisions(tmp_path / "da-quyet.xlsx")
    assert decided == answers
    second = new_programme(letter, tmp_path / "lai", workbook=forms, answers=decided).programme
    changed = second.indicator(stock.target[1])
    assert changed is not None
    assert changed.over_time == "latest"
    owners = {one.owner for one in second.indicators if one.dimensions and one.kind == "integer"}
    assert owners == {"mttq", ""}  # '' is of the one figure that stands in no form
    assert second.schedule is not None
    assert [(due.level, due.date) for due in second.schedule.dues] == [("commune", "2026-10-15")]


def test_a_form_of_five_hundred_rows_is_read_whole(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Biểu số 1"], ["TỔNG HỢP"], ["STT", "Chỉ tiêu", "Đơn vị tính", "Cấp tỉnh", "Cấp xã"]]
    for number in range(1, 501):
        group = f"Nhóm việc {number // 10}"
        rows += [[str(number), f"Số cuộc kiểm tra về lĩnh vực thứ {number} thuộc {group}", "cuộc", None, None]]
    path = write_workbook(tmp_path / "lon.xlsx", {"B1": rows})
    programme = new_programme(None, tmp_path / "moi", workbook=path).programme
    assert len(programme.indicators) == 500
    assert len({one.code for one in programme.indicators}) == 500
