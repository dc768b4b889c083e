"""How right and how fast scans are read: reports printed, scanned by the book or badly, and recognised.

``measure`` gives a row a condition: wrong characters against the Word file (its body apart from letterhead and end),
agreement of citations and figures with the reading of the Word file, seconds a page on one core. The pages are printed
by LibreOffice and drawn by pdfium, so what a scanner does to them is known exactly. They must be in Times New Roman or
a font of its widths with all Vietnamese letters, as offices have it: words of letters from two fonts read worse.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import subprocess
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from rapidfuzz.distance import Levenshtein

from tongket.files.open import source_of
from tongket.files.scan.read import read_picture
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source


@dataclass(frozen=True, slots=True)
class Row:
    """What one condition gave, over all reports: shares of wrong characters, agreement (F1), seconds a page."""

    condition: str
    pages: int
    body: float
    head: float
    end: float
    citations: float
    figures: float
    confidence: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Condition:
    """How pages come out of the scanner: dots per inch, and what is done to each page."""

    dpi: int
    spoil: Callable[[Image.Image, random.Random], Image.Image] = lambda page, chance: page


def _skewed(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.rotate(chance.choice((-1.5, 1.5)), Image.Resampling.BICUBIC, fillcolor="white")


def _noisy(page: Image.Image, chance: random.Random) -> Image.Image:
    """Grain of sixty levels, the same in every run, for Pillow's own noise never is."""
    once, again = (Image.frombytes("L", page.size, chance.randbytes(page.width * page.height)) for _ in range(2))
    noise = Image.blend(once, again, 0.5).point(lambda level: 128 + (level - 128) * 60 / 52)
    return Image.blend(page, noise.convert("RGB"), 0.25)


def _blurred(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(1.6))


def _compressed(page: Image.Image, chance: random.Random) -> Image.Image:
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=40)
    return Image.open(stream).convert("RGB")


def _grey(page: Image.Image, chance: random.Random) -> Image.Image:
    """Paper that is grey, and darker towards one side."""
    shade = Image.linear_gradient("L").rotate(90).resize(page.size).point(lambda level: 150 + level * 80 // 255)
    return ImageChops.multiply(page, shade.convert("RGB"))


def _bilevel(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.convert("L").point(lambda level: 255 * (level > 150)).convert("1")


def _upside_down(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.transpose(Image.Transpose.ROTATE_180)


def _turned(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.transpose(Image.Transpose.ROTATE_90)


def _stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    """A red round stamp and a blue signature over the text at the foot of the page, where the ink ends."""
    page = page.copy()
    ink = ImageChops.invert(page.convert("L")).getbbox() or (0, 0, *page.size)
    dot = page.width / 210
    x, y = 120 * dot, min(ink[3], page.height * 0.95) - 25 * dot
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    for radius in (18, 16.5, 10):
        box = (x - radius * dot, y - radius * dot, x + radius * dot, y + radius * dot)
        draw.ellipse(box, outline=(205, 35, 45), width=round(0.8 * dot))
    draw.regular_polygon((x, y, 6 * dot), 5, fill=(215, 60, 65))
    waves = [(x + (step - 5) * dot, y + chance.uniform(-9, 9) * dot) for step in range(0, 46, 3)]
    draw.line(waves, fill=(40, 60, 190), width=round(0.7 * dot), joint="curve")
    return ImageChops.multiply(page, layer)


def _worn(page: Image.Image, chance: random.Random) -> Image.Image:
    """All at once, as an old office machine does it."""
    return _compressed(_blurred_little(_noisy(_skewed(_stamped(page, chance), chance), chance)), chance)


def _blurred_little(page: Image.Image) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(0.8))


CONDITIONS: Mapping[str, Condition] = {
    "clean 300": Condition(300),
    "clean 200": Condition(200),
    "clean 150": Condition(150),
    "black and white 200": Condition(200, _bilevel),
    "skewed 300": Condition(300, _skewed),
    "noisy 300": Condition(300, _noisy),
    "blurred 300": Condition(300, _blurred),
    "JPEG 40 300": Condition(300, _compressed),
    "grey paper 300": Condition(300, _grey),
    "stamped 300": Condition(300, _stamped),
    "upside down 300": Condition(300, _upside_down),
    "quarter turn 300": Condition(300, _turned),
    "worn 200": Condition(200, _worn),
}


_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")


def measure(reports: Sequence[Path], conditions: Iterable[str] = tuple(CONDITIONS), *, pages: int = 99) -> list[Row]:
    """A row for each of ``conditions``; ``reports`` are Word files, of which the first ``pages`` pages count."""
    with tempfile.TemporaryDirectory(prefix="scans-") as folder:
        printed = _printed(reports, Path(folder))
    return [_measure(name, CONDITIONS[name], printed, pages) for name in conditions]


def _printed(reports: Sequence[Path], folder: Path) -> list[tuple[bytes, bytes]]:
    """Each report's bytes, and the PDF that LibreOffice prints of it.

    Raises:
        LookupError: no serif font with all Vietnamese letters is installed.
    """
    fonts = subprocess.run(["fc-list", ":lang=vi", "family"], check=True, capture_output=True, text=True).stdout
    if not any(name in fonts for name in _FONTS):
        raise LookupError(f"none of {', '.join(_FONTS)} with Vietnamese letters: apt-get install fonts-liberation2")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, reports)], check=True, capture_output=True, timeout=600)
    return [(path.read_bytes(), (folder / f"{path.stem}.pdf").read_bytes()) for path in reports]


def _measure(name: str, condition: Condition, printed: Sequence[tuple[bytes, bytes]], pages: int) -> Row:
    wrong, length = Counter[str](), Counter[str]()
    citations, figures = Counter[str](), Counter[str]()
    seconds, count, sure = 0.0, 0, 0.0
    for word, pdf in printed:
        drawn = draw_pages(pdf, condition, pages)
        scan = as_tiff(drawn, condition.dpi)
        start = time.perf_counter()
        read = read_picture(scan, file="scan.tif")
        seconds += time.perf_counter() - start
        count += len(drawn)
        whole = len(drawn) == len(pypdfium2.PdfDocument(pdf))
        truth = source_of(word, "report.docx") if whole else source_of(first_pages(pdf, pages), "report.pdf")
        sure += (read.confidence or 0) * len(drawn)
        for part, (errors, of) in wrong_characters(truth, read).items():
            wrong[part] += errors
            length[part] += of
        right, seen = read_source(truth), read_source(read)
        citations += agreement(_symbols(right), _symbols(seen))
        figures += agreement(_values(right), _values(seen))
    return Row(
        name,
        count,
        *(wrong[part] / max(length[part], 1) for part in ("body", "head", "end")),
        *(2 * both["both"] / max(both["one"] + both["other"], 1) for both in (citations, figures)),
        sure / max(count, 1),
        seconds / max(count, 1),
    )


def draw_pages(pdf: bytes, condition: Condition, pages: int = 99, seed: int = 7) -> list[Image.Image]:
    """The pages of ``pdf`` as the scanner gives them."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for index in range(min(len(document), pages)):
        page = document[index].render(scale=condition.dpi / 72).to_pil().convert("RGB")
        found.append(condition.spoil(page, chance))
    return found


def has_changes(report: Path) -> bool:
    """Whether a Word file keeps tracked changes: they are printed underlined and struck out, as no report is signed."""
    with zipfile.ZipFile(report) as parts:
        body = parts.read("word/document.xml")
    return b"<w:ins " in body or b"<w:del " in body


def first_pages(pdf: bytes, pages: int) -> bytes:
    """The first ``pages`` of a PDF, as one: what a scan of them is held against."""
    cut = pypdfium2.PdfDocument.new()
    cut.import_pages(pypdfium2.PdfDocument(pdf), list(range(pages)))
    stream = io.BytesIO()
    cut.save(stream)
    return stream.getvalue()


def as_tiff(pages: Sequence[Image.Image], dpi: int) -> bytes:
    """The pages as one TIFF file."""
    stream = io.BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=list(pages[1:]), compression="tiff_lzw", dpi=(dpi, dpi))
    return stream.getvalue()


_FOLDED = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "²": "2"})


def plain(text: str) -> str:
    """``text`` composed, quotes and dashes of one kind, single blanks."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).translate(_FOLDED).strip()


def head_by_columns(text: str) -> str:
    """``text`` with its letterhead down the left column, then down the right one.

    A Word table has agency and number in rows of their own, a page shows two columns of lines: the same in both orders.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [line.split("\t") for line in takewhile(lambda line: "\t" in line, lines)]
    columns = [cell for column in zip_longest(*rows, fillvalue="") for cell in column]
    return "\n".join([*columns, *lines[len(rows) :]])


def wrong_characters(truth: Source, read: Source) -> Mapping[str, tuple[int, int]]:
    """Wrong characters and all characters of head (to the type's name), end (from the recipients) and body."""
    right, seen = plain(head_by_columns(truth.text)), plain(head_by_columns(read.text))
    head = max(right.find("BÁO CÁO", 0, 1500), 0) + len("BÁO CÁO")
    found = right.find("Nơi nhận", head)
    end = found if found > 0 else len(right)
    wrong = Counter(
        "head" if one.src_pos < head else "end" if one.src_pos >= end else "body"
        for one in Levenshtein.editops(right, seen)
    )
    lengths = {"head": head, "body": end - head, "end": len(right) - end}
    return {part: (wrong[part], length) for part, length in lengths.items()}


def agreement(one: Counter[str], other: Counter[str]) -> Counter[str]:
    """How many both hold, and how many each."""
    return Counter({"both": (one & other).total(), "one": one.total(), "other": other.total()})


def _symbols(report: Report) -> Counter[str]:
    return Counter(one.symbol or report.text[one.start : one.end] for one in report.citations)


def _values(report: Report) -> Counter[str]:
    return Counter(f"{one.value} {one.unit}" for one in report.figures)


def show(rows: Iterable[Row]) -> None:
    """Print ``rows`` as a table."""
    print(
        f"{'condition':<22}{'pages':>6}{'body':>8}{'head':>8}{'end':>8}{'cites':>8}{'figures':>8}{'sure':>7}{'s/page':>8}"
    )
    for row in rows:
        print(
            f"{row.condition:<22}{row.pages:>6}{row.body:>8.4f}{row.head:>8.4f}{row.end:>8.4f}"
            f"{row.citations:>8.3f}{row.figures:>8.3f}{row.confidence:>7.3f}{row.seconds:>8.2f}"
        )


def main() -> int:
    """Measure the Word reports named, under all conditions or those named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--condition", action="append", choices=tuple(CONDITIONS))
    parser.add_argument("--pages", type=int, default=99)
    options = parser.parse_args()
    show(measure(options.reports, options.condition or tuple(CONDITIONS), pages=options.pages))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
