"""Small letters before the number of an act and in the name of a ministry or department ('nghị định số 30/2020/NĐ-CP',
'sở Nội vụ').

Decree 30/2020/NĐ-CP, Appendix II: the type of a document that is named has a capital, and so has the kind of a body in
its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_blanks import few_of_many
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import lexicon

# Types of acts whose number tells that one act is meant; of letters and plans, offices write the type small.
_ACT = re.compile(
    r"(?<!\w)(?P<here>luật|pháp\slệnh|nghị\squyết|nghị\sđịnh|quyết\sđịnh|thông\stư|chỉ\sthị)"
    r"(?=\ssố:?\s\d{1,4}(?:/(?:19|20)\d\d)?[-/][A-ZĐ])"
)
# Matters of ministries and of departments of provinces, of today and before.
_BODY = re.compile(
    r"(?<!\w)(?P<here>bộ|sở)(?=\s(?:Tài\schính|Nội\svụ|Y\stế|Công\s[Tt]hương|Công\san|Quốc\sphòng|Tư\spháp|Xây\sdựng|"
    r"Ngoại\sgiao|Ngoại\svụ|Giáo\sdục\svà|Nông\snghiệp\svà|Khoa\shọc\svà|Văn\s[Hh]óa,?\s(?:Thể|và)|Tài\snguyên\svà|"
    r"Kế\shoạch\svà|Thông\stin\svà|Lao\sđộng|Giao\sthông\svận|Dân\stộc|Du\slịch)(?!\w))"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s$")
_LONGEST = 10  # letters of a word before, with its blank
_JOINTLY = "liên"  # 'liên bộ Tài chính - Y tế'


def small_letters_of_acts(text: str) -> Iterator[Finding]:
    """Hints at small letters that begin the name of an act or a body; where a text has many, it is its habit.

    Not flagged: what ends another word ('văn bản quy phạm pháp luật số', 'cán bộ Y tế').
    """
    for pattern in (_ACT, _BODY):
        yield from few_of_many([_hint(match) for match in finds(pattern, text) if not _ends_word(text, match)])


def _ends_word(text: str, match: re.Match[str]) -> bool:
    """Whether the word before makes one with what is found."""
    before = _WORD_BEFORE.search(text, max(match.start() - _LONGEST, 0), match.start())
    if before is None:
        return False
    word = canonical(before[1].lower())
    return word == _JOINTLY or f"{word} {canonical(match['here'])}" in lexicon().known


def _hint(match: re.Match[str]) -> Finding:
    here = " ".join(match["here"].split())
    return Finding("spelling", "info", Span(*match.span("here")), "capital", {"here": here, "right": here.capitalize()})
