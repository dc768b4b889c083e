"""One programme with all ten modules: what two communes filled in, and the report that the province sends up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from filling import fill
from test_ten_modules import CASES, COC_MAN, LUNG_ANG, PERIOD, PROGRAMME, UNITS, run

from tongket import road
from tongket.model.programmes import Programme
from tongket.programmes.load import load_programme
from tongket.programmes.modules import module_codes

ROUND = """programme: {programme}
unit: mau-son
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
period: {{from: 2023-01-10, to: 2024-12-31}}
date: 2025-01
units_file: {units}
asked:
  - {{unit: lung-ang, body: Ủy ban nhân dân xã Lũng Ẳng}}
  - {{unit: coc-man, body: Ủy ban nhân dân xã Cốc Mần}}
"""
_COVERAGE = re.compile(r" \([^()]*/\d+ đơn vị\)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mau-son")


@pytest.fixture(scope="module")
def programme(folder: Path) -> Programme:
    sections = "".join(f"  - {{code: C.{code}, title: {code}, depth: 1, module: {code}}}\n" for code in module_codes())
    head = PROGRAMME.format(module=", ".join(module_codes())).partition("outline:")[0]
    outline = "outline:\n  - {code: C, title: KẾT QUẢ THỰC HIỆN, required: true}\n"
    (folder / "programme.yaml").write_text(head + outline + sections, encoding="utf-8")
    return load_programme(folder / "programme.yaml")


@pytest.mark.slow
def test_ten_modules_make_one_report(folder: Path, programme: Programme) -> None:
    file, units, sent = str(folder / "programme.yaml"), str(folder / "don-vi.tsv"), folder / "gui-len"
    (folder / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    sent.mkdir()
    for unit, body, attribute in (("lung-ang", LUNG_ANG, "values"), ("coc-man", COC_MAN, "other_values")):
        book = sent / f"{unit}.xlsx"
        run(
            "facts",
            "template",
            file,
            "--unit",
            unit,
            "--body",
            body,
            "--period",
            PERIOD,
            "--units",
            units,
            "-o",
            str(book),
        )
        values = {name: value for case in CASES for name, value in getattr(case, attribute).items()}
        is_first = unit == "lung-ang"
        registers = {name: rows for case in CASES for name, rows in case.registers.items() if is_first}
        scores = {name: points for case in CASES for name, points in case.scores.items() if is_first}
        fill(book, programme, registers=registers, values=values, scores=scores)
    for register, *given in (typed for case in CASES for typed in case.typed):
        run("facts", "add", register, *given, "--programme", file, "--into", str(sent / "facts"), "--unit", "coc-man",
            "--body", COC_MAN, "--units", units)  # fmt: skip
    (sent / "dot-bao-cao.yaml").write_text(ROUND.format(programme=file, units=units), encoding="utf-8")
    whole = road.consolidate(sent, file, folder / "out")
    assert whole.left_out == ()
    text = _COVERAGE.sub("", road.read(folder / "out" / "bao-cao.docx").text)
    assert [sentence for case in CASES for sentence in case.says if sentence not in text] == []
    # One duty of each register is overdue, one agreement is due and one gone, one model was not confirmed.
    found = sorted(one.case for one in whole.findings if one.kind == "register-entry")
    assert found == ["expired", "lapsed", "overdue", "overdue", "renewal"]
