"""The same reader inside Spark, for more reports than one machine reads in a night: binary files in, facts out.

    tongket facts read hdfs://.../bao-cao --into facts --programme ct-06-tu --spark yarn

Executors need this package and nothing else; they open no file of ours and write none. The driver keeps the work list
and writes the facts, as ``read_many`` does: the bytes are the same, and a run that was ended goes on.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tongket.consolidating.facts import write_observations
from tongket.errors import ReadError
from tongket.files.folder import reports_among
from tongket.files.naming import shown_name
from tongket.files.open import MAX_FILE, empty, source_of, too_large
from tongket.messages import N_
from tongket.model.consolidations import LeftOut
from tongket.model.tables import OBSERVATIONS
from tongket.reading.read import read_source
from tongket.road.many import ManyRead, Reader, Task, load_reader, read_tasks, writing_facts
from tongket.road.names import Progress
from tongket.road.pool import Crashed, Setup
from tongket.road.work_list import Line

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import SparkSession

_NOTHING = hashlib.sha256().hexdigest()
_BATCH = 5_000  # files read before the driver writes: what comes back of them fits its memory
_GLOB = re.compile(r"([\\*?\[\]{}])")
_SCHEMA = "path string, state string, amount long, doubtful long, reason string, name string, facts binary"


@contextmanager
def spark_session(master: str = "local[*]") -> Iterator[SparkSession]:
    """A session of this program's own on ``master`` ('local[*]', 'spark://...', 'yarn'); executors on this machine run
    the same Python. Needs the extra ``spark`` and Java 17.
    """
    from tongket.consolidating.engines.spark import engine

    with engine(master) as running:
        yield running.session


def read_on_spark(
    session: SparkSession,
    folder: str,
    facts: str | Path,
    programme: str | Path,
    *,
    round_file: str | Path | None = None,
    progress: Progress = lambda _step, _done, _of: None,
) -> ManyRead:
    """Read the reports below ``folder`` (any address that Spark reads) into the folder ``facts`` of this machine.

    The same as ``read_many`` in all that is left behind, but that it looks for no round beside the folder.

    Raises:
        ReadError, ProgrammeError: as ``read_many``.
    """
    reader = load_reader(programme, round_file)
    root = _qualified(session, folder)
    listed = _listed(session, root)
    paths = {path.removeprefix(root).lstrip("/"): path for path in listed}
    files = [Task(paths[name], shown_name(name), listed[paths[name]]) for name in reports_among(paths)]
    with writing_facts(Path(facts), reader.programme) as work_list:
        return read_tasks(files, len(files), partial(_read, session, reader, Path(facts)), work_list, progress)


def _qualified(session: SparkSession, folder: str) -> str:
    """``folder`` as Spark writes it in front of the names of its files.

    Raises:
        ReadError: there is no such folder.
    """
    jvm: Any = session.sparkContext._jvm
    path = jvm.org.apache.hadoop.fs.Path(folder)
    system = path.getFileSystem(session.sparkContext._jsc.hadoopConfiguration())
    if not system.exists(path) or not system.getFileStatus(path).isDirectory():
        raise ReadError(
            N_("there is no such folder."), N_("Check the name, or name the folder above."), where=str(folder)
        )
    return str(system.makeQualified(path).toString())


def _listed(session: SparkSession, root: str) -> dict[str, str]:
    """The files below ``root`` with the hashes of their contents; "" for those too large to be opened."""
    from pyspark.sql.functions import col, lit, sha2

    found = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(_literal(root))
    small = found.filter(col("length") <= MAX_FILE).select("path", sha2(col("content"), 256))
    large = found.filter(col("length") > MAX_FILE).select("path", lit(""))
    hashes = {row[0]: row[1] for row in (*small.collect(), *large.collect())}
    every = {unquote(path).replace("file:///", "file:/", 1) for path in found.inputFiles()}
    passed = every - hashes.keys()  # Spark reads no file of no bytes, and says nothing
    return hashes | dict.fromkeys(passed, _NOTHING)


def _literal(path: str) -> str:
    return _GLOB.sub(r"\\\1", path)


def _read(
    session: SparkSession, reader: Reader, facts: Path, tasks: Iterator[Task]
) -> Iterator[tuple[Task, Line | Crashed]]:
    """The lines of ``tasks``, after their facts were written."""
    while batch := list(islice(tasks, _BATCH)):
        names = {task.path: task.name for task in batch if task.sha256 not in ("", _NOTHING)}
        found = _read_batch(session, reader, names) if names else {}
        for task in batch:
            if task.path not in names:
                refused = empty(task.name) if task.sha256 else too_large(task.name)
                yield task, Line(task.sha256, task.name, "left-out", reason=refused.message())
                continue
            one = found.get(task.path)
            if one is None:  # it was taken away in the meantime
                yield task, Crashed()
                continue
            if one.facts is not None:
                _write_once(facts / OBSERVATIONS.name / one.name, bytes(one.facts))
            yield task, Line(task.sha256, task.name, one.state, one.amount, one.doubtful, one.reason)


def _read_batch(session: SparkSession, reader: Reader, names: Mapping[str, str]) -> dict[str, Any]:
    """What the executors made of the files ``names`` (path, name), by path."""
    files = session.read.format("binaryFile").load([_literal(path) for path in names]).select("path", "content")
    setup = Setup(_nothing)  # as it is chosen here, on the driver
    rows = files.mapInArrow(partial(_read_on_executor, setup, reader, dict(names)), _SCHEMA).collect()
    return {row.path: row for row in rows}


def _nothing() -> None:
    """An executor needs the language and the documents in use, and no more."""


def _read_on_executor(
    setup: Setup, reader: Reader, names: Mapping[str, str], batches: Iterator[RecordBatch]
) -> Iterator[RecordBatch]:
    import pyarrow

    setup.begin()
    for batch in batches:
        rows = [_row(reader, names[one["path"]], one) for one in batch.to_pylist()]
        if rows:
            yield pyarrow.RecordBatch.from_pylist(rows, schema=_arrow_schema())


def _row(reader: Reader, name: str, file: Mapping[str, Any]) -> dict[str, Any]:
    taken = reader.take(name, lambda: read_source(source_of(file["content"], name.rpartition("/")[2])))
    blank = {"path": file["path"], "amount": 0, "doubtful": 0, "reason": "", "name": "", "facts": None}
    if isinstance(taken, LeftOut):
        return {**blank, "state": "left-out", "reason": taken.reason}
    count = len(taken.observations)
    found = {**blank, "state": "written" if count else "nothing", "amount": count, "doubtful": taken.doubtful}
    with tempfile.TemporaryDirectory() as folder:
        for path in write_observations(Path(folder), taken.observations):
            found |= {"name": path.name, "facts": path.read_bytes()}
    return found


def _arrow_schema() -> Any:
    import pyarrow

    types = {"string": pyarrow.string(), "long": pyarrow.int64(), "binary": pyarrow.binary()}
    return pyarrow.schema([(name, types[kind]) for name, kind in (one.split() for one in _SCHEMA.split(", "))])


def _write_once(path: Path, data: bytes) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(data)
        unfinished.replace(path)
