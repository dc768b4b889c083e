"""The documents that are known by name (văn bản đã biết), and room for the user's own.

The project's table comes from the reference on citations, section 6: state documents are public law, Party documents
were published. A user's table has the same columns and adds to it; a line for the same document replaces ours.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tongket.errors import ProgrammeError
from tongket.messages import N_
from tongket.model.documents import Document
from tongket.vietnamese.dates import parse_date
from tongket.vietnamese.unicode import nfc, plain

DATA = Path(__file__).parent / "data" / "documents.tsv"
COLUMNS = ("type", "symbol", "date", "issuer", "subject", "replaced_by", "replaced_on")
_MUST = 5


@dataclass(frozen=True, slots=True)
class Documents:
    """Known documents, found by symbol or by type and number; a symbol may name several, and then all are given."""

    all: tuple[Document, ...]
    _by_symbol: dict[str, tuple[Document, ...]]
    _by_number: dict[tuple[str, str], tuple[Document, ...]]
    _by_day: dict[tuple[str, str], tuple[Document, ...]]  # by type and date
    _laws: dict[tuple[str, str], tuple[Document, ...]]  # by type and each word of their names

    def of_symbol(self, symbol: str, date: str | None = None) -> tuple[Document, ...]:
        """The documents called ``symbol``; with a printed ``date`` (ISO, may be cut) only those that agree with it."""
        found = self._by_symbol.get(fold_symbol(symbol), ())
        return tuple(document for document in found if date is None or agree(document.date, date))

    def of_number(self, type_name: str, number: str, date: str | None = None) -> tuple[Document, ...]:
        """The documents of a type with a bare number: ('Kết luận', '62'); without a date those that nothing replaced,
        where there are such.
        """
        found = self._by_number.get((type_name, number.lstrip("0")), ())
        if date is None:
            return tuple(document for document in found if not document.replaced_by) or tuple(found)
        return tuple(document for document in found if agree(document.date, date))

    def of_day(self, type_name: str, date: str) -> tuple[Document, ...]:
        """The documents of a type that were issued on one day (ISO)."""
        return self._by_day.get((type_name, date), ())

    def of_name(self, type_name: str, name: str, date: str | None = None) -> tuple[Document, ...]:
        """The laws that a name means, whose words may be fewer than the law's: 'Luật dân chủ ở cơ sở'.

        With a printed ``date`` only those that agree with it.
        """
        words = _words(_OF_YEAR.sub("", name)) - _words(type_name)
        fewest = min((self._laws.get((type_name, word), ()) for word in words), key=len, default=())
        return tuple(law for law in fewest if _is_called(law, words) and (date is None or agree(law.date, date)))


_OF_YEAR = re.compile(r"\s+năm\s+[0-9]{4}$")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_LEAST_WORDS = 0.6  # share of the words of a law's name that must be there


def _is_called(law: Document, words: set[str]) -> bool:
    name = _words_of(law.subject)
    return words <= name and len(words) >= _LEAST_WORDS * len(name)


@lru_cache(maxsize=1024)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(text)))


def _words(text: str) -> set[str]:
    return set(_words_of(text))


def agree(one: str, other: str) -> bool:
    """Whether two ISO dates, each cut where unknown, can be the same day."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def make_documents(documents: Iterable[Document]) -> Documents:
    """An index over ``documents``; the later of two with the same symbol, date and issuer counts."""
    unique = {(document.symbol, document.date, document.issuer): document for document in documents}
    by_symbol: dict[str, tuple[Document, ...]] = {}
    by_number: dict[tuple[str, str], tuple[Document, ...]] = {}
    by_day: dict[tuple[str, str], tuple[Document, ...]] = {}
    for document in unique.values():
        symbol = fold_symbol(document.symbol)
        by_symbol[symbol] = (*by_symbol.get(symbol, ()), document)
        number = (document.type, _number(document.symbol))
        by_number[number] = (*by_number.get(number, ()), document)
        day = (document.type, document.date)
        by_day[day] = (*by_day.get(day, ()), document)
    laws: dict[tuple[str, str], tuple[Document, ...]] = {}
    for law in unique.values():
        for word in _words_of(law.subject) if law.type in _LAWS else ():
            laws[law.type, word] = (*laws.get((law.type, word), ()), law)
    return Documents(tuple(unique.values()), by_symbol, by_number, by_day, laws)


@cache
def load_documents(own: Path | None = None) -> Documents:
    """The project's documents, with those of the file ``own`` (TSV, same columns) added.

    Raises:
        ProgrammeError: a line of ``own`` lacks a column or its date is none; with file and line.
    """
    if own is None:
        return _known()
    return make_documents([*_known().all, *_read(own)])


_own: ContextVar[Path | None] = ContextVar("tongket_own_documents", default=None)


def use_documents(own: Path | None) -> None:
    """Know the documents of the file ``own``, too, from now on, in this context; None: the project's alone.

    Raises:
        ProgrammeError: as ``load_documents``.
    """
    load_documents(own)
    _own.set(own)


def own_documents() -> Path | None:
    """The user's own file of documents in use in this context, if any."""
    return _own.get()


def known_documents() -> Documents:
    """The documents in use: the project's, and those of the user's own file."""
    return load_documents(_own.get())


@cache
def _known() -> Documents:
    return make_documents(_read(DATA))


def _read(path: Path) -> Iterator[Document]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if number == 1 or not line.strip() or line.startswith("#"):
            continue
        cells = [nfc(cell.strip()) for cell in line.split("\t")]
        cells += [""] * (len(COLUMNS) - len(cells))
        missing = [name for name, cell in zip(COLUMNS[:_MUST], cells, strict=False) if not cell]
        if missing:
            raise ProgrammeError(
                N_("a document without {column}."),
                N_("Fill in type, symbol, date, issuer and subject, with a tab between them."),
                where=f"{path.name}:{number}",
                column=missing[0],
            )
        date = _iso(cells[2])
        if date is None:
            raise ProgrammeError(
                N_("'{date}' is not a date."),
                N_("Write the date as 2021-09-07, 07/9/2021, or only the year."),
                where=f"{path.name}:{number}",
                date=cells[2],
            )
        yield Document(cells[0], cells[1], date, cells[3], cells[4], cells[5], cells[6])


def _iso(text: str) -> str | None:
    parts = text.split("-")
    if len(parts[0]) == 4 and all(part.isdecimal() for part in parts) and len(parts) <= 3:
        return text if len(parts) < 3 or _is_day(text) else None
    return parse_date(text)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _number(symbol: str) -> str:
    end = next((index for index, char in enumerate(symbol) if char in "-/"), len(symbol))
    return symbol[:end].lstrip("0")


def fold_symbol(symbol: str) -> str:
    """A symbol as it is looked up: without leading zeros, and 'BGDĐT' for 'BGD&ĐT'."""
    return symbol.upper().replace("&", "").lstrip("0")
