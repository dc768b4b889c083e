"""Links of invitations as QR codes and as a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable

import segno
import xlsxwriter

from tongket.messages import N_, say
from tongket.site.people.models import Body


def qr_code(link: str) -> str:
    """The link as an SVG picture in the page; coloured by class, sized by attribute."""
    return segno.make(link, error="m").svg_inline(scale=4, border=2, lineclass="qr-line", svgclass="qr-code")


def links_workbook(rows: Iterable[tuple[Body, str, str]]) -> bytes:
    """Body, unit, role and link, one row each."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    heads = (N_("Body"), N_("Administrative unit"), N_("Role"), N_("E-mail"), N_("Link"))
    for column, head in enumerate(heads):
        sheet.write_string(0, column, say(head), bold)
    for number, (body, role, link) in enumerate(rows, 1):
        for column, text in enumerate((body.name, body.unit_name, role, body.email, link)):
            sheet.write_string(number, column, text)
    sheet.set_column(0, 1, 36)
    sheet.set_column(2, 3, 22)
    sheet.set_column(4, 4, 70)
    sheet.freeze_panes(1, 0)
    book.close()
    return made.getvalue()
