"""Slips of the fingers (lỗi gõ phím): a blank missing or in the wrong place, the tone on the wrong vowel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_nonwords import Slip
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical, is_well_spelt
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.words import Words, lexicon, printed

_OFTEN = 2  # what a report says more often is its own word
_WHOLE = 3  # letters of a syllable that a blank may cut
_LONG = 5  # letters from which a word may be two


def find_blanks(shown: Sequence[str], words: Sequence[str], lexicon: Words, strange: Counter[str]) -> Iterator[Slip]:
    """Blanks one letter off ('biênc hế'), missing ('côngtác', 'tổ chứcđoàn thể') or inside a syllable ('th ực hiện') in
    one run that holds words of ``strange``, which no table holds.

    Not flagged: capitals, what stands more than twice.
    """
    done = -1
    for i, word in enumerate(words):
        if i <= done or word not in strange:
            continue
        cut = _cut(i, shown, words, lexicon)
        if cut is not None:
            done = cut.last
            yield cut
            continue
        if len(word) < 2 or strange[word] > _OFTEN:
            continue
        if not shown[i].islower():
            if (glued := _joined_at_a_capital(i, shown[i], words, lexicon)) is not None:
                yield glued
            continue
        slip = _shifted(i, shown, words, lexicon) or _joined_words(i, word, words, lexicon)
        if slip is not None:
            done = slip.last
            yield slip


def _cut(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    """A syllable with a blank in it, one piece of which is no word: 'th ực hiện', 'tổ c hức'.

    The whole makes a word with a neighbour, or is one of grammar; the letters of points ('điểm c khoản') make none.
    """
    if not shown[i].islower():
        return None
    for first in (i - 1, i):
        if first < 0 or first + 1 >= len(words) or not shown[first].isalpha() or not shown[first + 1].islower():
            continue
        whole = canonical(shown[first] + shown[first + 1])
        if whole not in lexicon.all or len(whole) < _WHOLE or not is_well_spelt(whole):
            continue
        before = f"{words[first - 1]} {whole}" if first else ""
        after = f"{whole} {words[first + 2]}" if first + 2 < len(words) else ""
        if before in lexicon.known or after in lexicon.known or whole in lexicon.grammar:
            right = printed(whole)
            return Slip(first, first + 1, right.capitalize() if shown[first][:1].isupper() else right)
    return None


def _shifted(i: int, shown: Sequence[str], words: Sequence[str], lexicon: Words) -> Slip | None:
    for first in (i - 1, i):
        if first < 0 or first + 1 >= len(words) or not shown[first + 1].islower() or not shown[first][-1].islower():
            continue
        a, b = words[first], words[first + 1]
        for one, other in ((a[:-1], a[-1] + b), (a + b[0], b[1:])):
            pair = f"{canonical(one)} {canonical(other)}"
            if one and other and (pair in lexicon.known or _part_two_words(first, pair, words, lexicon)):
                return Slip(first, first + 1, printed(pair))
    return None


def _part_two_words(first: int, pair: str, words: Sequence[str], lexicon: Words) -> bool:
    """Whether the first of ``pair`` ends a common word and the other begins one, or is a word of grammar: 'liên thôn
    gtrong'.
    """
    one, other = pair.split(" ")
    before = f"{words[first - 1]} {one}" if first else ""
    after = f"{other} {words[first + 2]}" if first + 2 < len(words) else ""
    if one in lexicon.grammar and other in lexicon.grammar:
        return False
    ends, begins = before in lexicon.common, after in lexicon.common
    return (ends and (begins or other in lexicon.grammar)) or (begins and one in lexicon.grammar)


def _joined_words(i: int, word: str, words: Sequence[str], lexicon: Words) -> Slip | None:
    """Two words without a blank: they make one together, or the first with what precedes and the other with what
    follows.
    """
    if len(word) < _LONG or is_well_spelt(word):
        return None
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    for at in range(2, len(word) - 1):
        one, other = canonical(word[:at]), canonical(word[at:])
        if one not in lexicon.all or other not in lexicon.all:
            continue
        ends = f"{before} {one}" in lexicon.common or one in lexicon.grammar
        begins = f"{other} {after}" in (lexicon.known if one in lexicon.grammar else lexicon.common)
        begins = begins or other in lexicon.grammar
        if f"{one} {other}" in lexicon.common or (ends and begins and not word.isascii()):
            return Slip(i, i, printed(f"{one} {other}"))
    return None


def _joined_at_a_capital(i: int, shown: str, words: Sequence[str], lexicon: Words) -> Slip | None:
    """'Kếhoạch', 'theoQuyết định': with a capital only where both halves make one word of every report, or the second
    begins one with its capital.
    """
    if len(shown) < _LONG or is_well_spelt(words[i]):
        return None
    at = next((at for at, letter in enumerate(shown) if at and letter.isupper()), 0)
    if at and shown[:at].islower() and shown[at + 1 :].islower() and i + 1 < len(words):
        one, other = canonical(shown[:at]), canonical(shown[at:].lower())
        fits = one in lexicon.all and f"{other} {words[i + 1]}" in lexicon.common
        return Slip(i, i, f"{printed(one)} {printed(other).capitalize()}") if fits else None
    if at or not shown[1:].islower():
        return None
    for cut in range(2, len(shown) - 1):
        pair = f"{canonical(shown[:cut].lower())} {canonical(shown[cut:])}"
        if pair in lexicon.common:
            return Slip(i, i, printed(pair))
    return None


def find_misplaced(shown: Sequence[str], words: Sequence[str], wrong: frozenset[str], lexicon: Words) -> Iterator[Slip]:
    """Words whose tone stands on the wrong vowel: 'đaọ', 'hứơng'; ``wrong`` are those of the report."""
    for i, word in enumerate(shown):
        if word in wrong and words[i] in lexicon.all:
            yield Slip(i, i, printed(words[i]))


_NO_BLANK = (
    re.compile(rf",(?<=[{SMALL}],)(?=[{SMALL}]{{2}})"),
    re.compile(rf"\.(?<=[{SMALL}][{SMALL}]\.)(?=[{CAPITALS}][{SMALL}])"),
)
_YEAR = re.compile(
    r"(?:19|20)\d\d(?<![\w.]\d{4})"
    rf"(?=(?:của|về|và|đến|tại|theo|được|trong|cho|với)(?!\w)|(?!T\d)[{CAPITALS}][{SMALL}]{{2,6}} [{SMALL}])"
)
_ABBREVIATION = re.compile(r"(?:UBND|HĐND|MTTQ|TTHC|BCH|BTV|LĐLĐ|CCB|ĐTN|LHPN)(?!\w)")
_BEHIND_ABBREVIATION = re.compile(
    rf"[{CAPITALS}](?<![\w/.&-].)[{CAPITALS}]{{1,7}}"
    r"(?=(?:và|của|xã|huyện|tỉnh|các|đã|theo|về|được|trong|cho|với|tại|là|có|từ|đến|để|phường|thôn)(?!\w))"
)
_VIETNAMESE_BEFORE = re.compile(rf"[{SMALL}](?<![a-z])[{SMALL}]*$")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W\d_]+.$"), re.compile(r"[^\W\d_]+")
_PIECE_BEFORE = re.compile(r"\w+$")
_LONGEST = 40  # letters of words without a blank between them
_HABIT = 3  # places without a blank, beyond which the text was converted so


def missing_blanks(text: str) -> Iterator[Finding]:
    """Where no blank stands behind a year ('2011của'), beside an abbreviation ('tạiUBND', 'HĐNDxã') or between two
    sentences ('xã hội.Trong năm'); hints behind a comma or another full stop ('nội quy,quy chế').

    Not flagged: texts in which it is missing more often, which lost their blanks on the way; addresses.
    """
    found = [match.start() for pattern in _NO_BLANK for match in pattern.finditer(text)]
    for at in found if len(found) <= _HABIT else ():
        before = _WORD_BEFORE.search(text, max(at - 12, 0), at + 1)
        behind = _WORD_BEHIND.match(text, at + 1)
        if before is None or behind is None or text[behind.end() : behind.end() + 1] in (".", "@", "/"):
            continue
        here = text[before.start() : behind.end()]
        facts = {"here": here, "right": f"{before[0]} {behind[0]}"}
        severity: Severity = "warning" if _are_two_sentences(text, before, behind) else "info"
        yield Finding("spelling", severity, Span(before.start(), behind.end()), "blank", facts)
    glued = [match.end() for match in finds(_YEAR, text)]
    glued += [match.start() for match in finds(_ABBREVIATION, text) if _is_glued(text, match.start())]
    glued += [match.end() for match in finds(_BEHIND_ABBREVIATION, text)]
    for at in glued if len(glued) <= _HABIT else ():
        before, behind = _PIECE_BEFORE.search(text, max(at - 12, 0), at), _WORD_BEHIND.match(text, at)
        if before and behind:
            facts = {"here": before[0] + behind[0], "right": f"{before[0]} {behind[0]}"}
            yield Finding("spelling", "warning", Span(before.start(), behind.end()), "blank", facts)


_GOES_ON = re.compile(rf",? [{SMALL}]")


def _are_two_sentences(text: str, before: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether a sentence of words of the language ends before a full stop, and another begins behind it."""
    known = lexicon().all
    words = canonical(before[0][:-1].lower()), canonical(behind[0].lower())
    return before[0][-1] == "." and known.issuperset(words) and _GOES_ON.match(text, behind.end()) is not None


def _is_glued(text: str, at: int) -> bool:
    """Whether a Vietnamese word stands right before ``at``."""
    return (
        text[max(at - 1, 0) : at].isalpha() and _VIETNAMESE_BEFORE.search(text, max(at - _LONGEST, 0), at) is not None
    )
