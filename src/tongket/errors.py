"""All errors of the package, as a tree::

    TongketError            what, where, how to mend; said in Vietnamese or English
    ├── ReadError           a file cannot be read
    │   ├── SecretError     a file carries a secrecy mark and is refused at the door
    │   ├── NoRoomError     the disk is full, so nothing can be laid aside while a file is read
    │   └── FailedError     the program itself failed on a file
    ├── ProgrammeError      a programme, round or units file holds a mistake
    │   ├── FormulaError    a formula holds a mistake, shown with a caret under the place
    │   └── ProgrammeErrors several mistakes of one file, all of them
    └── ConsolidateError    a folder cannot be consolidated
        └── NothingFits     none of its files answers the programme, with the reason of each

A reader of reports raises nothing, a check yields findings; only the boundaries (files, programmes, the road) raise.
"""

from __future__ import annotations

import errno
import tempfile

from tongket.messages import N_, Said, say

_DISK_FULL = N_("the disk is full")
_NO_FOLDER = N_("there is no such folder")
_NO_RIGHT = N_("it is open in another program, or you have no right to write there")
_REASONS = {
    errno.ENOSPC: _DISK_FULL,
    errno.EDQUOT: _DISK_FULL,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.EEXIST: N_("a file stands where a folder should be"),
    errno.EISDIR: N_("a folder has this name"),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


def why_not_written(error: Exception) -> Said:
    """Why the system refused to write, in our own words: those of the system are English."""
    inner = error.args[0] if error.args and isinstance(error.args[0], OSError) else error  # as xlsxwriter wraps it
    code = inner.errno if isinstance(inner, OSError) else None
    return Said((_REASONS.get(code or 0, N_("the system refused it")),))


class TongketError(Exception):
    """What happened, where, and how to mend it.

    ``what`` and ``mend`` are message ids (English, see :mod:`tongket.messages`) whose placeholders are filled from
    ``facts``; ``where`` is a file name, a cell, or a file with a line, printed as it is.
    """

    def __init__(self, what: str, mend: str, *, where: str = "", **facts: object) -> None:
        self.what, self.mend, self.where, self.facts = what, mend, where, facts
        super().__init__(self.message("en"))

    def message(self, lang: str | None = None) -> str:
        """The whole sentence in ``lang`` (``"vi"`` or ``"en"``; None: the language in use)."""
        parts = [say(self.what, lang, **self.facts), say(self.mend, lang, **self.facts)]
        sentence = " ".join(part for part in parts if part)
        return f"{self.where}: {sentence}" if self.where else sentence

    def __str__(self) -> str:
        return self.message()


class ReadError(TongketError):
    """A file that cannot be read."""


class SecretError(ReadError):
    """A document marked Mật, Tối mật or Tuyệt mật: refused, and nothing of it is kept."""


class FailedError(ReadError):
    """The program itself failed on a file: said as such, and one file does not sink the others."""

    def __init__(self, error: Exception, *, where: str) -> None:
        super().__init__(
            N_("the program failed on this file ({error}); it is a mistake of the program, not yours."),
            N_(
                "Save the file again in Word and try once more; if it fails again, report this line to those who "
                "maintain the program."
            ),
            where=where,
            error=type(error).__name__,
        )


class NoRoomError(ReadError):
    """The disk of the temporary files is full: the file itself may be sound."""

    def __init__(self, *, where: str = "") -> None:
        super().__init__(
            N_("the disk is full: there is no room for the temporary files of this program."),
            N_("Make room on the disk (temporary files lie in {folder}), then do the same again."),
            where=where,
            folder=tempfile.gettempdir(),
        )


def is_disk_full(error: BaseException) -> bool:
    """Whether the system refused to write because there is no room, or because the share of the user is used up."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def failed_on(error: Exception, *, where: str) -> ReadError:
    """What is said where reading the file ``where`` ended in an ``error`` that no reader foresaw."""
    return NoRoomError(where=where) if is_disk_full(error) else FailedError(error, where=where)


class ProgrammeError(TongketError):
    """A mistake in a programme, a round or a units file; ``where`` is ``file:line``."""


class ProgrammeErrors(ProgrammeError):  # noqa: N818 - the plural is the meaning
    """All mistakes found in one file or programme, in reading order; ``message`` says one a line."""

    def __init__(self, errors: tuple[ProgrammeError, ...]) -> None:
        self.errors = errors
        first = errors[0]
        super().__init__(first.what, first.mend, where=first.where, **first.facts)

    def message(self, lang: str | None = None) -> str:
        """Every mistake in ``lang``, one a line."""
        return "\n".join(error.message(lang) for error in self.errors)


class FormulaError(ProgrammeError):
    """A mistake in a formula: below the sentence stand the formula and a caret under the character ``at``."""

    _SHOWN = 100  # characters of a long formula around the place

    def __init__(self, what: str, mend: str, *, text: str, at: int, where: str = "", **facts: object) -> None:
        self.text, self.at = text, at
        super().__init__(what, mend, where=where, **facts)

    def message(self, lang: str | None = None) -> str:
        """The whole sentence in ``lang``, then the formula, then the caret."""
        return f"{super().message(lang)}\n    {self.shown}\n    {' ' * self.column}^"

    @property
    def shown(self) -> str:
        """The formula in one line; of a long one what stands around the place."""
        line = "".join(" " if char.isspace() else char for char in self.text)
        return line[self._first : self._first + self._SHOWN]

    @property
    def column(self) -> int:
        """Where the caret stands below ``shown``, from 0."""
        return self.at - self._first

    @property
    def _first(self) -> int:
        return max(0, self.at - self._SHOWN // 2) if len(self.text) > self._SHOWN else 0


class ConsolidateError(TongketError):
    """A folder that cannot be consolidated: nothing was written."""


class NothingFits(ConsolidateError):  # noqa: N818 - said of the folder; it is one of those that cannot be consolidated
    """No file answers the programme; ``reasons`` are whole sentences, one for each file, in the language in use."""

    def __init__(self, what: str, mend: str, *, reasons: tuple[str, ...], where: str = "", **facts: object) -> None:
        self.reasons = reasons
        super().__init__(what, mend, where=where, **facts)

    def message(self, lang: str | None = None) -> str:
        """Why each file is not used, one a line, then that none is left."""
        return "\n".join([*self.reasons, super().message(lang)])
