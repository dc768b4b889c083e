"""Marks inside set terms (dấu nối, dấu phẩy trong cụm từ): 'chính trị- xã hội', 'thanh tra kiểm tra'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import SMALL
from tongket.vietnamese.words import lexicon

_ONE_SIDED = re.compile(rf"[-–](?:(?<=[{SMALL}][{SMALL}].) |(?<=[{SMALL}] .))(?=[{SMALL}]{{2}})(?![{SMALL}]+ [-–])")
_WORD_BEFORE, _WORD_BEHIND = re.compile(rf"[{SMALL}]+ ?$"), re.compile(rf"[-–] ?[{SMALL}]+")
_MARK = re.compile(rf" - (?=[{SMALL}])|, (?=[{SMALL}])")
_BEFORE = re.compile(rf"(?<![^\W\d_])[{SMALL}]{{2,}} [{SMALL}]{{2,}}$")
_BEHIND = re.compile(rf"[{SMALL}]{{2,}} [{SMALL}]{{2,}}(?![^\W\d_])")
_LONGEST = 15  # letters of two words
_HABIT = 3  # places without a blank, beyond which the text was converted so
_SET = 3  # times that two pairs of words stand with a mark, from where they are a set term of the report
_SHARE = 4  # so many times as often as without
# Of one syllable each: bodies bear them without the comma in their names ('Ban Chỉ huy Phòng chống ...'), other than in
# running text. 'thu chi', 'phòng ban' are words of their own.
_SHORT_TERMS = ("phòng, chống", "bộ, ngành", "cấp, ngành", "khu, điểm", "ban, ngành")
_TWICE, _MORE = 2, 2  # times with the comma, and times as often as without
_NEXT_WORD = re.compile(rf" [{SMALL}]+")
_SMALL_BEHIND = re.compile(rf"(?: [{SMALL}]|[,;.)])")


def missing_marks(text: str) -> Iterator[Finding]:
    """Hints where a hyphen between words has a blank on one side alone, and where a term stands without its mark that
    the report writes with one everywhere else.

    Not flagged: hyphens without blanks (names of peoples and places), lists; texts in which one side is the habit;
    terms that are written in both ways.
    """
    found = [match.start() for match in _ONE_SIDED.finditer(text)]
    for at in found if len(found) <= _HABIT else ():
        before, behind = _WORD_BEFORE.search(text[max(at - _LONGEST, 0) : at]), _WORD_BEHIND.match(text, at)
        if before and behind:
            here = before[0] + behind[0]
            facts = {"here": here, "right": re.sub(" ?[-–] ?", " - ", here)}
            yield Finding("spelling", "info", Span(at - len(before[0]), behind.end()), "blank", facts)


# 'kinh tế xã hội chủ nghĩa' is another word. Of 'chính trị xã hội' the organisations alone are sure.
_DASHED = re.compile(
    r"(?<!\w)(?:(?P<term>[Kk]inh tế xã hội)(?! (?:chủ|hóa|hoá))|(?<=tổ chức )(?P<body>chính trị xã hội))(?!\w)"
)


def missing_dashes(text: str) -> Iterator[Finding]:
    """Hints where 'kinh tế - xã hội' and 'tổ chức chính trị - xã hội' stand without their dash, as the Constitution and
    every law have it; the first place, with the others.
    """
    places: dict[str, list[Span]] = {}
    for match in finds(_DASHED, text):
        places.setdefault(match[0], []).append(Span(*match.span()))
    for here, (first, *others) in places.items():
        related: tuple[Place, ...] = tuple(others)
        right = here.replace(" xã hội", " - xã hội")
        yield Finding("spelling", "info", first, "dash", {"here": here, "right": right}, related)


def unlike_its_others(flat: str, *, dirty: bool) -> Iterator[Finding]:
    """Terms without their mark; of each the first place, with the others. ``flat`` has blanks for ends of lines; where
    it is ``dirty``, only short terms that official prose parts always.
    """
    often = [] if dirty else [(term, times) for term, times in Counter(_marked(flat)).items() if times >= _SET]
    for term, times in often:
        bare = term.replace(" - ", " ").replace(", ", " ")
        places = [one for one in _whole(flat, bare) if not _goes_on(flat, one)] if _is_of_words(term) else []
        if places and times >= _SHARE * len(places):
            yield _unlike(places, bare, term)
    for term in _SHORT_TERMS:
        bare = term.replace(", ", " ")
        places = [one for one in _whole(flat, bare) if _SMALL_BEHIND.match(flat, one.end)]
        if places and len(list(_whole(flat.lower(), term))) >= max(_TWICE, _MORE * len(places)):
            yield _unlike(places, bare, term)


def _goes_on(flat: str, place: Span) -> bool:
    """Whether the last word belongs to the one behind: 'hỗ trợ tái định cư'."""
    behind = _NEXT_WORD.match(flat, place.end)
    return (
        behind is not None
        and _canonical(f"{flat[place.start : place.end].rsplit(' ', 1)[-1]}{behind[0]}") in lexicon().known
    )


def _unlike(places: Sequence[Span], bare: str, term: str) -> Finding:
    related: tuple[Place, ...] = tuple(places[1:])
    return Finding("spelling", "info", places[0], "mark", {"here": bare, "right": term}, related)


def _whole(text: str, words: str) -> Iterator[Span]:
    """Where the words stand whole."""
    for at in places_of(text, words):
        end = at + len(words)
        if not (text[max(at - 1, 0) : at].isalpha() or text[end : end + 1].isalpha()):
            yield Span(at, end)


def _canonical(pair: str) -> str:
    return " ".join(map(canonical, pair.split(" ")))


def _marked(text: str) -> Iterator[str]:
    """Two syllables, a hyphen or comma and two syllables, at each place where they stand."""
    for mark in _MARK.finditer(text):
        behind = _BEHIND.match(text, mark.end())
        before = behind and _BEFORE.search(text[max(mark.start() - _LONGEST, 0) : mark.start()])
        if before and behind:
            yield f"{before[0]}{mark[0]}{behind[0]}"


def _is_of_words(term: str) -> bool:
    """Whether the two syllables before the mark make a word together, and the two behind it."""
    return all(_canonical(pair) in lexicon().known for pair in re.split(" - |, ", term))
