"""Bodies listed below the title of a head that they do not have ('Giám đốc các sở: ..., Ban Dân tộc').

A case of ``layout``, whose page stands with the small things of form. A department has a director, a board a
'trưởng ban', an office and inspectors a 'chánh', a command a 'chỉ huy trưởng', a bureau a 'cục trưởng'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LISTED = re.compile(
    r"(?P<head>Giám\sđốc|Trưởng)\scác\s(?:[Ss]ở|[Pp]hòng)(?:,\s[^.:;\n]{0,20})?\s?:\s(?P<names>[^.:]{5,500})"
)
_HEADS = (
    ("Trưởng Ban", re.compile(r"Ban\s(?!Quản\slý|QLDA|Chỉ\shuy)")),
    ("Chỉ huy trưởng", re.compile(r"(?:Bộ|Ban)\s(?:Chỉ\shuy|CHQS)")),
    ("Chánh Thanh tra", re.compile(r"Thanh\stra\s")),
    ("Chánh Văn phòng", re.compile(r"Văn\sphòng\s")),
    ("Chủ tịch", re.compile(r"(?:UBND|(?:Ủy|Uỷ)\sban|Hội|Liên\sđoàn|Liên\sminh)\s")),
    ("Cục trưởng", re.compile(r"Cục\s")),
    ("Chi cục trưởng", re.compile(r"Chi\scục\s")),
)
_ITEM = re.compile(r"(?:[;,]|\svà)\s+(?=(?:B|Thanh|Văn|U|Ủ|H|L|C)\w*\s)")
_NAME = re.compile(r"[^;,.\n]{2,60}")


def check_heads_of_bodies(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a list below 'Giám đốc các sở' or 'Trưởng các phòng' names a body with another head.

    Not flagged: bodies with a head of their own before them; those behind a semicolon in a list with commas, which act
    as bodies.
    """
    for at in places_of(report.text, "Giám đốc các ", "Trưởng các "):
        listed = _LISTED.match(report.text, at)
        if listed is None:
            continue
        low, high = listed.span("names")
        if "," in listed["names"].partition(";")[0]:
            high = low + len(listed["names"].partition(";")[0])
        for item in _ITEM.finditer(report.text, low, high):
            right = next((head for head, body in _HEADS if body.match(report.text, item.end())), None)
            if right is not None:
                name = _NAME.match(report.text, item.end(), high)
                place = Span(item.end(), name.end() if name else high)
                here = " ".join(report.text[place.start : place.end].split())
                facts = {"here": here, "head": " ".join(listed["head"].split()), "right": right}
                yield Finding("layout", "warning", place, "head-of", facts)
                break


CHECKS = (check_heads_of_bodies,)
