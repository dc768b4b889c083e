"""A file's bytes to a source, by what the bytes are and not by what the name says."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

from tongket.errors import ReadError
from tongket.files.cell_lines import with_rows_again
from tongket.files.conversions import conversion
from tongket.files.decoding import decode_text
from tongket.files.docx.read import read_docx
from tongket.files.formats import Format, sniff, unreadable
from tongket.files.limits import within_limits
from tongket.files.lost_lines import with_lines_again
from tongket.files.naming import shown_name
from tongket.files.old_fonts import decode_source
from tongket.files.plain_notes import plain_notes
from tongket.files.secrecy import refuse_secret
from tongket.files.text import page_count, text_blocks
from tongket.files.typed_marks import with_typed_marks
from tongket.messages import N_
from tongket.model.sources import Source

MAX_FILE = 100 << 20  # bytes; a report with photographs stays below 30 MB
TABLES_OF_TEXT = (".csv", ".tsv")
MAX_TEXT = 10 << 20  # bytes of plain text: three thousand pages


def open_source(path: Path, name: str = "", *, workers: int = 1) -> Source:
    """Read the file at ``path`` once; ``name`` is its name for people where it lies under another.

    ``workers`` pages of a scan are recognised at a time.

    Raises:
        ReadError: it is missing, unreadable, too large, damaged, or of a format or font that is not read here.
        SecretError: it carries a secrecy mark.
    """
    path = _existing(path)
    return source_of(_read_bytes(path), name or path.name, workers=workers)


def source_of(data: bytes, name: str, *, workers: int = 1) -> Source:
    """The source in the bytes of the file ``name``, which may lie anywhere; ``workers`` as for ``open_source``.

    Raises:
        ReadError, SecretError: as ``open_source``.
    """
    if not data:
        raise empty(name)
    source = within_limits(decode_source(_compose(data, shown_name(name), workers)))
    if not source.text.strip():
        raise ReadError(
            N_("the file holds no text, neither typed nor in pictures of pages."),
            N_("Check that it is the report, and send the Word file that it was printed from."),
            where=name,
        )
    refuse_secret(source)
    return source


def empty(name: str) -> ReadError:
    """What is said of a file of no bytes."""
    return ReadError(N_("the file is empty (0 bytes)."), N_("Ask the sender to send it again."), where=name)


def too_large(name: str) -> ReadError:
    """What is said of a file of more than ``MAX_FILE`` bytes."""
    return ReadError(
        N_("the file is larger than {limit} MB."),
        N_("Take the pictures out, or compress them in Word (Picture Format, Compress Pictures), and save."),
        where=name,
        limit=MAX_FILE >> 20,
    )


def _compose(data: bytes, name: str, workers: int) -> Source:
    """What the opener of the format makes of ``data``; each is loaded when the first file of its format comes."""
    kind = sniff(data)
    if kind == "text" and name.lower().endswith(TABLES_OF_TEXT):
        kind = "sheet"
    match kind:
        case "docx":
            return _as_printed(read_docx(data, file=name))
        case "text":
            return _read_text(data, name)
        case "pdf":
            from tongket.files.pdf.read import read_pdf

            return read_pdf(data, file=name, workers=workers)
        case "picture":
            from tongket.files.scan.read import read_picture

            return read_picture(data, file=name, workers=workers)
        case "sheet":
            from tongket.files.sheets import read_sheets

            return read_sheets(data, file=name)
        case "html":
            from tongket.files.html import read_html

            return _as_printed(read_html(data, file=name))
        case "doc" | "rtf" | "odt" | "word-xml":
            return _as_printed(_read_converted(data, name, kind))
    raise unreadable(kind, name)


def _as_printed(source: Source) -> Source:
    """A file of paragraphs with the line ends, the rows and the dress that its text shows it lost."""
    return with_lines_again(with_rows_again(with_typed_marks(source)))


def _read_converted(data: bytes, name: str, kind: Format) -> Source:
    """An old Word file: as it was converted with others beforehand, or else by itself."""
    from tongket.files.office import read_office

    return read_office(data, file=name, format=kind, converted=conversion(data, name))


def _read_text(data: bytes, name: str) -> Source:
    if len(data) > MAX_TEXT:
        raise ReadError(
            N_("the text is longer than {limit} MB, far more than a report."),
            N_("Check that it is the report; if it holds many, give each its own file."),
            where=name,
            limit=MAX_TEXT >> 20,
        )
    text, repaired = decode_text(data, file=name)
    digest = hashlib.sha256(data).hexdigest()
    blocks, anchors = plain_notes(text, text_blocks(text))
    return Source(name, digest, "txt", text, blocks, anchors=anchors, pages=page_count(text), warnings=repaired)


def _existing(path: Path) -> Path:
    """``path`` as the disk spells it: names typed composed may be stored decomposed, and the other way round."""
    for spelled in (path, *(Path(unicodedata.normalize(form, str(path))) for form in ("NFC", "NFD"))):
        try:
            if spelled.exists():
                return _long(spelled)
        except (OSError, ValueError):
            continue
    return path


def _long(path: Path) -> Path:
    """``path`` in the form that Windows opens beyond 260 characters."""
    if os.name == "nt" and len(str(path.absolute())) >= 250 and not str(path).startswith("\\\\"):
        return Path("\\\\?\\" + str(path.absolute()))
    return path


def _read_bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise ReadError(
            N_("this is what Word keeps beside a document that is open, not the document."),
            N_("Name the document itself; it has the same name without '~$'."),
            where=path.name,
        )
    if path.is_dir():
        raise ReadError(
            N_("this is a folder, not a file, or a folder that may not be opened."),
            N_("Name one report, or give the folder to 'tongket consolidate'."),
            where=path.name or str(path),
        )
    try:
        if path.exists() and not path.is_file():
            raise OSError  # a pipe or a device would be waited for without end
        if path.stat().st_size > MAX_FILE:
            raise too_large(path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(N_("there is no such file."), N_("Check the name and the folder."), where=str(path)) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            N_("the file cannot be opened: it may be open elsewhere, or you may not read it."),
            N_("Close it in Word, check its permissions, and try again."),
            where=path.name,
        ) from error
