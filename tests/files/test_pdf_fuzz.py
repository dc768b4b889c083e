"""Damaged PDF files: an error that says so, or a source; never the end of the process."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_files import Draw, Say, Sheet, pdf

HERE = Path(__file__).resolve().parent
ROUNDS = 400

_LOOP = """
import random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from test_pdf_fuzz import damaged
from tongket.errors import ReadError
from tongket.files.pdf import pictures
from tongket.files.pdf.read import read_pdf
pictures.recognise = lambda images, *, file, workers=1: []
data = Path(sys.argv[1]).read_bytes()
for seed in range(int(sys.argv[2]), int(sys.argv[3])):
    print(seed, flush=True)
    try:
        source = read_pdf(damaged(data, seed), file="x.pdf")
        assert all(0 <= one.start <= one.end <= len(source.text) for one in source.blocks)
    except ReadError:
        pass
"""


def damaged(data: bytes, seed: int) -> bytes:
    """``data`` cut, with bits turned, or with pieces moved."""
    choice = random.Random(seed)
    found = bytearray(data)
    kind = choice.randrange(4)
    if kind == 0:
        return bytes(found[: choice.randrange(len(found))])
    if kind == 1:
        for _ in range(choice.randrange(1, 60)):
            found[choice.randrange(len(found))] ^= 1 << choice.randrange(8)
    elif kind == 2:
        at, to, size = choice.randrange(len(found)), choice.randrange(len(found)), choice.randrange(1, 2000)
        found[to : to + size] = found[at : at + size]
    else:
        for _ in range(choice.randrange(1, 20)):  # numbers: lengths, places, matrices
            at = choice.randrange(len(found))
            digits = [index for index in range(at, min(at + 400, len(found))) if 48 <= found[index] <= 57]
            if digits:
                found[choice.choice(digits)] = 48 + choice.randrange(10)
    return bytes(found)


def survives(path: Path, first: int, last: int) -> str:
    """What the loop over some seeds says when it dies: "" when it lives."""
    done = subprocess.run(
        [sys.executable, "-c", _LOOP, str(path), str(first), str(last), str(HERE)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else f"{done.returncode} at {done.stdout.split()[-1:]}: {done.stderr[-400:]}"


@pytest.mark.slow
def test_damaged_files_end_in_an_error_or_a_source(tmp_path: Path) -> None:
    lines = [Draw(80, y, 300, y) for y in (200, 220)] + [Draw(x, 200, x, 220) for x in (80, 150, 300)]
    text = "Ủy ban nhân dân xã Lũng Ẳng báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND"
    sheets = [Sheet([*lines, Say(85, 120, text), Say(85, 215, "TT"), Say(85, 140, text)], stamped=[Say(85, 60, "173")])]
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(pdf([*sheets, Sheet([], picture=bytes(10_000)), *sheets]))
    assert survives(whole, 0, ROUNDS) == ""


@pytest.mark.slow
def test_damaged_real_files_end_in_an_error_or_a_source(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "files").glob("*.pdf")):
        assert survives(path, 0, ROUNDS // 10) == ""
