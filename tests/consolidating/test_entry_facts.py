"""Entries in a folder of facts: what goes in comes out, and the same import twice writes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kernel_programme import entries, with_one_of_each_revision

from tongket.consolidating.entries import directive_tag, entries_of, entry_rows, split_tag
from tongket.consolidating.entry_facts import entry_name, read_entries, write_entries
from tongket.errors import ReadError
from tongket.model.entries import Entry, Event

ONE = Event(
    "event",
    "1",
    "u",
    "UBND",
    "ubnd",
    "2024-03-05",
    "Hội nghị",
    directives=("01-CT/TU (2022-12-01)",),
    source_sha256="a" * 64,
)


def by_name(found: list[Entry] | tuple[Entry, ...]) -> list[Entry]:
    return sorted(found, key=lambda one: (*entry_name(one), one.revision))


@settings(max_examples=30, deadline=None)
@given(st.lists(entries, max_size=20).map(with_one_of_each_revision))
def test_rows_become_the_same_entries(given_entries: list[Entry]) -> None:
    assert by_name(entries_of(entry_rows(given_entries))) == by_name(given_entries)


@pytest.mark.slow
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(books=st.lists(entries.map(lambda one: replace(one, revision=1)), max_size=12).map(with_one_of_each_revision))
def test_a_folder_gives_back_what_was_written(books: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> None:
    facts = tmp_path_factory.mktemp("facts")
    write_entries(facts, books)
    assert list(read_entries(facts)) == by_name(books)
    assert write_entries(facts, books).paths == ()


def test_a_correction_is_the_next_revision_and_the_first_stays(tmp_path: Path) -> None:
    corrected = replace(ONE, title="Hội nghị triển khai", source_sha256="b" * 64)
    assert write_entries(tmp_path, [ONE]).new == 1
    assert write_entries(tmp_path, [corrected]).revised == 1
    assert [one.title for one in read_entries(tmp_path)] == ["Hội nghị triển khai"]
    assert [one.revision for one in read_entries(tmp_path, all_revisions=True)] == [1, 2]
    # The first file again says nothing new, though the latest revision is another.
    assert write_entries(tmp_path, [ONE]).paths == ()


def test_what_was_refused_at_first_comes_in_with_the_same_file(tmp_path: Path) -> None:
    write_entries(tmp_path, [ONE])
    done = write_entries(tmp_path, [ONE, replace(ONE, id="2")])
    assert (done.new, done.unchanged) == (1, 1)
    assert [one.id for one in read_entries(tmp_path)] == ["1", "2"]


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    [*_, last] = write_entries(tmp_path, [ONE]).paths
    last.write_bytes(b"no parquet")
    with pytest.raises(ReadError) as caught:
        read_entries(tmp_path)
    assert last.name in caught.value.where


@pytest.mark.parametrize(
    ("symbol", "date"), [("06-CT/TU", "2021-09-07"), ("01/QCPH-UBND (mật)", ""), ("12-NQ/TU", "2022")]
)
def test_a_tag_keeps_symbol_and_date(symbol: str, date: str) -> None:
    assert split_tag(directive_tag(symbol, date)) == (symbol, date)
