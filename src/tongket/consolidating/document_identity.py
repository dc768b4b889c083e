"""Which mentions, over a pile of reports, are one document (định danh văn bản).

Identity is body, symbol and date. A mention without a date belongs to the one dated document that its subject and
issuer allow; twins that nothing tells apart stay open, and are never merged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tongket.model.documents import Citation, Document
from tongket.model.reports import Report
from tongket.registry.document_levels import level_of_body, level_of_symbol, place_of
from tongket.registry.documents import agree, known_documents
from tongket.vietnamese.unicode import plain

_LEAST_ALIKE = 0.6  # share of the telling words of the shorter of two subjects that must stand in the other
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "ve viec va cua cac cho theo trong tren dia ban doi voi thuc hien trien khai tiep tuc")
)
_FULL_DATE = len("2021-09-07")
_TERM_OF_ASSEMBLY = re.compile(r"(?<=UBTVQH)[0-9]+$")
_YEAR = re.compile(r"/(?:19|20)[0-9]{2}/")
_TERM = re.compile(r"[Kk]h[óo][aá]\s+([IVX]+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation of one report. ``name`` is what mentions of one document share, ``owner`` whose numbers its symbol
    counts in: level and place, each "" where unknown ('district/lung ang', 'province/'); "" for those of the nation.
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
    found = known_documents().of_name(cited.type, cited.text[: cited.core_end - cited.core_start], cited.date)
    return found[0] if len(found) == 1 else None


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
    """Whose numbers the symbol counts in: the named body's; of 'UBND xã', as every commune says, the report's own."""
    if cited.kind == "named" or level_of_symbol(cited.symbol or "") == "nation":
        return ""
    issuer = cited.issuer or ""
    level = level_of_body(issuer) or level_of_symbol(cited.symbol or "")
    if level == "nation":
        return ""
    mine = report.letterhead.issuing_body or ""
    place = place_of(issuer)
    if not place and level in ("district", "commune", "") and level_of_body(mine) in (level, ""):
        place = place_of(mine) or file  # 'UBND xã': the reporting one
    return f"{level}/{place}"


@dataclass(slots=True)
class _Found:
    """The mentions of one document so far and what they tell, kept as it grows: thousands may name one."""

    order: int
    mentions: list[Mention] = field(default_factory=list)
    owners: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    @property
    def date(self) -> str:
        """The date of the first mention, which tells most."""
        return self.mentions[0].date

    def add(self, mention: Mention) -> None:
        """Take in ``mention``."""
        self.mentions.append(mention)
        self.owners.add(mention.owner)
        self.files.add(mention.file)
        self.dates |= {mention.date} - {""}
        self.terms |= {term_of(mention.cited.issuer)} - {""}
        if _telling(mention.cited.title):
            self.titles.add(mention.cited.title or "")


def documents_of(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The mentions of each document, in the order of the first."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[mention.name].append(mention)
    for group in named.values():
        yield from (document.mentions for document in _apart(group))


def _apart(group: Sequence[Mention]) -> list[_Found]:
    """The documents behind mentions of one name: those with a date, then those that tell something, then bare ones."""
    documents: list[_Found] = []
    at: dict[str, set[int]] = defaultdict(set)  # the orders of the documents of each place: every commune has a plan 12
    for mention in sorted(group, key=_told):
        place = _place(mention)
        near = sorted(at[place] | at[""]) if place else range(len(documents))
        fits = [documents[order] for order in near if _may_be(mention, documents[order])]
        for tells in (_has_date, _says_alike, _is_near, _is_known):
            if len(fits) > 1:
                fits = [document for document in fits if tells(mention, document)] or fits
        if len(fits) != 1 or not _suffices(mention, fits[0], is_only=len(documents) == 1):
            fits = [_Found(len(documents))]
            documents += fits
        fits[0].add(mention)
        at[place].add(fits[0].order)
    return documents


def _place(mention: Mention) -> str:
    return mention.owner.partition("/")[2]


def _told(mention: Mention) -> tuple[int, int]:
    """Those that tell most come first: a full date, then subject or issuer; among these a known place."""
    if len(mention.date) == _FULL_DATE:
        return 0, int(mention.owner.endswith("/"))
    return (1 if _telling(mention.cited.title) or mention.cited.issuer else 2), int(mention.owner.endswith("/"))


def _has_date(mention: Mention, document: _Found) -> bool:
    return bool(mention.date) and document.date == mention.date


def _suffices(mention: Mention, document: _Found, *, is_only: bool) -> bool:
    """Whether ``mention`` is surely of ``document``, the only one that it may be of: by date, subject, the same report,
    a symbol that holds its year; else only where no other document has this symbol (``is_only``).
    """
    if _has_date(mention, document):
        return True
    if _says_alike(mention, document) or _is_near(mention, document) or _YEAR.search(mention.name):
        return True
    if mention.cited.kind == "named":
        return True
    if _is_known(mention, document):
        return True
    known = known_documents().of_symbol(mention.cited.symbol) if mention.cited.symbol else ()
    return is_only and not known and len(document.date) == _FULL_DATE


def _is_known(mention: Mention, document: _Found) -> bool:
    """Whether ``document`` is of the date of the only known one with this symbol."""
    known = known_documents().of_symbol(mention.cited.symbol) if mention.cited.symbol else ()
    return len(known) == 1 and known[0].date == document.date


def _may_be(mention: Mention, document: _Found) -> bool:
    """Whether nothing printed forbids it: owner, date, term of the issuer, subject."""
    if not any(_may_own(mention.owner, other) for other in document.owners):
        return False
    if mention.date and not all(agree(mention.date, date) for date in document.dates):
        return False
    if document.terms and term_of(mention.cited.issuer) not in {"", *document.terms}:
        return False
    if len(mention.date) == _FULL_DATE and mention.date in document.dates:
        return True  # one day, one number: the subject is only told otherwise
    return not document.titles or not _telling(mention.cited.title) or _says_alike(mention, document)


def _may_own(one: str, other: str) -> bool:
    """Whether two owners can be one body: level and place agree as far as both are known."""
    if "" in (one, other):
        return one == other
    (level, _, place), (other_level, _, other_place) = one.partition("/"), other.partition("/")
    return (level == other_level or "" in (level, other_level)) and (place == other_place or "" in (place, other_place))


def _says_alike(mention: Mention, document: _Found) -> bool:
    return any(are_alike(mention.cited.title or "", title) for title in document.titles)


def _is_near(mention: Mention, document: _Found) -> bool:
    return mention.file in document.files


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", plain(text)))


@lru_cache(maxsize=4096)
def _telling(title: str | None) -> frozenset[str]:
    """The words of a subject that tell it from others; empty for one too short to tell."""
    words = _words(title or "") - _SMALL_WORDS
    return frozenset(words) if len(words) > 2 else frozenset()


def are_alike(one: str, other: str) -> bool:
    """Whether two subjects speak of one thing: most telling words of the shorter stand in the other."""
    mine, theirs = _telling(one), _telling(other)
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and len(mine & theirs) >= _LEAST_ALIKE * shorter
