"""A pile of reports as a graph of documents: which there are, who cites them, what they do to one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tongket.consolidating.document_identity import Mention, are_alike, documents_of, mentions_of
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
from tongket.registry.document_levels import Level, level_of_body, level_of_symbol, place_of
from tongket.registry.documents import known_documents

_FULL_DATE = len("2021-09-07")
_MOST_NAMES = 8
_LETTERS = frozenset(("Công văn", "Văn bản", "Công điện", "Hướng dẫn"))
_OF_THE_NATION = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Điều lệ"))
_DOWNWARDS = frozenset(("implements", "makes-concrete", "based-on"))
_RANKS: dict[Level, int] = {"nation": 0, "province": 1, "district": 2, "commune": 3}


def graph_of(reports: Iterable[tuple[str, Report]]) -> DocumentGraph:
    """The graph of ``reports``, each under the name of its file."""
    every = list(reports)
    taken: Counter[str] = Counter()
    nodes: list[DocumentNode] = []
    home: dict[tuple[str, int], str] = {}
    for group in documents_of(mention for file, report in every for mention in mentions_of(file, report)):
        nodes.append(_node(group, taken))
        home |= {(mention.file, mention.index): nodes[-1].id for mention in group}
    cited = list(nodes)
    own: dict[str, str] = {}
    for file, report in every:
        itself = _cited_itself(report, cited) or _report_node(file, report, taken)
        own[file] = itself.id
        if itself.kind == "report":
            nodes.append(itself)
    return DocumentGraph(tuple(nodes), tuple(_edges(every, own, home, {node.id: node for node in nodes})))


def _edges(
    every: Sequence[tuple[str, Report]],
    own: Mapping[str, str],
    home: Mapping[tuple[str, int], str],
    nodes: Mapping[str, DocumentNode],
) -> Iterator[DocumentEdge]:
    found: dict[tuple[RelationKind, str, str], list[Evidence]] = defaultdict(list)
    for file, report in every:
        ties = [
            (tie.kind, home[file, tie.subject], home[file, tie.object], Evidence(file, tie.start, tie.end))
            for tie in report.relations
        ]
        for kind, subject, of, evidence in [*ties, *_own_ties(file, report, own[file], home)]:
            if subject != of and _can_be(kind, nodes[subject], nodes[of]):
                found[kind, subject, of].append(evidence)
    for (kind, subject, of), evidences in sorted(found.items()):
        yield DocumentEdge(kind, subject, of, tuple(evidences))


def _can_be(kind: RelationKind, subject: DocumentNode, of: DocumentNode) -> bool:
    """Whether the levels allow the tie: nobody carries out a document of a body below his own."""
    if kind not in _DOWNWARDS or not subject.level or not of.level:
        return True
    return _RANKS[subject.level] >= _RANKS[of.level]


def _node(group: Sequence[Mention], taken: Counter[str]) -> DocumentNode:
    cited = [mention.cited for mention in group]
    symbol = max((one.symbol or "" for one in cited), key=len) or None
    date = max((mention.date for mention in group), key=len)
    titles = Counter(" ".join(one.title.split()) for one in cited if one.title)
    issuers = Counter(one.issuer for one in cited if one.issuer)
    types = Counter(one.type for one in cited)
    known = _known(symbol, date, list(titles))
    date = date if len(date) == _FULL_DATE or not known else known.date
    issuer = known.issuer if known else _usual(issuers)
    return DocumentNode(
        id=_unique(symbol or group[0].label, date, taken),
        kind="document",
        type=types.most_common(1)[0][0],
        symbol=symbol,
        date=date or None,
        issuer=issuer,
        title=_usual(titles) or (known.subject if known else None),
        names=tuple(_names(cited)),
        reports=tuple(dict.fromkeys(mention.file for mention in group)),
        level=_level(symbol, issuer or group[0].label, types),
    )


def _names(cited: Sequence[Citation]) -> list[str]:
    whole = [one for one in cited if one.core_start == one.start]
    names = Counter(" ".join(one.text[: one.core_end - one.start].split()) for one in whole)
    return [name for name, _ in names.most_common(_MOST_NAMES)]


def _usual(counts: Counter[str]) -> str | None:
    """The most frequent, of several the longest."""
    return max(counts, key=lambda name: (counts[name], len(name)), default=None)


def _level(symbol: str | None, body: str, types: Counter[str]) -> Level:
    found = level_of_symbol(symbol or "") or level_of_body(body)
    return found or ("nation" if types.keys() & _OF_THE_NATION else "")


def _known(symbol: str | None, date: str, titles: Sequence[str]) -> Document | None:
    """The registry's document of that symbol: the only one, unless the subject is another's."""
    found = known_documents().of_symbol(symbol, date or None) if symbol else ()
    if titles and not (date and len(found) == 1):
        found = tuple(one for one in found if any(are_alike(title, one.subject) for title in titles))
    return found[0] if len(found) == 1 else None


def _unique(name: str, date: str | None, taken: Counter[str]) -> str:
    """An id that tells what it stands for, never used twice: '25-NQ/TW 2013-06-03'."""
    plain_id = f"{name} {date}" if date else name
    taken[plain_id] += 1
    return plain_id if taken[plain_id] == 1 else f"{plain_id} #{taken[plain_id]}"


def _cited_itself(report: Report, nodes: Sequence[DocumentNode]) -> DocumentNode | None:
    """The node of the report where others of the pile cite it, by number and full date."""
    head = report.letterhead
    if not head.canonical or len(head.date or "") != _FULL_DATE:
        return None
    same = [node for node in nodes if node.symbol == head.canonical and node.date == head.date]
    return next((node for node in same if place_of(node.issuer or "") in ("", place_of(head.issuing_body or ""))), None)


def _report_node(file: str, report: Report, taken: Counter[str]) -> DocumentNode:
    head = report.letterhead
    kind = (head.doc_type or "Báo cáo").capitalize()
    return DocumentNode(
        id=_unique(file, None, taken),
        kind="report",
        type=kind,
        symbol=head.canonical,
        date=head.date,
        issuer=head.issuing_body,
        title=" ".join(head.title.split()) if head.title else None,
        names=(f"{kind} {head.canonical}" if head.canonical else kind,),
        reports=(file,),
        level=level_of_symbol(head.canonical or "") or level_of_body(head.issuing_body or ""),
    )


def _own_ties(
    file: str, report: Report, own: str, home: Mapping[tuple[str, int], str]
) -> Iterator[tuple[RelationKind, str, str, Evidence]]:
    """What the report itself does: it reviews the documents of its title, answers or rests on those of its opening."""
    reviewed = {one.symbol for one in report.subject.directives}
    tied: set[str] = set()
    for index, cited in enumerate(report.citations):
        node, kind = home[file, index], _own_kind(report, cited, reviewed)
        if kind and node not in tied:
            tied.add(node)
            yield kind, own, node, Evidence(file, cited.start, cited.end)


def _own_kind(report: Report, cited: Citation, reviewed: set[str]) -> RelationKind | None:
    title, basis = report.letterhead.title_at, report.basis
    if title and title.start <= cited.start < title.end:
        return "reviews" if cited.symbol in reviewed else None
    if basis and basis.start <= cited.start < basis.end and not _in_a_title(report, cited):
        return "answers" if cited.type in _LETTERS else "based-on"
    return None


def _in_a_title(report: Report, cited: Citation) -> bool:
    """Whether the citation stands in the title of another: that one's tie, not the report's."""
    return any(
        one.title_start is not None and one.title_end is not None and one.title_start <= cited.start < one.title_end
        for one in report.citations
        if one.start < cited.start
    )
