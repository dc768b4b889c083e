"""Compound files (OLE): the container of .doc, .xls and of objects embedded in Word files.

Source: [MS-CFB]. Streams lie in chains of sectors, small ones in a stream of small sectors of their own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # sector numbers from here on are marks: free, end of chain, table
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_ENTRY = 128
_MOST_ENTRIES = 10_000
_MOST_SUMMARY = 64 << 10  # bytes
_WHOLE_NUMBER = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a stream that lie together: where in the file, and how many."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the directory; ``left``, ``right`` and ``child`` are places in it, as in a tree."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Compound:
    """An open compound file: ``streams`` are its streams, as stretches of ``data``, by name.

    A stream in a storage is named with it: 'ObjectPool/_1234/Workbook'.
    """

    data: bytes
    streams: dict[str, tuple[Stretch, ...]]

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of the stream ``name``, at most so many; b"" where there is none."""
        return _joined(self.data, self.streams.get(name, ()), most)

    def place(self, name: str, offset: int) -> int | None:
        """Where byte ``offset`` of a stream lies in the file; None where the stream is shorter."""
        for stretch in self.streams.get(name, ()):
            if offset < stretch.length:
                return stretch.start + offset
            offset -= stretch.length
        return None


def open_compound(data: bytes) -> Compound | None:
    """The streams of ``data``; None where it is no compound file, or cut off."""
    if not data.startswith(MAGIC) or len(data) < 512:
        return None
    try:
        return _open(data)
    except (struct.error, IndexError, ValueError):
        return None


def summary_number(found: Compound, number: int) -> int | None:
    """A whole number among the properties of the file ([MS-OLEPS]), as 14 for its pages; None where it is not given."""
    data = found.read("\x05SummaryInformation", _MOST_SUMMARY)
    try:
        (first,) = struct.unpack_from("<I", data, 44)
        (count,) = struct.unpack_from("<I", data, first + 4)
        for at in range(first + 8, first + 8 + 8 * min(count, 100), 8):
            key, offset = struct.unpack_from("<II", data, at)
            kind, value = struct.unpack_from("<II", data, first + offset) if key == number else (0, 0)
            if kind & 0xFFFF == _WHOLE_NUMBER:
                return int(value)
    except struct.error:
        pass
    return None


def _open(data: bytes) -> Compound:
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or not 0 < small_shift < shift:
        raise ValueError("sizes of sectors")
    size, small_size = 1 << shift, 1 << small_shift
    (first_entry,) = struct.unpack_from("<I", data, 48)
    (smallest,) = struct.unpack_from("<I", data, 56)
    first_small, _, first_more, more = struct.unpack_from("<IIII", data, 60)
    table = _table(data, _table_sectors(data, size, first_more, more), size)
    entries = _joined(data, _stretches(_chain(table, first_entry), size), None)
    small_table = _numbers(_joined(data, _stretches(_chain(table, first_small), size), None))
    found = _entries(entries)
    if not found or found[0].kind != _ROOT:
        raise ValueError("no root")
    small = _stretches(_chain(table, found[0].start), size)
    streams: dict[str, tuple[Stretch, ...]] = {}
    for name, entry in _walk(found):
        if entry.size < smallest:
            stretches = _small_stretches(_chain(small_table, entry.start), small_size, small)
        else:
            stretches = _stretches(_chain(table, entry.start), size)
        streams[name] = _cut(stretches, entry.size)
    return Compound(data, streams)


def _entries(directory: bytes) -> list[_Entry]:
    found = []
    for at in range(0, min(len(directory), _MOST_ENTRIES * _ENTRY) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        left, right, child = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        found.append(_Entry(name, kind, left, right, child, start, size))
    return found


def _walk(entries: Sequence[_Entry]) -> Iterator[tuple[str, _Entry]]:
    """The streams with their names, those of storages as 'ObjectPool/_1234/Workbook'."""
    seen: set[int] = set()
    open_ = [(entries[0].child, "")]
    while open_:
        at, above = open_.pop()
        if at >= len(entries) or at in seen:
            continue
        seen.add(at)
        entry = entries[at]
        open_ += [(entry.left, above), (entry.right, above)]
        if entry.kind == _STREAM:
            yield above + entry.name, entry
        elif entry.kind == _STORAGE:
            open_.append((entry.child, f"{above}{entry.name}/"))


def _table_sectors(data: bytes, size: int, first_more: int, more: int) -> list[int]:
    """The sectors that hold the table of chains: 109 named in the header, the rest in sectors of their own."""
    found = list(struct.unpack_from("<109I", data, 76))
    sector = first_more
    for _ in range(min(more, len(data) // size)):
        if sector >= _END:
            break
        numbers = struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
        found += numbers[:-1]
        sector = numbers[-1]
    return [sector for sector in found if sector < _END]


def _table(data: bytes, sectors: Sequence[int], size: int) -> Sequence[int]:
    most = len(data) // size
    return _numbers(b"".join(data[(sector + 1) * size : (sector + 2) * size] for sector in sectors[:most]))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: Sequence[int], first: int) -> list[int]:
    """The sectors of a chain; one that runs in a circle is broken."""
    found: list[int] = []
    sector = first
    while sector < len(table):
        found.append(sector)
        if len(found) > len(table):
            raise ValueError("a chain runs in a circle")
        sector = table[sector]
    return found


def _stretches(chain: Sequence[int], size: int) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for sector in chain:
        start = (sector + 1) * size
        if found and found[-1].start + found[-1].length == start:
            found[-1] = Stretch(found[-1].start, found[-1].length + size)
        else:
            found.append(Stretch(start, size))
    return tuple(found)


def _small_stretches(chain: Sequence[int], size: int, small: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Small sectors, each inside one stretch of the stream that holds them all."""
    held = Compound(b"", {"": tuple(small)})
    places = (held.place("", sector * size) for sector in chain)
    return tuple(Stretch(place, size) for place in places if place is not None)


def _cut(stretches: Sequence[Stretch], length: int) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for stretch in stretches:
        if length <= 0:
            break
        found.append(Stretch(stretch.start, min(stretch.length, length)))
        length -= stretch.length
    return tuple(found)


def _joined(data: bytes, stretches: Sequence[Stretch], most: int | None) -> bytes:
    if most is not None:
        stretches = _cut(stretches, most)
    return b"".join(data[stretch.start : stretch.start + stretch.length] for stretch in stretches)
