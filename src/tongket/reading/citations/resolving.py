"""What a mention does not print and its neighbours settle: shared dates and issuers, and the symbol of a short form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.citations.issuers import org_of
from tongket.reading.citations.mentions import Mention
from tongket.reading.citations.symbols import Symbol, read_symbol
from tongket.registry.documents import agree, known_documents
from tongket.registry.types import YEARLY_TYPES, abbreviations_of

_BETWEEN = re.compile(r"\s*[,;]?\s*(?:(?:và|cùng|hoặc|với)\s+)?(?:các\s+)?(?:[Ss]ố\s*:?\s*)?")
_TELLING = 3  # digits: a number so long behind a type word, of a document that is known, counts nothing
_PARTY_ORGS = ("TW", "TU", "HU", "QU", "ĐU")


def share(text: str, mentions: Sequence[Mention]) -> None:
    """Give the date and issuer printed behind the last of a list to those before it: '217-QĐ/TW và 218-QĐ/TW ngày ...'.

    Only between mentions of one type and one body that stand side by side; a mention with a date of its own takes the
    issuer alone.
    """
    for earlier, later in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if not (later.issuer or later.date) or not _same_list(text, earlier, later):
            continue
        takes_issuer = later.issuer is not None and earlier.issuer is None
        if takes_issuer:
            earlier.issuer = later.issuer
            earlier.shared.append("issuer")
        if earlier.date is None and (takes_issuer or not later.head) and _may_share_date(earlier, later):
            earlier.date = later.date
            earlier.shared.append("date")


def _may_share_date(earlier: Mention, later: Mention) -> bool:
    """Whether the date behind ``later`` can be both's: not of laws by name, nor where a symbol's year forbids it."""
    if later.date is None or earlier.kind == "named":
        return False
    return earlier.symbol is None or earlier.symbol.year in ("", later.date[:4])


def _same_list(text: str, earlier: Mention, later: Mention) -> bool:
    if earlier.type != later.type or not _BETWEEN.fullmatch(text, earlier.end, later.start):
        return False
    if earlier.kind == "named" or later.kind == "named":
        return earlier.kind == later.kind and not later.head
    if earlier.symbol and later.symbol:
        return earlier.symbol.body == later.symbol.body
    return not later.head or earlier.symbol is None


def resolve(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the symbols of short forms settled, as far as they can be; doubtful ones that nothing bears go.

    First by full citations of the same report, then by type and issuer, then by the registry.
    """
    full: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.symbol is not None:
            full.setdefault((mention.type, mention.symbol.number.lstrip("0")), []).append(mention)
    sure = {(one.type, (one.number or "").lstrip("0")) for one in mentions if one.kind == "short" and not one.doubtful}
    for mention in mentions:
        if mention.kind == "short" and mention.symbol is None and mention.number:
            known = full.get((mention.type, mention.number.split("/")[0].strip().lstrip("0")), [])
            mention.canonical = _by_report(mention, known)
            again = (mention.type, mention.number.lstrip("0")) in sure
            mention.doubtful = mention.doubtful and mention.canonical is None and not again
            mention.canonical = mention.canonical or _by_rule(mention) or _by_registry(mention)
            if mention.canonical and len(mention.number) >= _TELLING:
                mention.doubtful = False
    _lend_years(mentions)
    return [mention for mention in mentions if not mention.doubtful]


def _lend_years(mentions: Sequence[Mention]) -> None:
    """'Nghị định 108/2014 của Chính phủ ... Nghị định 108': the later is the one that the report gives a year."""
    dated: dict[tuple[str, str], set[str]] = {}
    short = [mention for mention in mentions if mention.kind == "short"]
    for mention in short:
        number, _, year = (mention.number or "").partition("/")
        if year and mention.canonical:
            dated.setdefault((mention.type, number.strip().lstrip("0")), set()).add(mention.canonical)
    for mention in short:
        bare = mention.symbol is None and mention.canonical is None and mention.date is None
        found = dated.get((mention.type, (mention.number or "").lstrip("0")), set()) if bare else set()
        if len(found) == 1:
            (mention.canonical,) = found


def _by_report(mention: Mention, known: Sequence[Mention]) -> str | None:
    """The one symbol that the report prints in full for this type and number, if date and issuer do not forbid it."""
    symbols = {full.symbol.canonical for full in known if full.symbol and _may_be(mention, full, full.symbol)}
    return symbols.pop() if len(symbols) == 1 else None


def _may_be(mention: Mention, full: Mention, symbol: Symbol) -> bool:
    if mention.date and full.date and not agree(mention.date, full.date):
        return False
    if mention.number and "/" in mention.number and symbol.year != mention.number.split("/")[1].strip():
        return False
    org = org_of(mention.issuer) if mention.issuer else ""
    return not org or symbol.body.startswith(org)


def _by_rule(mention: Mention) -> str | None:
    """Type and issuer together: Kết luận + Bộ Chính trị -> n-KL/TW, Chỉ thị + Thủ tướng -> n/CT-TTg.

    Nothing where the year belongs to the symbol and is not printed, or where two abbreviations are in use (Quy định of
    the Party: QĐ and QĐi).
    """
    number, _, year = (mention.number or "").replace(" ", "").partition("/")
    abbreviations = abbreviations_of(mention.type)
    org = org_of(mention.issuer) if mention.issuer else ""
    if not abbreviations:
        return None
    if mention.type == "Nghị định":
        year = year or (mention.date or "")[:4]
        return f"{number}/{year}/NĐ-CP" if year else None
    if mention.type == "Chương trình hành động":
        abbreviations = ("CTr",)  # so in the Party's guides; 'CTrHĐ' is rarer
    if org in _PARTY_ORGS and mention.type != "Quy định" and mention.type not in YEARLY_TYPES:
        return f"{number}-{abbreviations[0]}/{org}"
    if org == "TTg" and mention.type in ("Chỉ thị", "Công điện"):
        return f"{number}/{abbreviations[0]}-TTg"
    if org == "TTg" and mention.type == "Quyết định" and not year and not mention.date and _is_of_no_year(number):
        return f"{number}/QĐ-TTg"
    if org == "UBND" and mention.type in (
        "Kế hoạch",
        "Báo cáo",
        "Tờ trình",
        "Thông báo",
        "Hướng dẫn",
        "Chương trình",
        "Đề án",
    ):
        return f"{number}/{abbreviations[0]}-UBND"
    return None


_MOST_LAWLIKE = 100  # decisions a year that lay down law, whose symbol holds the year; the other numbers go on


def _is_of_no_year(number: str) -> bool:
    return number.isdecimal() and int(number) >= _MOST_LAWLIKE


def _by_registry(mention: Mention) -> str | None:
    """The only known document of this type and number, where numbers do not begin again each year."""
    if mention.issuer and org_of(mention.issuer) == "TTg" and mention.type == "Quyết định" and not mention.date:
        found = known_documents().of_number(mention.type, mention.number or "")
        if len(found) != 1 or not found[0].symbol.endswith("/QĐ-TTg"):
            return None
        # 'Quyết định 90' may be another with its year in the symbol; a project is called by its number ('Đề án 06')
        by_number = _is_of_no_year(mention.number or "") or found[0].subject.startswith("Đề án")
        return found[0].symbol if by_number else None
    few = mention.type == "Pháp lệnh"  # so few in a year that the number has come to name the document
    if (mention.type in YEARLY_TYPES and not few) or not mention.number or "/" in mention.number:
        return None
    found = known_documents().of_number(mention.type, mention.number, mention.date)
    org = org_of(mention.issuer) if mention.issuer else ""
    if len({document.symbol for document in found}) != 1:
        return None
    symbol = read_symbol(found[0].symbol)
    if symbol is None or (org and not symbol.body.startswith(org)) or (symbol.year and not few):
        return None
    return None if symbol.body in ("TTg", "CP", "UBND") and not mention.date else symbol.canonical
