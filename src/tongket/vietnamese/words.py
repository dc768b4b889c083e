"""Words of official prose (từ vựng hành chính): which syllables go together, and which stand alone.

The tables under ``data/`` hold canonical syllables (``syllables.canonical``), one head a line: 'ban bố hành tặng' is
'ban bố', 'ban hành', 'ban tặng'. They were written for this project from general knowledge of the language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tongket.vietnamese.syllables import canonical

DATA = Path(__file__).parent / "data"
_PRINTED = {
    "kĩ": "kỹ",
    "kỉ": "kỷ",
    "lí": "lý",
    "mĩ": "mỹ",
    "quí": "quý",
    "quĩ": "quỹ",
    "quỉ": "quỷ",
    "qui": "quy",
    "ki": "ky",
}
_PRINTED |= {"kì": "kỳ", "kí": "ký", "tỉ": "tỷ", "hỉ": "hỷ", "tị": "tỵ", "lị": "lỵ"}


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon. Pairs are 'first second' in canonical syllables.

    ``known``: words of two syllables; ``fragments``: pairs among these that are a piece of a longer word and say
    nothing by themselves; ``common``: those of every report, and words of one syllable that often stand side by side;
    ``usual``: those of one field of work; ``plain``: pairs of words that stand side by side and look like a slip of
    one; ``alone``: syllables that are words by themselves; ``grammar``: those of grammar and count; ``all``: every
    syllable of the tables; ``seconds``/``firsts``: what follows and what precedes a syllable in a known word;
    ``terms``: fixed terms with a syllable left out -> the term; ``term_sizes``: the first two syllables of those ->
    how long they are; ``torn``: those of four syllables and more that leave half of a word alone -> which syllable
    that is; ``gaps_before``, ``gaps_inside``, ``gaps_behind``: two of three syllables of a fixed term -> what fills
    the gap before, between or behind them ('ban chấp' -> 'hành'); ``bare``: a common word without its marks -> the
    word, where that is but one; ``confused``: pairs that many write for another word -> that word; ``bound``:
    syllables that never stand alone; ``seldom``: those that do, though not often; ``leaning``: those that hardly do;
    ``company``: those that do so only beside certain words -> those words; ``halves``: ``bound``, ``leaning`` and
    those of ``company``.
    """

    known: frozenset[str]
    fragments: frozenset[str]
    common: frozenset[str]
    usual: frozenset[str]
    plain: frozenset[str]
    alone: frozenset[str]
    grammar: frozenset[str]
    all: frozenset[str]
    seconds: Mapping[str, frozenset[str]]
    firsts: Mapping[str, frozenset[str]]
    terms: Mapping[str, str]
    term_sizes: Mapping[str, tuple[int, ...]]
    torn: Mapping[str, int]
    gaps_before: Mapping[str, frozenset[str]]
    gaps_inside: Mapping[str, frozenset[str]]
    gaps_behind: Mapping[str, frozenset[str]]
    bare: Mapping[str, str]
    confused: Mapping[str, str]
    seldom: frozenset[str]
    bound: frozenset[str]
    leaning: frozenset[str]
    company: Mapping[str, frozenset[str]]
    halves: frozenset[str]


def _lines(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" ")


def _pairs(name: str) -> frozenset[str]:
    return frozenset([f"{head} {tail}" for head, *tails in _lines(name) for tail in tails])


@cache
def lexicon() -> Words:
    """The tables, read once (about 30 ms)."""
    seconds: dict[str, frozenset[str]] = {}
    firsts: dict[str, set[str]] = {}
    for head, *tails in _lines("words.txt"):
        seconds[head] = frozenset(tails)
        for tail in tails:
            firsts.setdefault(tail, set()).add(head)
    grammar, *alone = _lines("free.txt")
    free = frozenset(word for line in alone for word in line)
    common = _pairs("common.txt")
    offered = common | _pairs("side_by_side.txt")  # which by their letters alone are too many
    before, inside, behind = _gaps()
    bound, leaning = _bound()
    known = frozenset([f"{head} {tail}" for head, tails in seconds.items() for tail in tails])
    terms, torn = _shortened(known, frozenset(grammar), free.union(grammar))
    company = {canonical(head): frozenset(map(canonical, beside)) for head, *beside in _lines("company.txt")}
    return Words(
        known=known,
        fragments=_pairs("fragments.txt"),
        common=offered,
        usual=_pairs("usual.txt"),
        plain=_pairs("plain_pairs.txt"),
        alone=free,
        grammar=frozenset(grammar),
        all=free.union(grammar, seconds, firsts),
        seconds=seconds,
        firsts={tail: frozenset(heads) for tail, heads in firsts.items()},
        terms=terms,
        term_sizes=_sizes(terms),
        torn=torn,
        gaps_before=before,
        gaps_inside=inside,
        gaps_behind=behind,
        bare=_bare(common),
        confused={
            f"{canonical(a)} {canonical(b)}": " ".join(map(canonical, right)) for a, b, *right in _lines("confused.txt")
        },
        seldom=frozenset(word for line in _lines("seldom.txt") for word in line),
        bound=bound,
        leaning=leaning,
        company=company,
        halves=bound | leaning | company.keys(),
    )


def is_word(first: str, second: str) -> bool:
    """Whether two syllables are a word of the lexicon."""
    return f"{canonical(first)} {canonical(second)}" in lexicon().known


def _bound() -> Iterator[frozenset[str]]:
    """The two parts of ``bound.txt``, which an empty line divides."""
    for part in (DATA / "bound.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("#")]
        yield frozenset([canonical(word) for line in lines for word in line.split()])


def _gaps() -> Iterator[dict[str, frozenset[str]]]:
    before: dict[str, set[str]] = {}
    inside: dict[str, set[str]] = {}
    behind: dict[str, set[str]] = {}
    for line in _lines("terms.txt"):
        term = [canonical(word) for word in line]
        for a, b, c in zip(term, term[1:], term[2:], strict=False):
            before.setdefault(f"{b} {c}", set()).add(a)
            inside.setdefault(f"{a} {c}", set()).add(b)
            behind.setdefault(f"{a} {b}", set()).add(c)
    for found in (before, inside, behind):
        yield {pair: frozenset(fills) for pair, fills in found.items()}


def _bare(common: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in sorted(common):
        bare = bare_letters(pair)
        found[bare] = "" if bare in found else pair
    return found


def bare_letters(words: str) -> str:
    """``words`` without tones and marks: 'chinh don' of 'chỉnh đốn'."""
    return unicodedata.normalize("NFD", words).replace("đ", "d").encode("ascii", "ignore").decode("ascii")


@cache
def enumerations() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The matters of ``enumerations.txt``, each line as its members, in canonical syllables."""
    lines = (" ".join(line).split(", ") for line in _lines("enumerations.txt"))
    return tuple(tuple(tuple(canonical(word) for word in one.split(" ")) for one in line) for line in lines)


@cache
def parted() -> Mapping[str, frozenset[str]]:
    """What ``parted.txt`` has behind each word with a comma between, in canonical syllables: 'sửa đổi' -> 'bổ sung'."""
    table: dict[str, set[str]] = {}
    for line in _lines("parted.txt"):
        members = [" ".join(map(canonical, one.split(" "))) for one in " ".join(line).split(", ")]
        for one, other in pairwise(members):
            table.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in table.items()}


@cache
def formulas() -> tuple[tuple[str, ...], ...]:
    """The formulas of ``formulas.txt``, three syllables or more each, canonical."""
    return tuple(tuple(map(canonical, line)) for line in _lines("formulas.txt"))


class Phrase(NamedTuple):
    """A phrase of ``phrases.txt`` as a slip leaves it, canonical, and as it should read.

    ``is_short``: it lacks a syllable; ``is_last``: but one stands behind that.
    """

    wrong: list[str]
    right: str
    is_short: bool
    is_last: bool


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of ``phrases.txt`` by the first two syllables of what a slip leaves of them."""
    table: dict[str, list[Phrase]] = {}
    for line in _lines("phrases.txt"):
        head, _, rest = " ".join(line).partition(":")
        for tail in rest.split(","):
            whole = [*head.split(), *tail.split()]
            at = next(at for at, one in enumerate(whole) if "[" in one or "/" in one)
            meant, *slips = whole[at].strip("[]").replace("_", " ").split("/")
            right = " ".join(one for one in (*whole[:at], meant, *whole[at + 1 :]) if one)
            for slip in slips or [""]:
                wrong = [canonical(one) for one in (*whole[:at], slip, *whole[at + 1 :]) if one]
                one = Phrase(wrong, right, is_short=not slips, is_last=at + 2 >= len(whole))
                table.setdefault(f"{wrong[0]} {wrong[1]}", []).append(one)
    return {start: tuple(found) for start, found in table.items()}


@cache
def headings() -> tuple[tuple[str, ...], ...]:
    """The terms of ``terms.txt`` and the headings of ``headings.txt`` of three syllables and more, canonical."""
    lines = (*_lines("terms.txt"), *_lines("headings.txt"))
    return tuple(tuple(map(canonical, line)) for line in lines if len(line) > _TWO)


_TWO = 2  # syllables of a word


@cache
def mistaken() -> Mapping[str, tuple[str, frozenset[str]]]:
    """What slips make of frequent words (``mistaken.txt``) -> the word, and beside what the slip stands for itself."""
    rows = ([canonical(word) for word in line] for line in _lines("mistaken.txt"))
    return {wrong: (printed(right), frozenset(company)) for right, wrong, *company in rows}


def _shortened(known: Container[str], grammar: Set[str], alone: Set[str]) -> tuple[dict[str, str], dict[str, int]]:
    """Every term of ``terms.txt`` with one inner or last syllable left out -> the term as printed; every formula of
    four syllables and more with an inner one, too, where what is left is no row of words, or is long and leaves half of
    a word alone -> which syllable that is.
    """
    found: dict[str, str] = {}
    torn: dict[str, int] = {}
    terms = _whole(_lines("terms.txt"))
    formulas = _whole(line for line in _lines("formulas.txt") if len(line) > _FORMULA and line[-1] not in grammar)
    for term, shown in {**formulas, **terms}.items():
        words = term.split(" ")
        for i in range(1, (len(words) if term in terms else len(words) - 1) if len(words) > 2 else 0):
            left = words[:i] + words[i + 1 :]
            short = " ".join(left)
            if short in terms or short in formulas:
                continue
            half = _half(words, i, known)
            if half is not None:
                torn.setdefault(short, half)
            if half is not None or term in terms or not _is_row(left, known, alone):
                found.setdefault(short, shown)
    return found, torn


def _half(words: list[str], i: int, known: Container[str]) -> int | None:
    """The place of the other half of syllable ``i`` in what is left of a long term without that, where it makes a word
    with neither neighbour.
    """
    left = words[:i] + words[i + 1 :]
    for half, pair in ((i - 1, words[i - 1 : i + 1]), (i, words[i : i + 2])):
        torn = len(left) > _FORMULA and len(pair) > 1 and " ".join(pair) in known and left[half] not in _SAY_THE_WHOLE
        if torn and not any(" ".join(left[at : at + 2]) in known for at in (half - 1, half) if at >= 0):
            return half
    return None


# Halves that say what the whole says: 'trẻ suy dinh dưỡng', 'theo quy định của luật', 'đạt nhiều kết quả'.
_WHOLE_WORDS = (
    "luật trẻ đạt đúng đảng người con nhà đất rừng cây trường lớp bệnh thuốc tiền vốn xe tàu cá lúa giúp "
    "giữ mua bán làm dạy đi về theo tăng giảm nộp trả đường thôn xã huyện tỉnh hội đoàn tổ ban bộ quĩ sổ "
    "giá hàng chợ nước điện máy số tên việc nghề ngành cấp khu vùng đội trại phòng án nợ thuế phí lương "
    "quà hộ và với của cho trong các được có là ở tại từ đến vì do để không chưa đã đang sẽ nhiều sống"
)
_SAY_THE_WHOLE = frozenset(_WHOLE_WORDS.split(" "))


def _whole(lines: Iterable[list[str]]) -> dict[str, str]:
    return {" ".join(canonical(word) for word in line): " ".join(line) for line in lines}


def _is_row(words: list[str], known: Container[str], alone: Container[str]) -> bool:
    """Whether ``words`` part into known words and syllables that stand alone."""
    ends = {0}
    for at, word in enumerate(words):
        if at in ends and (word in alone or word in _NOUNS):
            ends.add(at + 1)
        if at in ends and " ".join(words[at : at + 2]) in known:
            ends.add(at + 2)
    return len(words) in ends


_NOUNS = frozenset({"đơn", "công", "vốn", "dịch", "đề"})  # stand so before and behind what they belong to
_FORMULA = 3  # syllables up to which what is left of a formula may be words of their own


def _sizes(terms: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """How long the shortened terms are that begin with two syllables, longest first."""
    found: dict[str, set[int]] = {}
    for short in terms:
        words = short.split(" ")
        found.setdefault(" ".join(words[:2]), set()).add(len(words))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


@lru_cache(maxsize=4096)
def printed(pair: str) -> str:
    """A canonical word as offices write it: 'kĩ thuật' -> 'kỹ thuật'."""
    return " ".join(_PRINTED.get(word, word) for word in pair.split(" "))


@cache
def cut_short() -> Mapping[str, Mapping[str, str]]:
    """What ``cut_short.txt`` sets behind words of two syllables -> a half of one of them -> the word, canonical."""
    table: dict[str, dict[str, str]] = {}
    for line in _lines("cut_short.txt"):
        whole, _, rest = " ".join(line).partition(": ")
        word = " ".join(map(canonical, whole.split(" ")))
        for behind in rest.split(", "):
            halves = table.setdefault(" ".join(map(canonical, behind.split(" "))), {})
            for half in word.split(" "):
                halves[half] = word if halves.get(half, word) == word else ""
    return table


@cache
def stray_table() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables of ``stray.txt``, and those of them that are words of other matters."""
    *parts, words = _lines("stray.txt")
    return frozenset(word for line in (*parts, words) for word in line), frozenset(words)
