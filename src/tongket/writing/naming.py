"""What bodies are called in what is written: as the round names them, not in the capitals of a letterhead."""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.model.consolidations import Consolidation, CoverageLine, ReportRead
from tongket.model.units import Unit
from tongket.vietnamese.unicode import key

_LONG = (
    ("Ủy ban nhân dân", "UBND"),
    ("Uỷ ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam"),
)
_KINDS = re.compile(
    r"\b((?:tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn)|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b"
)
_PROPER = {
    "mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "việt nam": "Việt Nam",
    "hồ chí minh": "Hồ Chí Minh",
    "mttq": "MTTQ",
    "ubnd": "UBND",
    "hđnd": "HĐND",
    "tncs": "TNCS",
    "phụ nữ": "Phụ nữ",
    "nông dân": "Nông dân",
    "cựu chiến binh": "Cựu chiến binh",
    "nội vụ": "Nội vụ",
}


def with_written_names(consolidation: Consolidation) -> Consolidation:
    """The same consolidation, its bodies named as people write them."""
    named = {line.file: line.body for line in consolidation.coverage if line.file and line.asked}
    reports = tuple(replace(read, body=_name(read, named)) for read in consolidation.reports)
    names = {key(read.body): written.body for read, written in zip(consolidation.reports, reports, strict=True)}
    return replace(
        consolidation,
        reports=reports,
        coverage=tuple(_line(line, names) for line in consolidation.coverage),
        observations=tuple(consolidation.observations),
        doubtful=tuple(replace(one, body=names.get(key(one.body), one.body)) for one in consolidation.doubtful),
    )


def _name(read: ReportRead, named: dict[str, str]) -> str:
    return named.get(read.file) or written_name(read.body, read.unit)


def _line(line: CoverageLine, names: dict[str, str]) -> CoverageLine:
    return line if line.asked else replace(line, body=names.get(key(line.body), line.body))


_TOGETHER = re.compile(r" - (?=(?:[UỦ][YỶ] BAN|SỞ|HỘI|LIÊN ĐOÀN|CÔNG AN|BAN (?:THƯỜNG TRỰC|CHẤP HÀNH))\b)")


def written_name(body: str, unit: Unit | None) -> str:
    """A letterhead's capitals in ordinary letters: 'ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG' -> 'Ủy ban nhân dân xã Lũng Ẳng'.

    A name that is not all in capitals stays as it is. The unit's own name is put in where it is known; otherwise what
    follows the word for the kind of unit is taken as a name. Bodies that issue together are named one by one.
    """
    if not body.isupper():
        return body
    if together := _TOGETHER.search(body):
        first, second = body[: together.start()], body[together.end() :]
        return f"{written_name(first, unit)} - {written_name(second, unit)}"
    words = " ".join(body.lower().split())
    if unit is not None and unit.name.lower() in words:
        words = words.replace(unit.name.lower(), unit.name)
    else:
        ends = [found.end() for found in _KINDS.finditer(words)]
        words = words[: ends[-1]] + words[ends[-1] :].title() if ends else words
    for plain, proper in _PROPER.items():
        words = re.sub(rf"\b{plain}\b", proper, words)
    return words[:1].upper() + words[1:]


def short_body(name: str) -> str:
    """A body's name with the usual abbreviation: 'Ủy ban nhân dân xã X' -> 'UBND xã X'."""
    for long, short in _LONG:
        if name.startswith(long):
            return short + name[len(long) :]
    return name
