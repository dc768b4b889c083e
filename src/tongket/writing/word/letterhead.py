"""The head of page 1 and the signature block: tables without borders, with rules drawn beneath the lines."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.model.drafts import Draft
from tongket.registry.layouts import Layout
from tongket.writing.word.elements import Element, paragraph, run, twips, val, w
from tongket.writing.word.metrics import bold_width, lines_of

_LEFT_SHARE = 0.4  # of the text width, for the body; the country's name needs the rest on one line
_SIGN_SHARE = 0.5
_TITLE_SHARE = 0.9  # of the text width: a title does not touch the margins
_SIGNING_SPACE = 5  # empty lines for signature and seal


def letterhead(draft: Draft, layout: Layout) -> list[Element]:
    """Body and country side by side, beneath them number and place; then type and title of the document."""
    left = layout.text_width * _LEFT_SHARE
    right = layout.text_width - left
    top = _row(_body_cell(draft, layout, left), _nation_cell(layout, right))
    number = paragraph("Number", [run(f"{layout.number_word}      {draft.symbol}")])
    place = paragraph("PlaceDate", [run(f"{draft.place}, {draft.date_line}")])
    below = _row(_cell(left, [number]), _cell(right, [place]))
    return [_table([left, right], [top, below]), *_title(draft, layout)]


def _body_cell(draft: Draft, layout: Layout, width: float) -> Element:
    lines = []
    if draft.parent_body:
        lines.append(paragraph("ParentBody", [run(draft.parent_body)]))
    size = layout.parts["issuing_body"].size.write
    body = lines_of(draft.issuing_body, size, width)
    lines.append(paragraph("IssuingBody", [run("\n".join(body))]))
    length = max(bold_width(line, size) for line in body) * _share(layout)
    return _cell(width, [*lines, rule(length, width)])


def _nation_cell(layout: Layout, width: float) -> Element:
    lines = [paragraph("Nation", [run(layout.nation)])]
    if layout.motto:
        lines.append(paragraph("Motto", [run(layout.motto)]))
    part = layout.parts["motto" if layout.motto else "nation"]
    return _cell(width, [*lines, rule(bold_width(layout.motto or layout.nation, part.size.write), width)])


def _title(draft: Draft, layout: Layout) -> list[Element]:
    size = layout.parts["title"].size.write
    lines = lines_of(draft.title, size, layout.text_width * _TITLE_SHARE)
    length = max(bold_width(line, size) for line in lines) * layout.rule_share[0]
    return [
        paragraph("DocType", [run(draft.doc_type)]),
        paragraph("DocTitle", [run("\n".join(lines))]),
        rule(length, layout.text_width, after=10),
    ]


def _share(layout: Layout) -> float:
    """In the middle of what the rule allows."""
    return sum(layout.rule_share) / 2


def rule(length: float, width: float, *, after: float = 0) -> Element:
    """A line of ``length`` mm in the middle of ``width`` mm: the upper edge of an empty paragraph."""
    side = twips(max((width - length) / 2, 0))
    return w(
        "p",
        w(
            "pPr",
            val("pStyle", "Rule"),
            w("pBdr", w("top", val="single", sz=6, space=1, color="000000")),
            w("spacing", before=40, after=round(after * 20), line=40, lineRule="exact"),
            w("ind", left=side, right=side, firstLine=0),
            w("rPr", val("sz", 2)),
        ),
    )


def signature_block(draft: Draft, layout: Layout) -> list[Element]:
    """Recipients on the left, authority and post on the right, room for signature, seal and name."""
    left = layout.text_width * _SIGN_SHARE
    right = layout.text_width - left
    recipients = [paragraph("RecipientsWord", [run("Nơi nhận:")])]
    recipients += [paragraph("Recipient", [run(line)]) for line in draft.recipients]
    sign = [paragraph("Authority", [run(line)]) for line in (draft.authority, draft.signer_post) if line]
    sign += [paragraph("Authority") for _ in range(_SIGNING_SPACE)]
    row = _row(_cell(left, recipients), _cell(right, sign), together=True)
    return [paragraph("Gap", (), w("keepNext")), _table([left, right], [row])]


def _table(widths: Iterable[float], rows: Iterable[Element]) -> Element:
    columns = [twips(width) for width in widths]
    properties = w(
        "tblPr",
        w("tblW", w=sum(columns), type="dxa"),
        val("jc", "center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in columns)), *rows)


def _row(*cells: Element, together: bool = False) -> Element:
    return w("tr", w("trPr", w("cantSplit")) if together else None, *cells)


def _cell(width: float, content: Iterable[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), *content)
