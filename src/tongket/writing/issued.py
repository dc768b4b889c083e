"""The documents that the lower bodies issued to carry out the directive (văn bản đã ban hành), from their reports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.model.consolidations import Consolidation, ReportRead
from tongket.model.documents import Citation
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key
from tongket.writing.frame import signing_for
from tongket.writing.naming import short_body
from tongket.writing.numerals import count_text

_SYMBOL = re.compile(r"\d[-/][A-ZĐ]{2}")
_NOTE_LENGTH = 700  # characters of a footnote: about six lines
_ISSUED = ("ban hành", "tham mưu", "xây dựng", "ra", "đã có")
_BODIES = {"UBND", "HĐND", "TU", "HU", "ĐU", "BTT"}
_CARRIES_OUT = {"implements", "makes-concrete", "answers", "promulgates", "joint"}
_HIGHER = re.compile(r"-TW\b|/TW\b|TWĐTN|-CP\b|QH\d|/TTg|-TTg|UBTVQH|/CP\b|VPCP|-B[A-Z]{1,5}$|/TT-")
_ABOVE = ("trung ương", "bộ chính trị", "ban bí thư", "chính phủ", "quốc hội", "thủ tướng")


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that a lower body issued, as ``report`` cites it; ``date`` is ISO or ""."""

    type: str
    symbol: str
    date: str
    issuer: str
    subject: str
    report: ReportRead

    def text(self, *, without: str = "") -> str:
        """'số 41/KH-UBND ngày 20/11/2023 về ...'; a subject that names ``without`` is left out."""
        when = f" ngày {self.date_words()}" if self.date.count("-") == 2 else f" năm {self.date}" if self.date else ""
        about = "" if without and key(without) in key(self.subject) else self.about()
        return f"số {self.symbol}{when}" + (f" {about}" if about else "")

    def issuer_words(self) -> str:
        """The issuer in short; where nobody says who issued it, whose report cites it."""
        return short_body(self.issuer) if self.issuer else f"theo báo cáo của {short_body(self.report.body)}"

    def by_reporter(self) -> bool:
        """Whether the reporting body issued it itself: its own documents come first in a list."""
        return bool(self.issuer) and key(short_body(self.issuer)) == key(short_body(self.report.body))

    def date_words(self) -> str:
        """The date as its regime prints it."""
        return printed_day(self.date, party="-" in self.symbol.partition("/")[0]) if self.date else ""

    def about(self, *, directive: str = "") -> str:
        """The subject as it follows the date: 'về ...', or in quotes when it is a title.

        After the symbol of ``directive`` it ends: what follows only names that document in full.
        """
        at = self.subject.find(directive) if directive else -1
        return _subject(self.subject[: at + len(directive)] if at >= 0 else self.subject)


def _subject(text: str) -> str:
    plain = text.strip(' "“”.,;:')
    if not plain:
        return ""
    first, _, _ = plain.partition(" ")
    if first.lower() in {"về", "v/v", "triển", "thực", "tăng", "tiếp", "nâng", "đẩy", "phê", "kiện", "thành", "quán"}:
        return plain[0].lower() + plain[1:]
    return f"“{plain}”" if plain[0].isupper() else f"về {plain}"


def issued_documents(consolidation: Consolidation) -> list[Issued]:
    """Each document once (issuer, symbol, date), in the order of the reports.

    Taken: a document with number and symbol that the report says was issued, or that carries out the directive, by a
    body of the reporting unit. Left out: documents of higher bodies, and those older than the directive.
    """
    found: dict[tuple[str, str, str], Issued] = {}
    directive = consolidation.programme.directive
    since = directive.date
    above = _above_words(consolidation)
    for read in consolidation.reports:
        for index, citation in enumerate(read.report.citations):
            if not _is_own(read, citation, since, above) or not _carries_out(read, index, directive.symbol):
                continue
            one = Issued(
                citation.type,
                citation.symbol or "",
                citation.date or "",
                _issuer(read, citation),
                citation.title or "",
                read,
            )
            identity = (key(one.issuer), key(one.symbol), one.date)
            undated = (key(one.issuer), key(one.symbol), "")
            known = next((known for known in (identity, undated) if known in found), None)
            if known is None and not one.date:
                known = next((other for other in found if other[:2] == identity[:2]), None)
            if known is None:
                found[identity] = one
            elif len(one.subject) > len(found[known].subject) or (one.date and not found[known].date):
                kept = found.pop(known)
                found[identity if one.date else known] = Issued(
                    one.type, one.symbol, one.date or kept.date, one.issuer, one.subject or kept.subject, read
                )
    return list(found.values())


def _above_words(consolidation: Consolidation) -> tuple[str, ...]:
    """Words by which an issuer is known to stand above the reporting bodies."""
    unit = consolidation.unit
    words = {"province": ("tỉnh", "thành ủy"), "district": ("huyện", "quận", "thị xã", "tỉnh")}.get(unit.kind, ())
    return (*_ABOVE, *words)


def _is_own(read: ReportRead, citation: Citation, since: str, above: tuple[str, ...]) -> bool:
    """Whether the document can be one that a body of the reporting unit issued since the directive."""
    if citation.kind != "full" or not citation.symbol or _HIGHER.search(citation.symbol):
        return False
    if citation.date and since and citation.date < since[: len(citation.date)]:
        return False
    if read.report.letterhead.canonical == citation.symbol:
        return False
    issuer = key(citation.issuer or "")
    return not issuer or _names_own_body(read, issuer) or not any(word in issuer for word in above)


def _carries_out(read: ReportRead, index: int, directive: str) -> bool:
    """Whether the report says that the document carries out ``directive``, or that it was issued, and for nothing else.

    A document tied to another one than the directive, by relation or by its own subject, is left out.
    """
    report = read.report
    citation = report.citations[index]
    ties = [one.object for one in report.relations if one.subject == index and one.kind in _CARRIES_OUT]
    if ties:
        return any(report.citations[tie].symbol == directive for tie in ties)
    if not any(citation.role.lower().startswith(word) for word in _ISSUED):
        return False
    return directive in (citation.title or "") or not _SYMBOL.search(citation.title or "")


def _issuer(read: ReportRead, citation: Citation) -> str:
    """Who issued it, by whole name: 'UBND xã' in a report of xã Lũng Ẳng is that commune's.

    An unnamed issuer is the reporter where the symbol is of its own body, the Party committee of its unit for '/ĐU',
    and otherwise "": nobody says who.
    """
    named = (citation.issuer or "").strip().removeprefix("Ban Thường vụ ").removeprefix("Ban Chấp hành ")
    unit = read.unit
    if not named:
        organ = _organ(citation.symbol or "")
        if organ == _organ(read.report.letterhead.symbol or "") or organ == signing_for(read.body).symbol:
            return read.body
        return f"Đảng ủy {unit.full_name}" if organ == "ĐU" and unit is not None and unit.kind == "commune" else ""
    kind = named.rpartition(" ")[2]
    if unit is not None and key(kind) == key(unit.prefix):
        named = f"{named} {unit.name}"
    elif f" {kind} " in read.body and kind in {"xã", "phường"}:
        named = f"{named} {read.body.partition(f' {kind} ')[2]}"
    named = named[:1].upper() + named[1:]
    return re.sub(r"^UBND\b", "Ủy ban nhân dân", named)


def _names_own_body(read: ReportRead, issuer: str) -> bool:
    if read.unit is not None and key(read.unit.name) in issuer:
        return True
    return issuer in key(read.body)


def _organ(symbol: str) -> str:
    """The body in a symbol: '41/KH-UBND' and 'BC-UBND' -> 'UBND'; '12-KH/ĐU' and 'KH/ĐU' -> 'ĐU'.

    A letter (công văn) has no type in its symbol; after the body stands who drafted it: '34/UBND-NC' -> 'UBND'.
    """
    parts = [part for part in re.split(r"[-/]", symbol) if part and not part.isdigit()]
    if len(parts) > 1 and parts[0] in _BODIES:
        return parts[0]
    return parts[-1] if len(parts) > 1 else ""


def note_lines(documents: Iterable[Issued], directive: str, more: str) -> str:
    """A footnote's text on documents of one type: one issuer after the other, its documents together.

    A subject that only names the directive again says nothing new beside a sentence about it, and is left out. A note
    that would fill a page ends early and sends the reader to ``more``, the appendix that lists all ("" when none does).
    """
    by_issuer: dict[str, list[Issued]] = {}
    for one in sorted(documents, key=lambda one: not one.by_reporter()):
        by_issuer.setdefault(key(one.issuer_words()), []).append(one)
    lines: list[str] = []
    left = sum(len(group) for group in by_issuer.values())
    for group in by_issuer.values():
        words = ", ".join(one.text(without=directive) for one in group)
        kind = group[0].type if not lines or not group[0].issuer else ""
        if group[0].issuer:
            line = f"{kind} của {group[0].issuer_words()}: {words}".lstrip()
        else:
            line = f"{group[0].issuer_words()}: {kind if not lines else kind.lower()} {words}"
        if more and lines and sum(map(len, lines)) + len(line) > _NOTE_LENGTH:
            return f"{'; '.join(lines)}; còn {count_text(left)} văn bản khác ({more})."
        lines.append(line if lines else line[:1].upper() + line[1:])
        left -= len(group)
    return "; ".join(lines) + "."
