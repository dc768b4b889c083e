"""The appendix of charts: each a picture that is described in words, with its data as a table beneath it."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from lxml import etree

from tongket.model.drafts import Draft, DraftChart, DraftTable
from tongket.registry.layouts import Layout
from tongket.writing.word.body import Numbers
from tongket.writing.word.elements import Element, R, paragraph, run, w
from tongket.writing.word.package import relationship_id
from tongket.writing.word.tables import data_table, reference_line

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 36000  # in a millimetre
_WIDEST = 150  # mm
_TALLEST = 190  # mm: title and measure stay on the page of the picture
_PIXELS = 12  # in a millimetre, of a picture drawn at three times its size
_FIRST_ID = 9000  # of pictures: beyond those of content controls
_SHORT = 12  # rows of a table that stays on the page of its picture
_NAME_SHARE = 0.4  # of the width of a table of data, for its first column
TITLE = "Biểu đồ"


def chart_part(number: int) -> str:
    """The name of the picture of chart ``number``, from 1, in the package."""
    return f"chart{number}"


def charts_appendix(
    draft: Draft, pictures: Sequence[bytes], label: str, layout: Layout, numbers: Numbers
) -> list[Element]:
    """All charts of ``draft``; ``pictures`` are their PNG files, in order."""
    content = [
        paragraph("AppendixLabel", [run(label)]),
        paragraph("AppendixTitle", [run(TITLE.upper())]),
        paragraph("AppendixReference", [run(f"({reference_line(draft, across=False)})")]),
    ]
    for number, (chart, picture) in enumerate(zip(draft.charts, pictures, strict=True), 1):
        content += _chart(number, chart, picture, layout, numbers)
    return content


def _chart(number: int, chart: DraftChart, picture: bytes, layout: Layout, numbers: Numbers) -> list[Element]:
    width, height = _size(picture, layout.text_width)
    return [
        paragraph("ChartTitle", [run(f"{TITLE} {number}. {chart.title}")]),
        paragraph("ChartMeasure", [run(f"({chart.measure})")]),
        paragraph("ChartPicture", [w("r", _drawing(number, chart, width, height))]),
        data_table(_data(chart), layout.text_width, numbers, whole=len(chart.rows) <= _SHORT),
        paragraph("Gap"),
    ]


def _data(chart: DraftChart) -> DraftTable:
    others = len(chart.header) - 1
    return DraftTable(
        label="",
        title="",
        caption="",
        header=chart.header,
        widths=(_NAME_SHARE, *((1 - _NAME_SHARE) / others for _ in range(others))),
        rows=chart.rows,
        number_columns=tuple(range(1, len(chart.header))),
    )


def _size(png: bytes, room: float) -> tuple[float, float]:
    """Width and height in mm: as it was drawn, or smaller where the page is."""
    across, down = struct.unpack(">II", png[16:24])  # the head of every PNG file
    width, height = across / _PIXELS, down / _PIXELS
    shrink = min(1.0, min(room, _WIDEST) / width, _TALLEST / height)
    return width * shrink, height * shrink


def _drawing(number: int, chart: DraftChart, width: float, height: float) -> Element:
    size = {"cx": str(round(width * _EMU)), "cy": str(round(height * _EMU))}
    told = {"id": str(_FIRST_ID + number), "name": f"{TITLE} {number}", "descr": chart.sentence}
    inline = _named(WP, "inline", distT="0", distB="0", distL="0", distR="0")
    frame = _named(A, "graphic")
    data = _named(A, "graphicData", uri=PIC)
    frame.append(data)
    data.append(_picture(number, told, size))
    inline.extend((_named(WP, "extent", **size), _named(WP, "docPr", **told), frame))
    return w("drawing", inline)


def _picture(number: int, told: dict[str, str], size: dict[str, str]) -> Element:
    blip = _named(A, "blip")
    blip.set(f"{{{R}}}embed", relationship_id(chart_part(number)))
    stretch = _named(A, "stretch")
    stretch.append(_named(A, "fillRect"))
    transform = _named(A, "xfrm")
    transform.extend((_named(A, "off", x="0", y="0"), _named(A, "ext", **size)))
    shape = _named(A, "prstGeom", prst="rect")
    shape.append(_named(A, "avLst"))
    parts = {
        "nvPicPr": (_named(PIC, "cNvPr", **told), _named(PIC, "cNvPicPr")),
        "blipFill": (blip, stretch),
        "spPr": (transform, shape),
    }
    picture = _named(PIC, "pic")
    for name, children in parts.items():
        part = _named(PIC, name)
        part.extend(children)
        picture.append(part)
    return picture


def _named(space: str, tag: str, **attributes: str) -> Element:
    prefix = {WP: "wp", A: "a", PIC: "pic"}[space]
    element = etree.Element(f"{{{space}}}{tag}", nsmap={prefix: space})
    for name, value in attributes.items():
        element.set(name, value)
    return element
