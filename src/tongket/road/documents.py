"""A pile of reports as a graph of documents: which there are, who cites them, what they do to one another.

A symbol is no identity. Mentions are one document where symbol, body and date agree; of two documents with one symbol
an undated mention goes to the one whose subject or issuer it names, else it stays apart ('62-KL/TW', no date).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tongket.model.documents import (
    Citation,
    Document,
    DocumentEdge,
    DocumentGraph,
    DocumentNode,
    Evidence,
    RelationKind,
)
from tongket.model.reports import Report
from tongket.registry.documents import agree, known_documents
from tongket.road.document_level import Level, level_of_body, level_of_symbol, place_of
from tongket.vietnamese.unicode import key, plain

_LEAST_ALIKE = 0.6  # share of the words of the shorter of two subjects that must stand in the other
_SMALL_WORDS = frozenset("ve viec va cua cac cho theo trong tren dia ban doi voi thuc hien trien khai".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A citation of one report; ``owner`` is whose numbers the symbol counts in, "" for those of the nation."""

    file: str
    index: int
    cited: Citation
    name: str
    owner: str


def graph_of(reports: Iterable[tuple[str, Report]]) -> DocumentGraph:
    """The graph of ``reports``, each under the name of its file."""
    every = list(reports)
    mentions = [mention for file, report in every for mention in _mentions(file, report)]
    groups = list(_documents(mentions))
    nodes: list[DocumentNode] = []
    of_mention: dict[tuple[str, int], str] = {}
    taken: Counter[str] = Counter()
    for group in groups:
        node = _node(group, taken)
        nodes.append(node)
        of_mention |= {(mention.file, mention.index): node.id for mention in group}
    own = {file: _report_node(file, report, nodes, taken) for file, report in every}
    nodes += [node for node in own.values() if node.kind == "report"]
    edges: dict[tuple[RelationKind, str, str], list[Evidence]] = defaultdict(list)
    for file, report in every:
        for kind, subject, of, evidence in _ties(file, report, own[file].id, of_mention):
            if subject != of:
                edges[kind, subject, of].append(evidence)
    return DocumentGraph(
        tuple(nodes), tuple(DocumentEdge(*tie, tuple(evidence)) for tie, evidence in sorted(edges.items()))
    )


def _mentions(file: str, report: Report) -> Iterator[_Mention]:
    for index, cited in enumerate(report.citations):
        yield _Mention(file, index, cited, _name(cited), _owner(file, report, cited))


def _name(cited: Citation) -> str:
    """What mentions of one document have in common: the symbol, or the type with its bare number or its name."""
    if cited.symbol:
        return cited.symbol.upper().lstrip("0")
    if cited.number:
        return f"{key(cited.type)} {cited.number.lstrip('0')}"
    words = plain(cited.text[: cited.core_end - cited.start])
    return words.replace("nghi quyet dai hoi dai bieu", "nghi quyet dai hoi")


def _owner(file: str, report: Report, cited: Citation) -> str:
    """Whose numbers the symbol counts in: the named body's; of 'UBND xã', which every commune says, the report's own."""
    if cited.kind == "named" or level_of_symbol(cited.symbol or "") == "nation":
        return ""
    issuer = cited.issuer or ""
    level = level_of_body(issuer) or level_of_symbol(cited.symbol or "")
    if level == "nation":
        return ""
    place = place_of(issuer)
    if place:
        return f"{level} {place}"
    mine = report.letterhead.issuing_body or ""
    if level and level != level_of_body(mine):
        return level  # 'Huyện ủy' in a commune's report: the same for all that lie in one folder
    return f"{level} {place_of(mine) or file}" if level else f"? {place_of(mine) or file}"


def _documents(mentions: Sequence[_Mention]) -> Iterator[list[_Mention]]:
    """The mentions of each document: same name, owner and date; those without a date where they can only belong."""
    named: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.name].append(mention)
    for group in named.values():
        dated: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
        for mention in group:
            if len(mention.cited.date or "") == len("2021-09-07"):
                dated[_owner_among(mention, group), mention.cited.date or ""].append(mention)
        rest: dict[str, list[_Mention]] = defaultdict(list)
        for mention in group:
            if len(mention.cited.date or "") != len("2021-09-07"):
                home = _home(mention, dated)
                (rest[mention.owner] if home is None else dated[home]).append(mention)
        yield from dated.values()
        yield from rest.values()


def _owner_among(mention: _Mention, group: Sequence[_Mention]) -> str:
    """The owner; where only the symbol is printed, that of the one dated mention with a known body and the same day."""
    if not mention.owner.startswith("?"):
        return mention.owner
    same = {one.owner for one in group if one.cited.date == mention.cited.date and not one.owner.startswith("?")}
    return same.pop() if len(same) == 1 else mention.owner


def _home(mention: _Mention, dated: Mapping[tuple[str, str], Sequence[_Mention]]) -> tuple[str, str] | None:
    """The dated document that a mention without a full date belongs to; None where several fit or none does."""
    fits = [
        (owner, date)
        for owner, date in dated
        if (mention.owner in ("", owner) or mention.owner.startswith("?") or owner.startswith("?"))
        and (not mention.cited.date or agree(mention.cited.date, date))
    ]
    if len(fits) > 1 and mention.cited.title:
        alike = [home for home in fits if any(_alike(mention.cited.title, one.cited.title) for one in dated[home])]
        fits = alike or fits
    if len(fits) > 1 and mention.cited.issuer:
        same = [home for home in fits if any(_same(mention.cited.issuer, one.cited.issuer) for one in dated[home])]
        fits = same or fits
    return fits[0] if len(fits) == 1 else None


def _same(one: str, other: str | None) -> bool:
    return other is not None and key(one) == key(other)


def _alike(one: str, other: str | None) -> bool:
    """Whether two subjects speak of one thing: most telling words of the shorter stand in the other."""
    mine = set(plain(one).split()) - _SMALL_WORDS
    theirs = set(plain(other or "").split()) - _SMALL_WORDS
    shorter = min(len(mine), len(theirs))
    return shorter > 1 and len(mine & theirs) >= _LEAST_ALIKE * shorter


def _node(group: Sequence[_Mention], taken: Counter[str]) -> DocumentNode:
    cited = [mention.cited for mention in group]
    symbol = next((one.symbol for one in cited if one.symbol), None)
    date = max((one.date or "" for one in cited), key=len) or None
    titles = Counter(" ".join(one.title.split()) for one in cited if one.title)
    issuers = Counter(one.issuer for one in cited if one.issuer)
    names = Counter(
        " ".join(one.text[: one.core_end - one.start].split()) for one in cited if one.core_start == one.start
    )
    kinds = Counter(one.type for one in cited)
    known = _known(symbol, date, [one.title for one in cited if one.title])
    issuer = max(issuers, key=lambda name: (issuers[name], len(name)), default=None) or (
        known.issuer if known else None
    )
    return DocumentNode(
        id=_unique(symbol or group[0].name, date or (known.date if known else None), taken),
        kind="document",
        type=max(kinds, key=lambda name: kinds[name]),
        symbol=symbol,
        date=date or (known.date if known else None),
        issuer=issuer,
        title=max(titles, key=lambda title: (titles[title], len(title)), default=None)
        or (known.subject if known else None),
        names=tuple(name for name, _ in names.most_common(8)),
        reports=tuple(dict.fromkeys(mention.file for mention in group)),
        level=level_of_symbol(symbol or "") or level_of_body(issuer or "") or _level_of_type(cited[0].type),
    )


def _level_of_type(name: str) -> Level:
    return "nation" if name in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Điều lệ") else ""


def _known(symbol: str | None, date: str | None, titles: Sequence[str]) -> Document | None:
    """The registry's document of that symbol: the only one, or the only one that the subject fits."""
    found = known_documents().of_symbol(symbol, date) if symbol else ()
    if len(found) > 1:
        found = tuple(one for one in found if any(_alike(title, one.subject) for title in titles))
    return found[0] if len(found) == 1 else None


def _unique(name: str, date: str | None, taken: Counter[str]) -> str:
    """An id that tells what it stands for, never used twice: '25-NQ/TW 2013-06-03'."""
    plain_id = f"{name} {date}" if date else name
    taken[plain_id] += 1
    return plain_id if taken[plain_id] == 1 else f"{plain_id} #{taken[plain_id]}"


def _report_node(file: str, report: Report, nodes: Sequence[DocumentNode], taken: Counter[str]) -> DocumentNode:
    """The report itself: a node of its own, or that of the document, where others cite it by number and full date."""
    head = report.letterhead
    if head.canonical and head.date and len(head.date) == len("2021-09-07"):
        for node in nodes:
            if node.symbol == head.canonical and node.date == head.date and _issued_by(node, head.issuing_body):
                return node
    kind = head.doc_type or "Báo cáo"
    name = f"{kind} {head.canonical}" if head.canonical else kind
    return DocumentNode(
        id=_unique(file, None, taken),
        kind="report",
        type=kind[:1].upper() + kind[1:].lower(),
        symbol=head.canonical,
        date=head.date,
        issuer=head.issuing_body,
        title=" ".join(head.title.split()) if head.title else None,
        names=(name,),
        reports=(file,),
        level=level_of_symbol(head.canonical or "") or level_of_body(head.issuing_body or ""),
    )


def _issued_by(node: DocumentNode, body: str | None) -> bool:
    return body is None or node.issuer is None or place_of(node.issuer) in ("", place_of(body))


_ANSWERS = re.compile(r"công văn|văn bản|công điện|đề cương|hướng dẫn", re.IGNORECASE)


def _ties(
    file: str, report: Report, own: str, of_mention: Mapping[tuple[str, int], str]
) -> Iterator[tuple[RelationKind, str, str, Evidence]]:
    """What the report says of documents: ties between two of them, and its own to what it reviews, answers, rests on."""
    for tie in report.relations:
        evidence = Evidence(file, tie.start, tie.end)
        yield tie.kind, of_mention[file, tie.subject], of_mention[file, tie.object], evidence
    reviewed = {one.symbol for one in report.subject.directives}
    title, basis = report.letterhead.title_at, report.basis
    tied: set[str] = set()
    for index, cited in enumerate(report.citations):
        node, evidence = of_mention[file, index], Evidence(file, cited.start, cited.end)
        kind: RelationKind | None = None
        if title and title.start <= cited.start < title.end and cited.symbol in reviewed:
            kind = "reviews"
        elif basis and basis.start <= cited.start < basis.end and not _inside_title(report, index):
            kind = "answers" if _ANSWERS.match(cited.type) else "based-on"
        if kind and node not in tied:
            tied.add(node)
            yield kind, own, node, evidence


def _inside_title(report: Report, index: int) -> bool:
    """Whether the citation stands in the title of another: that one's tie, not the report's."""
    start = report.citations[index].start
    return any(
        one.title_start is not None and one.title_end is not None and one.title_start <= start < one.title_end
        for one in report.citations[max(0, index - 4) : index]
    )
