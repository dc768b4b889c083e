"""The programme's sentences, filled with consolidated figures.

A sentence keeps only what has a value: clauses whose figure is missing go, with what hangs on them, and what is left is
joined again. A sentence without any value is not written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.consolidating.shown_values import words_of
from tongket.model.drafts import Run
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Sentence
from tongket.writing.numerals import count_text, is_money, lead_words, money_text, number_text

_PLACE = re.compile(r"\{([^{}/?\s]+)(?:/([^{}?\s]+))?(\?)?\}")
_STRONG = re.compile(r"; |\. |, (?:trong đó|gồm)\b|, (?=và )|, |: | \(")
_WEAK = re.compile(r" (?:trong đó|gồm|với|và|đạt|chiếm|bằng) ")
_DEPENDENT = re.compile(r"^[\s,:(]*(?:trong đó|gồm|đạt|chiếm|bằng|tương ứng)\b|^\s*[(:]")
_ENDS = ".;"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A figure that a sentence asks for. ``required``: without it the whole sentence is left out."""

    indicator: str
    cell: str
    required: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a sentence, with the mark and connective that join it to the one before."""

    items: tuple[str | Placeholder, ...]
    strong: bool = False  # a new main clause: after ';' or '.'

    @property
    def places(self) -> tuple[Placeholder, ...]:
        """The figures that the clause holds."""
        return tuple(item for item in self.items if isinstance(item, Placeholder))

    @property
    def lead(self) -> str:
        """The words before its first figure."""
        return self.items[0] if self.items and isinstance(self.items[0], str) else ""


Lookup = Callable[[Placeholder], Rollup | None]
Show = Callable[[Placeholder, Rollup, str], str]  # registers a figure shown so, and gives its key
Mark = Callable[[Sequence[Rollup]], str]  # whose figures these are, "" where it is said elsewhere


def compose_sentence(
    sentence: Sentence, lookup: Lookup, indicators: Callable[[str], Indicator | None], show: Show, mark: Mark
) -> tuple[Run, ...]:
    """The sentence as runs, or () when it has nothing to say."""
    opening, pieces = _opening(split_pieces(sentence.text))
    places = [place for piece in pieces for place in piece.places]
    if not places:
        return (Run(sentence.text),)
    found = {place: lookup(place) for place in places}
    if any(place.required and _empty(found[place]) for place in places):
        return ()
    pieces = tuple(_without_unlike_whole(piece, found) for piece in pieces)
    kept = keep_pieces(pieces, lambda place: not _empty(found[place]))
    if not any(piece.places for piece in kept):
        return ()
    kept = _opened(opening, kept)
    own_base = {place for place in places if _has_own_base(place, found[place], indicators, lookup)}
    return _runs(kept, found, indicators, show, mark, own_base)


def _opening(pieces: tuple[Piece, ...]) -> tuple[str, tuple[Piece, ...]]:
    """What opens a list ('Cụ thể: '), apart from its first clause, so that this one can go and the list stay."""
    head, colon, rest = pieces[0].lead.partition(": ")
    if not colon:
        return "", pieces
    return head + colon, (replace(pieces[0], items=(rest, *pieces[0].items[1:])), *pieces[1:])


def _opened(opening: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not opening:
        return pieces
    first = pieces[0]
    words = (opening + first.lead.lstrip(" ,;.")) if first.lead else opening
    rest = first.items[1:] if first.lead else first.items
    return (replace(first, items=(words, *rest)), *pieces[1:])


def _without_unlike_whole(piece: Piece, found: Mapping[Placeholder, Rollup | None]) -> Piece:
    """'{A}/{B} thôn' without '/{B}' where other bodies are in B than in A: nobody has said that fraction."""
    items = list(piece.items)
    for index in range(len(items) - 2, 0, -1):
        part, whole = items[index - 1], items[index + 1]
        if items[index] != "/" or not isinstance(part, Placeholder) or not isinstance(whole, Placeholder):
            continue
        first, second = found.get(part), found.get(whole)
        if first is not None and second is not None and first.reported != second.reported:
            del items[index : index + 2]
    return replace(piece, items=tuple(items))


def _has_own_base(
    place: Placeholder, ratio: Rollup | None, indicators: Callable[[str], Indicator | None], lookup: Lookup
) -> bool:
    """Whether a ratio stands on other bodies than the totals that it is a ratio of: a reader who divides these gets
    another number.
    """
    if ratio is None or ratio.numerator is None:
        return False
    indicator = indicators(place.indicator)
    if indicator is None:
        return False
    for code, base in ((indicator.numerator, ratio.numerator), (indicator.denominator, ratio.denominator)):
        total = lookup(Placeholder(code, place.cell, required=False))
        if total is not None and total.amount is not None and total.amount != base:
            return True
    return False


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """All figures that ``text`` asks for, in order."""
    return tuple(
        Placeholder(found.group(1), found.group(2) or "", bool(found.group(3))) for found in _PLACE.finditer(text)
    )


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Cut ``text`` between its figures, at the mark or connective that best ends a clause.

    Two figures without one between them ('{A}/{B} xã') stay in one piece. What follows the last figure stays with it.
    """
    pieces: list[Piece] = []
    items: list[str | Placeholder] = []
    at, strong = 0, False
    for number, found in enumerate(_PLACE.finditer(text)):
        gap = text[at : found.start()]
        cut = _cut(gap) if number else None
        if cut is None:
            items += [gap] if gap else []
        else:
            items += [gap[:cut]] if cut else []
            pieces.append(Piece(tuple(items), strong))
            strong = gap[cut] in _ENDS
            items = [gap[cut:]]
        items.append(Placeholder(found.group(1), found.group(2) or "", bool(found.group(3))))
        at = found.end()
    items += [text[at:]] if text[at:] else []
    return (*pieces, Piece(tuple(items), strong))


def _cut(gap: str) -> int | None:
    """Where a clause ends between two figures; None when both belong to one."""
    for end in ("; ", ". "):
        if end in gap:
            return gap.index(end)
    strong = [found.start() for found in _STRONG.finditer(gap)]
    if strong:
        return strong[-1]
    weak = [found.start() for found in _WEAK.finditer(gap)]
    return weak[-1] if weak else None


def keep_pieces(pieces: Iterable[Piece], has: Callable[[Placeholder], bool]) -> tuple[Piece, ...]:
    """The pieces that can be said, main clause by main clause."""
    clauses: list[list[Piece]] = []
    for piece in pieces:
        if piece.strong or not clauses:
            clauses.append([])
        clauses[-1].append(piece)
    kept: list[Piece] = []
    for clause in clauses:
        kept += _keep_clause(clause, has)
    return tuple(kept)


def _keep_clause(clause: list[Piece], has: Callable[[Placeholder], bool]) -> list[Piece]:
    first, rest = clause[0], clause[1:]
    if all(has(place) for place in first.places):
        return [first, *_keep_rest(rest, has, dropped=False)]
    others = _keep_rest(rest, has, dropped=True)
    if others and _parallel(others[0]) and _parallel(rest[0]) and first.places:
        lead = Piece((first.lead, *others[0].items[1:]), first.strong)
        return [lead, *others[1:]]
    return []


def _keep_rest(rest: list[Piece], has: Callable[[Placeholder], bool], *, dropped: bool) -> list[Piece]:
    kept: list[Piece] = []
    bracket = False  # one was opened by a clause that is gone
    for piece in rest:
        hangs = bool(_DEPENDENT.match(piece.lead))
        if not all(has(place) for place in piece.places) or (dropped and hangs):
            bracket = bracket or piece.lead.lstrip().startswith("(")
            dropped = True
            continue
        if bracket:
            piece = replace(piece, items=(" (" + piece.lead.lstrip(" ,"), *piece.items[1:]))
        kept.append(piece)
        dropped = bracket = False
    if rest and kept and kept[-1] is not rest[-1] and rest[-1].lead == " và " and kept[-1].lead == ", ":
        kept[-1] = replace(kept[-1], items=(" và ", *kept[-1].items[1:]))
    return kept


def _parallel(piece: Piece) -> bool:
    """Whether the clause is one more item of a list: nothing but ',' or 'và' before its figure."""
    return piece.lead in {", ", " và ", ", và "}


def _empty(rollup: Rollup | None) -> bool:
    return rollup is None or rollup.amount is None


def _runs(
    pieces: Sequence[Piece],
    found: Mapping[Placeholder, Rollup | None],
    indicators: Callable[[str], Indicator | None],
    show: Show,
    mark: Mark,
    own_base: Collection[Placeholder],
) -> tuple[Run, ...]:
    runs: list[Run] = []
    marks = _marks(pieces, found, mark, own_base)
    for piece, words in zip(pieces, marks, strict=True):
        for index, item in enumerate(piece.items):
            if isinstance(item, str):
                runs.append(Run(item))
                continue
            rollup = found[item]
            if rollup is None:
                continue
            after = piece.items[index + 1] if index + 1 < len(piece.items) else ""
            shown = figure_text(rollup, indicators(item.indicator), after if isinstance(after, str) else "")
            runs.append(Run(shown, figure=show(item, rollup, shown)))
        if words:
            _add_mark(runs, f" ({words})")
    return _tidy(runs)


def _marks(
    pieces: Sequence[Piece],
    found: Mapping[Placeholder, Rollup | None],
    mark: Mark,
    own_base: Collection[Placeholder],
) -> list[str]:
    """The mark after each clause. Where three or more clauses need one, or all the same, it is said once, at the end;
    a ratio with a base of its own says so.
    """
    plain = [[one for place in piece.places if place not in own_base and (one := found[place])] for piece in pieces]
    based = [[one for place in piece.places if place in own_base and (one := found[place])] for piece in pieces]
    marks = _once([mark(rollups) for rollups in plain], lambda: mark([one for rollups in plain for one in rollups]))
    bases = _once(
        [_base_words(rollups, "") for rollups in based],
        lambda: _base_words([one for rollups in based for one in rollups], "tỷ lệ "),
        least=2,
    )
    return ["; ".join(filter(None, pair)) for pair in zip(marks, bases, strict=True)]


def _once(marks: list[str], together: Callable[[], str], least: int = 3) -> list[str]:
    needed = [word for word in marks if word]
    if len(needed) >= least or (len(needed) == len(marks) > 1 and len(set(needed)) == 1):
        return [*([""] * (len(marks) - 1)), together()]
    return marks


def _base_words(ratios: Sequence[Rollup], lead: str) -> str:
    """'tính trên 09 đơn vị có đủ số liệu'."""
    counts = sorted({one.reported for one in ratios})
    if not counts:
        return ""
    span = count_text(counts[0]) if len(counts) == 1 else f"{count_text(counts[0])} - {count_text(counts[-1])}"
    return f"{lead}tính trên {span} đơn vị có đủ số liệu"


def _add_mark(runs: list[Run], words: str) -> None:
    """Put ``words`` at the end of the clause, before the mark that closes it."""
    last = runs[-1]
    if last.figure:
        runs.append(Run(words))
        return
    bare = last.text.rstrip(".;, ")
    runs[-1] = replace(last, text=bare + words + last.text[len(bare) :])


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """First letter in upper case, brackets closed, one full stop at the end."""
    text = "".join(run.text for run in runs)
    lead = len(text) - len(text.lstrip(" ,;:."))
    if lead and not runs[0].figure:
        runs[0] = replace(runs[0], text=runs[0].text[lead:])
    runs = [run for run in runs if run.text]
    first = runs[0]
    runs[0] = replace(first, text=first.text[:1].upper() + first.text[1:])
    last = runs[-1]
    body = last.text.rstrip(" ,;:.") if not last.figure else last.text
    missing = text.count("(") - text.count(")")
    body = body + ")" * missing if missing > 0 else body
    if missing < 0 and body.endswith(")"):
        body = body[:missing]
    if last.figure:
        return (*runs, Run((")" * max(missing, 0)) + "."))
    runs[-1] = replace(last, text=body + ".")
    return tuple(runs)


def figure_text(rollup: Rollup, indicator: Indicator | None, following: str = "") -> str:
    """A consolidated value as it stands in a sentence: qualifier, number, and for money its step ('trên 1,25 tỷ').

    ``following`` are the words after it: a unit printed there is not said twice, and money before 'triệu đồng' is
    given in that unit.
    """
    low = _value_text(rollup.amount or 0, rollup, indicator, following)
    if rollup.amount_high is not None and rollup.amount_high != rollup.amount:
        low = f"{low} - {_value_text(rollup.amount_high, rollup, indicator, following)}"
    return f"{lead_words(rollup)} {low}".strip()


def _value_text(amount: int, rollup: Rollup, indicator: Indicator | None, following: str) -> str:
    said = words_of(amount, indicator) if indicator else None
    if said is not None:
        return said
    word = rollup.unit_word or (indicator.unit_word if indicator else "")
    if is_money(word):
        return _money(amount, rollup, word, following)
    if word in {"%", "phần trăm"}:
        return number_text(amount, rollup.scale) + ("" if following.lstrip().startswith("%") else "%")
    return count_text(amount, rollup.scale)


def _money(amount: int, rollup: Rollup, word: str, following: str) -> str:
    after = following.lstrip()
    if word != "đồng" and after.startswith(word):
        return number_text(amount, rollup.scale)
    said, cut = money_text(amount, rollup.scale, word)
    more = "hơn " if cut and not lead_words(rollup) else ""
    return f"{more}{said}" + ("" if after.startswith("đồng") else " đồng")
