"""Compound files: their streams, small and large, in storages; damaged ones are none."""

from __future__ import annotations

import struct

import pytest
from compound_files import compound
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.compound import Compound, open_compound, summary_number

SMALL, LARGE = b"nh\xc3\xb2" * 20, bytes(range(256)) * 40
FILES = {"WordDocument": LARGE, "CompObj": SMALL, "ObjectPool/_1/Workbook": LARGE[:-7], "ObjectPool/_2/Package": b"PK"}


def opened(data: bytes) -> Compound:
    found = open_compound(data)
    assert found is not None
    return found


def test_streams_are_read_whole_and_by_their_storages() -> None:
    found = opened(compound(FILES))
    assert {name: found.read(name) for name in found.streams} == FILES


def test_a_stream_may_be_read_in_part() -> None:
    assert opened(compound(FILES)).read("WordDocument", 600) == LARGE[:600]


def test_a_stream_that_is_not_there_is_empty() -> None:
    found = opened(compound(FILES))
    assert (found.read("1Table"), found.place("1Table", 0)) == (b"", None)


@pytest.mark.parametrize(("name", "offset"), [("WordDocument", 5000), ("CompObj", 70), ("ObjectPool/_2/Package", 1)])
def test_where_a_byte_lies_in_the_file(name: str, offset: int) -> None:
    data = compound(FILES)
    place = opened(data).place(name, offset)
    assert place is not None
    assert data[place] == FILES[name][offset]


def test_a_byte_beyond_the_end_lies_nowhere() -> None:
    assert opened(compound(FILES)).place("CompObj", len(SMALL)) is None


def summary(*properties: tuple[int, int, int]) -> bytes:
    """Properties (number, type, value) as [MS-OLEPS] has them."""
    head = struct.pack("<HHI16sI16sI", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48)
    table, values = b"", b""
    for number, kind, value in properties:
        table += struct.pack("<II", number, 8 + 8 * len(properties) + len(values))
        values += struct.pack("<II", kind, value)
    return head + struct.pack("<II", 8 + len(table) + len(values), len(properties)) + table + values


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        pytest.param(b"", None, id="no properties"),
        pytest.param(summary((2, 30, 1)), None, id="not among them"),
        pytest.param(summary((14, 30, 7)), None, id="of another type"),
        pytest.param(summary((2, 30, 1), (14, 3, 7)), 7, id="given"),
        pytest.param(summary((2, 30, 1), (14, 3, 7))[:-6], None, id="cut off"),
    ],
)
def test_a_number_among_the_properties(data: bytes, pages: int | None) -> None:
    assert summary_number(opened(compound({"\x05SummaryInformation": data})), 14) == pages


def test_what_is_no_compound_file_is_none() -> None:
    assert open_compound(b"PK\x03\x04" + bytes(600)) is None
    assert open_compound(compound(FILES)[:200]) is None


@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=4))
def test_a_changed_file_opens_or_not_and_nothing_else_happens(at: int, change: bytes) -> None:
    data = bytearray(compound(FILES))
    data[at : at + len(change)] = change
    found = open_compound(bytes(data))
    if found is not None:
        for name in found.streams:
            found.read(name)


@given(st.integers(0, 25_000))
def test_a_file_cut_off_opens_or_not_and_nothing_else_happens(length: int) -> None:
    open_compound(compound(FILES)[:length])
