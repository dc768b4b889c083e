"""The older placing of tone marks, kept by some offices throughout: 'hoá', 'Uỷ'."""

from __future__ import annotations

import re
from dataclasses import replace

from .blocks import Document, Paragraph, Tail
from .richtext import Text

_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_PAIRS = dict(zip(_NEW, _OLD, strict=True)) | {
    a[0].upper() + a[1]: b[0].upper() + b[1] for a, b in zip(_NEW, _OLD, strict=True)
}
_SYLLABLE = re.compile("(?:" + "|".join(_PAIRS) + r")(?!\w)")


def old(words: str) -> str:
    """'Ủy ban' -> 'Uỷ ban', 'hóa' -> 'hoá'; of the same length."""
    return _SYLLABLE.sub(lambda found: _PAIRS[found[0]], words)


def in_old_spelling(document: Document) -> Document:
    """The report of an office that places tone marks the old way, everywhere."""
    body = tuple(replace(b, text=b.text.spelt(old)) if isinstance(b, Paragraph) else b for b in document.body)
    first = True
    marked = []
    for block in body:
        if first and isinstance(block, Paragraph) and "Uỷ ban" in block.text.text:
            at = block.text.text.index("Uỷ ban")
            mark = (
                Text("Uỷ ban").marked("near", finding="mixed-orthography", why="the old way, but throughout").marks[0]
            )
            block = replace(block, text=Text(block.text.text, (*block.text.marks, mark.moved(at))))
            first = False
        marked.append(block)
    tail = Tail(tuple(line.spelt(old) for line in document.tail.recipients), document.tail.signature)
    return replace(document, title=document.title.spelt(old), body=tuple(marked), tail=tail)
