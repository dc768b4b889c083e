"""What is done with one input: opened, and what was opened is read and checked.

Only ReadError (and SecretError) may come out of an opener, nothing at all out of a reader or a check.
"""

from __future__ import annotations

import contextlib
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from fuzzing import mutations
from fuzzing.mutations import Change
from tongket.checking.check import check_report
from tongket.errors import ReadError
from tongket.files import compound, kept_fields
from tongket.files.archives import is_archive, unpack
from tongket.files.docx.flat import unfold
from tongket.files.docx.read import read_docx
from tongket.files.formats import sniff
from tongket.files.html import read_html
from tongket.files.limits import within_limits
from tongket.files.old_fonts import decode_source
from tongket.files.open import source_of
from tongket.files.pdf import pictures
from tongket.files.pdf.read import read_pdf
from tongket.files.scan import recognise
from tongket.files.scan.images import PageImage, open_picture
from tongket.files.secrecy import refuse_secret
from tongket.files.sheets import read_sheets
from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.read import read_source

Run = Callable[[bytes], None]
_MOST_TEXT = 6000  # characters of a source that is read and checked here, too: more of them slow the rest down


def run_of(name: str) -> Run:
    """What the target ``name`` does with one input."""
    _without_tesseract()
    return {
        "docx": _opened(lambda data: read_docx(data, file="a.docx")),
        "pdf": _opened(lambda data: read_pdf(data, file="a.pdf")),
        "picture": _picture,
        "sheet": _opened(lambda data: read_sheets(data, file="a.xlsx")),
        "html": _opened(lambda data: read_html(data, file="a.html")),
        "archive": _archive,
        "old": _old,
        "text": _opened(lambda data: source_of(b"\n" + data, "a.txt")),
        "letters": _letters,
        "report": _report,
    }[name]


def change_of(name: str, phrases: Sequence[str]) -> Change:
    """How the inputs of the target ``name`` are changed."""

    def words(data: bytes, chance: random.Random) -> bytes:
        return mutations.text_change(data, chance, phrases)

    def page(data: bytes, chance: random.Random) -> bytes:
        return mutations.text_change(data, chance, _TAGS)

    own: dict[str, Change] = {"text": words, "letters": words, "report": words, "html": page}
    return own.get(name, mutations.any_change)


_TAGS = (
    *("<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=9999 colspan=3>", "<th rowspan=0>", "<br>"),
    *(
        "<ol type=a start=-3>",
        "<li value=99999999999>",
        "</ol>",
        "<ul>",
        "<div style='display:none'>",
        "</div>",
        "<pre>",
    ),
    *(
        "<a href='#_ftn1' name='_ftnref1'>",
        "<div id=ftn1>",
        "<sup>",
        "<b>",
        "</b>",
        "<span style='font-family:.VnTime'>",
    ),
    *("&#0;", "&#xD800;", "&#x110000;", "<!--[if", "<![endif]-->", "<meta charset=utf-7>", "<meta charset=utf-16>"),
    *(
        "<font face='VNI-Times'>",
        "<style>p{text-transform:uppercase}</style>",
        "<header>",
        "<footer>",
        "<svg>",
        "<select>",
    ),
)


def _without_tesseract() -> None:
    """What recognises letters is another program: here it finds none."""
    pictures.recognise = lambda images, *, file, workers=1: []
    recognise.recognise_words = lambda *words, **named: []
    recognise.stamped_marks = lambda *words, **named: ()


def _read_and_check(source: Source) -> None:
    length = len(source.text)
    assert all(0 <= block.start <= block.end <= length for block in source.blocks), "a block lies outside the text"
    if length <= _MOST_TEXT:
        report = read_source(source)
        parts = [*report.citations, *report.figures, *report.sections, *report.tables, *report.footnotes]
        assert all(0 <= part.start <= part.end <= length for part in parts), "a part lies outside the text"
        check_report(report)


def _opened(read: Callable[[bytes], Source]) -> Run:
    def run(data: bytes) -> None:
        with contextlib.suppress(ReadError):
            source = within_limits(decode_source(read(data)))
            refuse_secret(source)
            _read_and_check(source)

    return run


def _picture(data: bytes) -> None:
    """Opened, and cleared of all that is no print; at few dots an inch, for that takes its time."""
    recognise.DPI, recognise._KEPT_DPI = 60.0, (50.0, 120.0)
    with contextlib.suppress(ReadError):
        for page in open_picture(data, file="a.png"):
            if page.number > 2 or page.image.width * page.image.height > 4_000_000:
                return
            recognise.recognise_page(PageImage(page.number, page.image, page.dpi), file="a.png")


def _archive(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(data)
        into = Path(folder) / "into"
        into.mkdir()
        if is_archive(path):
            list(unpack(path, into))


def _old(data: bytes) -> None:
    """What is done with old Word files before another program reads them."""
    kind = sniff(data)
    kept_fields.is_encrypted_doc(data)
    kept_fields.keep_fields(data, kind)
    found = compound.open_compound(data)
    if found is not None:
        compound.summary_number(found, 14)
        for name in found.streams:
            found.read(name)
    with contextlib.suppress(ReadError):
        read_docx(unfold(data, file="a.xml"), file="a.xml")


def _letters(data: bytes) -> None:
    text = data.decode("latin-1")
    _read_and_check(decode_source(Source("a.txt", "", "txt", text, text_blocks(text))))


def _report(data: bytes) -> None:
    text = data.decode("utf-8", errors="replace")
    _read_and_check(Source("a.txt", "", "txt", text, text_blocks(text)))
