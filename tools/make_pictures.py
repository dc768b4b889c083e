"""Make the README's pictures from the made-up province: pages of the report, and the findings page.

    .venv/bin/python tools/make_pictures.py

Needs LibreOffice (``soffice``), poppler (``pdftoppm``), ``chromium`` and ImageMagick (``convert``). The tests do not
run it.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import tongket
from samples.folder import write_folder

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SEED = 2026  # as in tools/make_samples.py
LARGEST = 250_000  # bytes of one picture
PAGE_HEIGHT = 990  # pixels of an A4 page upright: two of them side by side are about 1400 wide
PLAIN = ["-strip", "-define", "png:compression-level=9"]


def main() -> None:
    """Write the province, consolidate it, and take the pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_folder(folder, year=2026, programme="ct-06-tu", seed=SEED)
        out = folder / "out"
        tongket.consolidate(folder / "reports", "ct-06-tu", out)
        picture_report(out / "bao-cao.docx", folder, IMAGES / "bao-cao.png")
        picture_findings(out / "phat-hien.html", folder, IMAGES / "phat-hien.png")
    for picture in sorted(IMAGES.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.relative_to(ROOT)}: {size // 1000} kB")
        if size > LARGEST:
            raise SystemExit(f"{picture.name} is larger than {LARGEST // 1000} kB")


def picture_report(report: Path, folder: Path, picture: Path) -> None:
    """The first page and the programme's form (the first upright appendix), side by side."""
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
        "--outdir", str(folder), str(report))  # fmt: skip
    pdf = folder / f"{report.stem}.pdf"
    pages = [1, _page_of(pdf, "SỐ LIỆU KẾT QUẢ THỰC HIỆN")]
    images = []
    for page in pages:
        name = folder / f"page-{page}"
        run("pdftoppm", "-png", "-singlefile", "-scale-to", str(PAGE_HEIGHT), "-f", str(page), str(pdf), str(name))
        images.append(f"{name}.png")
    run("convert", *images, "-bordercolor", "#9aa5ad", "-border", "1", "-bordercolor", "#e9edf0", "-border", "8x12",
        "+append", "+dither", "-colors", "64", *PLAIN, str(picture))  # fmt: skip


def _page_of(pdf: Path, words: str) -> int:
    text = run("pdftotext", "-layout", str(pdf), "-")
    return next(number for number, page in enumerate(text.split("\f"), 1) if words in page)


def picture_findings(page: Path, folder: Path, picture: Path) -> None:
    """The top of the findings page, 1200 pixels wide."""
    raw = folder / "findings.png"
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,900",
        f"--screenshot={raw}", page.as_uri())  # fmt: skip
    run("convert", str(raw), "+dither", "-colors", "96", *PLAIN, str(picture))


def run(*command: str) -> str:
    """Run ``command`` and give what it printed."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=180).stdout


if __name__ == "__main__":
    main()
