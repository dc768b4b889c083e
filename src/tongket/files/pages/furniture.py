"""Running heads and feet, page numbers, and stamps of electronic signatures: printed on the page, not in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.files.pages.lines import Line, pieces
from tongket.model.pages import Page, Word

_HEAD = 0.11  # of a page's height: where running heads stand
_FOOT = 0.89
_MOST_LINES = 3  # of a running head or foot
_SAME_HEIGHT = 8.0  # points
_NUMBER = re.compile(
    r"(?:[-–—~|•]\s*)?(?:[Tt]rang|TRANG|[Pp]age|[Tt]r\.)?\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?(?:\s*[-–—~|•])?"
    r"|[-–—]?\s*[ivxl]{1,6}\s*[-–—]?"
)
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|MẪU|Mẫu|BẢNG|Bảng)(?:\s+(?:SỐ|số))?\s+\d"
)  # of an appendix by its number
# Appearances of electronic signatures: Decree 30/2020/NĐ-CP, Appendix I, and what signing programs print.
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Signed by|Digitally signed|Signature (?:Not Verified|Valid)|Signer)\b"
)
_STAMP_LINES = 14
# Without labels: an address and a moment, each on a line of its own.
_MOMENT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{2}:?\d{2})?")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def split_stamps(words: Sequence[Word], lines: Sequence[Line]) -> tuple[list[Word], list[str]]:
    """The words of a page without the stamps of electronic signatures, and the text of each stamp."""
    if not any(_STAMP.search(line.text) or _MOMENT.search(line.text) for line in lines):
        return list(words), []
    parts = [piece for line in lines for piece in pieces(line)]
    stamps: list[str] = []
    gone: set[int] = set()
    for part in parts:
        if id(part.words[0]) in gone:
            continue
        beside = [one for one in parts if abs(one.left - part.left) <= 1.5 * part.size and _is_near_size(one, part)]
        if _STAMP.match(part.text):
            block = _stacked(part, [one for one in beside if one.baseline > part.baseline])
        elif _MOMENT.fullmatch(part.text) and any(_ADDRESS.fullmatch(one.text) for one in beside):
            block = _stacked(part, [one for one in reversed(beside) if one.baseline < part.baseline])[::-1]
        else:
            continue
        stamps.append("\n".join(line.text for line in block))
        gone.update(id(word) for line in block for word in line.words)
    return [word for word in words if id(word) not in gone] if gone else list(words), stamps


def _is_near_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.1 * other.size


def _stacked(first: Line, others: Sequence[Line]) -> list[Line]:
    """``first`` and the lines that follow it closely, one after the other."""
    block = [first]
    for part in others:
        if abs(part.baseline - block[-1].baseline) > 1.7 * first.size or len(block) >= _STAMP_LINES:
            break
        block.append(part)
    return block


def drop_furniture(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]]
) -> tuple[list[list[Line]], tuple[str, ...], tuple[str, ...]]:
    """The lines of each page without running heads, feet and page numbers; and the heads and feet, each once."""
    heads = [_edge_lines(page, found, top=True) for page, found in zip(pages, lines, strict=True)]
    feet = [_edge_lines(page, found, top=False) for page, found in zip(pages, lines, strict=True)]
    head_texts, gone = _repeated(pages, heads)
    foot_texts, gone_below = _repeated(pages, feet)
    gone |= gone_below
    return (
        [[line for line in found if id(line) not in gone] for found in lines],
        tuple(dict.fromkeys(head_texts)),
        tuple(dict.fromkeys(foot_texts)),
    )


def is_page_number(text: str) -> bool:
    """'7', '- 7 -', 'Trang 7', '7/15', 'iv'."""
    return len(text) <= 20 and _NUMBER.fullmatch(text.strip()) is not None


def _edge_lines(page: Page, lines: Sequence[Line], *, top: bool) -> list[Line]:
    """The lines in the upper or lower margin of a page, from the edge inwards."""
    if top:
        return [line for line in lines[:_MOST_LINES] if line.bottom < page.height * _HEAD]
    return [line for line in reversed(lines[-_MOST_LINES:]) if line.top > page.height * _FOOT]


def _repeated(pages: Sequence[Page], edges: Sequence[Sequence[Line]]) -> tuple[list[str], set[int]]:
    """The texts at one edge that are no body: the number, and what stands on other pages too at that height."""
    heights: dict[str, list[float]] = {}
    for found in edges:
        for line in found:
            heights.setdefault(_folded(line), []).append(line.baseline)
    texts: list[str] = []
    gone: set[int] = set()
    for found in edges:
        for line in found:
            others = sum(abs(height - line.baseline) <= _SAME_HEIGHT for height in heights[_folded(line)])
            if is_page_number(line.text) or (others >= 2 and others * 3 >= len(pages)):
                gone.add(id(line))
                texts.append(line.text)
                continue
            break  # what lies further in than a line of the text is text
    return [text for text in texts if not is_page_number(text)], gone


def _folded(line: Line) -> str:
    text = "".join(line.text.split())
    return text if _LABEL.match(line.text) else _DIGITS.sub("#", text)
