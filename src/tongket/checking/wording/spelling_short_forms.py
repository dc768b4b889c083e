"""Abbreviations beside their own words, and mistyped ones (chữ viết tắt lặp nghĩa, gõ sai): 'bảo hiểm BHYT', 'HDND'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.registry import bodies
from tongket.registry.bodies import abbreviations
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import differ_by_one
from tongket.vietnamese.words import lexicon

_SHORT = re.compile(r"[A-ZĐƯ](?<![\w/.-].)[A-ZĐƯ]{2,8}(?![\w/]|[.-][A-ZĐ\d])")
_BEFORE = 40
_SYLLABLE = 12  # letters at most of the last word before, with its blank
_UNLIKE_OTHERS = 4  # letters from which an abbreviation is hardly like another one

# Short names of diseases, of which there is one each.
_DISEASES = (
    (re.compile(r"HIV ?[/-] ?(?!AIDS(?!\w))(?P<rest>A[ADIS]{1,4}|A[ids]{3}s?)(?![\w/])"), "HIV/AIDS"),
    (re.compile(r"(?i:covd|covit|covis|cvoid|coivd|codiv|covdi)(?= ?-? ?19(?!\d))"), "Covid"),
)


def _names_of_diseases(text: str) -> Iterator[Finding]:
    """'HIV/AID', 'Covit-19'."""
    for pattern, right in _DISEASES:
        for match in finds(pattern, text):
            if match[0].upper() != right.upper():
                facts = {"here": match[0], "right": right.upper() if match[0].isupper() else right}
                yield Finding("spelling", "warning", Span(*match.span()), "short-form", facts)


def short_forms(text: str) -> Iterator[Finding]:
    """Abbreviations beside the words that they stand for ('bảo hiểm BHYT'), and mistyped ones ('CBCCVV', 'HIV/AID').

    Mistyped is one of five letters and more that is no abbreviation itself, stands at most twice, and is one letter off
    an abbreviation that the report uses or every office knows; of four letters, one without the bar of its Đ ('HDND'),
    or with a letter that looks like that of one which the report uses time and again ('BYTC' for 'BVTC').
    """
    yield from _names_of_diseases(text)
    yield from _swapped_codes(text)
    known = abbreviations()
    matches = list(_SHORT.finditer(text))
    used = Counter(match.group() for match in matches)
    for match in matches:
        short = match.group()
        entry = known.get(short)
        if entry:
            if (superfluous := _beside_its_words(text, match, entry.expansion)) is not None:
                yield superfluous
        elif (barred := _barred().get(short)) is not None and used[short] <= 2:
            facts = {"here": short, "right": barred}
            yield Finding("spelling", "warning", Span(*match.span()), "short-form", facts)
        elif len(short) >= 5 and used[short] <= 2 and not _is_of_two(short, known):
            right = next((one for one in used if used[one] > used[short] and _mistyped(short, one)), None)
            right = right or next((one for one in known if _mistyped(short, one)), None)
            if right:
                facts = {"here": short, "right": right}
                yield Finding("spelling", "warning", Span(*match.span()), "short-form", facts)
        elif len(short) == _UNLIKE_OTHERS and used[short] == 1:
            right = next((one for one, times in used.items() if times >= _USAGE and _looks_like(short, one)), None)
            if right:
                facts = {"here": short, "right": right}
                yield Finding("spelling", "warning", Span(*match.span()), "short-form", facts)


_CODE = re.compile(r"(?<=[A-ZĐ\d][-/])[A-ZĐƯ]{3,6}(?![\w/-])")


def _swapped_codes(text: str) -> Iterator[Finding]:
    """Who issued a document, with two letters of his code changed round: '12/QĐ-HMV' beside '15/QĐ-HVM'.

    Not flagged: codes that every office knows; a note where neither stands more often.
    """
    places: dict[str, list[re.Match[str]]] = {}
    for match in finds(_CODE, text):
        places.setdefault(match[0], []).append(match)
    by_letters: dict[str, list[str]] = {}
    for code in places:
        by_letters.setdefault("".join(sorted(code)), []).append(code)
    for alike in by_letters.values():
        if len(alike) != _TWO:
            continue
        usual, rare = sorted(alike, key=lambda code: (code not in abbreviations(), -len(places[code])))
        at = next(at for at, (one, other) in enumerate(zip(usual, rare, strict=True)) if one != other)
        swapped = rare[:at] + rare[at + 1] + rare[at] + rare[at + _TWO :] if at + 1 < len(rare) else rare
        of_all = usual in abbreviations()
        if (
            swapped != usual
            or rare in abbreviations()
            or len(places[rare]) > 1
            or (rare[0] == "B" and len(rare) < _LONG)
        ):
            continue  # two ministries: 'BCT' beside 'BTC'
        sure = len(places[usual]) > 1 or of_all
        facts = {"here": rare, "right": usual}
        yield Finding("spelling", "warning" if sure else "info", Span(*places[rare][0].span()), "short-form", facts)


_TWO, _LONG = 2, 4


@cache
def _barred() -> dict[str, str]:
    """What abbreviations of bodies that every office knows are without the bar of their Đ: 'HDND' -> 'HĐND'."""
    known = abbreviations()
    of_bodies = [one for one, entry in known.items() if entry.well_known and bodies.body_kind(one)]
    barred = [one for one in of_bodies if "Đ" in one and len(one) >= _UNLIKE_OTHERS]
    return {plain: one for one in barred if (plain := one.replace("Đ", "D")) not in known}


def _is_of_two(short: str, known: Container[str]) -> bool:
    """Whether an abbreviation is two of them: 'BCĐTW' is a 'BCĐ' of the 'TW', not a mistyped 'BCHTW'."""
    return any(short[:at] in known and short[at:] in known for at in range(2, len(short) - 1))


def _mistyped(short: str, right: str) -> bool:
    return len(short) == len(right) >= 5 and short[0] == right[0] and differ_by_one(short, right)


_USAGE = 3  # times that an abbreviation stands before a single one of four letters that looks like it is a slip
_ALIKE = frozenset(("VY", "ĐD", "EB", "CG", "OQ", "ƯU", "IL", "EF", "PR"))  # letters that look alike or are neighbours


def _looks_like(short: str, other: str) -> bool:
    """Whether two abbreviations of one length differ in one letter that looks like the other: 'BYTC' and 'BVTC'."""
    if len(short) != len(other) or short == other:
        return False
    differing = [(a, b) for a, b in zip(short, other, strict=True) if a != b]
    return len(differing) == 1 and any(one in _ALIKE for one in map("".join, (differing[0], differing[0][::-1])))


def _words_of(expansion: str) -> list[str]:
    return expansion.lower().replace(",", "").split(" ")


def _beside_its_words(text: str, match: re.Match[str], expansion: str) -> Finding | None:
    """'bảo hiểm y tế BHYT'; a note where some of the words stand there, as offices have the habit ('bảo hiểm BHYT'),
    where the letters are not those of the words, as of names from abroad, or a number follows ('Tiêu chuẩn TCVN 6909').
    """
    last = text[max(0, match.start() - _SYLLABLE) : match.start()]
    words = _words_of(expansion)
    if not last.endswith(" ") or "".join(last.rsplit(None, 1)[-1:]).lower() not in words:
        return None  # as nearly always, and then with the fewest letters looked at
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    spoken = before.lower().split()
    for size in range(len(words), 1, -1):
        if spoken[-size:] == words[:size]:
            start = match.start() - len(before) + before.lower().rfind(" ".join(words[:size]))
            if start >= match.start():
                return None
            whole = size == len(words) and _initials(words) == match[0]
            sure = whole and not _NUMBER.match(text, match.end())
            severity: Severity = "warning" if sure else "info"
            return _superfluous(text, start, match.end(), " ".join(words[:size]), severity)
    return None


_NUMBER = re.compile(r"\s?\d")


def _superfluous(text: str, start: int, end: int, right: str, severity: Severity) -> Finding:
    facts = {"here": " ".join(text[start:end].split()), "right": right}
    return Finding("spelling", severity, Span(start, end), "superfluous", facts)


# Letters with the words that they begin, behind them or before.
_LETTERS = re.compile(r"[A-ZĐ](?<![\w/.&+-].)[A-ZĐ]{1,6}(?![\w/&+]|[.-][\wĐ])")
_WORDS_BEHIND = re.compile(r" [^\W\d_A-ZĐ][^\W\d_]*(?:,? [^\W\d_]+){1,6}")
_WORDS_BEFORE = re.compile(r"(?<!\w)[^\W\d_]+(?:,? [^\W\d_]+){1,6} $")
_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = 60  # letters of the words
_ALONE = re.compile(r"[\s\d.)*+–:-]*$")  # of the line before or behind them


def words_beside_their_letters(text: str) -> Iterator[Finding]:
    """'HS học sinh', 'trường THCS trung học cơ sở', 'Kế hoạch KH': an abbreviation beside all its words.

    Not flagged: words in brackets, and lists of abbreviations, in which both fill their line.
    """
    for match in _LETTERS.finditer(text):
        for place in (_behind(text, match), _before(text, match)):
            if place is not None:
                words = (
                    text[match.end() : place.end] if place.start == match.start() else text[place.start : match.start()]
                )
                yield _superfluous(text, place.start, place.end, words.strip().lower(), "warning")
                break


def _behind(text: str, match: re.Match[str]) -> Span | None:
    found = _WORDS_BEHIND.match(text, match.end(), min(match.end() + _PHRASE, len(text)))
    words = list(_WORD.finditer(found[0])) if found else []
    said = [word[0] for word in words[: len(match[0])]]
    if found is None or not _are_words_of(said, match[0]) or not all(map(str.islower, said)):
        return None
    place = Span(match.start(), found.start() + words[len(said) - 1].end())
    return None if _fills_its_line(text, place) else place


def _before(text: str, match: re.Match[str]) -> Span | None:
    if not text.startswith(" ", match.start() - 1) or not text[match.start() - 2].islower():
        return None  # as nearly always, and then without a search
    low = max(match.start() - _PHRASE, 0)
    found = _WORDS_BEFORE.search(text[low : match.start()])
    words = list(_WORD.finditer(found[0]))[-len(match[0]) :] if found else []
    said = [word[0] for word in words]
    if found is None or not _are_words_of(said, match[0]) or not all(map(str.islower, said[1:])):
        return None
    place = Span(low + found.start() + words[0].start(), match.end())
    return None if _fills_its_line(text, place) else place


def _are_words_of(words: Sequence[str], letters: str) -> bool:
    """Whether ``words`` begin with ``letters``, and are words of the language that stand together."""
    if len(words) != len(letters) or _initials(words) != letters:
        return False
    pairs = [f"{canonical(one.lower())} {canonical(other.lower())}" for one, other in pairwise(words)]
    known = [pair in lexicon().common for pair in pairs]
    return known[0] and (len(known) < _MORE or any(known[1:]))


_MORE = 3  # pairs of four words, of which two at least are known


def _initials(words: Sequence[str]) -> str:
    """The first letters without their marks, as abbreviations have them; Đ has none."""
    return "".join(normalize("NFD", word[0])[0] for word in words).upper()


def _fills_its_line(text: str, place: Span) -> bool:
    start, end = line_start(text, place.start, _PHRASE), line_end(text, place.end, _PHRASE)
    return bool(_ALONE.match(text[start : place.start]) and _ALONE.match(text[place.end : end]))
