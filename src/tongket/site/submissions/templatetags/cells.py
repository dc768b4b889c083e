"""The rows of the form. Not a template: a form has hundreds, and one takes several times as long for each."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from tongket.messages import N_, say
from tongket.site.interface.templatetags.words import icon
from tongket.site.submissions.boxes import Box, BoxRow, BoxSheet

register = template.Library()
SIGNS = {"returned": "return", "locked": "lock"}
# Letters from which a number needs more room than a narrow column leaves beside its sign: 116.000.000; 42.500; 1.180.
LENGTHS = ((10, "wide"), (7, "long"), (5, "some"))
EMPTY = '<td role="gridcell" class="ro"></td>'
BEFORE = N_("Last period")
READ = N_("Read from Word, to be confirmed")


@register.simple_tag
def sheet_rows(sheet: BoxSheet) -> SafeString:
    """The rows of a table of the form, with all boxes and their marks."""
    before, width = say(BEFORE) if sheet.has_before else "", len(sheet.sheet.columns) + 2
    rows = (_heading(one, width) if one.row.is_heading else _row(one, before) for one in sheet.rows)
    return mark_safe("\n".join(rows))  # noqa: S308 - every text is escaped


def _heading(row: BoxRow, width: int) -> str:
    return (
        f'<tr role="row" class="group"><th role="columnheader" colspan="{width}">'
        f"{escape(row.row.number)} {escape(row.row.label)}</th></tr>"
    )


def _row(row: BoxRow, before: str) -> str:
    """``before`` is what the column of the last period is called, "" where there is none."""
    unit = f' <span class="u">({escape(row.unit)})</span>' if row.unit else ""
    head = f'<th scope="row" role="rowheader" class="d{row.row.depth}">{escape(row.row.number)} {escape(row.row.label)}'
    last = f'<td role="gridcell" class="ro prev"><span class="lab">{escape(before)}</span>{escape(row.before)}</td>'
    cells = "".join("".join(map(_cell, group)) or EMPTY for group in row.groups)
    return f'<tr role="row">{head}{unit}{_notes(row)}</th>{last if before else ""}{cells}</tr>'


def _notes(row: BoxRow) -> str:
    """Below the label, so that it covers no other cell: what is wrong in a cell, and why it was returned."""
    boxes = [box for group in row.groups for box in group]
    said = []
    for box in boxes:
        label = f"{escape(box.label)}: " if len(boxes) > 1 and (box.note or box.why) else ""
        if box.why:
            said.append(f'<span class="rownote why">{icon("return")} {label}“{escape(box.why)}”</span>')
        if box.note:
            place = escape(box.place)
            said.append(f'<span class="rownote" data-note="{place}">{label}{escape(box.note)}</span>')
    return "".join(said)


def _cell(box: Box) -> str:
    inner = _closed(box) if box.closed else _open(box)
    return f'<td role="gridcell"{_marks(box)}><span class="lab">{escape(box.label)}</span>{inner}</td>'


def _marks(box: Box) -> str:
    length = next((name for least, name in LENGTHS if len(box.shown) >= least), "")
    looks = " ".join(["ro"] * bool(box.closed) + [length] * bool(length))
    marks = [f' class="{looks}"'] if looks else []
    marks.append(f' data-place="{escape(box.place)}" data-version="{box.version}"')
    if box.state and box.state != "closed":
        marks.append(f' data-state="{box.state}"')
    if box.commented:
        marks.append(" data-comment")
    if box.meter:
        marks.append(f' data-meter="{box.meter}"')
    return "".join(marks)


def _closed(box: Box) -> str:
    return f'<span class="soft">{escape(box.shown or say(box.closed))}</span>'


def _open(box: Box) -> str:
    more = " readonly" if box.read_only else ""
    more += ' aria-invalid="true"' if box.state == "invalid" else ""
    name, shown = escape(box.name), escape(box.shown)
    return f'<span class="m">{_sign(box)}</span><input autocomplete="off" value="{shown}" aria-label="{name}"{more}>'


def _sign(box: Box) -> str:
    if box.meter:
        label = escape(say(READ))
        return f'<span class="meter c{box.meter}" role="img" aria-label="{label}"><i></i><i></i><i></i></span>'
    if box.state in SIGNS:
        return icon(SIGNS[box.state])
    return "!" if box.state == "invalid" else ""
