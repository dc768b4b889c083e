"""The appendix: members by organisation, as a table whose totals are right unless a fault says otherwise."""

from __future__ import annotations

from .blocks import Cell, Paragraph, Table
from .case import Case
from .facts import ORGANISATIONS
from .numbers import whole
from .richtext import Text
from .statements import ORG_NAMES

_WIDTHS = (600, 2700, 1300, 1300, 1300, 1300, 1200)


def membership_table(case: Case) -> tuple[Paragraph | Table, ...]:
    """Label, title, caption, table. The caption says the date of the figures, unless left out."""
    label = Text(case.rng.choice(("PHỤ LỤC", "PHỤ LỤC", "Biểu số 01")))
    if case.takes("near:annex-by-another-name"):
        label = Text("Biểu số 01").marked("near", finding="incomplete", why="the appendix that the text promises")
    title = "KẾT QUẢ TẬP HỢP ĐOÀN VIÊN, HỘI VIÊN VÀO CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI"
    as_of = f"{case.up_to.day:02}/{case.up_to.month}/{case.up_to.year}"
    caption = Text(f"(Số liệu tính đến ngày {as_of})")
    if case.takes("period:annex"):
        wrong = Text("ngày 31/12/2019").marked("error", finding="period-mismatch")
        caption = "(Số liệu tính đến " + wrong + ")"
    return (
        Paragraph(label, "centre", bold=True),
        Paragraph(Text(title), "centre", bold=True),
        Paragraph(caption, "caption", italic=True),
        Table(_rows(case), _WIDTHS, heading_rows=2),
    )


def _rows(case: Case) -> tuple[tuple[Cell, ...], ...]:
    head = (
        Cell(Text("TT"), rows=2, bold=True),
        Cell(Text("Tổ chức"), rows=2, bold=True),
        Cell(Text("Số người trong độ tuổi, đối tượng tập hợp"), rows=2, bold=True),
        Cell(Text("Số đoàn viên, hội viên"), columns=2, bold=True),
        Cell(Text("Kết nạp mới trong kỳ"), rows=2, bold=True),
        Cell(Text("Tỷ lệ tập hợp (%)"), rows=2, bold=True),
    )
    now = f"Đến {case.up_to.month}/{case.up_to.year}"
    second = (Cell(Text("Năm 2021"), bold=True), Cell(Text(now), bold=True))
    total = _total(case)
    body = [_row(case, index, code) for index, code in enumerate(ORGANISATIONS, start=1)]
    return (head, second, *body, total)


def _row(case: Case, index: int, code: str) -> tuple[Cell, ...]:
    one = case.facts.orgs[code]
    blank = case.takes(f"near:blank-{code}")
    admitted = Text("") if blank else _number(case, one.admitted, "admitted", code)
    rate = case.pct(one.now, one.eligible, "rate", decimals=2)
    rate = Text(rate.text[:-1], ()).marked("figure", **{**rate.marks[0].data, "cell": code})
    return (
        Cell(Text(str(index))),
        Cell(Text(ORG_NAMES[code][0])),
        Cell(_number(case, one.eligible, "eligible", code)),
        Cell(_number(case, one.before, "members_before", code)),
        Cell(_number(case, one.now, "members", code)),
        Cell(admitted),
        Cell(rate),
    )


def _total(case: Case) -> tuple[Cell, ...]:
    orgs = case.facts.orgs.values()
    members = sum(one.now for one in orgs)
    shown = _number(case, members, "members", "")
    if case.takes("table:total"):
        shown = _number(case, members + 40, "members", "").marked("error", finding="table-total-mismatch")
    eligible = sum(one.eligible for one in orgs)
    rate = case.pct(members, eligible, "rate", decimals=2)
    rate = Text(rate.text[:-1], ()).marked("figure", **rate.marks[0].data)
    if case.takes("near:total-rate"):
        rate = rate.marked("near", finding="table-total-mismatch", why="a ratio of sums, no sum of the column")
    return (
        Cell(Text("")),
        Cell(Text("Tổng cộng"), bold=True),
        Cell(_number(case, eligible, "eligible", ""), bold=True),
        Cell(_number(case, sum(one.before for one in orgs), "members_before", ""), bold=True),
        Cell(shown, bold=True),
        Cell(_number(case, sum(one.admitted for one in orgs), "admitted", ""), bold=True),
        Cell(rate, bold=True),
    )


def _number(case: Case, value: int, key: str, code: str) -> Text:
    data = {"value": value, "unit": "", "qualifier": "", "statement": key, "cell": code, "table": True}
    return Text(whole(value, case.numbers)).marked("figure", **data)
