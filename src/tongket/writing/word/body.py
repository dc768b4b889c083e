"""The paragraphs of the report: headings, sentences with live figures, material to edit."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from tongket.model.drafts import DraftParagraph, Run
from tongket.writing.word.elements import Element, W, paragraph, run, val, w
from tongket.writing.word.notes import Notes


@dataclass(slots=True)
class Numbers:
    """The ids that Word wants unique in one file."""

    last_bookmark: int = 0
    last_control: int = 0
    names: set[str] = field(default_factory=set)

    def bookmark(self) -> int:
        """The next id of a bookmark."""
        self.last_bookmark += 1
        return self.last_bookmark

    def control(self) -> int:
        """The next id of a content control."""
        self.last_control += 1
        return 1000 + self.last_control


def body_paragraph(source: DraftParagraph, notes: Notes, numbers: Numbers) -> Element:
    """One paragraph in the style of its kind."""
    children: list[Element] = []
    mark = notes.comment(source.comment) if source.comment else None
    if mark is not None:
        children.append(w("commentRangeStart", id=mark))
    for one in source.runs:
        children += _run(one, notes, numbers)
    if mark is not None:
        children.append(w("commentRangeEnd", id=mark))
        children.append(w("r", w("rPr", val("rStyle", "CommentReference")), w("commentReference", id=mark)))
    together = [w("keepNext"), w("keepLines")] if source.kind == "closing" else []  # never a signature alone on a page
    return paragraph(_style(source), children, *together)


def _style(source: DraftParagraph) -> str:
    if source.kind == "heading":
        return f"Heading{min(max(source.depth, 1), 4)}"
    return "Material" if source.edit else "ReportBody"


def _run(one: Run, notes: Notes, numbers: Numbers) -> list[Element]:
    words = run(one.text, bold=one.bold, italic=one.italic)
    children = live_figure(one.figure, [words], numbers) if one.figure else [words]
    if one.note:
        children.append(notes.reference(one.note))
    return children


def live_figure(key: str, words: list[Element], numbers: Numbers) -> list[Element]:
    """A figure that can be found again: a plain-text content control inside a bookmark, both named by the key.

    Bookmarks survive saving by every office program tried, the control's alias most of them, its tag only Word's.
    """
    bookmark = numbers.bookmark()
    look = words[0].find(f"{{{W}}}rPr") if words else None
    properties = w("sdtPr", deepcopy(look), val("alias", key), val("tag", key), val("id", numbers.control()), w("text"))
    return [
        w("bookmarkStart", id=bookmark, name=f"lf_{key}"),
        w("sdt", properties, w("sdtContent", *words)),
        w("bookmarkEnd", id=bookmark),
    ]
