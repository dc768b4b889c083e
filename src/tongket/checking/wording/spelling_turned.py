"""Words turned round (đảo tiếng): 'các kiện điều sau' for 'các điều kiện sau'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import Words, lexicon, printed

# A level that acts: 'cấp' as a verb gives something, and none of these can be given; what 'do' names gives, and what
# money or goods stand before ('vốn do huyện cấp', 'kinh phí tỉnh cấp xây dựng trường').
_LEVEL = re.compile(
    r"(?<!\w)(?<!do )(?<!vốn )(?<!phí )(?<!tiền )(?<!nguồn )(?<!giống )(?P<level>xã|phường|huyện|tỉnh) cấp"
    r"(?=\s(?:phối hợp|tổ chức|thực hiện|triển khai|chỉ đạo|xây dựng|ban hành|tích cực|quan tâm|hướng dẫn|vận động"
    r"|tuyên truyền|tập trung|chủ động|tham mưu|đẩy mạnh|tăng cường|tiếp tục|thành lập|rà soát)(?!\w))"
)
_STRESS = frozenset({"chính"})  # before any noun: 'của chính bản này'


# How, when and where one works is 'làm việc'; what is made and sought is 'việc làm'.
_WORKING = re.compile(
    r"(?<!\w)(?:[Qq]uy chế|[Ll]ề lối|[Tt]ác phong|[Pp]hong cách|[Pp]hương pháp|[Nn]ội quy|[Gg]iờ|[Bb]uổi|[Nn]gày"
    r"|[Tt]hời gian|[Đđ]i) (?P<here>việc làm)"
    r"(?=[,.;]|\s(?:của|tại|ở|với|theo|trong|và|khoa|hiệu|nghiêm|tốt)(?!\w))"
)
_WORK = re.compile(
    r"(?<!\w)(?:[Tt]ạo|[Gg]iải quyết|[Gg]iới thiệu|[Tt]ìm|[Tt]ìm kiếm|[Hh]ỗ trợ|[Tt]ạo thêm|[Tt]ư vấn) "
    r"(?P<here>làm việc)(?=\s(?:cho|mới|tại chỗ|ổn định|thường xuyên)(?!\w))"
)


def turned(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """The two syllables of a common word in the wrong order, where neither makes a word with what stands beside it, and
    a level behind its noun: 'xã cấp đẩy mạnh'.

    Not flagged: words of grammar, two syllables that both stand alone ('giá mua'), capitals, and a second syllable that
    a comma parts from the rest of its own word ('giá nguyên, vật liệu').
    """
    for found in finds(_LEVEL, text):
        facts = {"here": found[0], "right": f"cấp {found['level']}"}
        yield Finding("spelling", "warning", Span(*found.span()), "slip", facts)
    for pattern, right in ((_WORKING, "làm việc"), (_WORK, "việc làm")):
        for found in finds(pattern, text):
            facts = {"here": found["here"], "right": right}
            yield Finding("spelling", "warning", Span(*found.span("here")), "slip", facts)
    known, wrong = table.known, _wrong_ways()
    for run in runs:
        pairs = run.pairs
        if wrong.isdisjoint(pairs):
            continue
        for i in [i for i, pair in enumerate(pairs) if pair in wrong]:
            if (i and pairs[i - 1] in known) or (i + 1 < len(pairs) and pairs[i + 1] in known):
                continue
            if i + 2 == len(run.words) and _goes_on(text, run.span(i, i + 1).end, run.words[i + 1]):
                continue
            if run.shown[i].islower() and run.shown[i + 1].islower():
                right = printed(f"{run.words[i + 1]} {run.words[i]}")
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": right}
                yield Finding("spelling", "warning", run.span(i, i + 1), "slip", facts)


_LISTED = re.compile(r",[^.;:()\n\d]{3,60}")  # behind a comma


def _goes_on(text: str, at: int, word: str) -> bool:
    """Whether a comma at ``at`` may part ``word`` from its other half, which a later member shares."""
    if text[at : at + 1] != ",":
        return False
    listed = _LISTED.match(text, at)
    halves = lexicon().seconds.get(word, frozenset())
    return listed is not None and not halves.isdisjoint(map(canonical, listed[0].split(",")[1].split()[1:2]))


def crossed(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """Two common words each of which holds a half of the other ('công dân tác vận' for 'công tác dân vận'), and a word
    that stands in the midst of another ('kiến bàn nghị').

    Not flagged: syllables that make a word as they stand; a word of grammar in the midst (``parted`` tells that).
    """
    begins = _begins()
    for run in runs:
        words, held, last = run.words, run.held, len(run.words)
        if begins.isdisjoint(words):
            continue
        for i in [i for i, word in enumerate(words[:-2]) if word in begins]:
            if held[i] or held[i + 1] or held[i + 2]:
                continue
            whole = f"{words[i]} {words[i + 2]}"
            if whole not in table.common or not all(map(str.islower, run.shown[i + 1 : i + 3])):
                continue
            other = f"{words[i + 1]} {words[i + 3]}" if i + 3 < last and not held[i + 3] else ""
            if other in table.common and not held[i + 4] and not _are_free(words[i : i + 4], table):
                yield _turned(run, i, 4, f"{whole} {other}")
            elif not held[i + 3] and words[i + 1] in table.alone and _are_halves(words[i], words[i + 2], table):
                yield _turned(run, i, 3, f"{run.shown[i + 1]} {whole}")


def _are_free(words: Sequence[str], table: Words) -> bool:
    """Whether each of ``words`` stands alone."""
    return all(word in table.alone or word in table.grammar for word in words)


def _are_halves(one: str, other: str, table: Words) -> bool:
    """Whether neither syllable stands alone."""
    return {one, other} <= table.halves and not {one, other} & (table.alone | table.grammar)


def _turned(run: Running, i: int, size: int, right: str) -> Finding:
    facts = {"here": " ".join(run.shown[i : i + size]), "right": printed(right)}
    return Finding("spelling", "warning", run.span(i, i + size - 1), "slip", facts)


@cache
def _begins() -> frozenset[str]:
    """The first syllables of common words."""
    return frozenset([pair.split(" ")[0] for pair in lexicon().common])


@cache
def _wrong_ways() -> frozenset[str]:
    """The common words turned round, but for those that are words that way, too."""
    table = lexicon()
    apart = table.alone | table.grammar
    found = set()
    for pair in table.common:
        other, one = pair.split(" ")
        leans = one not in table.grammar and other not in table.grammar and not {one, other} <= apart
        if leans and one not in _STRESS:
            found.add(f"{one} {other}")
    return frozenset(found) - table.known - table.plain
