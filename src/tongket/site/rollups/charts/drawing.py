"""Drawing charts in the worker, where the library stays loaded; a drawing is kept by the hash of its specification."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor
from tongket.site.rollups.charts import specs
from tongket.site.rollups.charts.chart import Chart, Spec

KIND = "draw-charts"
AGAIN = dt.timedelta(minutes=2)
_LOCALES = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đ"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", " đ"]},
}
_SVG = "http://www.w3.org/2000/svg"
# The colours of a drawing are those of the light page; as classes they follow the theme.
_CLASSES = {
    specs.BAR: "c1", specs.SECOND: "c2", specs.GREY: "c4", specs.INK: "ink", specs.INK2: "ink2", specs.INK3: "ink3",
    specs.LINE: "line", specs.PAPER: "paper",
}  # fmt: skip
_KEEP = frozenset((
    "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "transform", "fill", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-miterlimit", "text-anchor", "font-size", "font-weight", "opacity", "width", "height",
    "viewBox", "display",
))  # fmt: skip
_KEY = re.compile(r"[0-9a-f]{64}")


def drawing_path(key: str) -> Path:
    """Where the drawing of a specification lies.

    Raises:
        ValueError: ``key`` is no hash.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(key)
    return settings.DATA.made / "charts" / f"{key}.svg"


def drawn(chart: Chart) -> SafeString | None:
    """The drawing of ``chart`` for the page, None while there is none."""
    return shown(chart.key, chart.sentence)


def shown(key: str, sentence: str) -> SafeString | None:
    """The drawing of a specification by its hash, read out as ``sentence``; None while there is none."""
    path = drawing_path(key)
    if not path.exists():
        return None
    label = escape(sentence)
    svg = path.read_text("utf-8").replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    return mark_safe(svg)  # noqa: S308 - put together by `for_page` from known elements and attributes; the label is escaped


def order_drawings(actor: Actor, charts: Iterable[Chart]) -> list[Job]:
    """Queue those of ``charts`` that are neither drawn nor queued; the jobs under way, for their errors."""
    wanted = {chart.key: chart.spec for chart in charts if not drawing_path(chart.key).exists()}
    known = Job.objects.filter(kind=KIND, argument__keys=sorted(wanted)).exclude(state=Job.State.DONE)
    recent = known.exclude(state=Job.State.FAILED, ended__lt=now() - AGAIN)  # what failed is tried again later
    under_way = list(recent.order_by("-pk")[:1]) if wanted else []
    if wanted and not under_way:
        under_way = [start(KIND, {"keys": sorted(wanted), "specs": wanted}, actor)]
    return under_way


@work(KIND)
def draw_charts(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Draw the specifications of a job, one by one."""
    wanted: dict[str, Spec] = job.argument["specs"]
    for done, (key, spec) in enumerate(wanted.items()):
        progress(done, len(wanted))
        keep_drawing(key, spec, str(job.pk))
    return {"drawn": len(wanted)}


def keep_drawing(key: str, spec: Spec, writer: str) -> None:
    """Draw a specification for pages, unless it is drawn; ``writer`` tells its unfinished file from others'."""
    path = drawing_path(key)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{writer}.part")
    unfinished.write_text(for_page(draw(spec)), encoding="utf-8")
    unfinished.replace(path)


def picture(spec: Spec) -> bytes:
    """A specification as PNG, for files that hold no shapes: three times its size, so that it prints sharp."""
    return _renderer().vegalite_to_png(spec, scale=3, format_locale=_locale(spec), allowed_base_urls=[])


def draw(spec: Spec) -> str:
    """A specification as SVG; nothing is fetched."""
    return _renderer().vegalite_to_svg(spec, format_locale=_locale(spec), allowed_base_urls=[])


def _locale(spec: Spec) -> dict[str, Any]:
    """How the axes write numbers: as the language in which the specification was made."""
    return _LOCALES.get(spec.get("usermeta", {}).get("language", ""), _LOCALES["vi"])


@cache
def _renderer() -> Any:
    import fontpkg_ibm_plex_sans
    import vl_convert

    vl_convert.register_font_directory(str(Path(fontpkg_ibm_plex_sans.__file__).parent / "files"))
    return vl_convert


def for_page(svg: str) -> str:
    """The drawing for a page under its content security policy: shapes and text alone, coloured by classes too.

    Elements and attributes that are not known are dropped: no style, script, link, font or name is left.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(svg.encode(), parser)
    made = _shape(root)
    for name in ("width", "height"):
        made.attrib.pop(name, None)
    made.set("class", "chart drawn")
    made.set("xmlns", _SVG)
    return etree.tostring(made, encoding="unicode")


def _shape(element: Any) -> Any:
    name = etree.QName(element).localname
    made = etree.Element(name)
    made.text = element.text
    for attribute, value in element.attrib.items():
        if attribute in _KEEP and "url(" not in value:
            made.set(attribute, value)
    looks = [f"{kind}-{_CLASSES[colour]}" for kind in ("fill", "stroke") if (colour := element.get(kind)) in _CLASSES]
    if looks:
        made.set("class", " ".join(looks))
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname in (
            "g",
            "path",
            "line",
            "rect",
            "circle",
            "text",
        ):
            if child.get("display") == "none" or child.get("d") == "M0,0h0v0h0Z":
                continue
            made.append(_shape(child))
    return made
