"""Reading and checking one report."""

from __future__ import annotations

from pathlib import Path

from tongket.checking.check import check_report
from tongket.errors import FailedError, TongketError
from tongket.files.naming import shown_name
from tongket.files.open import open_source
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.programmes.load import list_programmes
from tongket.programmes.match import answers, match_report
from tongket.reading.read import read_source


def read(path: str | Path) -> Report:
    """Read one report.

    Raises:
        ReadError: the file cannot be read, or is refused for its secrecy mark (FailedError: by the program's fault).
    """
    try:
        return read_source(open_source(Path(path)))
    except TongketError:
        raise
    except Exception as error:  # readers raise nothing; where one does, a file must not sink a province
        raise FailedError(error, where=shown_name(Path(path).name)) from error


def check(report: Report) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    Where it answers a built-in programme, what that asks counts too.
    """
    answered = [one for one in list_programmes() if answers(report, one).how != "no"]
    return check_report(report, asked=[(one, match_report(report, one)) for one in answered])
