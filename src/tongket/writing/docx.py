"""The Word file of a draft, laid out by the rules in force at its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tongket.model.drafts import Draft, DraftTable
from tongket.registry.layouts import Layout, state_layout
from tongket.writing.numerals import roman
from tongket.writing.word.body import Numbers, body_paragraph
from tongket.writing.word.charts import chart_part, charts_appendix
from tongket.writing.word.elements import Element, R, W, paragraph, run_properties, to_bytes, twips, val, w
from tongket.writing.word.letterhead import letterhead, signature_block
from tongket.writing.word.notes import Notes
from tongket.writing.word.package import app_properties, core_properties, custom_properties, package, relationship_id
from tongket.writing.word.styles import styles
from tongket.writing.word.tables import appendix

_HEADER_MM = 10  # the page number stands this far from the edge


def write_docx(draft: Draft, path: Path, pictures: Sequence[bytes] = ()) -> None:
    """Write ``draft`` to ``path``; ``pictures`` are the PNG files of its charts."""
    path.write_bytes(docx_bytes(draft, pictures))


def docx_bytes(draft: Draft, pictures: Sequence[bytes] = ()) -> bytes:
    """``draft`` as a .docx, its charts by ``pictures`` (PNG); the same draft gives the same bytes.

    A Party body's report has the state layout for now.
    """
    layout = state_layout(draft.date)
    notes, numbers = Notes(), Numbers()
    body = [*letterhead(draft, layout)]
    body += [body_paragraph(one, notes, numbers) for one in draft.paragraphs]
    body += signature_block(draft, layout)
    groups = [(appendix(group, draft, layout, numbers), group[0].landscape) for group in _appendix_groups(draft)]
    if draft.charts:
        groups.append((charts_appendix(draft, pictures, charts_label(draft), layout, numbers), False))
    drawn = {chart_part(number): picture for number, picture in enumerate(pictures, 1)}
    return document_bytes([(body, False), *groups], draft, layout, notes, drawn)


def charts_label(draft: Draft) -> str:
    """The label of the appendix of charts, which is the last: 'Phụ lục V'."""
    return f"Phụ lục {roman(sum(bool(one.label) for one in draft.tables) + 1)}"


def document_bytes(
    sections: Sequence[tuple[Sequence[Element], bool]],
    draft: Draft,
    layout: Layout,
    notes: Notes,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file whose ``sections`` hold their elements and whether their pages lie across; ``pictures`` by their parts'
    names.
    """
    body: list[Element] = []
    for number, (elements, across) in enumerate(sections):
        if number:
            body.append(_section_break(layout, across=sections[number - 1][1]))
        body += elements
        last = number == len(sections) - 1
        if last and body[-1].tag == f"{{{W}}}tbl":  # Word wants a paragraph after the last table
            body.append(paragraph("Gap"))
        if last:
            body.append(_section(layout, across=across))
    parts = {
        "styles": to_bytes(styles(layout)),
        "settings": to_bytes(_settings()),
        "footnotes": to_bytes(notes.footnotes_part()),
        "comments": to_bytes(notes.comments_part()),
        "header1": to_bytes(_page_number(layout)),
    }
    properties = {
        "core": core_properties(f"{draft.doc_type.capitalize()} {draft.title}", _whole_date(draft.date)),
        "app": app_properties(),
        "custom": custom_properties({"tongket-manifest": draft.manifest}),
    }
    return package(to_bytes(w("document", w("body", *body))), parts, properties, pictures)


def _whole_date(date: str) -> str:
    """A date for the file's properties: a cut one counts as its first day."""
    return (date + "-01-01"[len(date) - 4 :]) if len(date) in (4, 7) else date or "2000-01-01"


def _appendix_groups(draft: Draft) -> Iterator[list[DraftTable]]:
    """Tables of one appendix together: a table without label goes on in the one before."""
    group: list[DraftTable] = []
    for table in draft.tables:
        if table.label and group:
            yield group
            group = []
        group.append(table)
    if group:
        yield group


def _section_break(layout: Layout, *, across: bool) -> Element:
    """The end of a section: its last, empty paragraph carries the section's page."""
    return w(
        "p",
        w(
            "pPr",
            val("pStyle", "Gap"),
            w("spacing", before=0, after=0, line=20, lineRule="exact"),
            _section(layout, across=across),
        ),
    )


def _section(layout: Layout, *, across: bool) -> Element:
    """A4 upright or across; the page number stands on top from the second page; every appendix counts from 1."""
    width, height = layout.paper if not across else (layout.paper[1], layout.paper[0])
    margins = layout.margins
    lengths = {side: twips(margins[side].write) for side in ("top", "bottom", "left", "right")}
    header = w("headerReference", type="default")
    header.set(f"{{{R}}}id", relationship_id("header1"))
    size = {"w": twips(width), "h": twips(height)} | ({"orient": "landscape"} if across else {})
    return w(
        "sectPr",
        header,
        val("type", "nextPage"),
        w("pgSz", **size),
        w("pgMar", **lengths, header=twips(_HEADER_MM), footer=twips(_HEADER_MM), gutter=0),
        w("pgNumType", start=1),
        w("titlePg"),
    )


def _page_number(layout: Layout) -> Element:
    field = [w("fldChar", fldCharType="begin"), w("instrText"), w("fldChar", fldCharType="separate"), w("t")]
    field += [w("fldChar", fldCharType="end")]
    field[1].text, field[3].text = " PAGE ", "2"
    runs = [w("r", run_properties(size=layout.page_number.write), piece) for piece in field]
    return w("hdr", paragraph("Header", runs, val("jc", "center")))


def _settings() -> Element:
    separators = [w("footnote", id=-1), w("footnote", id=0)]
    compatibility = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        val("defaultTabStop", 720),
        val("characterSpacingControl", "doNotCompress"),
        w("footnotePr", *separators),
        w("compat", compatibility),
        val("themeFontLang", "vi-VN"),
        val("decimalSymbol", ","),
        val("listSeparator", ";"),
    )
