"""Titles: the symbol of a document in them is never broken at the end of a line."""

from __future__ import annotations

import pytest

from tongket.site.interface.templatetags.words import unbroken


@pytest.mark.parametrize("symbol", ["06-CT/TU", "318/KH-UBND", "12a/QĐ-UBND", "30/2020/NĐ-CP", "62-KL/TW"])
def test_the_symbol_of_a_document_stays_on_one_line(symbol: str) -> None:
    assert unbroken(f"Sơ kết {symbol}, quý I") == f'Sơ kết <span class="nb">{symbol}</span>, quý I'


@pytest.mark.parametrize("title", ["Báo cáo quý I/2026", "Kỳ 01/10/2026–31/12/2026", "Xã Nà Lầu - đợt 2", ""])
def test_a_title_without_a_symbol_stays_as_it_is(title: str) -> None:
    assert unbroken(title) == title


def test_a_title_is_escaped() -> None:
    assert unbroken("<b> 06-CT/TU <i>") == '&lt;b&gt; <span class="nb">06-CT/TU</span> &lt;i&gt;'
