"""Set the labelled reports of this folder: .docx or .txt and their truth from the marks, then other kinds of file.

    python tests/gold/make.py             what the marks say: same marks, same bytes
    python tests/gold/make.py --formats   the kinds that a report's head asks for (``formats``), by LibreOffice

``formats`` may name doc, rtf, odt, html, pdf, scan.pdf (pictures of the pages, 200 dots an inch), tcvn3.doc and
vni.doc (typed in the fonts of before Unicode). The marks are those of ``tests/handwritten/marks.py``. No part of the
library is used.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "handwritten"))  # before this folder, which has a make.py too

from make import set_reports  # noqa: E402 - it lies beside the other reports

_DPI = 200


def set_formats() -> None:
    """Write every report in the kinds of file that its head asks for."""
    for path in sorted((HERE / "marked").glob("*.txt")):
        head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
        for kind in head.get("formats", ()):
            source = HERE / head["file"]
            source.with_name(f"{source.stem}.{kind}").write_bytes(_made(source, kind))


def _made(source: Path, kind: str) -> bytes:
    if kind == "scan.pdf":
        return _scanned(_converted(source, "pdf"))
    if kind in {"tcvn3.doc", "vni.doc"}:
        from old_letters import typed_in

        with tempfile.TemporaryDirectory() as folder:
            old = Path(folder) / "old.docx"
            old.write_bytes(typed_in(source.read_bytes(), kind.partition(".")[0]))
            return _converted(old, "doc")
    return _converted(source, kind)


def _converted(source: Path, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        wanted = {"html": "html:XHTML Writer File"}.get(kind, kind)
        command = ["soffice", "--headless", profile, "--convert-to", wanted, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (Path(folder) / f"{source.stem}.{kind}").read_bytes()


def _scanned(pdf: bytes) -> bytes:
    """The pages of ``pdf`` as black and white pictures in a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=_DPI / 72).to_pil().convert("L") for page in document]
    bilevel = [page.point(lambda level: 255 * (level > 150)).convert("1") for page in pages]
    held = io.BytesIO()
    bilevel[0].save(held, "PDF", save_all=True, append_images=bilevel[1:], resolution=_DPI)
    return held.getvalue()


if __name__ == "__main__":
    set_reports(HERE)
    if "--formats" in sys.argv:
        set_formats()
