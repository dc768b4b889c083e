"""Kinds of what is counted, each with a noun of its own, behind 'gồm' (94 văn bản gồm 55 quyết định và 39 văn bản khác;
139 người gồm 04 CBQL; 115 GV; 20 NV), and of bodies also in brackets (08 đơn vị (03 phòng chuyên môn và 05 xã)).

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, prose_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.divisions import overlaps

_OPENS = re.compile(r"[^.;:()\d\n]{0,30}[,:(]?\s?(?:bao )?gồm(?: có)?\s?:?\s")
_IN_BRACKETS = re.compile(r"[^.,;:()\d\n]{0,40}\s?\((?:gồm )?")
_ANY_BODIES = re.compile(r"(?:cơ quan|đơn vị|tổ chức|đầu mối|tập thể|địa phương|cơ sở|ban,? ngành|doanh nghiệp)(?!\w)")
_VEHICLE = re.compile(r"(?:chiếc |xe )?(?:xe|ô tô|mô tô|máy kéo|thuyền|tàu|ghe|xuồng|phương tiện)(?!\w)")
_JOINT = re.compile(r"(?:\s[^\d.,;:()\n]{1,45})?(?:[,;]\s(?:và\s)?|\svà\s)")
_ENDS = re.compile(r"(?:\s[^\d.,;:()\n]{1,60})?\s?(?:[.;)\n]|$)")
_ABBREVIATED = re.compile(r"(?:Phó |P\.)?[A-ZĐ]{2,7}(?:[-&][A-ZĐ]{2,7})?")
_UNTOLD = re.compile(r"\s(?:và|cùng|với)\s")
_OPEN_END = re.compile(r"\.\.\.|…|v\.v")
_PICKS = re.compile(
    r"[^.;)\n]{0,60}(?<!\w)(?:nhất|như|tiêu biểu|chủ yếu)(?!\w)|[^.;()\n]{0,40}\)?[^.;()\n]{0,20}(?<!\w)còn lại(?!\w)"
)
_FEWEST, _MOST = 2, 12
# What opens lists of each
_OPENING = {
    "person": (_OPENS,),
    "document": (_OPENS,),
    "bodies": (_OPENS, _IN_BRACKETS),
    "vehicles": (_OPENS, _IN_BRACKETS),
}
_KINDS_OF_BODIES = ("body", "place", "bodies")


def check_kinds_listed(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the kinds behind 'gồm' do not make the documents or people before it, or those in a
    bracket the bodies of any kind ('07 đơn vị (03 phòng chuyên môn và 05 xã)').

    Not flagged: lists with a number of another thing, with a kind that has none ('3 chuyên viên
    và lái xe'), or without an end; what the reader holds to its whole already.
    """
    figures, text = prose_of(report), report.text
    held = {report.figures[link.of].start for link in report.figure_links if link.kind == "parts"}
    for index, whole in enumerate(figures):
        kind = _kind(whole)
        if kind not in _OPENING or not is_plain(whole) or whole.start in held or index + 1 == len(figures):
            continue
        if not any(opens.fullmatch(text, whole.end, figures[index + 1].start) for opens in _OPENING[kind]):
            continue
        parts = _listed(text, figures[index + 1 : index + 1 + _MOST])
        if len(parts) < _FEWEST or not all(_is_kind_of(one, kind) for one in parts):
            continue
        if _PICKS.match(text, parts[-1].end):
            continue  # '15 đơn vị chậm (02 xã, 03 phường chậm nhất)', '42 xe (38 mô tô, 02 ô tô), còn lại là xe thô sơ'
        labels = [text[one.number_end : one.end + _LABEL] for one in parts]
        if len(parts) > len({one.base_unit for one in parts}) and overlaps([": ", *map(_to_the_mark, labels)]):
            continue  # '218 đại biểu, gồm 88 đại biểu nữ, 78 đại biểu trẻ tuổi'
        made, of = sum(map(amount, parts), Decimal(0)), amount(whole)
        if made != of and (abs(made - of) * 2 <= of or chance_of_sum(whole, of, parts) < 1):
            yield sum_mismatch(whole, of, parts, made)


_LABEL = 30  # letters behind a number that say which of its kind are meant


def _to_the_mark(words: str) -> str:
    return re.split(r"[,;.:()\d\n]", words)[0]


def _kind(one: Figure) -> str:
    """The kind of thing that a number counts; bodies of whatever kind are 'bodies'."""
    if _ANY_BODIES.match(one.base_unit):
        return "bodies"
    if one.base_unit.startswith("phương tiện"):
        return "vehicles"
    matched = match_unit(one.base_unit.split()) if one.base_unit else None
    return matched[0].kind if matched is not None else ""


def _is_kind_of(one: Figure, kind: str) -> bool:
    """Whether a number counts a kind of documents, bodies or people, of whom staff are often told by their initials."""
    if kind == "bodies":
        return _kind(one) in _KINDS_OF_BODIES
    if kind == "vehicles":
        return _VEHICLE.match(one.base_unit) is not None
    return _kind(one) == kind or (kind == "person" and _ABBREVIATED.fullmatch(one.unit) is not None)


def _listed(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The numbers that follow one another up to the end of a list; none where it has no end."""
    for at, one in enumerate(figures):
        if not is_plain(one) or not one.unit:
            return ()
        last = at + 1 == len(figures) or not _JOINT.fullmatch(text, one.end, figures[at + 1].start)
        last = last or (at > 0 and _is_behind_commas(text, figures[at - 1], one, figures[at + 1]))
        if last:
            ends = _ENDS.match(text, one.end)
            goes_on = ends is None or _UNTOLD.search(ends[0]) or _OPEN_END.search(text, one.end, ends.end() + len(".."))
            return () if goes_on else figures[: at + 1]
    return ()


def _is_behind_commas(text: str, before: Figure, one: Figure, other: Figure) -> bool:
    """Whether a semicolon parts a number from a list with commas: another matter begins there."""
    return ";" in text[one.end : other.start] and ";" not in text[before.end : one.start]


CHECKS = (check_kinds_listed,)
