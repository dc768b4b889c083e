"""The styles of the Word file, from the layout in force: an officer changes a style once."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.registry.layouts import Layout, Part
from tongket.writing.word.elements import Element, run_properties, twips, val, w

_ALIGN = {"left": "left", "centre": "center", "right": "right", "justify": "both"}
_NOTE_SIZE = 10  # footnotes; the decree sets none
TABLE_SIZE = 12  # tables and their notes; the decree sets none
SMALL_SIZE = 10.5  # tables with many columns
MATERIAL_SHADE = "FFF6DC"
MATERIAL_BAR = "B8870F"


@dataclass(frozen=True, slots=True)
class Spacing:
    """Points before and after, indent of the first line in mm, and whether the paragraph stays with the next."""

    before: float = 0
    after: float = 0
    indent: float = 0
    keep: bool = False
    lines: float = 1


def styles(layout: Layout) -> Element:
    """The whole styles part."""
    parts = layout.parts
    after, indent = layout.space_after.write, layout.indent.write
    lines = layout.line_spacing.write if layout.line_spacing else 1
    text = Spacing(after=after, indent=indent, lines=lines)
    head = Spacing(before=after, after=after, indent=indent, keep=True, lines=lines)
    return w(
        "styles",
        _defaults(layout),
        _normal(parts["body"]),
        _style("Nation", "Quốc hiệu", parts["nation"], Spacing()),
        _style("Motto", "Tiêu ngữ", parts["motto"] if "motto" in parts else parts["nation"], Spacing()),
        _style("ParentBody", "Cơ quan chủ quản", parts["parent_body"], Spacing()),
        _style("IssuingBody", "Cơ quan ban hành", parts["issuing_body"], Spacing()),
        _style("Number", "Số, ký hiệu", parts["number"], Spacing(before=6)),
        _style("PlaceDate", "Địa danh, ngày tháng", parts["place_date"], Spacing(before=6)),
        _style("Rule", "Đường kẻ", parts["number"], Spacing()),
        _style("DocType", "Tên loại", parts["doc_type"], Spacing(before=18)),
        _style("DocTitle", "Trích yếu", parts["title"], Spacing()),
        _style("ReportBody", "Nội dung", parts["body"], text),
        _style("Heading1", "heading 1", parts["heading_1"], head, outline=0, follow="ReportBody"),
        _style("Heading2", "heading 2", parts["heading_2"], head, outline=1, follow="ReportBody"),
        _style("Heading3", "heading 3", parts["heading_3"], head, outline=2, follow="ReportBody"),
        _style("Heading4", "heading 4", parts["heading_3"], head, outline=3, follow="ReportBody"),
        _material(parts["body"], text),
        _style("RecipientsWord", "Nơi nhận", parts["recipients_word"], Spacing()),
        _style("Recipient", "Danh sách nơi nhận", parts["recipients"], Spacing()),
        _style("Authority", "Quyền hạn, chức vụ", parts["authority"], Spacing()),
        _style("Gap", "Khoảng cách", parts["recipients"], Spacing()),
        _style("AppendixLabel", "Nhãn phụ lục", parts["appendix_label"], Spacing(keep=True), outline=0),
        _style("AppendixTitle", "Tên phụ lục", parts["appendix_title"], Spacing(keep=True)),
        _style("AppendixReference", "Dẫn phụ lục", parts["appendix_reference"], Spacing(after=6, keep=True)),
        *_table_styles("Table", "", TABLE_SIZE),
        *_table_styles("Small", " nhỏ", SMALL_SIZE),
        _sized("TableNote", "Ghi chú bảng", TABLE_SIZE, italic=True, before=4),
        _sized("ChartTitle", "Tên biểu đồ", TABLE_SIZE + 1, bold=True, align="center", before=12, keep=True),
        _sized("ChartMeasure", "Dẫn biểu đồ", TABLE_SIZE, italic=True, align="center", keep=True),
        _sized("ChartPicture", "Hình biểu đồ", TABLE_SIZE, align="center", before=4, keep=True),
        _sized("FootnoteText", "footnote text", _NOTE_SIZE, align="both"),
        _sized("CommentText", "annotation text", _NOTE_SIZE),
        _character("FootnoteReference", "footnote reference", val("vertAlign", "superscript")),
        _character("CommentReference", "annotation reference", val("sz", 16)),
        _style("Header", "header", parts["number"], Spacing()),
    )


def _defaults(layout: Layout) -> Element:
    font = layout.font
    fonts = w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    language = w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    run_defaults = w("rPrDefault", w("rPr", fonts, val("color", "000000"), val("sz", 28), val("szCs", 28), language))
    return w("docDefaults", run_defaults, w("pPrDefault", w("pPr", w("spacing", after=0, line=240, lineRule="auto"))))


def _normal(part: Part) -> Element:
    return w(
        "style",
        val("name", "Normal"),
        w("qFormat"),
        w("rPr", val("sz", round(part.size.write * 2)), val("szCs", round(part.size.write * 2))),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _style(
    identifier: str, name: str, part: Part, spacing: Spacing, *, outline: int | None = None, follow: str = ""
) -> Element:
    properties = w(
        "pPr",
        w("keepNext") if spacing.keep else None,
        w(
            "spacing",
            before=round(spacing.before * 20),
            after=round(spacing.after * 20),
            line=round(240 * spacing.lines),
            lineRule="auto",
        ),
        w("ind", firstLine=twips(spacing.indent)) if spacing.indent else None,
        val("jc", _ALIGN[part.align]),
        val("outlineLvl", outline) if outline is not None else None,
    )
    look = run_properties(bold=part.bold, italic=part.italic, underline=part.underline, size=part.size.write)
    return w(
        "style",
        val("name", name),
        val("basedOn", "Normal"),
        val("next", follow) if follow else None,
        w("qFormat"),
        properties,
        look,
        type="paragraph",
        styleId=identifier,
    )


def _material(part: Part, spacing: Spacing) -> Element:
    """What a person must still work over: a bar in the margin and a tint, both gone with the style."""
    properties = w(
        "pPr",
        w("pBdr", w("left", val="single", sz=18, space=6, color=MATERIAL_BAR)),
        w("shd", val="clear", color="auto", fill=MATERIAL_SHADE),
        w("spacing", before=0, after=60, line=252, lineRule="auto"),
        w("ind", firstLine=twips(spacing.indent)),
        val("jc", "both"),
    )
    size = part.size.write - 1
    return w(
        "style",
        val("name", "Tư liệu cần biên tập"),
        val("basedOn", "Normal"),
        w("qFormat"),
        properties,
        run_properties(size=size),
        type="paragraph",
        styleId="Material",
    )


def _sized(
    identifier: str,
    name: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
    before: float = 0,
    keep: bool = False,
) -> Element:
    kept = w("keepNext") if keep else None
    return w(
        "style",
        val("name", name),
        val("basedOn", "Normal"),
        w("pPr", kept, w("spacing", before=round(before * 20), after=0, line=240, lineRule="auto"), val("jc", align)),
        run_properties(bold=bold, italic=italic, size=size),
        type="paragraph",
        styleId=identifier,
    )


def _table_styles(family: str, suffix: str, size: float) -> list[Element]:
    """The cells of one size of table: size and weight are the style's, so that every office program shows them."""
    return [
        _sized(f"{family}Head", f"Đầu bảng{suffix}", size, bold=True, align="center"),
        _sized(f"{family}Text", f"Ô chữ{suffix}", size),
        _sized(f"{family}Number", f"Ô số{suffix}", size, align="right"),
        _sized(f"{family}Total", f"Ô tổng{suffix}", size, bold=True, align="right"),
        _sized(f"{family}Centre", f"Ô giữa{suffix}", size, align="center"),
    ]


def _character(identifier: str, name: str, look: Element) -> Element:
    return w("style", val("name", name), w("rPr", look), type="character", styleId=identifier)
