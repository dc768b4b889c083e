"""Words turned round (đảo tiếng): 'các kiện điều sau' for 'các điều kiện sau'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.words import Words, lexicon, printed

# A level that acts: 'cấp' as a verb gives something, and none of these can be given; what 'do' names gives, and what
# money or goods stand before ('vốn do huyện cấp', 'kinh phí tỉnh cấp xây dựng trường').
_LEVEL = re.compile(
    r"(?<!\w)(?<!do )(?<!vốn )(?<!phí )(?<!tiền )(?<!nguồn )(?<!giống )(?P<level>xã|phường|huyện|tỉnh) cấp"
    r"(?=\s(?:phối hợp|tổ chức|thực hiện|triển khai|chỉ đạo|xây dựng|ban hành|tích cực|quan tâm|hướng dẫn|vận động"
    r"|tuyên truyền|tập trung|chủ động|tham mưu|đẩy mạnh|tăng cường|tiếp tục|thành lập|rà soát)(?!\w))"
)
_STRESS = frozenset({"chính"})  # before any noun: 'của chính bản này'


def turned(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """The two syllables of a common word in the wrong order, where neither makes a word with what stands beside it, and
    a level behind its noun: 'xã cấp đẩy mạnh'.

    Not flagged: words of grammar, two syllables that both stand alone ('giá mua'), capitals, and a second syllable that
    a comma parts from the rest of its own word ('giá nguyên, vật liệu').
    """
    for found in finds(_LEVEL, text):
        facts = {"here": found[0], "right": f"cấp {found['level']}"}
        yield Finding("spelling", "warning", Span(*found.span()), "slip", facts)
    known, wrong = table.known, _wrong_ways()
    for run in runs:
        pairs = run.pairs
        if wrong.isdisjoint(pairs):
            continue
        for i in [i for i, pair in enumerate(pairs) if pair in wrong]:
            if (i and pairs[i - 1] in known) or (i + 1 < len(pairs) and pairs[i + 1] in known):
                continue
            end = run.span(i, i + 1).end
            if i + 2 == len(run.words) and text[end : end + 1] == ",":
                continue
            if run.shown[i].islower() and run.shown[i + 1].islower():
                right = printed(f"{run.words[i + 1]} {run.words[i]}")
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": right}
                yield Finding("spelling", "warning", run.span(i, i + 1), "slip", facts)


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
