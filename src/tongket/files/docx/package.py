"""The zip package of a Word file: parts, relationships, and XML read without risk."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from tongket.errors import ReadError
from tongket.files.docx.names import PACKAGE_RELATIONS, STRICT
from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_

# A province's thickest report with its appendices stays below a tenth of each of these.
MAX_PARTS = 10_000
MAX_UNPACKED = 1 << 30  # bytes of all parts together
MAX_XML = 64 << 20  # bytes of one XML part
MAX_RATIO = 300  # unpacked to packed, for parts above a mebibyte; Word's own XML reaches about 60

_RELATION = f"{{{PACKAGE_RELATIONS}}}Relationship"
_SAVE_AGAIN = N_("Open it in Word, save it again as .docx and send that file.")
_SEND_AGAIN = N_("Copy or download it again; if it does not open in Word either, ask the sender for a new copy.")


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part points: the last word of the relationship's type ('header', 'footnotes'), and the part."""

    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """An open package. ``file`` names it in messages."""

    file: str
    archive: zipfile.ZipFile
    sizes: dict[str, int] = field(default_factory=dict)  # of parts, by name, unpacked
    _folded: dict[str, str] = field(default_factory=dict)

    def has(self, part: str) -> bool:
        """Whether the package holds ``part``."""
        return part in self.sizes

    def read(self, part: str) -> bytes:
        """The bytes of ``part``.

        Raises:
            ReadError: it is too large or damaged.
        """
        if self.sizes[part] > MAX_XML:
            raise _too_large(self.file)
        try:
            return self.archive.read(part)
        except ZIP_ERRORS as error:
            raise _damaged(self.file, part) from error

    def xml(self, part: str) -> _Element | None:
        """The root of ``part``, or None where the package does not hold it.

        Raises:
            ReadError: too large, damaged, no XML, or with a document type declaration (entities).
        """
        return parse_xml(self.read(part), file=self.file, part=part) if self.has(part) else None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of ``part`` ("" for the package) to other parts, by id."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in () if root is None else root.iter(_RELATION):
            if element.get("TargetMode") == "External":
                continue
            target = element.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[element.get("Id", "")] = Relation(element.get("Type", "").rsplit("/", 1)[-1], self._spelled(path))
        return found

    def _spelled(self, path: str) -> str:
        """``path`` as the archive spells it: part names do not count case."""
        if path in self.sizes:
            return path
        if not self._folded:
            self._folded.update((name.lower(), name) for name in reversed(self.sizes))
        return self._folded.get(path.lower(), path)


def open_archive(data: bytes, *, file: str) -> zipfile.ZipFile:
    """The zip archive that ``data`` is.

    Raises:
        ReadError: it is cut off or damaged.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise ReadError(
            N_("the file is cut off or damaged, so it does not open as a Word file."), _SEND_AGAIN, where=file
        ) from error


def open_package(archive: zipfile.ZipFile, *, file: str) -> Package:
    """Check the archive's own list of parts, and open it.

    Raises:
        ReadError: too many parts, or parts that unpack beyond measure.
    """
    infos = archive.infolist()
    swollen = any(i.file_size > 1 << 20 and i.file_size > MAX_RATIO * max(i.compress_size, 1) for i in infos)
    if len(infos) > MAX_PARTS or swollen or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise _too_large(file)
    return Package(file, archive, {info.filename.replace("\\", "/"): info.file_size for info in infos})


def parse_xml(data: bytes, *, file: str, part: str) -> _Element:
    """The root of an XML part, strict names brought to transitional ones.

    Raises:
        ReadError: it is no XML, or declares a document type: Word never does, entity bombs always do.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = _utf8(data)
    if b"purl.oclc.org" in data:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if b"<!DOCTYPE" in data:
        raise _with_entities(file, part)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(file, part) from error
    if root is None:
        raise _damaged(file, part)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _with_entities(file, part)
    return root


def _utf8(data: bytes) -> bytes:
    text = data.decode("utf-16", errors="replace")
    return text[text.find("?>") + 2 :].encode() if text.startswith("<?xml") else text.encode()


def _too_large(file: str) -> ReadError:
    return ReadError(
        N_("the file unpacks to far more than a report holds, so it was not opened."),
        N_("Check where it comes from; if it is a real report, open it in Word and save its text alone as .docx."),
        where=file,
    )


def _damaged(file: str, part: str) -> ReadError:
    return ReadError(N_("the file is damaged (part {part})."), _SEND_AGAIN, where=file, part=part)


def _with_entities(file: str, part: str) -> ReadError:
    return ReadError(
        N_("part {part} declares entities, which no Word file does; it was not opened."),
        _SAVE_AGAIN,
        where=file,
        part=part,
    )
