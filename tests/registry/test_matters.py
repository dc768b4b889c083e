"""Words of matters: what tells of the same thing, and what is a kind of it."""

from __future__ import annotations

import re
from collections import Counter

from tongket.registry.matters import DATA, matters_of_headings, words_for


def test_another_word_for_a_matter_tells_of_it() -> None:
    assert "thôi học" in words_for("bỏ học")


def test_a_kind_tells_of_the_matter_and_the_matter_not_of_a_kind() -> None:
    assert "cháy rừng" in words_for("cháy")
    assert "cháy" not in words_for("cháy rừng")


def test_a_kind_of_a_kind_tells_of_the_matter() -> None:
    assert "khiển trách" in words_for("kỷ luật")
    assert "khiển trách" in words_for("vi phạm")


def test_of_what_no_matter_is_only_its_own_words_tell() -> None:
    assert words_for("trồng nấm") == {"trồng nấm"}


def test_each_word_stands_with_one_matter_and_each_matter_within_one_that_is_listed() -> None:
    rows = [line.split("\t") for line in (DATA / "matters.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    words = Counter(word for _, _, told in rows for word in told.split("|"))
    assert [word for word, count in words.items() if count > 1] == []
    assert {within for _, within, _ in rows} - {""} <= {matter for matter, _, _ in rows}


def test_every_matter_of_a_heading_is_told_in_words_that_are_not_its_name() -> None:
    rows = matters_of_headings()
    assert len({named for named, _ in rows}) == len(rows)
    assert [named for named, told in rows if re.compile(named).pattern == re.compile(told).pattern] == []
