"""Runs: the text inside a paragraph, with the looks that reading needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from tongket.files.docx.line import Embedded, Line, NoteKind, NoteMark, one_line
from tongket.files.docx.names import (
    ALTERNATE,
    CONTENT_CONTROL,
    CONTROL_CONTENT,
    DIAGRAM_DATA,
    DIAGRAM_PARTS,
    MATH,
    MATH_TEXT,
    OLE_OBJECT,
    PLACEHOLDER,
    RELATION_ID,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TEXT_BOX,
    TEXT_PATH,
    VAL,
    WRAPPERS,
    XML_SPACE,
    branch,
    first,
    number,
    switch,
    w,
)
from tongket.files.docx.story import Story
from tongket.files.docx.styles import CAPITALS, HIDDEN, SUPERSCRIPT, read_look
from tongket.files.docx.symbols import is_symbol_font, private_as_plain, signs, symbol
from tongket.vietnamese.legacy import decode_run, encoding_of_font

_FIELD_KIND, _CHECK_BOX, _CHOICE, _TYPE = w("fldCharType"), w("checkBox"), w("ddList"), w("type")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TAB, _POSITIONED_TAB = w("tab"), w("ptab")
_BREAK, _RETURN, _PAGE_SHOWN = w("br"), w("cr"), w("lastRenderedPageBreak")
_HARD_HYPHEN, _SOFT_HYPHEN, _SYMBOL, _FIELD_MARK = w("noBreakHyphen"), w("softHyphen"), w("sym"), w("fldChar")
_DRAWINGS = frozenset((w("drawing"), w("pict"), w("object")))
_RUBY, _RUBY_BASE = w("ruby"), w("rubyBase")
_REFERENCES: dict[str, NoteKind] = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_CUSTOM = w("customMarkFollows")
_MATH_START = f"{{{MATH}}}"


def read_runs(parent: _Element, line: Line, story: Story, style: str) -> None:
    """Add the text of a paragraph, or of a wrapper inside one, to ``line``; ``style`` is the paragraph's style id.

    The accepted view of tracked changes: insertions and moves-to stay, deletions and moves-from go. Instructions of
    fields, hidden text, the prompts of unfilled content controls and ruby guides go too.
    """
    for child in parent:
        tag = child.tag
        if tag == RUN:
            _read_run(child, line, story, style)
        elif tag in WRAPPERS:
            read_runs(child, line, story, style)
        elif tag == CONTENT_CONTROL:
            content = first(child, CONTROL_CONTENT)
            if content is not None and child.find(PLACEHOLDER) is None:
                read_runs(content, line, story, style)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                read_runs(chosen, line, story, style)
        elif isinstance(tag, str) and tag.startswith(_MATH_START):
            line.add("".join(found.text or "" for found in child.iter(MATH_TEXT)), 0, story.page)


def _read_run(run: _Element, line: Line, story: Story, style: str) -> None:
    if not len(run):
        return
    properties: _Element | None = run[0]
    font: str | None = None
    named = ""
    if properties is not None and properties.tag == RUN_PROPERTIES:
        look, named = read_look(properties)
        looks, font = look.apply(story.styles.flags(style, named)), look.font
    else:
        looks = story.styles.flags(style, "")
    font = story.styles.font(style, named) if font is None else font
    if not _is_old(font):
        _read_content(run, line, story, style, looks, font)
        return
    start = line.length
    _read_content(run, line, story, style, looks & ~CAPITALS, font)
    if line.length > start:
        line.fonts.append((start, line.length, font, bool(looks & CAPITALS)))


def _is_old(font: str) -> bool:
    return encoding_of_font(font) is not None


def _read_content(parent: _Element, line: Line, story: Story, style: str, looks: int, font: str) -> None:
    for child in parent:
        tag = child.tag
        if tag == RUN_PROPERTIES:
            continue
        if tag == _FIELD_MARK:
            _mark_field(child, line, story, looks)
        elif tag == _PAGE_SHOWN:
            story.page += 1 if story.page else 0
        elif looks & HIDDEN or (story.fields and story.in_instruction):
            continue
        elif tag == TEXT:
            line.add(_text(child, looks, font), looks, story.page)
        elif tag in (_TAB, _POSITIONED_TAB):
            line.add(" " if story.in_cell else "\t", looks, story.page)
        elif tag in (_BREAK, _RETURN):
            line.add_break()
            story.page += story.turns_pages and child.get(_TYPE) == "page"
        elif tag == _HARD_HYPHEN:
            line.add("-", looks, story.page)
        elif tag == _SOFT_HYPHEN:
            line.add("\xad" if _is_old(font) else "", looks, story.page)  # in old fonts a letter: 'ư' of TCVN3
        elif tag == _SYMBOL:
            line.add(_symbol(child, font), looks, story.page)
        elif tag in _REFERENCES:
            if _refer(child, line, story, looks):
                return
        elif tag in _DRAWINGS:
            line.boxes += text_boxes(child)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                _read_content(chosen, line, story, style, looks, font)
        elif tag == _RUBY:
            base = first(child, _RUBY_BASE)
            if base is not None:
                read_runs(base, line, story, style)


def _mark_field(mark: _Element, line: Line, story: Story, looks: int) -> None:
    """Follow a field; a ticked box or a chosen line of a form shows itself where no result is written out."""
    kind = mark.get(_FIELD_KIND)
    if kind == "begin" and story.follows_fields:
        story.forms.append((_form_value(mark), line.length))
    elif kind == "end" and story.forms:
        value, start = story.forms.pop()
        if line.length == start and not looks & HIDDEN:
            line.add(value, looks, story.page)
    story.mark_field(mark)


def _form_value(mark: _Element) -> str:
    for box in mark.iter(_CHECK_BOX):
        state = box.find(w("checked"))
        state = box.find(w("default")) if state is None else state
        return "☑" if state is not None and switch(state) else "☐"
    for choice in mark.iter(_CHOICE):
        entries = [entry.get(VAL, "") for entry in choice.iterchildren(w("listEntry"))]
        at = number(choice, w("result")) or number(choice, w("default")) or 0
        return entries[at] if 0 <= at < len(entries) else ""
    return ""


def _text(element: _Element, looks: int, font: str) -> str:
    text = one_line(element.text or "")
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(" ")
    if font and is_symbol_font(font):
        text = signs(text, font)
    elif not text.isprintable() and _PRIVATE.search(text) and not _is_old(font):
        text = private_as_plain(text, font)
    return text.upper() if looks & CAPITALS else text


def _symbol(element: _Element, run_font: str = "") -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    font = element.get(w("font"), "")
    if _is_old(font) and 0xF000 <= code <= 0xF0FF:
        letter = chr(code - 0xF000)
        return letter if _is_old(run_font) else decode_run(letter, font)
    return symbol(code, font)


def _refer(child: _Element, line: Line, story: Story, looks: int) -> bool:
    """Add a note's mark; whether the rest of the run was the mark, typed by hand."""
    custom = None
    kind = _REFERENCES[str(child.tag)]
    if child.get(w("id"), "") not in story.notes.bodies[kind]:
        return False
    if child.get(_CUSTOM, "0") in ("1", "true", "on"):
        custom = "".join(_custom_mark(child)).strip()
    note = story.notes.refer(kind, child.get(w("id"), ""), custom, story.section, story.page)
    if note is None:
        return False
    start = line.length
    line.add(story.notes.found[note].mark, looks | SUPERSCRIPT, story.page)
    line.marks.append(NoteMark(start, line.length, note))
    return custom is not None


def _custom_mark(reference: _Element) -> Iterator[str]:
    for child in reference.itersiblings():
        if child.tag == TEXT:
            yield one_line(child.text or "")
        elif child.tag == _SYMBOL:
            yield _symbol(child)


def text_boxes(drawing: _Element) -> list[_Element | str | Embedded]:
    """The text boxes inside a drawing, outermost only, in order; WordArt gives its words; what is embedded, itself."""
    found: list[_Element | str | Embedded] = []
    for child in drawing:
        if child.tag == TEXT_BOX:
            found.append(child)
        elif child.tag == ALTERNATE:
            chosen = branch(child)
            found += text_boxes(chosen) if chosen is not None else []
        elif child.tag == TEXT_PATH:
            words = one_line(child.get("string", "")).strip()
            found += [words] if words else []
        elif child.tag == OLE_OBJECT:
            if child.get("Type") == "Embed":
                found.append(Embedded(child.get(RELATION_ID, ""), is_icon=child.get("DrawAspect") == "Icon"))
        elif child.tag == DIAGRAM_PARTS:
            found.append(Embedded(child.get(DIAGRAM_DATA, ""), "diagram"))
        else:
            found += text_boxes(child)
    return found
