"""Reading and checking one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from tongket.checking.check import check_report
from tongket.errors import ReadError, TongketError, failed_on
from tongket.files.attach import with_appendices
from tongket.files.folder import walk_reports
from tongket.files.naming import shown_name
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.programmes.load import list_programmes
from tongket.programmes.match import answers, match_report
from tongket.reading.read import read_source
from tongket.road.appendices import with_tables
from tongket.road.cores import cores
from tongket.road.readying import conversions_kept, converted_ahead, unpacked


def read(path: str | Path, *, name: str = "", appendices: Sequence[str | Path] = ()) -> Report:
    """Read one report, with the ``appendices`` that were sent in files of their own (workbooks, tables).

    ``name`` is the file's name for people where it lies under another.

    Raises:
        ReadError: a file cannot be read, or is refused for its secrecy mark (FailedError: by the program's fault).
    """
    name = name or shown_name(Path(path).name)
    try:
        source = open_source(Path(path), name, workers=cores())
        others = [open_source(Path(one), workers=cores()) for one in appendices]
        return read_source(with_appendices(source, others))
    except TongketError:
        raise
    except Exception as error:  # readers raise nothing; where one does, a file must not sink a province
        raise failed_on(error, where=name) from error


def read_each(
    paths: Sequence[str | Path], *, appendices: Sequence[str | Path] = ()
) -> Iterator[tuple[str, Report | TongketError]]:
    """The reports in ``paths``, one after another, each under its name; of a folder or an archive (.zip) those in it.

    ``appendices`` belong to the first report. A file that cannot be read gives its error, and the others go on.
    """
    named: list[Path] = []
    for path in map(Path, paths):
        try:
            named += _files_of(path)
        except ReadError as error:
            yield str(path), error
    given = {Path(path) for path in paths}
    with unpacked([(path, str(path)) for path in named]) as (files, left_out), conversions_kept() as store:
        yield from ((error.where, error) for error in left_out)
        own = list(appendices)
        for file in converted_ahead(with_tables(files, loose=True), lambda file: file.path, store):
            tables = [*own, *(path for path, _ in file.appendices)]
            own = []
            shown, packed = shown_name(PurePath(file.name).name), file.path not in given
            try:
                yield file.name, read(file.path, name=shown, appendices=tables)
            except TongketError as error:
                if packed and error.where == shown:  # the message says which file of which archive or folder
                    error.where = file.name
                yield file.name, error


def _files_of(path: Path) -> list[Path]:
    """The files of a folder that could be reports, or the one file that ``path`` is."""
    if not path.is_dir():
        return [path]
    found = list(walk_reports(path))
    if not found:
        raise ReadError(
            N_("the folder holds no file that could be a report."),
            N_("Name the folder in which the reports lie."),
            where=str(path),
        )
    return found


def check(report: Report) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    Where it answers a built-in programme, what that asks counts too.
    """
    answered = [one for one in list_programmes() if answers(report, one).how != "no"]
    return check_report(report, asked=[(one, match_report(report, one)) for one in answered])
