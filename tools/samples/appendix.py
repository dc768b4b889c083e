"""The appendices: members by organisation, and the figures of all other parts, as tables whose sums are right."""

from __future__ import annotations

from decimal import Decimal

from .blocks import Cell, Paragraph, Table
from .case import Case
from .facts import ORGANISATIONS
from .numbers import decimal, whole
from .richtext import Text
from .statements import ORG_NAMES

_GROWTH = (600, 2700, 1300, 1300, 1300, 1300, 1200)
_STOCK = (600, 2600, 1500, 1400, 1100, 1300, 1200)
_THEMES = (700, 5600, 1500, 1900)
_LEVELS = (700, 4700, 1400, 1400, 1500)

# Row number, label, statement, unit; "" where the row is a heading. Labels are ours; forms differ from unit to unit.
_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("I", "Công tác tuyên truyền, chỉ đạo", "", ""),
    ("1", "Hội nghị quán triệt, tuyên truyền Chỉ thị", "sessions", "Hội nghị"),
    ("2", "Lượt người tham dự các hội nghị quán triệt", "attendances", "Lượt người"),
    ("3", "Tin, bài tuyên truyền", "broadcasts", "Tin, bài"),
    ("4", "Cuộc kiểm tra, giám sát việc thực hiện Chỉ thị", "inspections", "Cuộc"),
    ("II", "Phong trào, cuộc vận động", "", ""),
    ("1", "Mô hình “Dân vận khéo” đang duy trì", "models", "Mô hình"),
    ("2", "Câu lạc bộ, tổ, nhóm theo loại hình tập hợp mới", "clubs", "CLB, tổ"),
    ("3", "Quỹ “Vì người nghèo” vận động được", "fund", "Triệu đồng"),
    ("4", "Nhà Đại đoàn kết xây mới, sửa chữa", "houses", "Căn"),
    ("5", "Hợp tác xã, tổ hợp tác được thành lập", "cooperatives", "HTX, THT"),
    ("III", "Tiếp xúc cử tri, đối thoại, giám sát", "", ""),
    ("1", "Cuộc đối thoại với Nhân dân", "dialogues", "Cuộc"),
    ("2", "Điểm tiếp xúc cử tri", "voter_meetings", "Lượt điểm"),
    ("3", "Ý kiến, kiến nghị của cử tri", "voter_opinions", "Ý kiến"),
    ("4", "Cuộc giám sát của Mặt trận và các đoàn thể", "supervisions", "Cuộc"),
    ("5", "Cuộc phản biện xã hội", "criticisms", "Cuộc"),
    ("IV", "Cán bộ, khen thưởng", "", ""),
    ("1", "Lớp tập huấn, bồi dưỡng nghiệp vụ", "classes", "Lớp"),
    ("2", "Lượt cán bộ được tập huấn, bồi dưỡng", "trained", "Lượt người"),
    ("3", "Tập thể được khen thưởng", "rewarded_groups", "Tập thể"),
    ("4", "Cá nhân được khen thưởng", "rewarded_people", "Cá nhân"),
)
_SAID_AS = {
    "supervisions": "supervision",
    "criticisms": "supervision",
    "houses": "fund",
    "attendances": "sessions",
    "cooperatives": "loans",
    "voter_meetings": "voters",
    "voter_opinions": "voters",
    "classes": "training",
    "trained": "training",
    "rewarded_groups": "rewards",
    "rewarded_people": "rewards",
}


def appendices(case: Case) -> tuple[Paragraph | Table, ...]:
    """The table of members, and in some reports a second table; each under its label."""
    second = "near:blank-level" in case.plants or case.chance(0.35)
    first = membership_table(case, "PHỤ LỤC 1" if second else "")
    return first + (themes_table(case) if second else ())


def membership_table(case: Case, label: str) -> tuple[Paragraph | Table, ...]:
    """Label, title, caption, table. The caption says the date of the figures."""
    shown = Text(label or case.rng.choice(("PHỤ LỤC", "PHỤ LỤC", "Biểu số 01")))
    if case.takes("near:annex-by-another-name"):
        shown = Text("Biểu số 01").marked("near", finding="incomplete", why="the appendix that the text promises")
    title = "KẾT QUẢ TẬP HỢP ĐOÀN VIÊN, HỘI VIÊN VÀO CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI"
    as_of = f"{case.up_to.day:02}/{case.up_to.month}/{case.up_to.year}"
    caption = Text(f"(Số liệu tính đến ngày {as_of})")
    if case.takes("period:annex"):
        wrong = Text("ngày 31/12/2019").marked("error", finding="period-mismatch", also=["date-chronology"])
        caption = "(Số liệu tính đến " + wrong + ")"
    growth = case.chance(0.5)
    return (
        Paragraph(shown, "centre", bold=True),
        Paragraph(Text(title), "centre", bold=True),
        Paragraph(caption, "caption", italic=True),
        _growth(case) if growth else _stock(case),
    )


def _growth(case: Case) -> Table:
    """Members before and now under one joined heading."""
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
    keys = ("eligible", "members_before", "members", "admitted", "rate")
    return Table((head, second, *_body(case, keys)), _GROWTH, heading_rows=2)


def _stock(case: Case) -> Table:
    """What there is now, with the branches."""
    titles = (
        "STT",
        "Tên tổ chức",
        "Quần chúng trong độ tuổi, đối tượng tập hợp (người)",
        "Đoàn viên, hội viên hiện có (người)",
        "Tỷ lệ (%)",
        "Kết nạp mới trong kỳ (người)",
        "Chi đoàn, chi hội",
    )
    head = tuple(Cell(Text(title), bold=True) for title in titles)
    keys = ("eligible", "members", "rate", "admitted", "branches")
    return Table((head, *_body(case, keys)), _STOCK)


def _body(case: Case, keys: tuple[str, ...]) -> list[tuple[Cell, ...]]:
    rows = []
    for index, code in enumerate(ORGANISATIONS, start=1):
        cells = [Cell(_value(case, key, code)) for key in keys]
        rows.append((Cell(Text(str(index))), Cell(Text(ORG_NAMES[code][0])), *cells))
    total = tuple(Cell(_total(case, key), bold=True) for key in keys)
    rows.append((Cell(Text("")), Cell(Text("Tổng cộng"), bold=True), *total))
    return rows


def _value(case: Case, key: str, code: str) -> Text:
    one = case.facts.orgs[code]
    if key == "rate":
        return _rate(case, one.now, one.eligible, code)
    amounts = {
        "eligible": one.eligible,
        "members_before": one.before,
        "members": one.now,
        "admitted": one.admitted,
        "branches": one.branches,
    }
    return _number(case, amounts[key], key, code)


def _total(case: Case, key: str) -> Text:
    orgs = case.facts.orgs.values()
    if key == "rate":
        rate = _rate(case, sum(one.now for one in orgs), sum(one.eligible for one in orgs), "")
        if case.takes("near:total-rate"):
            rate = rate.marked("near", finding="table-total-mismatch", why="a ratio of sums, no sum of the column")
        return rate
    names = {"members_before": "before", "members": "now"}
    amount = sum(getattr(one, names.get(key, key)) for one in orgs)
    if key == "members" and case.takes("table:total"):
        return _number(case, amount + 40, key, "").marked("error", finding="table-total-mismatch")
    return _number(case, amount, key, "")


def _rate(case: Case, part: int, base: int, code: str) -> Text:
    rate = case.pct(part, base, "rate", decimals=2)
    return Text(rate.text[:-1]).marked("figure", **{**rate.marks[0].data, "cell": code, "table": True})


def _number(case: Case, value: int, key: str, code: str, unit: str = "") -> Text:
    data = {"value": value, "unit": unit, "qualifier": "", "statement": key, "cell": code, "table": True}
    return Text(whole(value, case.numbers)).marked("figure", **data)


def themes_table(case: Case) -> tuple[Paragraph | Table, ...]:
    """The second appendix. In 2024 it has a column for each level, and only the writer's own is filled."""
    levels = case.year == 2024 or "near:blank-level" in case.plants
    titles = ("TT", "Nội dung", "Đơn vị tính", "Số lượng")
    if levels:
        titles = ("TT", "Nội dung", "Cấp tỉnh", "Cấp huyện", "Cấp xã")
    rows = [tuple(Cell(Text(title), bold=True) for title in titles)]
    for number, label, statement, unit in _ROWS:
        rows.append(_theme(case, number, label, statement, unit, levels=levels))
    start, end = "9/2021", f"{case.up_to.month}/{case.up_to.year}"
    return (
        Paragraph(Text("PHỤ LỤC 2"), "centre", bold=True),
        Paragraph(Text("SỐ LIỆU KẾT QUẢ THỰC HIỆN CHỈ THỊ"), "centre", bold=True),
        Paragraph(Text(f"(Số liệu từ tháng {start} đến tháng {end})"), "caption", italic=True),
        Table(tuple(rows), _LEVELS if levels else _THEMES),
    )


def _theme(case: Case, number: str, label: str, statement: str, unit: str, *, levels: bool) -> tuple[Cell, ...]:
    width = 5 if levels else 4
    if not statement:
        return (Cell(Text(number), bold=True), Cell(Text(label), columns=width - 1, bold=True))
    value = _amount(case, statement, unit)
    if not levels:
        shown = Text(label) if value.text else Text(label).marked("blank", statement=statement)
        return (Cell(Text(number)), Cell(shown), Cell(Text(unit)), Cell(value))
    empty = Text("")
    if not value.text:
        label_text = Text(label).marked("blank", statement=statement)
    elif case.takes("near:blank-level"):
        label_text = Text(label).marked("near", finding="incomplete", why="cells of other levels are rightly blank")
    else:
        label_text = Text(label)
    if case.place.level == "district":
        return (Cell(Text(number)), Cell(label_text), Cell(empty), Cell(value), Cell(empty))
    return (Cell(Text(number)), Cell(label_text), Cell(empty), Cell(empty), Cell(value))


def _amount(case: Case, statement: str, unit: str) -> Text:
    """The value; or 'Không', or nothing, where the body does not speak of it."""
    f = case.facts
    if _SAID_AS.get(statement, statement) not in case.said and case.chance(0.6):
        return Text("Không").marked("none", statement=statement) if case.chance(0.5) else Text("")
    if statement == "fund":
        millions = Decimal(f.fund) / 1_000_000
        data = {
            "value": millions,
            "unit": "triệu đồng",
            "qualifier": "",
            "statement": "fund",
            "cell": "",
            "table": True,
        }
        return Text(decimal(millions)).marked("figure", **data, base=f.fund)
    amount = sum(f.models) if statement == "models" else getattr(f, statement)
    return _number(case, amount, statement, "", unit.lower())
