"""Tesseract's run (nhận dạng chữ): a picture in, lines of words and letters with boxes and confidence out."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tongket.errors import ReadError
from tongket.files import parts
from tongket.messages import N_

SECONDS = 90.0  # for one page; a full one takes 3
MEMORY = 2 << 30
_LANGUAGE = "vie"
_TOKEN = re.compile(
    r"<span class='ocr_(?:line|header|caption|textfloat)'[^>]* title=\"(?P<line>[^\"]*)\""
    r"|<span class='ocrx_word'[^>]* title='(?P<word>[^']*)'"
    r"|<span class='ocrx_cinfo' title='(?P<letter>[^']*)'>(?P<text>[^<]*)<"
)
_BOX = re.compile(r"bbox(?:es)? (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_w?conf ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its box in dots; ``confidence`` is 0..1."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as Tesseract saw it: its box, its letters, its line's number, height and baseline, in dots."""

    left: int
    top: int
    right: int
    bottom: int
    baseline: float
    height: float
    line: int
    confidence: float
    letters: tuple[Letter, ...]
    is_mark: bool = False  # raised: a note mark

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(letter.text for letter in self.letters)

    def moved(self, right: int, down: int) -> SeenWord:
        """The same word so many dots further."""
        return SeenWord(
            self.left + right,
            self.top + down,
            self.right + right,
            self.bottom + down,
            self.baseline + down,
            self.height,
            self.line,
            self.confidence,
            tuple(
                Letter(one.text, one.left + right, one.top + down, one.right + right, one.bottom + down, one.confidence)
                for one in self.letters
            ),
            self.is_mark,
        )


def require(file: str) -> Path:
    """Where Tesseract lies, with its Vietnamese data.

    Raises:
        ReadError: it, or its data, is not on this computer; names ``file`` and the command that installs it.
    """
    program = parts.find(parts.TESSERACT)
    if program is None:
        raise parts.missing(parts.TESSERACT, file)
    if _LANGUAGE not in parts.languages():
        raise parts.missing(parts.VIETNAMESE_DATA, file)
    return program


def recognise_words(
    picture: Image.Image, dpi: float, *, layout: int, page: int, file: str, only: str = ""
) -> list[SeenWord]:
    """The words of ``picture`` (mode "L"); ``layout`` is Tesseract's page segmentation mode.

    ``only``: the letters that it may see; '' is all.

    Raises:
        ReadError: Tesseract is missing, failed, or took more than ``SECONDS``.
    """
    program = require(file)
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as folder:
        place = Path(folder, "page.pgm")
        picture.save(place, "PPM")
        options = ["-l", _LANGUAGE, "--psm", str(layout), "--dpi", str(round(dpi)), "-c", "hocr_char_boxes=1"]
        if only:
            options += ["-c", f"tessedit_char_whitelist={only}"]
        try:
            done = parts.run(
                [program, place, "stdout", *options, "hocr"], timeout=SECONDS, memory=MEMORY, cwd=Path(folder)
            )
        except subprocess.TimeoutExpired as error:
            raise _failed(N_("page {page} could not be recognised within {seconds} seconds."), page, file) from error
        except OSError as error:
            raise _failed(N_("Tesseract failed on page {page}."), page, file) from error
    if done.returncode:
        raise _failed(N_("Tesseract failed on page {page}."), page, file)
    return list(read_words(done.stdout.decode("utf-8", "replace")))


def _failed(what: str, page: int, file: str) -> ReadError:
    return ReadError(
        what,
        N_("Scan the page again at 300 dots per inch, straight and in black and white, or give the Word file."),
        where=file,
        page=page,
        seconds=round(SECONDS),
    )


def read_words(hocr: str) -> Iterator[SeenWord]:
    """The words of Tesseract's hOCR answer with letter boxes (``hocr_char_boxes``)."""
    line = _Line(0, 0.0, 0.0, 0.0, 0.0)
    title, letters = "", list[Letter]()
    for token in _TOKEN.finditer(hocr):
        if token.group("letter") is not None:
            letters.append(_letter(token.group("letter"), html.unescape(token.group("text"))))
            continue
        if title and letters:
            yield _word(title, letters, line)
        title, letters = "", []
        if token.group("line") is not None:
            line = _line(token.group("line"), line.number + 1)
        else:
            title = token.group("word")
    if title and letters:
        yield _word(title, letters, line)


def _box(title: str) -> tuple[int, int, int, int]:
    found = _BOX.search(title)
    if found is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (int(digits) for digits in found.groups())
    return left, top, right, bottom


def _number(pattern: re.Pattern[str], title: str) -> float:
    found = pattern.search(title)
    return float(found.group(1)) if found else 0.0


def _letter(title: str, text: str) -> Letter:
    return Letter(text, *_box(title), min(1.0, _number(_SURE, title) / 100))


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    left: float
    base: float  # of the baseline at the left edge
    slope: float
    height: float


def _line(title: str, number: int) -> _Line:
    left, _, _, bottom = _box(title)
    found = _BASELINE.search(title)
    slope, offset = (float(found.group(1)), float(found.group(2))) if found else (0.0, 0.0)
    return _Line(number, left, bottom + offset, slope, _number(_SIZE, title))


def _word(title: str, letters: list[Letter], line: _Line) -> SeenWord:
    left, top, right, bottom = _box(title)
    baseline = line.base + line.slope * ((left + right) / 2 - line.left)
    sure = min(1.0, _number(_SURE, title) / 100)
    return SeenWord(left, top, right, bottom, baseline, line.height, line.number, sure, tuple(letters))
