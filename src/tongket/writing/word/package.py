"""The package of a Word file: its parts, tied by relationships, zipped so that the same input gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)

_KINDS = {"header1": "header"}


def package(
    document: bytes,
    parts: Mapping[str, bytes],
    properties: Mapping[str, bytes],
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The bytes of the .docx. ``parts`` lie beside document.xml, ``properties`` in docProps, ``pictures`` (PNG) in
    media.
    """
    pictures = pictures or {}
    entries = {
        "[Content_Types].xml": _content_types(parts, drawn=bool(pictures)),
        "_rels/.rels": _root_relationships(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(parts, pictures),
        **{f"word/{name}.xml": content for name, content in parts.items()},
        **{f"word/media/{name}.png": content for name, content in pictures.items()},
        **{f"docProps/{name}.xml": content for name, content in properties.items()},
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same bytes on every system
            info.external_attr = 0
            archive.writestr(info, content)
    return buffer.getvalue()


def relationship_id(part: str) -> str:
    """The id by which document.xml names ``part``."""
    return f"rId_{part}"


def _content_types(parts: Mapping[str, bytes], *, drawn: bool) -> bytes:
    overrides = {"/word/document.xml": f"{_MAIN}.document.main+xml"}
    overrides |= {f"/word/{name}.xml": f"{_MAIN}.{_KINDS.get(name, name)}+xml" for name in parts}
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    overrides["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    defaults += '<Default Extension="png" ContentType="image/png"/>' if drawn else ""
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{lines}</Types>'.encode()


def _root_relationships() -> bytes:
    targets = [
        ("rId1", f"{_REL}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_REL}/extended-properties", "docProps/app.xml"),
        ("rId4", f"{_REL}/custom-properties", "docProps/custom.xml"),
    ]
    return _relationship_part(targets)


def _relationships(parts: Iterable[str], pictures: Iterable[str]) -> bytes:
    told = [(relationship_id(name), f"{_REL}/{_KINDS.get(name, name)}", f"{name}.xml") for name in parts]
    told += [(relationship_id(name), f"{_REL}/image", f"media/{name}.png") for name in pictures]
    return _relationship_part(told)


def _relationship_part(targets: list[tuple[str, str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>' for identifier, kind, target in targets
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'.encode()


def core_properties(title: str, date: str) -> bytes:
    """Title, language and the program as creator: no person is named. ``date`` is ISO, whole."""
    moment = f"{date}T00:00:00Z"
    namespaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return (
        f"{_HEAD}<cp:coreProperties {namespaces}><dc:title>{escape(title)}</dc:title><dc:creator>Tổng kết</dc:creator>"
        f"<cp:lastModifiedBy>Tổng kết</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>vi-VN</dc:language></cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """docProps/app.xml with the program's name alone."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_HEAD}<Properties xmlns="{namespace}"><Application>Tổng kết</Application></Properties>'.encode()


def custom_properties(values: Mapping[str, str]) -> bytes:
    """docProps/custom.xml: text values under their names."""
    kinds = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    lines = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f"{_HEAD}<Properties {kinds}>{lines}</Properties>".encode()
