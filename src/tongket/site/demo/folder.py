"""The folder of a demonstration: made anew at each start, so that nothing typed into it stays."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from tongket.errors import TongketError
from tongket.messages import N_

MARK = "demo"  # a file in each folder that a demonstration made, and may wipe


class DemoError(TongketError):
    """The demonstration cannot be made there."""


def fresh_folder(data: Path | None) -> Path:
    """An empty folder: ``data/demo``, or one of its own in the temporary folder.

    Raises:
        DemoError: something else lies there, or DATABASE_URL names a database that holds real work.
    """
    if os.environ.get("DATABASE_URL"):
        raise DemoError(
            N_("A demonstration does not run on the database of DATABASE_URL."),
            N_("Start it without DATABASE_URL, or the site without --demo."),
        )
    home = data / "demo" if data else Path(tempfile.mkdtemp(prefix="tongket-demo-"))
    if home.exists() and any(home.iterdir()):
        if not (home / MARK).exists():
            raise DemoError(
                N_("This folder holds something else, and is not touched."),
                N_("Name another folder with --data."),
                where=str(home),
            )
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)
    (home / MARK).touch()
    return home
