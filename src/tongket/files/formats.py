"""What a file is, by its first bytes and its inside; and what to say of formats that are not read."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from tongket.errors import ReadError
from tongket.files.compound import open_compound
from tongket.files.decoding import utf_16_order
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_

Format = Literal[
    "docx",
    "text",
    "pdf",
    "doc",
    "rtf",
    "odt",
    "html",
    "word-xml",
    "sheet",
    "slides",
    "picture",
    "zip",
    "archive",
    "mail",
    "phone-picture",
    "shortcut",
    "protected",
    "damaged",
    "damaged-sheet",
    "damaged-zip",
    "binary",
]

# What is turned into a Word file of today before it is read.
OFFICE: frozenset[Format] = frozenset(("doc", "rtf", "odt", "word-xml"))
# What is not read: what it is, and how to mend it.
_SAYING: dict[str, tuple[str, str]] = {
    "slides": (
        N_("these are slides, not a report."),
        N_("Send the report: a Word file, a PDF, a scan or a text."),
    ),
    "zip": (
        N_("this is an archive of files (.zip), not one report."),
        N_("Give it to 'tongket read', 'check' or 'consolidate', which unpack it, or give the report inside it."),
    ),
    "archive": (
        N_("this is an archive of a kind that is not unpacked here (.rar, .7z, .gz); .zip is."),
        N_("Unpack it and give the report inside it, or pack it as .zip."),
    ),
    "mail": (
        N_("this is a mail, not the report that came with it."),
        N_("Open it, save the attached report (or copy the text into a Word file), and give that file."),
    ),
    "phone-picture": (
        N_("this is a picture of a kind that is not read here (HEIC, AVIF), as phones take them."),
        N_("Save it as .jpg or .png, or let the phone take pictures as JPEG (camera settings), and give that file."),
    ),
    "shortcut": (
        N_("this is a shortcut to a file, not the file."),
        N_("Open the folder where the file itself lies, and give the file."),
    ),
    "protected": (
        N_("the file is protected by a password."),
        N_("Open it in Word, take the password away (File, Info, Protect Document), and save it."),
    ),
    "damaged": (
        N_("the file is cut off or damaged, so it does not open as a Word file."),
        N_("Copy or download it again; if it does not open in Word either, ask the sender for a new copy."),
    ),
    "damaged-sheet": (
        N_("the spreadsheet is cut off or damaged, or protected by a password."),
        N_("Open it in Excel, save it again as .xlsx without a password, and send that file."),
    ),
    "damaged-zip": (
        N_("the archive is damaged here, or packed in a way that is not read."),
        N_("Unpack it on your computer; if that fails, too, ask the sender to send it again."),
    ),
    "binary": (
        N_("this is neither a Word file, a PDF, a picture nor text."),
        N_("Check that it is the report; open it in Word and save it as .docx."),
    ),
}

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_SHORTCUTS = (b"L\0\0\0\x01\x14\x02\0", b"[InternetShortcut]")
_PHONE_PICTURES = re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, Format], ...] = (
    ("EncryptedPackage", "protected"),
    ("WordDocument", "doc"),
    ("Workbook", "sheet"),
    ("Book", "sheet"),  # Excel 5 and 95
    ("PowerPoint Document", "slides"),
    ("__properties_version1.0", "mail"),  # Outlook's .msg
)
_PARTS_OF_WORD = ("[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "mimetype")
# What a .zip that does not open was, where its first member does not say so.
_DAMAGED_BY_NAME: dict[str, Format] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".odt"), "damaged"),
    **dict.fromkeys((".xlsx", ".xlsm", ".ods"), "damaged-sheet"),
}
_MAIL = re.compile(
    rb"(?:mime-version|from|to|message-id|date|subject|content-type|received|return-path|delivered-to|reply-to"
    rb"|x-[\w-]+|arc-[\w-]+|dkim-signature|authentication-results): "
)
# What a mail that was sent has in its head; a web page that a browser keeps as one ('Saved by ...') was sent to nobody.
_SENT = re.compile(rb"^(?:to|cc|received|delivered-to|message-id):", re.MULTILINE | re.IGNORECASE)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
# A page may begin with a comment ('saved from url'), or with its table alone, as exports of web systems named .xls do.
_PAGE = re.compile(
    rb"(?:<!--[^>]{0,200}-->\s*)?"
    rb"<(?:!doctype html|html|head|meta|title|style|body|table|div|p|h[1-6]|span|font|center)[\s>]"
)
_ALLOWED_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b")


def sniff(data: bytes) -> Format:
    """The format of ``data``."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        return _sniff_compound(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _sniff_zip(data)
    if data.startswith(_PICTURES):
        return "picture"
    if data.startswith(_ARCHIVES):
        return "archive"
    if data.startswith(_SHORTCUTS):
        return "shortcut"
    if _PHONE_PICTURES.match(data):
        return "phone-picture"
    return _sniff_text(data, head[:200].lower())


def _sniff_compound(data: bytes) -> Format:
    """By the streams of its own, and not by those of what is embedded; of one that is cut off by any name in it."""
    found = open_compound(data)
    if found is not None and found.streams:
        return next((kind for name, kind in _OLE_STREAMS if name in found.streams), "binary")
    return next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), "damaged")


def _sniff_text(data: bytes, head: bytes) -> Format:
    order = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else utf_16_order(data)
    if order:  # 'Unicode' among the encodings of Word's web pages
        return "html" if _PAGE.match(_narrowed(data, order)) else "text"
    if _PAGE.match(head):
        return "html"
    if _MAIL.match(head) and _was_sent(data):
        return "mail"
    if _MAIL.match(head) and b"text/html" in data[:65536].lower():
        return "html"  # Word's 'Single File Web Page'
    if head.startswith((b"<?xml", b"<w:", b"<pkg:")):
        return "html" if b"<html" in data[:2048].lower() else "word-xml"
    sample = data[:8192]
    strange = sum(byte < 32 and byte not in _ALLOWED_CONTROLS for byte in sample)
    return "binary" if strange > len(sample) * 0.02 else "text"


def _was_sent(data: bytes) -> bool:
    """Whether a file that begins as a mail is one: it is in parts or coded as mails are, and somebody got it."""
    head = _END_OF_HEAD.split(data[:65536], maxsplit=1)[0]
    return b"mime-version:" in head.lower() and bool(_SENT.search(head))


def _narrowed(data: bytes, order: str) -> bytes:
    """The beginning of a text of two bytes a letter, with one."""
    return data[:1024].decode(order, "replace").encode("ascii", "replace").lstrip(b"?\xef\xbb\xbf \t\r\n").lower()


def _sniff_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            kind = _beginning(archive, "mimetype") if "mimetype" in names else b""
    except ZIP_ERRORS:
        return _sniff_broken_zip(data)
    if b"opendocument" in kind:
        return "odt" if b"text" in kind else "sheet"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "sheet"
    if any(name.startswith("ppt/") for name in names):
        return "slides"
    return "docx" if "[content_types].xml" in names else "zip"


def _sniff_broken_zip(data: bytes) -> Format:
    """What a .zip was that is cut off, by its first member: those of Word files and workbooks begin with parts."""
    first = data[30 : 30 + int.from_bytes(data[26:28], "little")].decode("utf-8", "replace")
    if not first.startswith((*_PARTS_OF_WORD, "xl/")):
        return "damaged-zip"
    return "damaged-sheet" if b"xl/workbook" in data or b"xl/worksheets" in data else "damaged"


def _beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as stream:  # not ``read``: the part may unpack beyond measure
        return stream.read(100)


def unreadable(kind: Format, file: str) -> ReadError:
    """The error for a file of a format that is not read."""
    if kind == "damaged-zip":
        kind = _DAMAGED_BY_NAME.get(PurePath(file).suffix.lower(), kind)
    what, mend = _SAYING[kind]
    return ReadError(what, mend, where=file)
