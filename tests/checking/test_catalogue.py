"""Every kind: its own example earns it, and its wordings are whole in both languages."""

from __future__ import annotations

import string
from collections.abc import Callable

import pytest

from tongket.checking.catalogue import FAMILIES, kinds, mend, message, title
from tongket.checking.facts import KINDS as FACTS
from tongket.checking.registers import KINDS as REGISTERS
from tongket.model.findings import Finding
from tongket.model.places import Span

Found = Callable[[str, str], list[tuple[str, str]]]

# Their examples are told, for they lie in a folder of reports or in what a programme asks, not in one text.
TOLD = {
    "outline-missing",
    "duplicate-report",
    "unit-sum-mismatch",
    "doubtful-reading",
    "unread",
    *(kind.name for kind in (*FACTS, *REGISTERS)),
}


@pytest.mark.parametrize("kind", sorted(kinds().keys() - TOLD))
def test_the_example_of_a_kind_earns_it(kind: str, found_in: Found, findings_of: Found) -> None:
    example = kinds()[kind].example
    if example.startswith("ỦY BAN"):  # a head
        assert found_in(example + "\nVề công tác năm 2026\n\nĐã làm tốt.\n", kind)
    elif example.startswith("BÁO CÁO"):  # a title
        head = "ỦY BAN NHÂN DÂN\nXÃ LŨNG ẲNG\nSố: 41/BC-UBND\nLũng Ẳng, ngày 12 tháng 9 năm 2026\n\n"
        assert found_in(head + example + "\n", kind)
    else:
        assert findings_of(example, kind)


@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_wording_is_filled_in(kind: str, lang: str) -> None:
    for name, case in kinds()[kind].cases.items():
        fields = {
            field for text in (case.message, case.mend) for _, field, _, _ in string.Formatter().parse(text) if field
        }
        finding = Finding(kind, kinds()[kind].severities[0], Span(0, 1), name, dict.fromkeys(fields, "7"))
        for words in (title(kind, lang), message(finding, lang), mend(finding, lang)):
            assert words
            assert "{" not in words


def test_a_kind_is_declared_once_and_says_what_it_does_not_flag() -> None:
    assert len(FAMILIES) == len(set(FAMILIES))
    for kind in kinds().values():
        assert all((kind.meaning, kind.not_flagged, kind.example, kind.cases, kind.severities))
