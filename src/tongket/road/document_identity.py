"""Which mentions, over a pile of reports, are one document (định danh văn bản).

Identity is body, symbol and date. A mention without a date belongs to the one dated document that its subject and
issuer allow; twins that nothing tells apart stay open, and are never merged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.model.documents import Citation, Document
from tongket.model.reports import Report
from tongket.registry.documents import agree, known_documents
from tongket.road.document_level import level_of_body, level_of_symbol, place_of
from tongket.vietnamese.unicode import key, plain

_LEAST_ALIKE = 0.6  # share of the telling words of the shorter of two subjects that must stand in the other
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "ve viec va cua cac cho theo trong tren dia ban doi voi thuc hien trien khai tiep tuc")
)
_FULL_DATE = len("2021-09-07")
_TERM_OF_ASSEMBLY = re.compile(r"(?<=UBTVQH)[0-9]+$")
_TERM = re.compile(r"[Kk]h[óo][aá]\s+([IVX]+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation of one report. ``name`` is what mentions of one document share, ``owner`` whose numbers its symbol
    counts in ("" for those of the nation, "?..." where only the report knows).
    """

    file: str
    index: int
    cited: Citation
    name: str
    owner: str
    date: str  # ISO, cut or "" where unknown
    label: str  # the name for people where no symbol is known


def mentions_of(file: str, report: Report) -> Iterator[Mention]:
    """The citations of ``report`` with what identifies them."""
    before = ""
    for index, cited in enumerate(report.citations):
        law = _law(cited)
        if law is not None:
            cited = replace(cited, symbol=law.symbol)
        label = _label(cited, before)
        before = label if cited.kind == "named" else ""
        date = cited.date or _known_date(cited)
        yield Mention(file, index, cited, _name(cited, label), _owner(file, report, cited), date, label)


def _label(cited: Citation, before: str) -> str:
    """The printed name, or the type with its bare number; ``before``: the name that a bare 'XII' goes on from."""
    if cited.number:
        return f"{cited.type} {cited.number.lstrip('0')}"
    words = " ".join(cited.text[: cited.core_end - cited.core_start].split())
    if before and not plain(words).startswith(plain(cited.type)):
        return f"{before.rpartition(' ')[0]} {words}"
    return words[:1].upper() + words[1:]


def _name(cited: Citation, label: str) -> str:
    if cited.symbol:
        return _TERM_OF_ASSEMBLY.sub("", cited.symbol.upper().lstrip("0"))
    return plain(label.split("(")[0]).replace("dai hoi dai bieu", "dai hoi")


def _law(cited: Citation) -> Document | None:
    """The law that a name means: the only known one with most of these words, of the printed year if there is one."""
    if cited.kind != "named" or cited.type not in ("Luật", "Bộ luật", "Pháp lệnh"):
        return None
    words = _words(cited.text[: cited.core_end - cited.core_start]) - _words(cited.type)
    found = [one for one in known_documents().all if one.type == cited.type and _is_called(one, words)]
    if cited.date:
        found = [one for one in found if agree(one.date, cited.date)]
    return found[0] if len(found) == 1 else None


def _is_called(law: Document, words: set[str]) -> bool:
    name = _words(law.subject)
    return words <= name and len(words) >= _LEAST_ALIKE * len(name)


def _known_date(cited: Citation) -> str:
    """The date of the known document that the subject or the issuer's term picks among those of the symbol."""
    if not cited.symbol or level_of_symbol(cited.symbol) != "nation":
        return ""
    known = known_documents().of_symbol(cited.symbol)
    if cited.title:
        alike = [one for one in known if are_alike(cited.title, one.subject)]
        if len(alike) == 1:
            return alike[0].date
    term = term_of(cited.issuer)
    same = [one for one in known if term and term_of(one.issuer) == term]
    return same[0].date if len(same) == 1 else ""


def term_of(issuer: str | None) -> str:
    """The term that an issuer's name holds: 'Ban Chấp hành Trung ương khóa IX' -> 'IX'."""
    found = _TERM.search(issuer or "")
    return found[1] if found else ""


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
    return f"{level or '?'} {place_of(mine) or file}"


def documents_of(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The mentions of each document, in the order of the first."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.name].append(mention)
    for group in named.values():
        yield from _apart(group)


def _apart(group: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The documents behind mentions of one name: by owner and date, then those that tell something, then bare ones."""
    documents: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in group:
        if len(mention.date) == _FULL_DATE:
            documents[_owner_among(mention, group), mention.date].append(mention)
    undated = [mention for mention in group if len(mention.date) != _FULL_DATE]
    for mention in sorted(undated, key=lambda one: not (one.cited.title or one.cited.issuer)):
        home = _home(mention, documents)
        documents[home or (mention.owner, f"{mention.date}#{mention.file}#{len(documents)}")].append(mention)
    yield from documents.values()


def _owner_among(mention: Mention, group: Sequence[Mention]) -> str:
    """The owner; where only the symbol is printed, that of the one dated mention of that day with a known body."""
    if not mention.owner.startswith("?"):
        return mention.owner
    same = {one.owner for one in group if one.date == mention.date and not one.owner.startswith("?")}
    return same.pop() if len(same) == 1 else mention.owner


def _home(mention: Mention, documents: Mapping[tuple[str, str], Sequence[Mention]]) -> tuple[str, str] | None:
    """The document that a mention without a full date belongs to; None where several fit or none does."""
    fits = [home for home, others in documents.items() if _may_be(mention, home, others)]
    for tells in (_says_alike, _is_near):
        if len(fits) > 1:
            fits = [home for home in fits if tells(mention, documents[home])] or fits
    return fits[0] if len(fits) == 1 else None


def _may_be(mention: Mention, home: tuple[str, str], others: Sequence[Mention]) -> bool:
    """Whether nothing printed forbids it: owner, year, term of the issuer, subject."""
    owner, date = home
    if mention.owner != owner and not mention.owner.startswith("?") and not owner.startswith("?"):
        return False
    if mention.date and not agree(mention.date, date.split("#")[0]):
        return False
    terms = {term_of(one.cited.issuer) for one in others} - {""}
    if terms and term_of(mention.cited.issuer) not in {"", *terms}:
        return False
    titles = [one.cited.title for one in others if _telling(one.cited.title)]
    return not titles or not _telling(mention.cited.title) or _says_alike(mention, others)


def _says_alike(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(are_alike(mention.cited.title or "", one.cited.title or "") for one in others)


def _is_near(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(one.file == mention.file for one in others)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", plain(text)))


def _telling(title: str | None) -> frozenset[str] | set[str]:
    """The words of a subject that tell it from others; empty for one too short to tell."""
    words = _words(title or "") - _SMALL_WORDS
    return words if len(words) > 2 else frozenset()


def are_alike(one: str, other: str) -> bool:
    """Whether two subjects speak of one thing: most telling words of the shorter stand in the other."""
    mine, theirs = _telling(one), _telling(other)
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and len(mine & theirs) >= _LEAST_ALIKE * shorter


def same_issuer(one: str, other: str) -> bool:
    """Whether two names are one body's, however cased and spelled."""
    return key(one) == key(other)
