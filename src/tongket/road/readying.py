"""Making files ready to be read: archives are unpacked, old Word files converted many at a time, ahead of reading."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tongket.errors import ReadError
from tongket.files.archives import is_archive, unpack
from tongket.files.conversions import convert_ahead, use_conversions

T = TypeVar("T")
Named = tuple[Path, str]  # a file, and the name by which it is spoken of

_AHEAD = 40  # files whose conversion begins together, before the first of them is read


@contextlib.contextmanager
def unpacked(files: Iterable[Named]) -> Iterator[tuple[list[Named], list[ReadError]]]:
    """``files`` with what archives among them hold in place of these, and what could not be unpacked.

    A packed file is named 'archive.zip/xã A/report.docx'; it lies in a temporary folder until the context ends.
    """
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as folder:
        given: list[Named] = []
        left_out: list[ReadError] = []
        for path, name in files:
            if not is_archive(path):
                given.append((path, name))
                continue
            into = Path(tempfile.mkdtemp(dir=folder))
            for found in unpack(path, into, file=name):
                if isinstance(found, ReadError):
                    left_out.append(found)
                else:
                    given.append((found.path, found.name))
        yield given, left_out


@contextlib.contextmanager
def conversions_kept() -> Iterator[Path]:
    """A place for what is converted ahead, which processes that are set up now look into, until the context ends."""
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as folder:
        use_conversions(Path(folder))
        try:
            yield Path(folder)
        finally:
            use_conversions(None)


def converted_ahead(things: Iterable[T], path_of: Callable[[T], Path], into: Path) -> Iterator[T]:
    """``things`` in their order; those whose files need it are converted first, some ahead of those being read.

    Only a few are held at a time, so that memory does not grow with their number.
    """
    coming = iter(things)

    def begin(thread: ThreadPoolExecutor) -> tuple[list[T], Future[None]]:
        some = list(islice(coming, _AHEAD))
        return some, thread.submit(convert_ahead, [path_of(one) for one in some], into)

    with ThreadPoolExecutor(1) as thread:
        some, done = begin(thread)
        while some:
            following = begin(thread)
            done.result()
            yield from some
            some, done = following
