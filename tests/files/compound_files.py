"""Small compound files (OLE) for tests: streams by name, those in storages as 'ObjectPool/_1/Workbook'."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from tongket.files.compound import MAGIC

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SIZE, SMALL, SMALLEST = 512, 64, 4096


def compound(streams: Mapping[str, bytes]) -> bytes:
    sectors: list[bytes] = []
    table: list[int] = []

    def put(content: bytes) -> int:
        """Append ``content`` as a chain; gives its first sector."""
        count = -(-len(content) // SIZE)
        if not count:
            return END
        first = len(sectors)
        for index in range(count):
            sectors.append(content[index * SIZE : (index + 1) * SIZE].ljust(SIZE, b"\0"))
            table.append(first + index + 1 if index + 1 < count else END)
        return first

    small, small_table = b"", []
    entries = [["Root Entry", 5, FREE, FREE, FREE, END, 0]]

    def storage(at: int, name: str) -> int:
        """The storage ``name`` under the entry ``at``, made where it is not there."""
        child = entries[at][4]
        while child != FREE:
            if entries[child][0] == name:
                return child
            child = entries[child][3]
        return add(at, [name, 1, FREE, FREE, FREE, 0, 0])

    def add(at: int, entry: list) -> int:
        entry[3] = entries[at][4]  # the others hang to its right
        entries.append(entry)
        entries[at][4] = len(entries) - 1
        return len(entries) - 1

    for path, content in streams.items():
        *folders, name = path.split("/")
        at = 0
        for folder in folders:
            at = storage(at, folder)
        if len(content) < SMALLEST:
            start = len(small_table) if content else END
            count = -(-len(content) // SMALL)
            small_table += [start + index + 1 if index + 1 < count else END for index in range(count)]
            small += content.ljust(count * SMALL, b"\0")
        else:
            start = put(content)
        add(at, [name, 2, FREE, FREE, FREE, start, len(content)])
    entries[0][5], entries[0][6] = put(small), len(small)
    first_small = put(struct.pack(f"<{len(small_table)}I", *small_table))
    directory = put(b"".join(map(_entry, entries)))
    own = -(-(len(table) + 1) // (SIZE // 4 - 1))
    places = list(range(len(sectors), len(sectors) + own))
    table += [TABLE] * own
    table += [FREE] * (own * SIZE // 4 - len(table))
    sectors.append(struct.pack(f"<{len(table)}I", *table))
    head = MAGIC + bytes(16) + struct.pack("<6H2I", 62, 3, 0xFFFE, 9, 6, 0, 0, 0)
    head += struct.pack("<8I", own, directory, 0, SMALLEST, first_small, 1, END, 0)
    head += struct.pack("<109I", *places, *[FREE] * (109 - own))
    return head + b"".join(sectors)


def _entry(entry: list) -> bytes:
    name, kind, left, right, child, start, size = entry
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, left, right, child)
    return head + bytes(16 + 4 + 16) + struct.pack("<III", start, size, 0)


def biff(kind: int, content: bytes) -> bytes:
    """A record of a workbook of old."""
    return struct.pack("<HH", kind, len(content)) + content


def old_workbook(
    rows: Sequence[Sequence[str | float]],
    name: str = "PL",
    formats: Mapping[tuple[int, int], str] | None = None,
    more: bytes = b"",
) -> bytes:
    """An .xls file (BIFF8) with one sheet; ``formats`` are those of numbers, by cell, ``more`` are further records."""
    codes = list(dict.fromkeys((formats or {}).values()))
    style = {cell: 1 + codes.index(code) for cell, code in (formats or {}).items()}
    cells = b"".join(
        biff(0x0203, struct.pack("<HHHd", row, column, style.get((row, column), 0), value))
        if isinstance(value, int | float)
        else biff(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))
        for row, line in enumerate(rows)
        for column, value in enumerate(line)
    )
    begin = struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 0)
    sheet = biff(0x0809, begin) + cells + more + biff(0x000A, b"")
    head = biff(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0))
    for at, code in enumerate(codes):
        head += biff(0x041E, struct.pack("<HHB", 164 + at, len(code), 1) + code.encode("utf-16-le"))
    for number in (0, *range(164, 164 + len(codes))):
        head += biff(0x00E0, struct.pack("<HH", 0, number) + bytes(16))
    named = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    start = len(head) + 4 + 6 + len(named) + 4  # the record of the sheet and the end of this part follow
    globals_ = head + biff(0x0085, struct.pack("<IH", start, 0) + named) + biff(0x000A, b"")
    return compound({"Workbook": globals_ + sheet})
