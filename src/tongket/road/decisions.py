"""The list of what a person must decide (can-quyet-dinh.xlsx): written beside the programme, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineError

from tongket.errors import ReadError
from tongket.files.workbooks import open_workbook
from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.programmes.drafting.decisions import Decision

DECISIONS_FILE = "can-quyet-dinh.xlsx"
_KEY = "tongket-decision"
_HEADS = (
    (_KEY, 22),
    (N_("Look closely"), 9),
    (N_("Place"), 26),
    (N_("Question"), 78),
    (N_("Taken for now"), 26),
    (N_("Why"), 40),
    (N_("Choices"), 22),
    (N_("Your decision"), 24),
)
_MOST_BYTES = 20 << 20


def placed(decisions: Iterable[Decision], programme: Programme, made: Path, out: Path) -> tuple[Decision, ...]:
    """``decisions`` with the file and line where their default stands, below ``out``."""
    lines = _lines(programme)
    head = out / "programme.yaml"
    found = []
    for one in decisions:
        file, line = lines.get(one.target, ("", 0))
        where = out / Path(file).relative_to(made) if file and Path(file).is_relative_to(made) else head
        if one.target[0] == "programme":
            where, line = head, _line_of(made / "programme.yaml", one.target[1])
        found.append(replace(one, file=str(where), line=line or 1))
    return tuple(found)


def _lines(programme: Programme) -> dict[tuple[str, str], tuple[str, int]]:
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for indicator in programme.indicators:
        found["indicator", indicator.code] = (indicator.file, indicator.line)
    for form in programme.forms:
        found["form", form.code] = (form.file, form.line)
        for at, row in enumerate(form.rows):
            found["row", f"{form.code}/{at}"] = (form.file, row.line)
    for item in programme.outline:
        found["outline", item.code] = (item.file, item.line)
    return found


def _line_of(file: Path, name: str) -> int:
    """The line on which a key of the head begins; 0 where it is not written."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(f"{name}:"):
            return number
    return 0


def write_decisions(decisions: Sequence[Decision], path: Path) -> None:
    """One row a decision, the doubtful first; the last column is for the person."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "border": 1, "border_color": "#C6CDD3"}
    text = book.add_format({**base, "text_wrap": True})
    edit = book.add_format({**base, "text_wrap": True, "bg_color": "#FFF9E5", "num_format": "@"})
    head = book.add_format({**base, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E4EDF6"})
    sheet = book.add_worksheet(say(N_("To decide")))
    for column, (title, width) in enumerate(_HEADS):
        sheet.write_string(0, column, title if title == _KEY else say(title), head)
        sheet.set_column(column, column, width, None, {"hidden": title == _KEY})
    for row, one in enumerate(decisions, 1):
        where = f"{Path(one.file).name}:{one.line}"
        cells = (
            one.key,
            "" if one.sure else "x",
            where,
            one.message(),
            one.default,
            one.reason(),
            " / ".join(choice or "-" for choice in one.choices),
        )
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, text)
        sheet.write_blank(row, len(cells), None, edit)
        if one.choices:
            options = {"validate": "list", "source": [choice for choice in one.choices if choice], "ignore_blank": True}
            sheet.data_validation(row, len(cells), row, len(cells), options)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(decisions), 1), len(_HEADS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    path.write_bytes(buffer.getvalue())


def read_decisions(path: Path) -> Mapping[str, str]:
    """What a person decided, by key; rows without a decision are not among it.

    Raises:
        ReadError: the file is no such list, or a decision is none of its choices.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError
        book = open_workbook(path.read_bytes(), file=path.name)
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (ReadError, CalamineError, OSError, ValueError, IndexError) as error:
        raise _no_list(path) from error
    if not rows or not rows[0] or rows[0][0] != _KEY:
        raise _no_list(path)
    found: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        key, answer = str(row[0]).strip(), _answer(row[7] if len(row) > 7 else "")
        choices = [part.strip() for part in str(row[6]).split(" / ")] if len(row) > 6 and row[6] else []
        if not key or not answer:
            continue
        if choices and answer not in choices:
            raise ReadError(
                N_("'{answer}' is none of the choices."),
                N_("Write one of: {choices}."),
                where=f"{path.name}!H{number}",
                answer=answer,
                choices=", ".join(choices),
            )
        found[key] = "" if answer == "-" else answer
    return found


def _answer(value: object) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return str(value).strip()


def _no_list(path: Path) -> ReadError:
    return ReadError(
        N_("this is not a list of decisions that 'programmes new' wrote."),
        N_("Give the file can-quyet-dinh.xlsx of the programme's folder, filled in and saved by Excel."),
        where=path.name,
    )
