"""Names of laws as they are cited against those under which they were promulgated (tên luật).

A case of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from tongket.checking.documents.days_told import is_slip
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.registry.laws import names_of_laws
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import key
from tongket.vietnamese.words import lexicon

_WORD = re.compile(r"\w+")
_OF_YEAR = re.compile(r"\s+(?:năm|số)\s+\d.*$", re.DOTALL)
_LEFT_OUT = frozenset((key("ở"), key("và")))
_LEAST_WORDS = 3


def check_names_of_laws(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` (a note) for a law's name without its comma, without 'ở', 'và' or a word that it has
    twice, or with its words in another order: 'Luật Cán bộ công chức', 'Luật Thực hiện dân chủ cơ sở', 'Luật Thuế xuất
    khẩu, nhập khẩu'; a warning for half of a word ('Luật Ban hành văn bản quy phạm pháp'), and for a code that is
    called a law: 'Luật Lao động'. Each once.

    Not flagged: short names, which leave out more; capitals; laws that are not known; scans.
    """
    if is_recognised(report):
        return
    told: set[str] = set()
    for one in report.citations:
        if one.kind != "named":
            continue
        printed, right, end = _misnamed(report.text, one)
        code = _codes().get(key(printed), "")
        if (right or code) and (right or code) not in told:
            told.add(right or code)
            place = Span(one.core_start, end)
            facts = {"printed": printed, "name": right or code}
            grave = code or _is_torn(printed, right)
            yield Finding("citation-conflict", _WARNING if grave else _NOTE, place, "name", facts)


_MORE = re.compile(r",?\s[^\W\d_]+")
_MOST_MORE = 6  # words behind what was read of a name that may belong to it


def _misnamed(text: str, one: Citation) -> tuple[str, str, int]:
    """The name as printed, the one that it is a slip of, and where it ends: it may go on behind what was read of it."""
    printed, end = " ".join(_OF_YEAR.sub("", text[one.core_start : one.core_end]).split()), one.core_end
    right = _right_name(printed)
    if right or key(printed) in _by_name() or len(printed.split()) < _LEAST_WORDS:
        return printed, right, end
    for _ in range(_MOST_MORE):
        more = _MORE.match(text, end)
        if more is None:
            break
        end = more.end()
        longer = " ".join(text[one.core_start : end].split())
        if key(longer.rsplit(None, 1)[-1]) not in _LEFT_OUT and (right := _right_name(longer)):
            return longer, right, end
    return printed, "", one.core_end


_MOST_WORDS = 16  # of a name that are compared
_GOES_ON = re.compile(rf"[^\W\d_]+(?:,?\s+[^\W\d_]+){{,{3 * _MOST_WORDS}}}")  # no mark may follow for pages
_FEWEST_KEPT = {1: 4, 2: 5}  # words that a name keeps, its type among them, where so many others stand in it


def check_laws_misnamed(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a law whose name is a known one but for one word, of one or two syllables: 'Luật
    Phòng chống bạo hành gia đình' (bạo lực), or for half of a word: 'Luật Tổ Chính quyền địa phương'; a note where a
    word was left out: 'Luật Chính quyền địa phương' (Tổ chức). Each law once.

    Not flagged: short names, which leave out the end, and which another word may follow; laws not known, of which no
    other is called nearly so; scans.
    """
    if is_recognised(report):
        return
    told: set[str] = set()
    for one in report.citations:
        said = _GOES_ON.match(report.text, one.core_start) if one.kind == "named" else None
        right, letters, severity = _nearly_said(said[0]) if said else ("", 0, _NOTE)
        if right and right not in told:
            told.add(right)
            place = Span(one.core_start, one.core_start + letters)
            printed = " ".join(report.text[place.start : place.end].split())
            severity = _WARNING if _is_torn(printed, right) else severity
            yield Finding("citation-conflict", severity, place, "name", {"printed": printed, "name": right})


def _is_torn(printed: str, right: str) -> bool:
    """Whether a name lacks one syllable, which is half of a word: no short form of it says so."""
    said, words = ([canonical(word) for word in _WORD.findall(one)] for one in (printed, right))
    at = next((at for at, word in enumerate(words) if said[at : at + 1] != [word]), len(words))
    if len(said) + 1 != len(words) or said != words[:at] + words[at + 1 :] or words[at] in said[1:]:
        return False
    ends = [at for at, word in enumerate(right.split()) if word.endswith(",")]  # 'Phòng, chống' are two words
    pairs = [first for first in (at - 1, at) if first and first not in ends and first + 1 < len(words)]
    return any(f"{words[first]} {words[first + 1]}" in lexicon().common for first in pairs)


_NOTE: Severity = "info"
_WARNING: Severity = "warning"


@lru_cache(maxsize=1024)  # a report names the same law again and again
def _nearly_said(said: str) -> tuple[str, int, Severity]:
    """The one name that a passage begins with but for a word, how many letters it takes there, and how grave that is;
    "" for none.
    """
    words = list(islice((word for word in _WORD.finditer(said) if key(word[0]) not in _LEFT_OUT), _MOST_WORDS))
    keys = tuple(key(word[0]) for word in words)
    for find, severity in ((_nearly, _WARNING), (_with_a_word_lost, _NOTE)):
        right, count = find(keys)
        if right:
            return right, words[count - 1].end(), severity
    return "", 0, _NOTE


@cache
def _names_by_length() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The words of each name in their order, and the name; the longest first."""
    named = (f"{kind} {name}" for kind, name in names_of_laws())
    words = ((tuple(word for word in _WORD.findall(key(name)) if word not in _LEFT_OUT), name) for name in named)
    return tuple(sorted(words, key=lambda one: -len(one[0])))


@cache
def _nearly(said: tuple[str, ...]) -> tuple[str, int]:
    """The one name that some words begin with but for a word, and how many of them it takes; "" where they begin with a
    name that is known, or are a shorter form of one.
    """
    near = []
    for words, name in _names_by_length():
        if said[: len(words)] == words:
            return "", 0
        others = [at for at, (one, other) in enumerate(zip(said, words, strict=False)) if one != other]
        adjacent = len(others) == 1 or (len(others) == 2 and others[1] == others[0] + 1)
        kept = len(words) - len(others)
        if len(said) >= len(words) and adjacent and others[0] and kept >= _FEWEST_KEPT[len(others)]:
            near.append((name, len(words)))
    if len(near) != 1:
        return "", 0
    begins = said[: near[0][1]]
    held = frozenset(begins)
    for words, _ in _names_by_length():
        if words[: len(begins)] == begins or (len(words) >= _FEWEST_KEPT[1] and held.issuperset(words)):
            return "", 0  # a shorter form, or a law with a word too many
    return near[0]


def _with_a_word_lost(said: tuple[str, ...]) -> tuple[str, int]:
    """The one name from which one word, of one or two syllables, was left out before its end, and how many words of
    what is said it takes; "" where they begin with a name that is known.
    """
    near = set()
    for words, name in _names_by_length():
        if said[: len(words)] == words:
            return "", 0
        for size in (1, 2):
            kept = len(words) - size
            if kept < _FEWEST_LEFT or said[kept - 1 : kept] != words[-1:]:
                continue
            ends = kept >= _SURELY or said[kept : kept + 1] in _AFTER_NAMES
            if ends and any(said[:kept] == words[:at] + words[at + size :] for at in range(1, kept)):
                near.add((name, kept))
    return next(iter(near)) if len(near) == 1 else ("", 0)


_FEWEST_LEFT, _SURELY = 4, 5  # words of a name, its type among them, from which one was left out
_BEHIND = ("của", "năm", "ngày", "để", "được", "trong", "cho", "theo", "khi", "đã", "có", "quy")
_AFTER_NAMES = ((), *((key(word),) for word in _BEHIND))


_YEAR_BEHIND = re.compile(r"(?P<name>.+?)\s+năm\s+(?P<year>(?:19|20)\d\d)$", re.DOTALL)
_AMENDED = re.compile(r"sửa đổi|bổ sung|thay thế|hợp nhất")
_NEAR = 40  # letters to either side in which an amending law says so


def check_years_of_laws(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a law of the year before or after the one in which it was passed: 'Luật Khiếu nại
    năm 2012', which is of 2011.

    Not flagged: years further away, in which a law may have been amended; sentences that tell of amending.
    """
    for one in report.citations:
        found = _YEAR_BEHIND.match(report.text, one.core_start, one.core_end) if one.kind == "named" else None
        if found is None or _AMENDED.search(report.text, max(one.start - _NEAR, 0), one.end + _NEAR):
            continue
        printed = int(found["year"])
        years = {
            int(law.date[:4])
            for law in known_documents().of_name(one.type, found["name"])
            if key(f"{law.type} {law.subject}") == key(" ".join(found["name"].split()))
        }
        near = [year for year in years if abs(year - printed) == 1]
        if len(near) == 1 and printed not in years:
            facts = {"printed": " ".join(found[0].split()), "year": str(near[0])}
            yield Finding("citation-conflict", "warning", Span(one.core_start, one.core_end), "law-year", facts)


_BEFORE = 160  # letters in which an amending law that is named before says so


def check_days_of_laws(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a law by its name and a day that is that of its passing but for a part: 'Luật Đất
    đai ngày 18 tháng 01 năm 2023', which is of 18/01/2024. Each law once.

    Not flagged: days that differ in more, of which another law may be; laws that amend; recognised text.
    """
    if is_recognised(report):
        return
    told: set[str] = set()
    for one in report.citations:
        if one.kind != "named" or not is_whole(one.date) or one.date_end is None or "date" in one.shared:
            continue
        low = max(one.start - _BEFORE, 0)
        line = max(report.text.rfind("\n\n", low, one.start) + 1, low)
        if _AMENDED.search(report.text, line, one.date_end + _NEAR):
            continue
        name = _SHORT.sub("Mặt trận Tổ quốc", " ".join(report.text[one.core_start : one.core_end].split()))
        days = {law.date for law in known_documents().of_name(one.type, name) if key(_called(law)) == key(name)}
        near = [day for day in days if is_slip(one.date, day) or one.date[4:] == day[4:]]
        near = near or [day for day in days if day[:4] == one.date[:4] and _is_told_of(report, one, day)]
        if one.date not in days and len(near) == 1 and name not in told:
            told.add(name)
            place = Span(one.core_start, one.date_end)
            facts = {"printed": " ".join(report.text[place.start : place.end].split()), "there": printed_day(near[0])}
            yield Finding("citation-conflict", "warning", place, "law-day", facts)


_SHORT = re.compile(r"(?<!\w)MTTQ(?!\w)")


def _is_told_of(report: Report, one: Citation, day: str) -> bool:
    """Whether the report cites another place of the same type with the day on which the law was passed."""
    return any(other.type == one.type and other.date == day for other in report.citations if other is not one)


_NAMED_WITH_SYMBOL = re.compile(r"(?P<type>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[^\W\d_]+(?:,?\s+[^\W\d_]+)*)\s+số\s")


def check_names_with_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a law whose symbol is known and whose printed name is another: 'Luật Tiếp dân số
    42/2013/QH13', which is the Luật Tiếp công dân. Each law once.

    Not flagged: names without 'và', 'ở' or a comma, which are notes; abbreviations; laws that amend; scans.
    """
    if is_recognised(report):
        return
    told: set[str] = set()
    for one in report.citations:
        named = _NAMED_WITH_SYMBOL.match(report.text, one.core_start, one.core_end) if one.symbol else None
        if named is None or one.symbol in told or _AMENDED.search(named["name"]) or _ABBREVIATED.search(named["name"]):
            continue
        known = [law for law in known_documents().of_symbol(one.symbol or "") if law.type == named["type"]]
        names = {frozenset(_WORD.findall(key(law.subject))) - _LEFT_OUT for law in known}
        if len(known) != 1 or frozenset(_WORD.findall(key(named["name"]))) - _LEFT_OUT in names:
            continue
        told.add(one.symbol or "")
        place = Span(one.core_start, named.end("name"))
        facts = {"printed": " ".join(report.text[place.start : place.end].split()), "name": _called(known[0])}
        yield Finding("citation-conflict", "warning", place, "name", facts)


_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_a-zà-ỹ]{2,}(?!\w)")


def _called(law: Document) -> str:
    return f"{law.type} {law.subject}"


@cache
def _right_name(printed: str) -> str:
    """The name of the law that ``printed`` is a slip of, "" where it is a law's name, or of none."""
    said = key(printed)
    words = _WORD.findall(said)
    if said in _by_name() or len(words) < _LEAST_WORDS:
        return ""
    near = _by_words().get(tuple(sorted({word for word in words if word not in _LEFT_OUT})), "")
    return near if near and abs(len(_WORD.findall(key(near))) - len(words)) <= 1 else ""


@cache
def _codes() -> Mapping[str, str]:
    """What a code is called as a law -> its name, where no law has that name: 'luật lao động' -> 'Bộ luật Lao động'."""
    codes = {key(f"Luật {name}"): f"{kind} {name}" for kind, name in names_of_laws() if kind == "Bộ luật"}
    return {said: name for said, name in codes.items() if said not in _by_name()}


@cache
def _by_name() -> frozenset[str]:
    return frozenset(key(f"{kind} {name}") for kind, name in names_of_laws())


@cache
def _by_words() -> Mapping[tuple[str, ...], str]:
    """The names by their words, each once and in no order; "" where two names have the same words."""
    found: dict[tuple[str, ...], str] = {}
    for kind, name in names_of_laws():
        whole = f"{kind} {name}"
        words = tuple(sorted({word for word in _WORD.findall(key(whole)) if word not in _LEFT_OUT}))
        found[words] = "" if words in found else whole
    return found
