"""The fuzzer: each target runs, and changed inputs are still what they were, so that what lies behind is reached."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from lxml import etree  # noqa: E402 - after the path is set
from PIL import Image  # noqa: E402 - ditto

from fuzzing import mutations  # noqa: E402 - lies under tools/
from fuzzing.mutations import any_change, pdf_change, png_change, xml_change  # noqa: E402 - lies under tools/
from fuzzing.seeds import ENDINGS, seeds  # noqa: E402 - ditto

_ONE = """
import sys
sys.path.insert(0, sys.argv[1])
from fuzzing.seeds import seeds
from fuzzing.targets import run_of
run = run_of(sys.argv[2])
*_, (name, data) = seeds(sys.argv[2])
run(data)
"""
ROUNDS = 60


def last_seed(name: str) -> bytes:
    *_, (_, data) = seeds(name)
    return data


def opened(data: bytes) -> bool:
    """Whether all members of a zip are there, with right checksums."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDINGS)
def test_a_target_takes_a_seed_without_a_fault(name: str) -> None:
    """In a process of its own, for a target puts recognition aside."""
    done = subprocess.run([sys.executable, "-c", _ONE, str(ROOT / "tools"), name], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]


@pytest.mark.parametrize("name", ["docx", "sheet", "archive"])
def test_most_changed_packages_have_right_checksums(name: str) -> None:
    data = next(data for _, data in seeds(name) if data.startswith(b"PK"))
    changed = [any_change(data, random.Random(seed)) for seed in range(ROUNDS)]
    assert sum(map(opened, changed)) > 0.8 * ROUNDS
    assert sum(one != data for one in changed) > 0.8 * ROUNDS


def test_most_changed_pdfs_have_a_table_of_places_that_is_right() -> None:
    def is_right(data: bytes) -> bool:
        start = data[data.rfind(b"startxref") + 9 :].split()[:1]
        return bool(start) and start[0].isdigit() and data[int(start[0]) :].startswith(b"xref")

    changed = [pdf_change(last_seed("pdf"), random.Random(seed)) for seed in range(ROUNDS)]
    assert sum(map(is_right, changed)) > 0.8 * ROUNDS


def test_a_third_of_the_changed_pictures_still_open() -> None:
    held = io.BytesIO()
    Image.effect_noise((40, 30), 50).save(held, "PNG", dpi=(100, 100))

    def opens(data: bytes) -> bool:
        try:
            Image.open(io.BytesIO(data)).load()
        except (OSError, SyntaxError, ValueError):
            return False
        return True

    assert sum(opens(png_change(held.getvalue(), random.Random(seed))) for seed in range(ROUNDS)) > 0.3 * ROUNDS


def test_xml_that_can_no_longer_be_written_is_changed_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        etree.fromstring(b"<b:d/>" * 2)

    monkeypatch.setattr(mutations, "_change_element", fails)
    data = b"<a><b/></a>"
    chance = random.Random(1)
    assert any(mutations.xml_change(data, chance) != data for _ in range(ROUNDS))


def test_most_changed_xml_is_well_formed() -> None:
    def is_whole(data: bytes) -> bool:
        try:
            etree.fromstring(data)
        except etree.XMLSyntaxError:
            return False
        return True

    data = b"<a><b c='1'>d</b><e><f g='2'/></e></a>"
    assert sum(is_whole(xml_change(data, random.Random(seed))) for seed in range(ROUNDS)) > 0.8 * ROUNDS
