"""The request letter of a programme (de-cuong.docx): what is asked, until when, with the outline and the forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tongket.model.documents import Regime
from tongket.model.drafts import Draft, DraftParagraph, DraftTable, Run
from tongket.model.programmes import Form, Indicator, OutlineItem, Programme
from tongket.programmes.placeholders import read_placeholders
from tongket.programmes.values import unit_text
from tongket.registry.layouts import Layout, layouts, state_layout
from tongket.vietnamese.dates import printed_day
from tongket.writing.appendices import asked_in
from tongket.writing.blank_tables import blank_table
from tongket.writing.docx import document_bytes
from tongket.writing.frame import NO_BODY, directive_text
from tongket.writing.numerals import letter, roman
from tongket.writing.word.body import Numbers, body_paragraph
from tongket.writing.word.elements import Element, W, paragraph, run
from tongket.writing.word.letterhead import letterhead, signature_block
from tongket.writing.word.metrics import lines_of
from tongket.writing.word.notes import Notes
from tongket.writing.word.tables import appendix

OPEN_DAY = "…/…/……"
_ROOM = 14  # digits that an answer has room for
NUMBER_SHARE = 0.4  # of the text width, as the letterhead's left column
_ADDRESSED = {
    "state": {
        "province": "Các sở, ban, ngành cấp tỉnh",
        "district": "Ủy ban nhân dân các huyện, thị xã, thành phố",
        "commune": "Ủy ban nhân dân các xã, phường",
    },
    "party": {
        "province": "Các ban đảng, đảng ủy trực thuộc Tỉnh ủy",
        "district": "Các huyện ủy, thị ủy, thành ủy",
        "commune": "Đảng ủy các xã, phường",
    },
}
_LEVELS = {"province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"}


def write_letter(programme: Programme, path: Path) -> None:
    """Write the letter to ``path``; the same programme gives the same bytes."""
    path.write_bytes(letter_bytes(programme))


def letter_bytes(programme: Programme) -> bytes:
    """The letter as a .docx: the letter itself, the outline on a page of its own, each appendix on its own pages."""
    draft = _draft(programme)
    layout = layout_of(programme.regime)
    notes, numbers = Notes(), Numbers()
    head = letterhead(draft, layout)[:1]
    add_subject(head[0], draft.title, layout.text_width * NUMBER_SHARE, layout.parts["number"].size.write)
    first = [*head, paragraph("Gap")]
    first += [paragraph("Number", [run(line, size=layout.parts["body"].size.write)]) for line in _addressed(programme)]
    first += [paragraph("Gap")]
    first += [body_paragraph(one, notes, numbers) for one in _body(programme)]
    first += signature_block(draft, layout)
    sections: list[tuple[Sequence[Element], bool]] = [(first, False)]
    if programme.outline:
        sections.append((list(_outline_page(programme, draft, notes, numbers)), False))
    for group in _groups(programme):
        tables = [_draft_table(programme, form, label=index == 0) for index, form in enumerate(group)]
        sections.append((appendix(tables, draft, layout, numbers), tables[0].landscape))
    return document_bytes(sections, draft, layout, notes)


def layout_of(regime: Regime) -> Layout:
    """The latest layout of ``regime``; the state's where it has none of its own."""
    own = [one for one in layouts() if regime in one.regimes]
    return own[-1] if own else state_layout("")


def _draft(programme: Programme) -> Draft:
    closing = ("- Như trên;", "- Lưu: VT.")
    return Draft(
        regime=programme.regime,
        date="",
        parent_body="",
        issuing_body=NO_BODY.upper(),
        symbol="/……-……" if programme.regime != "party" else "-CV/……",
        place="……",
        date_line="ngày      tháng      năm      ",
        doc_type="CÔNG VĂN",
        title=f"V/v báo cáo {_about(programme, full=False)}",
        paragraphs=(),
        tables=(),
        recipients=closing,
        authority="",
        signer_post="[CHỨC VỤ NGƯỜI KÝ]",
        manifest=f"{programme.code} {programme.version}",
    )


def _about(programme: Programme, *, full: bool) -> str:
    span = f"{programme.years:02d} năm" if programme.years else "việc"
    return f"{programme.review} {span} thực hiện {directive_text(programme.directive, full=full)}"


def add_subject(head: Element, title: str, width: float, size: float) -> None:
    """Put the subject line of a letter below its number (Nghị định 30/2020/NĐ-CP, Appendix I)."""
    cell = list(head.iter(f"{{{W}}}tc"))[2]
    lines = lines_of(title, size - 1, width * 0.95)
    cell.append(paragraph("Number", [run("\n".join(lines), size=size - 1)]))


def _addressed(programme: Programme) -> list[str]:
    known = _ADDRESSED["party" if programme.regime == "party" else "state"]
    dues = programme.schedule.dues if programme.schedule else ()
    asked = {one.level for one in programme.expected} | {one.level for one in dues}
    lines = [words for level, words in known.items() if level in asked]
    if len(lines) == 1:
        return [f"Kính gửi: {lines[0]}"]
    if not lines:
        return ["Kính gửi: Các cơ quan, đơn vị, địa phương"]
    return ["Kính gửi:", *(f"- {line};" for line in lines[:-1]), f"- {lines[-1]}."]


def _body(programme: Programme) -> Iterator[DraftParagraph]:
    party = programme.regime == "party"
    yield _text(
        f"Để {_about(programme, full=True)}, [tên cơ quan] đề nghị các cơ quan, đơn vị, địa phương xây dựng báo cáo "
        f"{_about(programme, full=False)}, cụ thể như sau:"
    )
    forms = " và biểu mẫu" if programme.forms else ""
    yield _text(f"1. Nội dung báo cáo: theo đề cương{forms} gửi kèm Công văn này.")
    start = printed_day(programme.period_start, party=party) or OPEN_DAY
    end = printed_day(programme.period_end, party=party) or OPEN_DAY
    closing = programme.schedule.closing if programme.schedule else ""
    until = printed_day(closing, party=party) or end
    yield _text(f"2. Thời kỳ báo cáo: từ ngày {start} đến ngày {end}; số liệu tính đến hết ngày {until}.")
    yield _text(f"3. Thời hạn gửi báo cáo: {_dues(programme, party=party)}.")
    yield _text(
        "4. Cách ghi: ghi '0' khi có theo dõi mà không phát sinh, ghi 'x' ở ô không thuộc phạm vi của đơn vị, để trống "
        "khi chưa có số liệu; số liệu trong lời văn phải khớp với biểu mẫu."
    )
    yield DraftParagraph("closing", (Run("Đề nghị các cơ quan, đơn vị, địa phương quan tâm, thực hiện./."),))


def _dues(programme: Programme, *, party: bool) -> str:
    dues = programme.schedule.dues if programme.schedule else ()
    said = [
        f"{_LEVELS.get(due.level, due.level).lower()} trước ngày {printed_day(due.date, party=party)}"
        if due.date
        else f"{_LEVELS.get(due.level, due.level).lower()} trong {due.days:02d} ngày làm việc kể từ ngày chốt số liệu"
        for due in dues
    ]
    return "; ".join(said) or f"trước ngày {OPEN_DAY}"


def _text(words: str) -> DraftParagraph:
    return DraftParagraph("body", (Run(words),))


# --- the outline


def _outline_page(programme: Programme, draft: Draft, notes: Notes, numbers: Numbers) -> Iterator[Element]:
    yield paragraph("AppendixLabel", [run("ĐỀ CƯƠNG BÁO CÁO")])
    title = _about(programme, full=True)
    layout = layout_of(programme.regime)
    lines = lines_of(title[0].upper() + title[1:], layout.parts["title"].size.write, layout.text_width * 0.9)
    yield paragraph("AppendixTitle", [run("\n".join(lines))])
    reference = f"(Kèm theo Công văn số      {draft.symbol} {draft.date_line.strip()} của {NO_BODY})"
    yield paragraph("AppendixReference", [run(reference)])
    stated = _stated(programme)
    for item, number in zip(programme.outline, _numbers(programme.outline), strict=True):
        # A section below another says nothing of itself: only tops and required ones are told apart.
        optional = "" if item.required or item.depth > 0 else " (nếu có)"
        yield body_paragraph(
            DraftParagraph("heading", (Run(f"{number} {item.title}{optional}"),), depth=item.depth + 1), notes, numbers
        )
        hint = _hint(item, stated.get(item.code, ()))
        if hint:
            yield body_paragraph(DraftParagraph("body", (Run(hint, italic=True),)), notes, numbers)


def _numbers(outline: Sequence[OutlineItem]) -> Iterator[str]:
    """I, 1, a) in turn; A, I, 1, a) where the outline is deeper (Nghị định 30/2020/NĐ-CP, Appendix I)."""
    deepest = max((item.depth for item in outline), default=0)
    counts: list[int] = []
    for item in outline:
        del counts[item.depth + 1 :]
        while len(counts) <= item.depth:
            counts.append(0)
        counts[item.depth] += 1
        count, place = counts[item.depth], item.depth + (0 if deepest > 2 else 1)
        if place == 0:
            yield f"{'ABCDEFGHIKLMNOPQ'[(count - 1) % 16]}."
        elif place == 1:
            yield f"{roman(count)}."
        elif place == 2:
            yield f"{count}."
        else:
            yield f"{letter(count)})"


def _hint(item: OutlineItem, stated: Sequence[str]) -> str:
    parts = []
    if item.documents:
        parts.append("Nêu rõ số, ký hiệu, ngày ban hành và trích yếu của từng văn bản.")
    if stated:
        parts.append(f"Nêu rõ số liệu: {'; '.join(stated)}.")
    return " ".join(parts)


def _stated(programme: Programme) -> dict[str, list[str]]:
    """What the text must state because no form asks for it: section code -> 'tên chỉ tiêu (đơn vị tính)'."""
    asked = {code for form in programme.forms for code in asked_in(form)}
    left = [one for one in programme.indicators if one.code not in asked and not one.counted and not one.formula]
    homes: dict[str, str] = {}
    for item in programme.outline:
        for sentence in item.sentences:
            for mark in read_placeholders(sentence.text):
                homes.setdefault(mark.indicator, item.code)
    result = next((item.code for item in programme.outline if item.code == "C"), "")
    result = result or (programme.outline[0].code if programme.outline else "")
    found: dict[str, list[str]] = {}
    for one in left:
        words = f"{one.name} ({unit_text(one, one.name)}){_divided(programme, one)}"
        found.setdefault(homes.get(one.code, result), []).append(words)
    return found


def _divided(programme: Programme, one: Indicator) -> str:
    """', chia theo tổ chức (Đoàn Thanh niên, Hội Nông dân)' for a figure that is wanted by its cells."""
    parts = [found for code in one.dimensions if (found := programme.dimension(code)) is not None]
    return "".join(f", chia theo {part.name} ({', '.join(value.name for value in part.values)})" for part in parts)


# --- the forms


def _groups(programme: Programme) -> list[list[Form]]:
    groups: dict[str, list[Form]] = {}
    for form in programme.forms:
        groups.setdefault(form.appendix or form.code, []).append(form)
    return list(groups.values())


def _draft_table(programme: Programme, form: Form, *, label: bool) -> DraftTable:
    blank = blank_table(programme, form)
    numbers = tuple(column.number for column in blank.columns)
    rows = tuple(row.cells for row in blank.rows)
    shift = 1 if blank.numbered else 0
    values = sum(column.role == "value" for column in blank.columns)
    return DraftTable(
        label=(form.appendix or form.code) if label else "",
        title="\n".join(filter(None, (form.heading, form.title))),
        caption=_caption(programme, form.caption),
        header=tuple(column.title for column in blank.columns),
        widths=_widths([column.role for column in blank.columns], values),
        rows=(tuple(f"({number})" for number in numbers), *rows) if shift else rows,
        bold_rows=tuple(index + shift for index, row in enumerate(blank.rows) if row.bold),
        centred_columns=tuple(
            index for index, column in enumerate(blank.columns) if column.role in ("ordinal", "unit", "value")
        ),
        room=_ROOM if values == 1 else _ROOM // 2,
        landscape=values > 5,
    )


def _caption(programme: Programme, words: str) -> str:
    start = f"ngày {printed_day(programme.period_start) or OPEN_DAY}"
    end = f"ngày {printed_day(programme.period_end) or OPEN_DAY}"
    return words.replace("{from}", start).replace("{to}", end)


def _widths(roles: Sequence[str], values: int) -> tuple[float, ...]:
    value = min(0.16, 0.70 / max(values, 1))
    fixed = {"ordinal": 0.06, "value": value, "unit": 0.13, "note": 0.13}
    left = 1 - sum(fixed.get(role, 0) for role in roles)
    return tuple(fixed.get(role, max(left, 0.2)) for role in roles)
