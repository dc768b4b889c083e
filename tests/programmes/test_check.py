"""What ``programmes check`` says of a programme beyond its grammar."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.programmes.checking import checked

WHOLE = """\
code: ct-99
version: 2
title: Sơ kết Chỉ thị số 99-CT/TU
regime: state
directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2023-05-04, issuer: Ban Thường vụ Tỉnh ủy, subject: về việc mẫu}
review: sơ kết
years: 3
period_start: 2023-05-04
period_end: 2026-05-04
retired: [A-00]
schedule:
  closing: 2026-04-22
  dues:
    - {level: commune, date: 2026-04-24}
    - {level: province, days: 5}
expected:
  - {kind: ubnd, level: commune}
  - {kind: ubnd, level: province}
dimensions:
  - {code: cap, name: Cấp, values: [{code: province, name: Cấp tỉnh}, {code: commune, name: Cấp xã}]}
  - {code: to-chuc, name: Tổ chức, values: [{code: dtn, name: Đoàn Thanh niên}, {code: hnd, name: Hội Nông dân}]}
registers:
  - code: R1
    name: Sổ
    kind: event
    fields:
      - {code: luot, name: Lượt người, kind: integer}
indicators:
  - {code: A-01, name: Hội viên, unit: người, over_time: latest, dimensions: [cap, to-chuc], owner: hnd, low: 0}
  - {code: A-02, name: Trong độ tuổi, unit: người, over_time: latest, replaces: A-00, conversion: "{A-00} * 2"}
  - {code: A-03, name: Tỷ lệ, unit: "%", numerator: A-01, denominator: A-02, targets: [{amount: 95, by: 2025-12-31}]}
  - {code: A-04, name: Cả hai, unit: người, formula: "{A-01} + {A-02}"}
  - {code: A-05, name: Lượt, unit: lượt người, counted: {register: R1, what: sum, field: luot}}
  - {code: A-06, name: Xếp loại, unit: loại, kind: choice, choices: [{code: a, name: Tốt}, {code: b, name: Khá}]}
sums:
  - {total: A-02, parts: [A-01]}
rules:
  - {code: R-1, name: Không quá, left: "{A-01}", operator: "<=", right: "{A-02}"}
forms:
  - code: F1
    title: Biểu mẫu
    columns:
      - {title: Nội dung, role: label}
      - {title: Cấp tỉnh, level: province}
      - {title: Cấp xã, level: commune}
    rows:
      - {label: Tổ chức}
      - {label: Nông dân, depth: 1, indicators: A-01, cell: hnd}
  - code: F2
    title: Biểu hai
    columns: [{title: Nội dung, role: label}, {title: Số}]
    rows:
      - {label: Trong độ tuổi, indicators: A-02}
      - {label: Xếp loại, indicators: A-06}
outline:
  - code: C
    title: KẾT QUẢ
    forms: F1
    sentences: ["Có {A-01?} hội viên, Hội Nông dân cấp xã {A-01/commune+hnd}."]
"""


def messages(folder: Path, text: str) -> tuple[list[str], list[str]]:
    file = folder / "programme.yaml"
    file.write_text(text, encoding="utf-8")
    found = checked(file)
    where = str(file)
    return (
        [one.message("en").removeprefix(where) for one in found.errors],
        [one.message("en").removeprefix(where) for one in found.warnings],
    )


def test_a_programme_with_everything_is_right(tmp_path: Path) -> None:
    assert messages(tmp_path, WHOLE) == ([], [])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            "date: 2026-04-24",
            "date: 2026-04-22",
            ":14: The level 'commune' is due on 2026-04-22, with no working day after closing",
            id="no day to answer",
        ),
        pytest.param(
            "closing: 2026-04-22",
            "closing: 2026-04-24",
            ":14: The level 'commune' is due on 2026-04-24, with no",
            id="closing on the due date",
        ),
        pytest.param(
            "date: 2026-04-24",
            "date: 2026-05-12",
            ":15: The level 'province' is due on 2026-05-04, and the level 'commune' below it only on 2026-05-12.",
            id="the level above comes first",
        ),
        pytest.param(
            "  closing: 2026-04-22\n", "", ":12: A single request needs its closing date", id="no closing date"
        ),
        pytest.param(
            "  closing:",
            "  cycle: quarter\n  closing:",
            ":13: A request that comes again has a closing date in",
            id="a cycle closes each time",
        ),
        pytest.param(
            "{level: province, days: 5}",
            "{level: province}",
            ":15: A due date is a day, or working days",
            id="no due date",
        ),
        pytest.param(
            "    - {level: province, days: 5}\n",
            "",
            ":14: The level 'province' is asked but has no due date",
            id="a level without due date",
        ),
        pytest.param(
            "{level: province, days: 5}",
            "{level: commune, days: 5}",
            ":15: The level 'commune' has two due dates",
            id="two due dates",
        ),
        pytest.param(
            "kind: ubnd, level: province",
            "kind: ubndd, level: province",
            ":18: There is no kind of body 'ubndd'. Did you mean one of: ubnd",
            id="no such body",
        ),
        pytest.param(
            "kind: ubnd, level: province",
            "kind: ubnd, level: commune",
            ":18: 'ubnd' of level 'commune' is asked twice",
            id="asked twice",
        ),
        pytest.param(
            "code: hnd, name: Hội Nông dân",
            "code: commune, name: Hội Nông dân",
            "'A-01' cannot tell its cells apart: 'commune' is a value of 'cap' and of 'to-chuc'",
            id="cells alike",
        ),
        pytest.param(
            "code: hnd, name",
            "code: h+nd, name",
            ":21: The code 'h+nd' holds a sign that cells and formulas use",
            id="a plus in a code",
        ),
        pytest.param("owner: hnd", "owner: hdn", ":29: There is no kind of body 'hdn'", id="no such owner"),
        pytest.param(
            "code: A-06,", "code: A-00,", ":34: The code 'A-00' is retired and is used again", id="a code used again"
        ),
        pytest.param(
            "replaces: A-00",
            "replaces: A-01",
            ":30: 'A-02' replaces 'A-01', which is still asked",
            id="replaces what is asked",
        ),
        pytest.param(
            "retired: [A-00]\n",
            "",
            ":29: 'A-02' replaces 'A-00', which is not among the retired codes",
            id="replaces what nobody knows",
        ),
        pytest.param(
            "replaces: A-00, ", "", ":30: 'A-02' has a conversion but replaces nothing", id="conversion of nothing"
        ),
        pytest.param("kind: choice, ", "", ":34: 'A-06' must have both: kind 'choice'", id="choices of a number"),
        pytest.param(
            "kind: choice,",
            "kind: choice, over_units: sum,",
            ":34: 'A-06' cannot be added up so: 'sum' means nothing for the kind 'choice'",
            id="adding up choices",
        ),
        pytest.param(
            "low: 0}",
            "low: 9, high: 2.5, scale: 1}",
            ":29: The least value of 'A-01' is greater",
            id="bounds exchanged",
        ),
        pytest.param(
            "low: 0}", "low: 0.5}", ":29: The value '0.5' of 'low' cannot be used.", id="a bound finer than the scale"
        ),
        pytest.param(
            "low: 0}",
            "high: 99999999999999999}",
            ":29: The value '99999999999999999' of 'high' cannot be used.",
            id="a bound beyond every engine",
        ),
        pytest.param(
            '"{A-01} + {A-02}"', '"{A-01} + {A-99}"', ":32: There is no indicator 'A-99'", id="formula of nothing"
        ),
        pytest.param(
            '"{A-01} + {A-02}"',
            '"{A-01} + {A-04}"',
            ":32: The formulas go round in a circle: A-04 -> A-04",
            id="formula of itself",
        ),
        pytest.param(
            '"{A-01} + {A-02}"',
            '"{A-01} + {A-03}", weight: A-01',
            "'A-04' must have both: 'weighted'",
            id="a weight for nothing",
        ),
        pytest.param("numerator: A-01", "numerator: A-04", None, id="a ratio of a formula is fine"),
        pytest.param(
            'formula: "{A-01} + {A-02}"',
            'numerator: A-03, denominator: A-02, formula: "{A-01}"',
            "'A-04' is computed in two ways",
            id="two ways",
        ),
        pytest.param("register: R1", "register: R2", ":33: The register 'R2' does not exist", id="no such register"),
        pytest.param(
            "field: luot}", "field: so}", ":33: The register 'R1' has no field 'so'. Write one of:", id="no such field"
        ),
        pytest.param(", field: luot}", "}", ":33: 'A-05' says what to take of the register", id="sum of no field"),
        pytest.param("kind: integer}", "kind: text}", "The field 'luot' holds no numbers", id="sum of texts"),
        pytest.param(
            "field: luot}",
            "field: luot, where: [{field: state, is: done}]}",
            "The field 'state' of the register 'R1' never holds 'done'",
            id="no such state",
        ),
        pytest.param(
            "kind: event",
            "kind: score-sheet",
            ":23: 'R1' must have both: kind 'score-sheet'",
            id="score sheet without card",
        ),
        pytest.param(
            "cell: hnd}",
            "cell: hnd+dtn}",
            ":48: The indicator 'A-01' has no cell 'hnd+dtn'",
            id="two values of one dimension",
        ),
        pytest.param("commune+hnd", "hnd+commune", "Write 'commune+hnd'", id="cell in another order"),
        pytest.param(
            "indicators: A-01, cell: hnd", "cell: hnd", "The form 'F1' asks for nothing", id="a form that asks nothing"
        ),
        pytest.param(
            "parts: [A-01]}",
            "parts: [A-01]}\n  - {total: A-04, parts: [A-01, A-02]}",
            ":37: The sum of 'A-04' counts 'A-01' twice: by 'A-01' and by 'A-02'",
            id="a part counted twice",
        ),
        pytest.param(
            "parts: [A-01]}",
            "parts: [A-01]}\n  - {total: A-01, parts: [A-02]}",
            "goes round in a circle: A-02 -> A-01 -> A-02",
            id="sums in a circle",
        ),
        pytest.param(
            "forms: F1\n",
            "forms: F1\n    module: S03\n",
            ":59: The programme does not use the module 'S03'",
            id="sentences of no module",
        ),
        pytest.param(
            "retired: [A-00]", "retired: [A-00]\nmodules: [S99]", ":11: There is no module 'S99'", id="no such module"
        ),
    ],
)
def test_mistakes(tmp_path: Path, before: str, after: str, told: str | None) -> None:
    assert before in WHOLE
    errors, _warnings = messages(tmp_path, WHOLE.replace(before, after, 1))
    if told is None:
        assert errors == []
    else:
        assert [one for one in errors if told in one], errors


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            "date: 2026-04-24",
            "date: 2026-04-25",
            "2026-04-25 is no working day. Take the next one: 2026-04-28",
            id="a Saturday before the Hùng Kings' day",
        ),
        pytest.param(
            "kind: ubnd, level: province",
            "kind: ubnd, level: district",
            "The level 'district' is asked, but it ended on 2025-06-30",
            id="districts after 2025",
        ),
        pytest.param(
            "kind: ubnd, level: province",
            "kind: snnptnt, level: province",
            "no longer acts at the level 'province' since 2025",
            id="a body that became another",
        ),
        pytest.param(
            "kind: ubnd, level: province",
            "kind: snv, level: commune",
            "'Sở Nội vụ' is not known at the level 'commune'",
            id="a department of communes",
        ),
        pytest.param(
            "by: 2025-12-31",
            "by: 2030-12-31",
            "The target of 'A-03' is for 2030-12-31, outside the period",
            id="target out of time",
        ),
        pytest.param(
            "total: A-02, parts: [A-01]",
            "total: A-02, parts: [A-05]",
            "'A-02' is counted in 'người', its part 'A-05' in 'lượt người'",
            id="people and attendances",
        ),
        pytest.param(
            "- {label: Xếp loại, indicators: A-06}",
            "- {label: Xếp loại}",
            "Nobody is asked for 'A-06'",
            id="nobody is asked",
        ),
        pytest.param(
            "- {label: Xếp loại, indicators: A-06}",
            "- {label: Xếp loại}",
            "The row 'Xếp loại' asks for nothing",
            id="a row of nothing",
        ),
        pytest.param("unit: lượt người,", "unit: lượt người, national_code: N1,", None, id="a national code"),
    ],
)
def test_warnings(tmp_path: Path, before: str, after: str, told: str | None) -> None:
    assert before in WHOLE
    text = WHOLE.replace(before, after, 1).replace(
        "{level: province, days: 5}",
        "{level: province, days: 5}\n    - {level: district, days: 4}"
        if "district" in after
        else "{level: province, days: 5}",
    )
    errors, warnings = messages(tmp_path, text)
    assert errors == [] or "district" in after
    if told is None:
        assert warnings == []
    else:
        assert [one for one in warnings if told in one], warnings


def test_districts_are_right_for_periods_that_ended_before(tmp_path: Path) -> None:
    text = WHOLE.replace("ubnd, level: province", "ubnd, level: district")
    text = text.replace("{level: province, days: 5}", "{level: district, days: 5}")
    for year in ("2026-04-22", "2026-04-24", "2026-05-04"):
        text = text.replace(year, year.replace("2026", "2025"))
    errors, warnings = messages(tmp_path, text.replace("2025-12-31", "2025-01-31"))
    assert (errors, warnings) == ([], [])
