"""The evaluation parts: the lower bodies' own sentences, as material for a person to edit (tư liệu)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tongket.model.consolidations import Consolidation, ReportRead
from tongket.model.drafts import DraftParagraph, Quoted, Run
from tongket.vietnamese.unicode import sort_key
from tongket.writing.gather import Gathered, gather, sayings
from tongket.writing.naming import short_body
from tongket.writing.numerals import count_text

SHARED_MOST = 12  # sentences said by several bodies that are shown
SINGLE_MOST = 4  # sentences said by one body alone that are shown; all are in the workbook
SHOWN_LEAST = 8  # sentences shown of a part, if there are as many: few reports say little in common
_NAMED_MOST = 4
_CONNECTIVE = re.compile(
    r"^(?:Tuy nhiên|Bên cạnh đó|Ngoài ra|Đồng thời|Mặt khác|Song song với đó|Cùng với đó|Theo đó|Từ đó|Qua đó|Trong đó)"
    r"(?:,\s*|\s+(?=[a-zđ]))"
)
SHEET = "Ý kiến"


def material_paragraphs(consolidation: Consolidation, kinds: Sequence[str]) -> Iterator[DraftParagraph]:
    """What the bodies wrote on ``kinds``: like sentences together, most said first; an explicit 'Không' stays."""
    gathered = gather(sayings(consolidation.reports, kinds))
    none = [read for read in consolidation.reports if set(kinds) & set(read.report.declared_none)]
    if not gathered:
        yield from _declared_none(none, len({read.body for read in consolidation.reports}))
        return
    shared = [one for one in gathered if len(one.bodies) > 1][:SHARED_MOST]
    alone = [one for one in gathered if len(one.bodies) == 1]
    single = in_turn(alone)[: max(SINGLE_MOST, SHOWN_LEAST - len(shared))]
    for one in (*shared, *single):
        yield _paragraph(one)
    left = len(gathered) - len(shared) - len(single)
    if left:
        words = f"Còn {count_text(left)} ý khác: xem trang tính “{SHEET}” của tệp so-lieu.xlsx."
        yield DraftParagraph("material", (Run(words, italic=True),), edit=True)
    if none:
        words = f"{count_text(len(none))} đơn vị ghi rõ “Không”: {_names([read.body for read in none])}."
        yield DraftParagraph("material", (Run(words, italic=True),), edit=True)


def in_turn(gathered: Sequence[Gathered]) -> list[Gathered]:
    """One sentence of each body, then the second of each, so that no report stands for all."""
    seen: Counter[str] = Counter()
    turns = []
    for one in gathered:
        turns.append(seen[one.bodies[0]])
        seen[one.bodies[0]] += 1
    return [gathered[index] for index in sorted(range(len(gathered)), key=lambda index: turns[index])]


def _declared_none(none: Sequence[ReportRead], reports: int) -> Iterator[DraftParagraph]:
    """'Không.', with how many said so: those that are silent have not said it."""
    if not none:
        return
    yield DraftParagraph("body", (Run("Không."),))
    words = f"{count_text(len(none))} đơn vị ghi rõ “Không”: {_names([read.body for read in none])}"
    words += f"; {count_text(reports - len(none))} đơn vị không nêu nội dung này." if reports > len(none) else "."
    yield DraftParagraph("material", (Run(words, italic=True),), edit=True)


def _paragraph(one: Gathered) -> DraftParagraph:
    names = _names(one.bodies)
    who = names if len(one.bodies) == 1 else f"{count_text(len(one.bodies))} đơn vị: {names}"
    text = without_connective(one.text).rstrip(" .;,")
    runs = (Run(f"- {text}."), Run(f" ({who})", italic=True))
    quotes = tuple(Quoted(said.report.file, said.start, said.end, said.text) for said in one.sayings)
    return DraftParagraph("item", runs, edit=True, comment=_origin(one), quotes=quotes)


def without_connective(text: str) -> str:
    """The sentence without the word that joined it to the one before, which is not quoted: 'Tuy nhiên, ...'."""
    joined = _CONNECTIVE.match(text)
    rest = text[joined.end() :] if joined else text
    return rest[:1].upper() + rest[1:]


def _names(bodies: Sequence[str]) -> str:
    """The bodies in Vietnamese order; of many the first ones and how many more."""
    names = sorted({_short(body) for body in bodies}, key=sort_key)
    if len(names) <= _NAMED_MOST + 1:
        return ", ".join(names)
    return ", ".join(names[:_NAMED_MOST]) + f" và {count_text(len(names) - _NAMED_MOST)} đơn vị khác"


def _short(body: str) -> str:
    """'xã Lũng Ẳng' for its People's Committee, which is the usual reporter; other bodies keep their name."""
    return short_body(body).removeprefix("UBND ")


def _origin(one: Gathered) -> str:
    """Where each sentence stands: a line a report, with the words where they differ from those shown."""
    lines = []
    for saying in one.sayings:
        place = f"{_short(saying.report.body)}, tệp {saying.report.file}, ký tự {saying.start}-{saying.end}"
        lines.append(place if saying.text == one.text else f"{place}: {saying.text}")
    return "\n".join(lines)
