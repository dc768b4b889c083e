"""Spelling (lỗi chính tả): slips of the pen, words written twice, words left out of fixed terms, capitals, marks.

Capitals follow Decree 30/2020/NĐ-CP, Appendix II, and are hints only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.evidence.spans import Spans
from tongket.checking.kinds import Case, Kind
from tongket.checking.wording.spelling_acts import small_letters_of_acts
from tongket.checking.wording.spelling_blanks import blanks_beside_marks
from tongket.checking.wording.spelling_bodies import bodies_without_a_syllable
from tongket.checking.wording.spelling_capitals import SMALL_LETTERS, capitals, capitals_of_halves, inner_capitals
from tongket.checking.wording.spelling_commas import doubled_marks, missing_commas, needless_commas
from tongket.checking.wording.spelling_cut_short import cut_words
from tongket.checking.wording.spelling_digits import spoilt_numbers
from tongket.checking.wording.spelling_ends import capitals_behind_semicolons, sentences_without_end
from tongket.checking.wording.spelling_enumerations import torn_enumerations
from tongket.checking.wording.spelling_followed import told_by_what_follows
from tongket.checking.wording.spelling_formulas import mistyped_formulas
from tongket.checking.wording.spelling_glued import MOST_TOLD, Apart, lost_blanks, put_right, told_apart, torn_words
from tongket.checking.wording.spelling_headings import slips_in_capitals
from tongket.checking.wording.spelling_joined import find_joined, find_lost_tildes
from tongket.checking.wording.spelling_left_out import left_out_beside_names, lonely, parted, without_so
from tongket.checking.wording.spelling_lone_letters import lone_letters, torn_syllables, vowels_alone
from tongket.checking.wording.spelling_marks import missing_dashes, missing_marks, unlike_its_others
from tongket.checking.wording.spelling_nonwords import Slip, find_nonwords
from tongket.checking.wording.spelling_numbers import (
    glued_numbers,
    mistyped_dates,
    phase_of_one_year,
    two_bounds,
    unit_symbols,
    without_at,
)
from tongket.checking.wording.spelling_orphans import orphans
from tongket.checking.wording.spelling_pairs import lonely_marks
from tongket.checking.wording.spelling_phrases import broken_phrases, torn_members
from tongket.checking.wording.spelling_proper import small_letters_in_names, small_letters_in_units
from tongket.checking.wording.spelling_repeated import doubled_beside, said_twice
from tongket.checking.wording.spelling_short_forms import short_forms, words_beside_their_letters
from tongket.checking.wording.spelling_slips import Canonical, find_slips
from tongket.checking.wording.spelling_stray import stray_syllables
from tongket.checking.wording.spelling_surplus import surplus
from tongket.checking.wording.spelling_terms import doubled, doubled_years, shortened
from tongket.checking.wording.spelling_turned import crossed, turned
from tongket.checking.wording.spelling_typing import find_blanks, find_misplaced, missing_blanks
from tongket.checking.wording.spelling_usage import off_usage
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.lost_letters import lost_letters
from tongket.vietnamese.numbers import format_number
from tongket.vietnamese.words import Words, bare_letters, lexicon

SPELLING = Kind(
    name="spelling",
    title=N_("Spelling"),
    meaning=N_(
        "A word is mistyped, written twice, left out of a fixed term, or has the wrong capital; a comma, a blank, a "
        "bracket or another mark is missing, or is one too many."
    ),
    example="Đoàn đã tham hỏi, tặng quà cho các hộ nghèo; đôn đốc thực hiện chính sách của của Nhà nước.",
    not_flagged=N_(
        "Names of persons and places, foreign words, abbreviations that are explained, both places of the tone mark "
        "(hòa, hoà), y and i (kỹ, kĩ), lists of recipients and signatures."
    ),
    severities=("warning", "info"),
    cases={
        "slip": Case(N_("'{here}' looks mistyped for '{right}'."), N_("Write '{right}', or check what was meant.")),
        "blank": Case(N_("'{here}': a blank is missing."), N_("Write '{right}'.")),
        "groups": Case(
            N_("'{here}': a group of the number has not three digits."),
            N_("Check the number: a digit is lost or twice."),
        ),
        "needless-blank": Case(N_("'{here}': a blank too many."), N_("Write '{right}'.")),
        "mark": Case(N_("'{here}' stands with its mark everywhere else: '{right}'."), N_("Write '{right}'.")),
        "comma": Case(N_("'{here}': a comma is missing."), N_("Write '{right}'.")),
        "dash": Case(N_("'{here}': the dash is missing."), N_("Write '{right}'.")),
        "marks": Case(N_("'{here}': two marks where one belongs."), N_("Keep the one that is meant.")),
        "needless-comma": Case(N_("'{here}': a comma too many."), N_("Write '{right}'.")),
        "unclosed": Case(N_("'{here}' is opened and not closed."), N_("Write '{mark}' where it ends.")),
        "unopened": Case(
            N_("'{here}' is closed and not opened."), N_("Write '{mark}' where it begins, or strike the mark.")
        ),
        "end": Case(
            N_("The paragraph has no end mark behind '{here}', unlike the others."), N_("End it with a full stop.")
        ),
        "doubled": Case(N_("'{here}': a word is written twice."), N_("Write '{right}'.")),
        "left-out": Case(N_("'{here}': a word of '{right}' is missing."), N_("Write '{right}'.")),
        "alone": Case(
            N_("'{here}': a word beside it is missing or mistyped."), N_("Read the passage again and complete it.")
        ),
        "repeated": Case(N_("'{here}' is said twice in this sentence."), N_("Say it once.")),
        "surplus": Case(N_("'{here}': one word too many."), N_("Keep the one that is meant: '{right}'.")),
        "bounds": Case(
            N_("'{here}': '{one}' leaves the number out, and '{other}' takes it in."),
            N_("Write '{right}', or leave out '{other}'."),
        ),
        "body": Case(N_("'{here}': the name of the body is '{right}'."), N_("Write '{right}'.")),
        "superfluous": Case(N_("'{here}': the abbreviation already says '{right}'."), N_("Leave out one of the two.")),
        "short-form": Case(N_("'{here}' looks mistyped for the abbreviation '{right}'."), N_("Write '{right}'.")),
        "capital": Case(
            N_("'{here}': by the rules of capitals this is '{right}'."),
            N_("Write '{right}' (Decree 30/2020/NĐ-CP, Appendix II)."),
        ),
        "torn": Case(
            N_("'{here}' is '{right}' with blanks in it; so are words in {number} places of the text."),
            N_("Join their letters; a text copied from another file is torn so."),
        ),
        "more": Case(
            N_("The text has {most} slips or more: not all of them are listed."),
            N_("Check that it is the right file; mend what is listed, and check it again."),
        ),
    },
)
KINDS = (SPELLING,)

_LETTERS = "A-Za-zÀ-ÖØ-öø-ỹ"
# Words with nothing but blanks between them; over a line end only where the next line goes on in small letters. No
# sentence has two thousand without a mark or a number; where more follow, what they say again is looked at once.
_RUN = re.compile(
    rf"(?<![{_LETTERS}])[{_LETTERS}]++"
    rf"(?:(?:[ \u00a0][ \u00a0]?|[ \t]*\n[ \t]*\n?(?=[{SMALL_LETTERS}]))[{_LETTERS}]+){{1,2000}}"
)
_WORD = re.compile(rf"[{_LETTERS}]+")
_NEWER_PLACE = re.compile("([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])")  # of the tone, apart from its vowel
_CANONICAL = Canonical()
_ALONE = b"\0\0"  # a word that makes a known one neither with the word before nor with the one behind
_FEW, _MANY = 3, 8  # blanks inside syllables that a writer typed; slips from which a text is asked how it came by them
_PASSAGE, _BLANKS, _PIECE = 1000, 10, 3  # letters of a passage, behind its last word, of a piece of one
_CROWDED = 600  # characters a slip: no writer makes more, but recognition of bad pictures does


class Run(NamedTuple):
    """Words that follow each other: where they begin, as printed, in canonical form, and two by two; ``held``: whether
    each makes a known word with the one before it (1), and a last 0.

    A tuple, for a report has a thousand of them and a frozen class is slow to make.
    """

    start: int
    text: str
    shown: list[str]
    words: list[str]
    pairs: list[str]
    held: bytes
    whole: Apart

    def span(self, first: int, last: int) -> Span:
        """The place of words ``first``..``last``, both included."""
        found = _places(self.text)
        return self.whole.printed(self.start + found[first][0], self.start + found[last][1])


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of ``text`` stand, kept for the next slip of the same run."""
    return tuple(match.span() for match in _WORD.finditer(text))


def check_spelling(report: Report) -> Iterator[Finding]:
    """Yield ``spelling``: mistyped words, doubled words, words left out, capitals (hints).

    Not flagged: names, foreign words, abbreviations, the list of recipients and the signature. In a text recognised
    from pictures everything is a hint. Text in combined form is not read (``mixed-orthography`` names that).
    """
    text, words = report.text, lexicon()
    if not is_normalized("NFC", text):
        return
    apart = put_right(text)
    runs = _runs(apart)
    found = _of_words(report, apart, runs, words)
    dirty = is_dirty(report)
    found += [
        *told_apart(apart, small_letters_in_names, small_letters_in_units, small_letters_of_acts, capitals),
        *lost_blanks(text, apart),
        *torn_words(text, apart.torn, _of_copying(report)),
    ]
    found += [one for one in _of_marks(report, runs, dirty=dirty) if not (apart.lost and _is_of_letters(one))]
    found += () if dirty else _of_sentences(report)
    signed = [Span(report.signature.start, report.signature.end)] if report.signature else []
    recipients = [report.recipients_at] if report.recipients_at else []
    taken, listed = Spans(signed), Spans(recipients)
    for one in found:
        if not isinstance(one.place, Span) or taken.touch(one.place):
            continue
        if one.case == "comma" or not listed.touch(one.place):
            yield one
    if len(found) >= MOST_TOLD:
        yield Finding("spelling", "info", found[-1].place, "more", {"most": format_number(MOST_TOLD)})


def _is_of_letters(one: Finding) -> bool:
    """Whether a blank is missing between words; of '38,8triệu' no producer is the cause."""
    return one.case == "blank" and not any(map(str.isdigit, one.facts["here"]))


def _of_words(report: Report, apart: Apart, runs: Sequence[Run], words: Words) -> list[Finding]:
    """Words mistyped, doubled, left out or too many; where a text holds so many of them that pictures were recognised
    badly, they are hints.
    """
    text = report.text
    slips, cut = _cut_on_the_way(list(islice(_slips(text, runs, words), MOST_TOLD)), _of_copying(report))
    found = _first_told(
        [*mistyped_dates(text, words), *told_apart(apart, without_at, phase_of_one_year)],
        slips,
        chain(torn_enumerations(apart.text, runs, words), turned(text, runs, words), crossed(runs, words)),
        chain(
            doubled(text, runs, words),
            told_apart(apart, doubled_years, doubled_beside, words_beside_their_letters, short_forms),
            shortened(runs, words),
        ),
        chain(broken_phrases(text, runs, words), told_apart(apart, torn_members), off_usage(text, runs, words)),
        chain(
            told_apart(
                apart, without_so, left_out_beside_names, bodies_without_a_syllable, told_by_what_follows, surplus
            ),
            parted(runs, words),
            cut_words(runs, words),
            inner_capitals(text, runs, words),
            capitals_of_halves(text, runs, words),
        ),
        chain(torn_syllables(runs, words), lonely(text, runs, words)),
        chain(lone_letters(runs, words), vowels_alone(runs, words)),
    )
    many = len({one.facts["here"] for one in slips})  # what one writer misspells again and again counts once
    crowded = many > _MANY and (is_dirty(report) or many * _CROWDED > len(text))
    if report.source.scanned or crowded or (many and lost_letters(text) is not None):
        found = [_finding(one, "info") for one in found]
    return [*found, *cut]


def _cut_on_the_way(slips: Sequence[Finding], severity: Severity) -> tuple[list[Finding], list[Finding]]:
    """``slips``, and apart from them as one finding the blanks inside syllables, where a text has so many of them that
    no writer but a program put them there.
    """
    cut = [one for one in slips if one.case == "needless-blank" and one.place]
    if len(cut) <= _FEW:
        return list(slips), []
    facts = {**cut[0].facts, "number": format_number(len(cut))}
    others = tuple(one.place for one in cut[1:] if one.place)
    torn = Finding("spelling", severity, cut[0].place, "torn", facts, others)
    return [one for one in slips if one.case != "needless-blank"], [torn]


def _of_copying(report: Report) -> Severity:
    """How sure it is that a paper shows the blanks inside words that its text has: a PDF only seems to."""
    return "info" if report.source.format == "pdf" or is_recognised(report) else "warning"


def _of_sentences(report: Report) -> list[Finding]:
    """Marks that a sentence lacks at its end or in its midst, and capitals inside it."""
    return [*lonely_marks(report), *sentences_without_end(report), *capitals_behind_semicolons(report)]


def _of_marks(report: Report, runs: Sequence[Run], *, dirty: bool) -> list[Finding]:
    """Hints about marks and the blanks beside them; where two say one place, the first. Of dirty texts, in which blanks
    and marks come and go, only what the words themselves ask for.
    """
    text = report.text
    of_blanks = (
        () if dirty else (missing_blanks(text), missing_marks(text), blanks_beside_marks(report), doubled_marks(text))
    )
    of_numbers = (
        () if dirty else glued_numbers(text, lexicon()),
        unit_symbols(text),
        two_bounds(text),
        spoilt_numbers(text),
    )
    unlike = unlike_its_others(text.replace("\n", " "), dirty=dirty)
    commas = (missing_commas(text, runs), needless_commas(text), () if dirty else missing_dashes(text))
    found = _first_told(*of_blanks, *of_numbers, unlike, *commas, () if dirty else said_twice(text))
    if not is_recognised(report):
        return found
    lost = [one.case == "blank" and one.severity == "warning" for one in found]  # it loses blanks itself
    return [_finding(one, "info") if by_machine else one for one, by_machine in zip(found, lost, strict=True)]


def _first_told(*tellers: Iterable[Finding]) -> list[Finding]:
    """The findings of all, but of each place only what was told first; of each teller as many as a reader reads."""
    found: list[Finding] = []
    for told in tellers:
        few = [(one, one.place) for one in islice(told, MOST_TOLD) if isinstance(one.place, Span)]
        if few:
            places = Spans([one.place for one in found if isinstance(one.place, Span)])
            found += [one for one, place in few if not places.touch(place)]
    return found


def _runs(whole: Apart) -> list[Run]:
    """The runs of a text; words and pairs are made for all of them at once, and cut."""
    matches = list(_RUN.finditer(whole.text))
    shown = [match.group().split() for match in matches]
    words = list(map(_CANONICAL.__getitem__, chain.from_iterable(shown)))
    pairs = list(map(" ".join, pairwise(words)))
    known = bytes(map(lexicon().known.__contains__, pairs))
    runs: list[Run] = []
    end = 0
    for match, own in zip(matches, shown, strict=True):
        start, end = end, end + len(own)
        held = b"\0%b\0" % known[start : end - 1]
        run = (match.start(), match.group(), own, words[start:end], pairs[start : end - 1], held, whole)
        runs.append(_new(Run, run))
    return runs


_new = tuple.__new__  # of a named tuple, without the function in between


def _apart(found: Iterable[Slip]) -> Iterator[Slip]:
    """Each slip that shares no word with an earlier one."""
    taken: set[int] = set()
    for slip in found:
        words = set(range(slip.first, slip.last + 1))
        if not words & taken:
            taken |= words
            yield slip


def _finding(one: Finding, severity: Severity) -> Finding:
    return Finding(one.kind, severity, one.place, one.case, one.facts)


def _is_hyphened(text: str, place: Span) -> bool:
    """Whether a hyphen ties the place to letters: a part of a foreign word ('công-ten-nơ', 'sê-ri')."""
    behind, before = text[place.end : place.end + 2], text[max(place.start - 2, 0) : place.start]
    return (behind[:1] == "-" and behind[1:].islower()) or (before[1:] == "-" and before[:1].isalpha())


def _breaks_off(text: str, at: int, here: str, right: str) -> bool:
    """Whether a long text ends at ``at`` in the midst of a word: it was cut there, and the writer made no slip."""
    if len(text) < _PASSAGE or len(text) - at > _BLANKS or text[at:].strip():
        return False
    last, whole = (bare_letters(one.rpartition(" ")[2]) for one in (here, right))
    return len(last) < _PIECE or (whole.startswith(last) and last != whole)


def _letters(words: str) -> str:
    """The letters of ``words`` without blanks and capitals, 'uỷ' as 'ủy'."""
    return _NEWER_PLACE.sub(r"\1\3\2", normalize("NFD", words.replace(" ", "").lower()))


def _slips(text: str, runs: Sequence[Run], words: Words) -> Iterator[Finding]:
    seen = Counter(chain.from_iterable([run.pairs for run in runs]))
    misplaced = frozenset(_CANONICAL.misplaced)
    confused = words.confused.keys() & seen.keys()
    odd = [
        run
        for run in runs
        if _ALONE in run.held
        or (run.shown[0].isupper() and run.shown[-1].isupper())
        or (confused and 0 in run.held[1:-1] and not confused.isdisjoint(run.pairs))
        or (misplaced and not misplaced.isdisjoint(run.shown))
    ]
    rare = (run.words for run in odd if not words.all.issuperset(run.words))
    strange = Counter(word for of_run in rare for word in of_run if word not in words.all)
    known: dict[str, list[Slip]] = {}  # of what stands in a text again and again
    for run in odd:
        found = known.get(run.text)
        if found is None:
            found = known[run.text] = list(_apart(_slips_of(run, words, misplaced, seen, strange)))
        for slip in found:
            place = run.span(slip.first, slip.last)
            here = " ".join(run.shown[slip.first : slip.last + 1])
            shifted = len(run.whole.starts) > 1 and _letters(here) == _letters(slip.right)  # no writer did that
            if shifted or _is_hyphened(text, place) or _breaks_off(text, place.end, here, slip.right):
                continue
            right = slip.right.capitalize() if here[:1].isupper() and not slip.right.isupper() else slip.right
            case = "needless-blank" if here.replace(" ", "", 1) == right else "slip"
            yield Finding("spelling", "warning", place, case, {"here": here, "right": right})


def _slips_of(
    run: Run, words: Words, misplaced: frozenset[str], seen: Counter[str], strange: Counter[str]
) -> Iterator[Slip]:
    """The slips of one run of a text of which ``seen`` are all pairs, and ``strange`` the words that no table has."""
    if misplaced:
        yield from find_misplaced(run.shown, run.words, misplaced, words)
    yield from find_lost_tildes(run.shown, run.words, words)
    yield from slips_in_capitals(run.shown, run.words, run.held, words)
    yield from find_slips(run.shown, run.words, run.pairs, run.held, words, seen)
    if not words.all.issuperset(run.words):
        yield from find_blanks(run.shown, run.words, words, strange)
        yield from find_joined(run.shown, run.words, words, strange)
        yield from find_nonwords(run.shown, run.words, words, strange)
    yield from mistyped_formulas(run.shown, run.words, run.pairs, run.held, words)
    yield from orphans(run.shown, run.words, run.held, words, seen)
    yield from stray_syllables(run.shown, run.words, run.held, words)
