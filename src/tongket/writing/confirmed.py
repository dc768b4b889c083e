"""Takes back a workbook that a person has gone through (``--confirmed so-lieu.xlsx``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tongket.errors import ReadError
from tongket.files.workbooks import open_workbook
from tongket.messages import LANGUAGES, N_, say
from tongket.model.consolidations import Confirmed, Correction, DoubtfulKey
from tongket.model.observations import LARGEST
from tongket.model.places import ObservationKey
from tongket.vietnamese.numbers import typed_number
from tongket.vietnamese.unicode import key, plain
from tongket.writing.workbook import UNUSED, VALUES, written_mark
from tongket.writing.workbook_columns import KEY_MARK
from tongket.writing.workbook_sheets import CONFIRM, DROP

# Places of the columns, the same in both sheets, whatever the language of their heads.
_KEY, _SCALE, _WRITTEN, _QUALIFIER, _LOW, _HIGH, _VERDICT = 0, 1, 2, 8, 9, 10, 12
_YES = {CONFIRM, "x", "có", "đúng", "ok"}
_NO = {DROP, "bo", "bỏ", "không", "sai"}
_MOST_ROWS = 200_000
_MOST_BYTES = 50 << 20
_SCALES = {str(digits): digits for digits in range(10)}


def _open(path: Path) -> CalamineWorkbook:
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        raise _too_large(path.name, N_("the workbook is larger than {limit} MB."), limit=_MOST_BYTES >> 20)
    try:
        return open_workbook(path.read_bytes(), file=path.name)
    except (ReadError, OSError) as error:
        raise ReadError(
            N_("the file cannot be opened as an Excel workbook."),
            N_("Choose the so-lieu.xlsx that was written into the output folder, saved by Excel as .xlsx."),
            where=path.name,
        ) from error


def read_confirmed(path: Path) -> Confirmed:
    """What a person confirmed, dropped or changed. Rows that nobody touched are not among it.

    A row that cannot be used is refused by itself, with sheet, cell and mend; the others count.

    Raises:
        ReadError: the file is no workbook, not one that this program wrote, or larger than 50 MB or 200,000 rows.
    """
    book = _open(path)
    corrections: list[Correction] = []
    refused: list[ReadError] = []
    sheets = list(_sheets(book))
    if not sheets:
        raise ReadError(
            N_("the workbook has no sheet with the values to confirm."),
            N_("Choose the so-lieu.xlsx that was written into the output folder; do not delete its hidden columns."),
            where=path.name,
        )
    for name, rows in sheets:
        if len(rows) > _MOST_ROWS:
            where = f"{path.name}, {name}"
            raise _too_large(where, N_("the sheet has more than {limit} rows."), limit=_MOST_ROWS)
        for number, row in enumerate(rows[1:], 2):
            try:
                found = _correction(row, where=f"{path.name}, {name}!", line=number)
            except ReadError as error:
                refused.append(error)
                continue
            corrections += [found] if found is not None else []
    return Confirmed(tuple(corrections), tuple(refused))


def _too_large(where: str, what: str, **facts: object) -> ReadError:
    mend = N_("Choose the so-lieu.xlsx that was written into the output folder, without rows or pictures added to it.")
    return ReadError(what, mend, where=where, **facts)


def _sheets(book: Any) -> Iterator[tuple[str, list[list[Any]]]]:
    """The two sheets that can be taken back, under their name in either language."""
    known = {say(name, lang) for name in (VALUES, UNUSED) for lang in LANGUAGES}
    for name in book.sheet_names:
        if name not in known:
            continue
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if rows and rows[0] and rows[0][_KEY] == KEY_MARK:
            yield name, rows


def _correction(row: Sequence[Any], *, where: str, line: int) -> Correction | None:
    """What a person did with one row; None when nothing.

    Raises:
        ReadError: with sheet and cell.
    """
    cells = [*row, *([""] * (_VERDICT + 1 - len(row)))]
    if not any(cells[place] not in ("", None) for place in range(_VERDICT + 1)):
        return None
    name, source, start = _row_key(str(cells[_KEY]), f"{where}A{line}")
    scale = _scale(cells[_SCALE], f"{where}B{line}")
    low = _amount(cells[_LOW], scale, f"{where}J{line}")
    high = _amount(cells[_HIGH], scale, f"{where}K{line}")
    if low is not None and high is not None and high < low:
        raise ReadError(
            N_("the value goes up to {high}, which is less than where it starts."),
            N_("Write the smaller number under 'Value' and the larger under 'Up to'."),
            where=f"{where}K{line}",
            high=cells[_HIGH],
        )
    qualifier = str(cells[_QUALIFIER] or "").strip()
    verdict = _verdict(str(cells[_VERDICT] or ""), f"{where}M{line}")
    changed = written_mark(qualifier, low, high) != str(cells[_WRITTEN] or "")
    if not verdict and not changed:
        return None
    return Correction(name, verdict, low, high, scale, qualifier, changed, source, start)


def _row_key(text: str, where: str) -> tuple[ObservationKey | DoubtfulKey, str, int]:
    parts = text.split("|")
    if len(parts) == 8 and parts[7].isdigit():
        return ObservationKey(*parts[:6]), parts[6], int(parts[7])
    if len(parts) == 6 and parts[4].isdigit() and parts[5].isdigit():
        return DoubtfulKey(parts[0], parts[1], parts[2], parts[3], int(parts[4]), int(parts[5])), "", int(parts[4])
    raise ReadError(
        N_("the hidden name of this row is missing or was changed, so nobody knows which value it is."),
        N_("Do not add rows; copy the row again from the workbook that was written, or delete it."),
        where=where,
    )


def _scale(cell: Any, where: str) -> int:
    text = str(cell if cell is not None else "").strip().removesuffix(".0")
    if text and text not in _SCALES:
        raise ReadError(
            N_("the hidden scale of this row was changed: '{text}'."),
            N_("Copy the row again from the workbook that was written, or delete it."),
            where=where,
            text=cell,
        )
    return _SCALES.get(text, 0)


def _amount(cell: Any, scale: int, where: str) -> int | None:
    """The cell's number at ``scale``; a number typed as text is read the Vietnamese way ('1.234,5')."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    number = typed_number(cell) if isinstance(cell, str) else None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        number = Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell)
    if number is None or not number.is_finite():
        raise ReadError(
            N_("'{text}' is not a number."),
            N_("Write '.' between groups of thousands and ',' before decimals, for instance 1.234,5."),
            where=where,
            text=cell,
        )
    if number.adjusted() > 20 or abs(number.scaleb(scale)) > LARGEST:
        raise ReadError(
            N_("'{text}' is larger than any value that a report can mean."),
            N_("Look for zeros too many, and correct the value."),
            where=where,
            text=cell,
        )
    scaled = number.scaleb(scale)
    if scaled != scaled.to_integral_value():
        raise ReadError(
            N_("'{text}' has more digits after the comma than this indicator allows ({scale})."),
            N_("Round it, or correct the value."),
            where=where,
            text=cell,
            scale=scale,
        )
    return int(scaled)


def _verdict(text: str, where: str) -> Any:
    word = key(text.strip())
    if not word:
        return ""
    if word in {key(one) for one in _YES}:
        return "confirmed"
    if word in {key(one) for one in _NO} or plain(word) == "bo":
        return "dropped"
    raise ReadError(
        N_("'{text}' is not an answer that is known here."),
        N_("Write x when the value is right, bỏ to leave it out, or leave the cell empty."),
        where=where,
        text=text,
    )
