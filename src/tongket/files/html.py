"""Web pages (.html, Word's 'Web Page', and .mht) to a source. Nothing is fetched, and no script is looked at."""

from __future__ import annotations

import codecs
import email
import email.policy
import hashlib
import re

import lxml.html
from lxml.etree import LxmlError, _Element

from tongket.errors import ReadError
from tongket.files.decoding import decode_text
from tongket.files.docx.line import Composer, Dress, Line
from tongket.files.html_looks import read_sheets_of_style
from tongket.files.html_notes import take_notes
from tongket.files.html_text import MAX_DEPTH, Page, Writer
from tongket.files.old_fonts import CONVERTED
from tongket.messages import N_
from tongket.model.sources import NoteAnchor, Source
from tongket.vietnamese.legacy import Encoding, decode

MAX_BYTES = 20 << 20
MAX_ELEMENTS = 500_000
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_REVEALED = re.compile(r"<!\[(?:if[^\]>]{0,200}|endif)\]>")  # Word's marks around what browsers show
_MAIL = re.compile(rb"^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,60}", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:_?ftn|_?edn|sdfootnote|sdendnote|footnote-|fn)(\d+)(?:sym)?$")
_BACK = re.compile(r"#(?:_?(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|body_(?:ftn|edn)\d+|fnref:?\d+)$")
# Names of charsets that Python does not know.
_OLD: dict[str, Encoding] = {
    "viscii": "viscii",
    "x-viet-tcvn5712": "tcvn3",
    "x-viet-tcvn": "tcvn3",
    "tcvn": "tcvn3",
    "x-viet-vps": "vps",
    "x-viet-vni": "vni",
}


def read_html(data: bytes, *, file: str) -> Source:
    """The source of a web page: paragraphs, lists with their numbers, tables, and Word's notes after the body.

    Raises:
        ReadError: it is no page of text, or far too large.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(file)
    text, warnings = _page_text(data, file)
    root = _parse(text, file)
    notes = _notes(root)
    page = Page(read_sheets_of_style(root), notes, frozenset(notes.values()))
    body = root.find(".//body")
    try:
        writer = Writer(page)
        writer.walk(root if body is None else body)
    except RecursionError as error:
        raise _too_deep(file) from error
    return _composed(page, writer, data, file, warnings)


def _composed(page: Page, writer: Writer, data: bytes, file: str, warnings: tuple[str, ...]) -> Source:
    composer = Composer()
    lines = writer.finished()
    lines, plain = (lines, []) if page.called else take_notes(lines, writer.listed())
    for line, dress, always in lines:
        composer.put(line, dress, always=always)
    blocks = {}
    for number, note in enumerate(plain):
        blocks[number] = _put_note(composer, note.mark, note.line)
    for number in page.called:
        blocks[number] = _put_note(composer, page.marks[number], page.note_line(number))
    return Source(
        file,
        hashlib.sha256(data).hexdigest(),
        "html",
        composer.text,
        tuple(composer.blocks),
        anchors=tuple(NoteAnchor(mark.start, mark.end, blocks[mark.note]) for mark in composer.marks),
        headers=tuple(page.apart["header"]),
        footers=tuple(page.apart["footer"]),
        comments=tuple(page.apart["comment-list"]),
        warnings=tuple(dict.fromkeys((*warnings, *(CONVERTED[one] for one in page.converted)))),
    )


def _put_note(composer: Composer, mark: str, text: Line) -> int:
    """Add a note behind the body, and give its block."""
    line = Line()
    line.add(f"{mark} ", 0, 0)
    line.extend(text)
    composer.put(line, Dress("note", mark=mark), always=True)
    return len(composer.blocks) - 1


def _page_text(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The characters of the page, out of a mail's parts where it is one."""
    if b"mime-version" in data[:2048].lower() and _MAIL.match(data):
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                payload = part.get_payload(decode=True)
                charset = part.get_content_charset() or ""
                return _decoded(payload if isinstance(payload, bytes) else b"", charset, file)
        raise ReadError(
            N_("the web archive holds no page of text."),
            N_("Open it in Word, choose Save As, type 'Word Document (.docx)', and send that file."),
            where=file,
        )
    return _decoded(data, "", file)


def _decoded(data: bytes, charset: str, file: str) -> tuple[str, tuple[str, ...]]:
    """``data`` in the charset that it names, where it holds by it; else as its bytes say."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_text(data, file=file)
    found = _CHARSET.search(data[:8192])
    name = (charset or (found[1].decode("ascii") if found else "")).lower()
    if name in _OLD:
        return decode(data.decode("latin-1"), _OLD[name]), (CONVERTED[_OLD[name]],)
    if name in ("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"):
        try:
            return data.decode("utf-8"), ()  # what says Latin-1 and is not: it has letters of fonts, or is UTF-8
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace"), ()
    try:
        if name and not name.startswith("utf"):
            return data.decode(name), ()  # never ``codecs.decode``, which unpacks 'zlib' and the like, too
    except (LookupError, ValueError):
        pass
    return decode_text(data, file=file)


def _parse(text: str, file: str) -> _Element:
    text = _REVEALED.sub("", _DECLARED.sub("", text.lstrip("\ufeff"))).replace("\x00", "")
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root: _Element = lxml.html.document_fromstring(text, parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise ReadError(
            N_("the web page holds no text."), N_("Check that it is the report, and send the Word file."), where=file
        ) from error
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise _too_large(file)
    return root


def _notes(root: _Element) -> dict[str, _Element]:
    """The bodies of notes by the names that point at them: '_ftn1', 'sdfootnote1sym'."""
    found: dict[str, _Element] = {}
    for element in root.iter("div", "aside", "li"):
        own = element.get("id", "")
        if not _NOTE_ID.match(own):
            continue
        found[own] = element
        found[f"_{own}"] = element
        found[f"{own}sym"] = element
    for link in root.iter("a"):
        own = link.get("id") or link.get("name") or ""
        body = _paragraph_of(link) if own not in found and _NOTE_ID.match(own) and _BACK.search(_href(link)) else None
        if body is not None:
            found[own] = body
    return found


def _href(link: _Element) -> str:
    return link.get("href") or ""


def _paragraph_of(link: _Element) -> _Element | None:
    """The paragraph that a link back to the text begins: the body of a note, where nothing around it is named."""
    for above in link.iterancestors("p", "div", "li", "body"):
        before = above.text or ""
        return None if above.tag == "body" or before.strip() else above
    return None


def _too_large(file: str) -> ReadError:
    return ReadError(
        N_("the web page is far larger than a report."),
        N_("Open it in Word, choose Save As, type 'Word Document (.docx)', and send that file."),
        where=file,
    )


def _too_deep(file: str) -> ReadError:
    return ReadError(
        N_("the web page nests its parts more than {limit} deep."),
        N_("Open it in Word, choose Save As, type 'Word Document (.docx)', and send that file."),
        where=file,
        limit=MAX_DEPTH,
    )
