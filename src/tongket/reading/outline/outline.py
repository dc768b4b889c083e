"""The outline of a report (đề mục): headings and numbered paragraphs as a tree.

A section is what a number, a letter or a word of order begins ('I.', '1.1', 'a)', '(1)', 'Một là', 'Giải pháp 2:'),
with a title or without; and, without a number, a phrase about a matter in capitals or bold, on a line of its own, or
before a colon behind a dash ('- Hạn chế: ...'). None are items of a sentence that semicolons end, labels before a bare
value, captions of tables, and what appendices hold, which is told of with their tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tongket.model.reports import Section
from tongket.model.sources import Source
from tongket.reading.form.frame import Frame
from tongket.reading.outline.below_heads import over_cells, over_dashes, over_text, points_of_lists, without_text
from tongket.reading.outline.bracketed import items_of_sentences, lists_of_people, lone_labels
from tongket.reading.outline.contents import contents_lines
from tongket.reading.outline.doubtful import doubtful_head, proven
from tongket.reading.outline.form_fields import without_fields
from tongket.reading.outline.gaps import gapped_blocks
from tongket.reading.outline.heading_numbers import ARABIC, ARTICLE, CAPITAL, DASH, DIVISION, LABEL, ROMAN, SMALL_LETTER
from tongket.reading.outline.headings import Head, read_head
from tongket.reading.running.flow import Flow
from tongket.reading.running.type_lines import DOCUMENT_TYPES
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.words import is_word, lexicon

_DEEPEST = 12  # levels of an outline; beyond them a list that begins anew goes on at its own level


@dataclass(slots=True)
class _Node:
    head: Head
    rank: int
    level: int
    children: list[_Node] = field(default_factory=list)


def read_outline(source: Source, flow: Flow, frame: Frame) -> tuple[Section, ...]:
    """The tree of sections between the opening and the closing, then that of an attached document.

    A section runs to the next heading that is not below it; the last one to where the body ends.
    """
    found: list[Section] = []
    for part, end in ((frame.body, _end_of_body(flow, frame)), (frame.attached, _end_of(flow, frame.attached))):
        placed = list(_heads(source, flow, frame, part))
        if part is frame.attached:
            placed = _below_its_title(placed)
        heads = _with_titles(flow, part, placed)
        found += [_section(flow, node, after) for node, after in _with_ends(flow, _grow(heads), end)]
    return tuple(found)


def _below_its_title(heads: list[tuple[int, Head]]) -> list[tuple[int, Head]]:
    """Without the capitals above the first number of an attached document: its type and its title."""
    first = next((order for order, (_, head) in enumerate(heads) if head.number is not None), 0)
    return heads[first:]


def _heads(source: Source, flow: Flow, frame: Frame, part: range) -> Iterable[tuple[int, Head]]:
    """The headings one by one; dashed topics count only where most of the dashes around them are headings."""
    gapped = gapped_blocks(source, flow.blanks)
    dashes: Counter[str] = Counter()
    group: list[tuple[int, Head]] = []
    found: list[tuple[int, Head, bool]] = []
    read = [
        (index, read_head(source, flow, paragraph))
        for index, paragraph, text in frame.paragraphs(flow, part)
        if paragraph.kind == "body" and text and (paragraph.blocks[0] not in gapped or text.isupper())
    ]
    dropped = items_of_sentences(flow, read) | lone_labels(read) | lists_of_people(flow, read)
    dropped |= contents_lines(flow, read)
    untitled = without_text(flow, read)
    if source.format == "txt":
        untitled |= over_cells(flow, read)
    over = over_text(flow, read)
    points, titles = points_of_lists(flow, read), over_dashes(flow, read)
    for index, read_here in read:
        if index in dropped:
            continue
        head = None if index in untitled else read_here
        paragraph = flow.paragraphs[index]
        doubtful = doubtful_head(source, flow, paragraph) if head is None or head.number is None else None
        if doubtful is not None:
            found.append((index, doubtful, True))
        if head is not None and head.number is not None:
            if index in points:
                head = replace(head, kind="item", title=None, end=head.end - len(head.title or ""))
            elif index in titles:
                head = replace(
                    head, kind="heading", title=flow.text[head.end : paragraph.end].strip(), end=paragraph.end
                )
            found += _without_lone_topics(group, dashes, over)
            group, dashes = [], Counter()
            found.append((index, head, False))
            continue
        first = flow.text[paragraph.start]
        dashes["-" if first == "–" else first] += 1
        if head is not None:
            group.append((index, head))
    found += _without_lone_topics(group, dashes, over)
    return proven(without_fields(flow, _without_loose(found)), scanned=source.scanned)


_ARTICLES_OF_RULES = 4  # a decision has three: what it decides, who carries it out, from when


def _without_loose(found: list[tuple[int, Head, bool]]) -> list[tuple[int, Head, bool]]:
    """Of rules in articles, without the headings that neither number nor mark nor dress tells: rules have none, and a
    line alone is a cell of a table that lost its columns.
    """
    if sum(head.rank == ARTICLE for _, head, _ in found) < _ARTICLES_OF_RULES:
        return found
    return [one for one in found if one[1].number is not None or one[1].marker or not (one[1].bare or one[1].plain)]


def _without_lone_topics(
    group: Sequence[tuple[int, Head]], marks: Counter[str], over: Collection[int]
) -> Iterable[tuple[int, Head, bool]]:
    """The heads without the weak ones that stand alone; ``marks`` counts the paragraphs of the group by first mark,
    ``over`` those above a text.
    """
    bare = [(index, head) for index, head in group if not head.marker]
    proven_bare = any(not head.weak for _, head in bare) or sum(index in over for index, _ in bare) > 1
    keep = {"": len(bare) > 1 and proven_bare}
    for mark in ("-", "+", "*"):
        marked = sum(1 for _, head in group if head.marker == mark)
        alone = any(index in over for index, head in group if head.marker == mark)
        keep[mark] = (marked >= 2 or alone) and marked >= marks[mark] * 0.6
    return [(index, head, False) for index, head in group if not head.weak or keep.get(head.marker, False)]


def _with_titles(flow: Flow, part: range, heads: Sequence[tuple[int, Head]]) -> list[Head]:
    """'Phần thứ nhất' takes its title from the next paragraphs, which are then no headings of their own."""
    taken: set[int] = set()
    numbered = {index for index, head in heads if head.number is not None}
    result = []
    for index, head in heads:
        if index in taken:
            continue
        titles: list[int] = []
        if head.needs_title or _is_cut(head) or _is_in_capitals(head) or _goes_on_below(flow, part, index, head):
            titles = list(_titles(flow, range(index + 1, part.stop), numbered, above=head.title or ""))
        if titles:
            taken.update(titles)
            pieces = [head.title] if head.title else []
            pieces += [flow.text[flow.paragraphs[at].start : flow.paragraphs[at].end] for at in titles]
            end = flow.paragraphs[titles[-1]].end
            head = replace(head, title=" ".join(pieces).rstrip(":").strip(), end=end)
        result.append(head)
    return result


_LONGEST_TITLE = 300
_LINES_OF_TITLE = 5
_GOING_ON = frozenset({"VÀ", "CỦA", "VỀ", "VỚI", "CHO", "TRONG", "TẠI", "THEO", "TỪ", "ĐẾN", "DO", "GIỮA", "CÁC"})


def _is_cut(head: Head) -> bool:
    """Whether a title in capitals breaks off: 'I. KẾT QUẢ THỰC HIỆN VÀ'."""
    title = head.title or ""
    return head.number is not None and title.isupper() and (title[-1] == "," or title.split()[-1] in _GOING_ON)


def _is_in_capitals(head: Head) -> bool:
    """Whether it is a chapter or a division with its title in capitals on its line, which those below go on with."""
    return head.number is not None and head.rank <= DIVISION and (head.title or "").isupper()


_GOES_ON = re.compile(
    r"(?:VÀ|CỦA|VỚI|CHO|TRONG|GIỮA|HOẶC|TRÊN ĐỊA BÀN)\s"
    rf"|(?:NĂM|GIAI ĐOẠN|QUÝ|(?:\d\s)?THÁNG)\s[{CAPITALS}\s]{{0,20}}[\dIV/–\s-]+$"
)


_A_TYPE = re.compile(rf"(?:{DOCUMENT_TYPES})(?:\sNĂM)?[\s\d/–-]*")
_LONG_TITLE = 30  # characters of a title that may not fit on its line


def _goes_on_below(flow: Flow, part: range, index: int, head: Head) -> bool:
    """Whether a title in capitals goes on in the next paragraph: 'VÀ PHÒNG CHÁY, CHỮA CHÁY RỪNG', 'NĂM 2026'."""
    if head.number is None or not (head.title or "").isupper() or index + 1 not in part:
        return False
    below = flow.paragraphs[index + 1]
    text = flow.text[below.start : below.end]
    if _GOES_ON.match(text) is not None:
        return True
    # A heading has two words at least, and the name of a type stands in none alone: '... THỰC HIỆN' / 'NGHỊ QUYẾT'.
    is_rest = text.isupper() and (text.isalpha() or _A_TYPE.fullmatch(text) is not None)
    return (is_rest and len(head.title or "") >= _LONG_TITLE) or (text.isupper() and _breaks_a_word(head, text))


def _breaks_a_word(head: Head, below: str) -> bool:
    """Whether a title ends in half a word, and the line below begins with the rest: 'I. TÌNH HÌNH, KẾT' / 'QUẢ THU'."""
    words = (head.title or "").lower().split()
    half, other = canonical(words[-1]), canonical(below.lower().split()[0].strip(",.;:"))
    if half not in lexicon().halves or not is_word(half, other):
        return False
    return len(words) == 1 or not words[-2].isalpha() or not is_word(words[-2], half)


# What a part begins with, below the lines of its title
_OPENS_A_PART = re.compile(r"(?:ĐẶC ĐIỂM|BỐI CẢNH|KHÁI QUÁT|TÌNH HÌNH CHUNG)\b")


def _titles(flow: Flow, after: range, numbered: Collection[int], *, above: str) -> Iterator[int]:
    """The paragraph of the title, with those that go on with it: capitals below capitals; ``above``: its first part."""
    for index in after[:_LINES_OF_TITLE]:
        paragraph = flow.paragraphs[index]
        text = flow.text[paragraph.start : paragraph.end]
        if paragraph.kind != "body" or index in numbered or len(text) >= _LONGEST_TITLE:
            return
        if text.endswith((".", ";")) and not text.isupper():
            return
        if above and (not (above.isupper() and text.isupper()) or _OPENS_A_PART.match(text)):
            return
        yield index
        above = text


def _grow(heads: Iterable[Head]) -> list[_Node]:
    roots: list[_Node] = []
    stack: list[_Node] = []
    for head in heads:
        rank = _place(stack, head)
        while stack and stack[-1].rank >= rank:
            stack.pop()
        node = _Node(head, rank, len(stack) + 1)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _place(stack: Sequence[_Node], head: Head) -> int:
    """The rank of a head where it stands: a list that begins anew below a deeper heading belongs to that heading."""
    if head.rank in (CAPITAL, ROMAN) and head.number is not None:
        return _of_main_row(stack, head, ROMAN if head.rank == CAPITAL else ARTICLE)
    if head.number is None or head.rank < ARABIC or head.rank >= DASH:
        return head.rank
    if head.rank == LABEL:
        return _of_label(stack)
    orphan = _without_parent(stack, head)
    if orphan is not None:
        return orphan
    same = [node for node in stack if node.head.rank == head.rank]
    follows = [node for node in same if node.head.value + 1 == head.value]
    if follows:
        return follows[0].rank
    top = stack[-1] if stack else None
    if head.value == 1 and not same and top is not None and head.rank == ARABIC:
        # 'a/ Về nội dung:' with no number above it takes the list '1.', '2.' that begins below it.
        below_letter = top.head.rank == SMALL_LETTER and top.head.kind == "heading"
        return top.rank + 1 if below_letter else head.rank
    if head.value == 1 and same and top is not None and top.head.number is not None:
        # '1.' below '2.1', or right under the line of '5.', begins a list of its own; '6.' later goes on outside it.
        directly = top is same[-1] and top.head.kind == "heading" and head.start <= top.head.end + 1
        if (top.rank > same[-1].rank or directly) and len(stack) < _DEEPEST:
            return top.rank + 1
    if head.rank == ARABIC and head.style == "arabic)" and stack:
        dotted = [node for node in stack if node.head.rank == ARABIC and node.head.style != "arabic)"]
        if dotted and not same_style(stack, head) and len(stack) < _DEEPEST:
            return max(node.rank for node in stack if node.head.number is not None) + 1
        own = same_style(stack, head)
        if own:
            return own[-1].rank
    return head.rank if not same else same[0].rank


def _of_main_row(stack: Sequence[_Node], head: Head, usually_below: int) -> int:
    """The rank of 'A' and 'I', which stand above 'I' and 'Điều 1' unless those are open and the row begins below them
    ('Điều 1. Thông qua ... như sau:', then 'I. MỤC TIÊU').
    """
    same = [node for node in stack if node.head.rank == head.rank and node.head.number is not None]
    if same:
        return same[0].rank
    above = [node for node in stack if node.head.rank == usually_below and node.head.number is not None]
    return usually_below + 1 if above and head.value == 1 else head.rank


def _of_label(stack: Sequence[_Node]) -> int:
    """The rank of 'Nhóm 2': beside an open 'Nhóm 1', else right below the last number."""
    same = [node.rank for node in stack if node.head.rank == LABEL]
    above = [node.rank for node in stack if node.head.number is not None and node.head.rank != LABEL]
    return same[0] if same else max(above, default=ROMAN) + 1


def _without_parent(stack: Sequence[_Node], head: Head) -> int | None:
    """The rank of '2.2' under an open '1': its own '2' was lost, and it stands where that would."""
    if head.style != "dotted" or head.number is None:
        return None
    above = head.number.split(".")[:-1]
    parents = [node for node in stack if node.head.rank == head.rank - 10 and node.head.number]
    if not parents or not above[-1].isdigit() or parents[-1].head.value + 1 != int(above[-1]):
        return None
    return parents[-1].rank


def same_style(stack: Sequence[_Node], head: Head) -> list[_Node]:
    """The open headings numbered in the same style."""
    return [node for node in stack if node.head.style == head.style]


def _with_ends(flow: Flow, nodes: Sequence[_Node], end: int) -> list[tuple[_Node, int]]:
    starts = [flow.raw(node.head.start) for node in nodes[1:]]
    return list(zip(nodes, [*starts, end][: len(nodes)], strict=True))


def _section(flow: Flow, node: _Node, end: int) -> Section:
    head = node.head
    return Section(
        number=head.number,
        title=head.title or None,
        level=node.level,
        start=flow.raw(head.start),
        end=end,
        kind=head.kind,
        marker=head.marker,
        printed=head.printed,
        body_start=None if head.body is None else flow.raw(head.body),
        head_end=flow.span(head.start, head.end).end,
        children=tuple(_section(flow, child, after) for child, after in _with_ends(flow, node.children, end)),
    )


def _end_of_body(flow: Flow, frame: Frame) -> int:
    """The source offset where the closing, recipients or appendices begin, or where the text ends."""
    after = frame.body.stop
    if after < len(flow.paragraphs) and flow.paragraphs[after].kind != "note":
        return flow.raw(flow.paragraphs[after].start)
    last = flow.paragraphs[max(after - 1, 0)] if flow.paragraphs else None
    return flow.span(last.start, last.end).end if last else 0


def _end_of(flow: Flow, part: range) -> int:
    """The source offset where a part ends; 0 for an empty one."""
    if not part:
        return 0
    last = flow.paragraphs[part[-1]]
    return flow.span(last.start, last.end).end
