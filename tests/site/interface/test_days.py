"""Days are written day/month/year on every page, whatever the language of the browser, and read as people type them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django.template import Context, Template

import tongket.site
from tongket.site.interface.days import shown_day, typed_day

SITE = Path(tongket.site.__file__).parent


@pytest.mark.parametrize(
    "text", ["1/7/2026", "01/07/2026", "01-07-2026", "1.7.2026", " 1 / 7 / 2026 ", "01072026", "2026-07-01"]
)
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert typed_day(text) == dt.date(2026, 7, 1)


@pytest.mark.parametrize("text", ["", "31/2/2026", "12/31/2026", "7/2026", "hôm nay", "2026", "9" * 5000, "00000000"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_day(text) is None


def test_a_field_shows_the_day_before_the_month_and_keeps_what_is_no_day() -> None:
    assert [shown_day(one) for one in (dt.date(2026, 2, 5), "2026-09-15", "31/2/2026", None)] == [
        "05/02/2026",
        "15/9/2026",
        "31/2/2026",
        "",
    ]


def test_a_field_is_named_and_escaped() -> None:
    page = Template('{% day_input "due" typed label="Hạn" wrong=True required=True %}')
    html = page.render(Context({"typed": '"><script>'}))
    assert 'id="due" name="due"' in html
    assert "<script>" not in html
    assert ' aria-invalid="true" required="" aria-label="Hạn"><button' in html


def test_no_form_leaves_a_day_to_the_language_of_the_browser() -> None:
    pages = [*SITE.glob("*/templates/**/*.html"), *SITE.glob("*/static/**/*.js")]
    kinds = re.compile(r"""type=["']?(date|datetime-local|month|week|time)\b""")
    assert [page.name for page in pages if kinds.search(page.read_text("utf-8"))] == []
