"""Headers and footers of a Word file (đầu trang, chân trang): the parts in use, and the one that is the letterhead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

from lxml.etree import _Element

from tongket.files.docx.names import RELATION_ID, TEXT, first, switch, w
from tongket.files.docx.package import Package, Relation

_KIND, _OWN_FIRST = w("type"), w("titlePg")
_NATION = re.compile(r"CỘNG ?H(?:ÒA|OÀ) ?XÃ ?HỘI ?CHỦ ?NGHĨA|ĐẢNG ?CỘNG ?SẢN ?VIỆT ?NAM")
_HEAD_RUNS = 200  # of the body: a letterhead stands among the first


def parts_in_use(relations: dict[str, Relation], sections: Sequence[_Element], kind: str) -> list[str]:
    """The parts that the sections use as headers or footers, each once, in order."""
    name = w(f"{kind}Reference")
    ids = [found.get(RELATION_ID, "") for section in sections for found in section.iterchildren(name)]
    return list(dict.fromkeys(relations[name].target for name in ids if name in relations))


def letterhead_part(
    package: Package, relations: dict[str, Relation], sections: Sequence[_Element], body: _Element
) -> str | None:
    """The header of the first page, where the letterhead was typed into it; None where the body has its own.

    A page header that names the nation or the Party is no running head: it is the head of the report (thể thức văn
    bản, Nghị định 30/2020/NĐ-CP, Phụ lục I).
    """
    part = _of_first_page(relations, sections)
    root = package.xml(part) if part else None
    return part if root is not None and _names_nation(root) and not _names_nation(body) else None


def _of_first_page(relations: dict[str, Relation], sections: Sequence[_Element]) -> str | None:
    if not sections:
        return None
    own = first(sections[0], _OWN_FIRST)
    wanted = "first" if own is not None and switch(own) else "default"
    for found in sections[0].iterchildren(w("headerReference")):
        relation = relations.get(found.get(RELATION_ID, ""))
        if found.get(_KIND, "default") == wanted and relation is not None:
            return relation.target
    return None


def _names_nation(root: _Element) -> bool:
    said = "".join(text.text or "" for text in islice(root.iter(TEXT), _HEAD_RUNS))
    return bool(_NATION.search(unicodedata.normalize("NFC", said)))
