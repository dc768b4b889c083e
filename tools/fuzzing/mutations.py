"""Changes to files that keep their form: a part of a package, an object of a PDF, a chunk of a picture, a word.

A package whose bytes are changed blindly ends at its checksums; nothing behind them would ever be reached.
"""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

from lxml import etree

Change = Callable[[bytes, random.Random], bytes]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?)stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_PNG = b"\x89PNG\r\n\x1a\n"
_VALUES = ("", "-1", "0", "1", "9" * 30, "99999", "1.5", "true", "none", "%1%9.", "\u0660", "A1:XFD1048576", "é", "#")
_NUMBERS = ("0", "00", "-1", "1", "9" * 25, "1.234.567", "0,5", "12,5%", "31/02/2026", "93/93", "1/0", "2021 - 2019")
_OPERATORS = re.compile(rb"\s+")


def any_change(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a change that suits what it is."""
    if data.startswith(b"PK"):
        return package_change(data, chance)
    if data.startswith(b"%PDF"):
        return pdf_change(data, chance)
    if data.startswith(_PNG):
        return png_change(data, chance)
    if data.lstrip()[:1] == b"<":
        return chance.choice((xml_change, xml_change, text_change))(data, chance)
    return byte_change(data, chance)


def byte_change(data: bytes, chance: random.Random, strokes: int = 0) -> bytes:
    """Bytes changed, taken out, doubled or zeroed, ``strokes`` times; 0: a few times."""
    found = bytearray(data)
    for _ in range(strokes or chance.choice((1, 1, 2, 5))):
        at, length = chance.randrange(max(len(found), 1)), chance.choice((1, 1, 2, 4, 30))
        match chance.randrange(5):
            case 0:
                found[at : at + length] = chance.randbytes(length)
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length] * chance.choice((1, 2, 50))
            case 3:
                found[at : at + length] = b"\xff" * length
            case _:
                found[at : at + length] = bytes(length)
    return bytes(found)


def text_change(data: bytes, chance: random.Random, phrases: Sequence[str] = ()) -> bytes:
    """Words and lines taken out, moved, repeated, and put in from ``phrases``; numbers made odd."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        words = [found.span() for found in _WORDS.finditer(text)] or [(0, len(text))]
        first = chance.randrange(len(words))
        last = min(first + chance.choice((0, 0, 1, 3, 10, 60)), len(words) - 1)
        start, end = words[first][0], words[last][1]
        place = chance.choice(words)[chance.randrange(2)]
        piece = text[start:end]
        match chance.randrange(7):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:place] + piece + text[place:]
            case 2:
                text = text[:end] + piece * chance.choice((1, 2, 20, 200)) + text[end:]
            case 3:
                text = text[:start] + chance.choice(_NUMBERS) + text[end:]
            case 4:
                text = (
                    text[:place]
                    + chance.choice("\n\t .,;:-–()[]“”\"'*_<>|%/\u0301\u00a0\u200b\u00ad¹\f")
                    + text[place:]
                )
            case _ if phrases:
                text = text[:place] + chance.choice(("", " ", "\n", "\t")) + chance.choice(phrases) + text[place:]
            case _:
                text = text[:start] + piece.swapcase() + text[end:]
    return text.encode("utf-8", "surrogateescape")


def xml_change(data: bytes, chance: random.Random) -> bytes:
    """Elements moved, doubled, nested and taken out, values and texts changed: well-formed, and nonsense."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return byte_change(data, chance)
    try:
        for _ in range(chance.choice((1, 2, 4, 12))):
            elements = [one for one in root.iter() if isinstance(one.tag, str) and one.getparent() is not None]
            if not elements:
                break
            _change_element(chance.choice(elements), chance.choice(elements), chance)
        return etree.tostring(root, encoding="utf-8", xml_declaration=True)
    except (etree.LxmlError, ValueError):  # an element written by itself may use a namespace that is not declared there
        return byte_change(data, chance)


def _change_element(one: etree._Element, other: etree._Element, chance: random.Random) -> None:
    parent = one.getparent()
    match chance.randrange(8):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if one is not other and one not in list(other.iterancestors()):
            other.append(one)
        case 2:
            for _ in range(chance.choice((1, 1, 2, 30))):
                one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
        case 3 | 4 if one.attrib:
            one.attrib[chance.choice(list(one.attrib))] = chance.choice((*_VALUES, *other.attrib.values()))
        case 5:
            one.attrib.update(other.attrib)
        case 6:
            words = text_change((one.text or "a").encode(), chance).decode("utf-8", "replace")
            one.text = "".join(char for char in words if char in "\t\n" or char >= " ").replace("\uffff", "")
        case _:
            one.tag = other.tag


def package_change(data: bytes, chance: random.Random) -> bytes:
    """A part of a zip package changed, taken out, doubled or named otherwise, with its checksum right."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:  # noqa: BLE001, RUF100 - what changes of bytes have left of it is changed as bytes
        return byte_change(data, chance)
    if not parts or chance.random() < 0.05:
        return byte_change(data, chance)
    heavy = [name for name in parts if name.endswith(("document.xml", "sheet1.xml", "content.xml"))]
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice([*parts, *[name for name in heavy if name in parts] * len(parts)])
        match chance.randrange(20):
            case 0:
                parts.pop(name)
            case 1:
                parts[chance.choice(("/", "../", "a/", "")) + name.swapcase()] = parts.pop(name)
            case 2:
                parts[chance.choice(list(parts))] = parts[name]
            case _:
                parts[name] = any_change(parts[name], chance)
        if not parts:
            break
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name or "a", content)
    return held.getvalue()


def png_change(data: bytes, chance: random.Random) -> bytes:
    """A chunk changed, doubled or taken out, with its checksum right; the dots are changed unpacked."""
    chunks: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += length + 12
    if not chunks:
        return byte_change(data, chance)
    index = chance.randrange(len(chunks))
    kind, content = chunks[index]
    match chance.randrange(6):
        case 0:
            del chunks[index]
        case 1:
            chunks.insert(index, chance.choice(chunks))
        case _:
            chunks[index] = kind, packed_change(content, chance) if kind == b"IDAT" else byte_change(content, chance)
    made = [_PNG]
    for kind, content in chunks:
        made += [struct.pack(">I", len(content)), kind, content, struct.pack(">I", zlib.crc32(kind + content))]
    return b"".join(made)


def packed_change(data: bytes, chance: random.Random, change: Change = byte_change) -> bytes:
    """``data`` unpacked, changed, and packed again."""
    try:
        return zlib.compress(change(zlib.decompress(data), chance), 1)
    except zlib.error:
        return byte_change(data, chance)


def pdf_change(data: bytes, chance: random.Random) -> bytes:
    """An object of a PDF changed: its dictionary, or its stream unpacked; with a right table of places."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    if not objects or chance.random() < 0.05:
        return byte_change(data, chance)
    streams = [number for number, body in objects.items() if b"stream" in body]
    for _ in range(chance.choice((1, 1, 2, 4))):
        number = chance.choice(streams if streams and chance.random() < 0.6 else list(objects))
        objects[number] = _object_change(objects[number], objects, chance)
    trailer = (
        data[data.rfind(b"trailer") + 7 : data.rfind(b"startxref")] if b"trailer" in data else b"<< /Root 1 0 R >>"
    )
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start, most = len(out), max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (most + 1)
    for number in range(1, most + 1):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer%s\nstartxref\n%d\n%%%%EOF\n" % (trailer.rstrip(), start)
    return bytes(out)


def _object_change(body: bytes, objects: dict[int, bytes], chance: random.Random) -> bytes:
    found = _STREAM.match(body)
    if found is None or chance.random() < 0.2:
        if chance.random() < 0.1:
            return chance.choice(list(objects.values()))
        head = body if found is None else found[1]
        return tokens_change(head, chance) + (b"" if found is None else body[found.end(1) :])
    said, content = found[1], found[2]
    if b"/FlateDecode" in said:
        changed = packed_change(content, chance, tokens_change)
    else:
        changed = chance.choice((tokens_change, byte_change))(content, chance)
    said = re.sub(rb"/Length \d+( 0 R)?", b"/Length %d" % len(changed), said)
    return b"%sstream\n%s\nendstream" % (said, changed)


def tokens_change(data: bytes, chance: random.Random) -> bytes:
    """Numbers, names and operators changed, moved, repeated and taken out."""
    tokens = _OPERATORS.split(data)
    for _ in range(chance.choice((1, 2, 6, 20))):
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        token = tokens[at]
        match chance.randrange(6):
            case 0:
                tokens[at] = tokens[other]
            case 1:
                tokens[at] = b""
            case 2:
                length = chance.choice((1, 4, 20))
                tokens[at:at] = tokens[other : other + length] * chance.choice((1, 1, 30))
            case 3 if re.fullmatch(rb"-?\d*\.?\d+", token):
                odd = (b"0", b"-1", b"1e9", b"99999999999", b"0.00001", b"-32768", b"%d" % chance.randrange(2000))
                tokens[at] = chance.choice(odd)
            case 4 if token.startswith(b"<") and len(token) > 4:
                tokens[at] = token[:1] + chance.randbytes(len(token) // 2).hex().encode()[: len(token) - 2] + token[-1:]
            case _:
                tokens[at] = byte_change(token, chance) if token else b"0"
    return b" ".join(tokens)
