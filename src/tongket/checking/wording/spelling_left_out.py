"""Words left out (thiếu từ): a syllable without the other half that it always has; comparisons without 'so'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.wording.spelling_nonwords import TITLES
from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import Words, lexicon

_JOINTS = frozenset("-/–,")
_NONE: frozenset[str] = frozenset()
_STOPS = frozenset(".;")  # behind which no other half can follow
_OPENS = re.compile(r"(?:\A|\n|[.;:]\s)[\s\-–+*•]*\Z")
_MARKED = 8  # letters that may stand between the end of one sentence and the next
_NUMBER = re.compile(r" \(?\d")
_LISTED = re.compile(r",[^.;:()\n\d]{3,60}")  # behind a comma
# Kinds of units that a list tells by their first syllables: 'các huyện, thành, thị chỉ đạo'.
_LEVELS, _LEVEL_BEFORE = frozenset(("thị",)), re.compile(r"(?<!\w)(?:[Hh]uyện|[Tt]hành(?: phố)?|[Qq]uận),\s$")
_LEVEL = 12  # letters


def lonely(text: str, runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """A bound syllable that makes no word with what stands beside it: 'phương hướng, nhiệm năm 2019', 'dân tộc thiểu
    tại chỗ'.

    Not flagged: capitals inside a sentence, ends of lines without a full stop or semicolon, what a comma or a hyphen
    ties to more ('lãnh, chỉ đạo').
    """
    bound = lexicon.halves
    for run in runs:
        if bound.isdisjoint(run.words):
            continue
        words, last = run.words, len(run.words) - 1
        halves = [i for i, word in enumerate(words) if word in bound]
        held: Sequence[int] = run.held
        if not lexicon.fragments.isdisjoint(run.pairs):
            pairs = ("", *run.pairs, "")
            held = [known and pair not in lexicon.fragments for known, pair in zip(held, pairs, strict=True)]
        for i in [i for i in halves if not held[i] and not held[i + 1]]:
            if _is_alone(text, run, i, held, lexicon):
                low, high = max(0, i - 1), min(i + 1, last)
                here, place = " ".join(run.shown[low : high + 1]), run.span(low, high)
                if "\n\n" not in text[place.start : place.end]:  # which parts cells of a table
                    yield Finding("spelling", "warning", place, "alone", {"here": here})


def _is_alone(text: str, run: Running, i: int, held: Sequence[int], lexicon: Words) -> bool:
    """Whether the bound syllable ``i``, which no neighbour holds, lacks its other half, and no mark or line end tells
    why.
    """
    words, shown, end = run.words, run.shown, i + 1 == len(run.words)
    if words[i] in words[max(0, i - 1) : i] or words[i] in words[i + 1 : i + 2]:
        return False  # told as a word written twice
    if not i and shown[0].istitle():
        return _opens_a_sentence(text, run, lexicon)
    if not shown[i].islower() or not (i < 1 or shown[i - 1].islower() or (i == 1 and shown[0].istitle())):
        return False
    if i > 1 and words[i] in lexicon.gaps_behind.get(run.pairs[i - 2], ()):
        return False  # the last of a fixed term, as in 'dịch vụ công'
    if not lexicon.company.get(words[i], _NONE).isdisjoint(words[max(0, i - 1) : i + 2]):
        return False
    if not i and not lexicon.seconds.get(words[i], _NONE).isdisjoint(words[2:3]):
        return False  # what it shares with the next: 'nguyên, nhiên vật liệu'
    if not _is_told(run, i, held, lexicon):
        return False  # 'nguyên ngữ' is a word that the tables lack, rather
    place = run.span(i, i)
    if not i and words[0] in _LEVELS and _LEVEL_BEFORE.search(text, max(place.start - _LEVEL, 0), place.start):
        return False
    if end:
        return i > 0 and _ends_there(text, place.end, words[i], lexicon)
    if not i and text[max(place.start - 2, 0) : place.start] != ", ":
        return False
    behind = run.span(i, i + 1).end
    return not (i + 2 == len(words) and text[behind : behind + 1] in _JOINTS)


def _opens_a_sentence(text: str, run: Running, lexicon: Words) -> bool:
    """Whether a syllable that never stands alone opens a sentence, and a word of grammar follows it at once: 'Phối với
    các thôn'. Not so 'và', which joins names.
    """
    follows = len(run.words) > 2 and run.words[1] in lexicon.grammar - {"và"} and run.shown[1].islower()
    at = run.span(0, 0).start
    return follows and run.words[0] in lexicon.bound and _OPENS.search(text, max(at - _MARKED, 0), at) is not None


def _ends_there(text: str, at: int, word: str, lexicon: Words) -> bool:
    """Whether no other half of ``word`` can follow the mark at ``at``: a stop, a bracket or a number; or a comma, where
    nothing in the members behind it is a second half for both ('lãnh, chỉ đạo').
    """
    if text[at : at + 1] in _STOPS or _NUMBER.match(text, at):
        return True
    listed = _LISTED.match(text, at)
    if listed is None:
        return False
    seconds = [canonical(one) for member in listed[0].split(",") for one in member.split()[1:]]
    return lexicon.seconds.get(word, _NONE).isdisjoint(seconds)


_SURE, _LIKELY = 2, 1


def _is_told(run: Running, i: int, held: Sequence[int], lexicon: Words) -> bool:
    """Whether what stands on either side of ``i`` are words without it: ends and beginnings of others, or such as stand
    alone.

    With a syllable that is bound less firmly, a noun that stands alone may make a word that the tables lack; so such
    nouns on both sides tell nothing of it, and of those that stand alone in some company not even one.
    """
    sides, word = (_before(run, i, held, lexicon), _behind(run, i, held, lexicon)), run.words[i]
    if word in lexicon.bound:
        return min(sides) > 0
    return sum(sides) >= _SURE + (_SURE if word in lexicon.company else _LIKELY) and min(sides) > 0


def _before(run: Running, i: int, held: Sequence[int], lexicon: Words) -> int:
    """How surely the word before ``i`` is one without it."""
    if not i or held[i - 1] or run.words[i - 1] in lexicon.grammar:
        return _SURE
    return _LIKELY if run.words[i - 1] in lexicon.alone else 0


def _behind(run: Running, i: int, held: Sequence[int], lexicon: Words) -> int:
    """How surely the word behind ``i`` is one without it; a capital may begin a name."""
    if i + 1 == len(run.words):
        return _SURE
    shown, word = run.shown[i + 1], run.words[i + 1]
    if not shown.islower() and not held[i + 2]:
        return _SURE if shown in TITLES or (shown.isupper() and len(shown) > 1) else 0
    if held[i + 2] or word in lexicon.grammar:
        return _SURE
    return _LIKELY if word in lexicon.alone else 0


_PARTERS = frozenset({"các", "những", "của", "và", "được", "để", "cho", "tại", "theo", "trong"})
_PLURAL = frozenset({"các", "những"})


def parted(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A common word whose two syllables stand around a word of grammar: 'thực hiện theo quy các định'.

    Not flagged: syllables that stand alone or make a word with what is on their other side; heads of several ('trưởng
    các thôn, làng').
    """
    common, alone, known = table.common, table.alone, table.known
    begun = _begun()
    for run in runs:
        if begun.isdisjoint(run.pairs):
            continue
        words = run.words
        for i in [i for i, pair in enumerate(run.pairs[:-1], 1) if pair in begun]:
            last = words[i + 1]
            bound = last not in alone or words[i] in _PLURAL  # behind 'các' no verb stands
            if not bound or last in table.grammar or f"{words[i - 1]} {last}" not in common:
                continue
            if words[i - 1] in _HEADS and words[i] in _PLURAL:
                continue
            held = i > 1 and run.pairs[i - 2] in known and words[i - 2] not in table.grammar
            if held or (i + 2 < len(words) and run.pairs[i + 1] in known):
                continue
            if run.pairs[i - 1] in known or run.pairs[i] in known or not run.shown[i + 1].islower():
                continue
            here = " ".join(run.shown[i - 1 : i + 2])
            whole = f"{run.shown[i - 1]} {run.shown[i + 1]}"
            facts = {"here": here, "right": f"{run.shown[i]} {whole}" if words[i] in _PLURAL else whole}
            yield Finding("spelling", "warning", run.span(i - 1, i + 1), "slip", facts)


_HEADS = frozenset({"trưởng", "phó"})


@cache
def _begun() -> frozenset[str]:
    """Syllables that begin a common word and never stand alone, with a word of grammar behind them."""
    table = lexicon()
    firsts = {pair.split(" ")[0] for pair in table.common} - table.alone - table.grammar
    return frozenset([f"{first} {word}" for first in firsts for word in _PARTERS]) - table.known


_COMPARED = re.compile(
    r" với (?=(?:cùng kỳ|cùng kì|năm \d|năm trước|năm ngoái|tháng trước|quý trước|kế hoạch|dự toán|chỉ tiêu)(?!\w))"
)
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn)(?: [\d.,]+ ?%?(?: (?!so$)\w+){0,2})?$")
_BEFORE = 40


# Official names of groups of people, from which a word of grammar is often left out: Ordinance 02/2020/UBTVQH14, the
# national target programme of Resolution 120/2020/QH14.
_GROUPS = (
    ("người có công cách mạng", "người có công với cách mạng"),
    ("dân tộc thiểu số miền núi", "dân tộc thiểu số và miền núi"),
)
# Bodies and units that are named together, which a comma parts from what tells them: 'các sỡ, ban, ngành'.
_LISTED_BODIES = (
    (
        re.compile(r"(?<!\w)(?P<here>[Ss][ơởỡờợớ](?<!ở))(?=, (?:ban|ngành|phòng)(?!\w)(?! (?:ngày|đêm|mai)(?!\w)))"),
        "sở",
    ),
    (re.compile(r"(?<!\w)(?P<here>[Bb][ôồốổỗọ])(?=, (?:ban, |cơ quan )?ngành(?!\w))"), "bộ"),
    (re.compile(r"(?<=phường, )(?P<here>x[aàảá])(?![\w-])"), "xã"),
    (re.compile(r"(?<!\w)(?P<here>[Xx][àảá])(?=, (?:phường|thị trấn)(?!\w))"), "xã"),
)


# 'sự chỉ đạo cấp ủy': what the Party or an office does by itself needs 'của' before its name.
_LEADING = re.compile(
    r"(?<!\w)[Ss]ự\s(?:(?:lãnh đạo|chỉ đạo|quan tâm|điều hành|lãnh chỉ đạo)(?:,\s|\svà\s)(?:sự\s)?)*"
    r"(?P<verb>lãnh\sđạo|chỉ\sđạo|quan\stâm|điều\shành)\s"
    r"(?P<who>cấp\s(?:ủy|uỷ)|Đảng(?:\s(?:ủy|uỷ))?|Nhà\snước|UBND|HĐND|(?:Tỉnh|Huyện|Thành)\s(?:ủy|uỷ)|Chính\sphủ|"
    r"Trung\sương)(?!\w)"
)
_AREA = re.compile(r"(?<!\w)trên\sđịa\s(?:(?=[A-ZĐ]\w)|(?=(?:xã|huyện|tỉnh|phường|thôn|toàn)(?!\w)))")


# 'các rất có ý thức': many of what? No word of grammar can be counted.
_MANY_OF_NOTHING = re.compile(
    r"(?<!\w)(?P<here>[Cc]ác\s(?:rất|đã|đang|sẽ|cũng|vẫn|và|của(?!\scải)|với|để|thì|bởi|được|phải))(?!\w)"
)
# The national target programme of Resolution 100/2015/QH13: the countryside that is built is a new one.
_NEW = re.compile(
    r"[Mm]ục\stiêu\s[Qq]uốc\sgia\s(?:về\s)?(?P<here>[Xx]ây\sdựng\s[Nn]ông\sthôn)(?!\w)"
    r"(?=\s(?:về|năm|giai|trên|của|tại|và|tỉnh|huyện|xã|ở|đến)(?!\w))"
)


_NAMELY = re.compile(r"(?:^|(?<=[.,;]\s)|(?<=\n))[ \t]*(?P<here>[Tt]hể như sau)(?=\s?:)")


def left_out_beside_names(text: str) -> Iterator[Finding]:
    """'của' left out before who leads ('sự chỉ đạo cấp ủy'), half of 'địa bàn' before a unit ('trên địa Mường Ví'),
    what 'các' counts, 'mới' of 'xây dựng nông thôn mới', and 'cụ' of 'cụ thể như sau:'.

    Not flagged: what may be an object ('sự quan tâm các hộ nghèo').
    """
    for match in finds(_LEADING, text):
        here = " ".join(text[match.start("verb") : match.end()].split())
        right = f"{' '.join(match['verb'].split())} của {' '.join(match['who'].split())}"
        place = Span(match.start("verb"), match.end())
        yield Finding("spelling", "warning", place, "left-out", {"here": here, "right": right})
    for match in finds(_MANY_OF_NOTHING, text):
        yield Finding(
            "spelling", "warning", Span(*match.span("here")), "alone", {"here": " ".join(match["here"].split())}
        )
    for match in finds(_NAMELY, text):
        right = "Cụ thể như sau" if match["here"][0] == "T" else "cụ thể như sau"
        facts = {"here": match["here"], "right": right}
        yield Finding("spelling", "warning", Span(*match.span("here")), "left-out", facts)
    for match in finds(_NEW, text):
        here = " ".join(match["here"].split())
        yield Finding(
            "spelling", "warning", Span(*match.span("here")), "left-out", {"here": here, "right": f"{here} mới"}
        )
    for match in finds(_AREA, text):
        facts = {"here": "trên địa", "right": "trên địa bàn"}
        yield Finding("spelling", "warning", Span(match.start(), match.end() - 1), "left-out", facts)


def without_so(text: str) -> Iterator[Finding]:
    """'tăng 5% với cùng kỳ' for 'so với cùng kỳ'; 'các sơ, ban, ngành', which a comma parts from what tells it; 'người
    có công cách mạng' for 'người có công với cách mạng'.
    """
    for pattern, right in _LISTED_BODIES:
        for match in finds(pattern, text):
            facts = {"here": match["here"], "right": right.capitalize() if match["here"][0].isupper() else right}
            yield Finding("spelling", "warning", Span(*match.span("here")), "slip", facts)
    level = text.replace("\n", " ")
    for here, right in _GROUPS:
        for at in places_of(level, here):
            facts = {"here": here, "right": right}
            yield Finding("spelling", "warning", Span(at, at + len(here)), "left-out", facts)
    for match in finds(_COMPARED, text):
        if _CHANGED.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            place = Span(match.start() + 1, match.end() - 1)
            yield Finding("spelling", "warning", place, "left-out", {"here": "với", "right": "so với"})
