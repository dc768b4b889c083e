"""A programme out of a request letter and its forms: the letter is read like a report, its tables as forms."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tongket.errors import ReadError
from tongket.files.naming import shown_name
from tongket.files.open import open_source
from tongket.files.outputs import put_in_place
from tongket.messages import N_, say
from tongket.model.programmes import DirectiveRef, Programme
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.model.unwrapping import going_on, unwrapped
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.draft import Drafted, draft
from tongket.programmes.drafting.grids import grids_of_source
from tongket.programmes.drafting.letter import Letter
from tongket.programmes.drafting.outline import ReadOutline, outline_start, read_outline
from tongket.programmes.drafting.read_forms import ReadForm, read_form
from tongket.programmes.drafting.request import addressees, directive_subject, subject_line
from tongket.programmes.drafting.sheets import grids_of_workbook, is_workbook
from tongket.programmes.load import load_programme
from tongket.programmes.yaml_writing import write_programme
from tongket.reading.read import read_source
from tongket.vietnamese.unicode import nfc

LETTER_FILE, FORMS_FILE = "de-cuong.docx", "bieu-mau.xlsx"
_REPORT_ON = re.compile(
    r"[Bb]áo cáo[^.;\n]{0,100}?(?:thực hiện|triển khai|tình hình|kết quả)[^.;\n]{0,40}?\s(?:của\s|các\s)?\Z"
)
_WIDE = 110  # of the line above a group of indicators


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """A programme that was written, and the decisions that it rests on, each with its file and line."""

    programme: Programme
    decisions: tuple[Decision, ...]
    files: tuple[Path, ...]


def read_request(
    letter: Path | None, workbook: Path | None = None, answers: Mapping[str, str] | None = None
) -> Drafted:
    """The programme that a letter (.docx, .txt) and a workbook of forms (.xlsx) ask for; either may be absent.

    Raises:
        ReadError: a file cannot be read, is refused, or holds neither outline nor form.
    """
    if letter is not None and is_workbook(letter):
        letter, workbook = None, workbook or letter
    forms: list[ReadForm] = []
    outline = ReadOutline()
    head = Letter(file=shown_name((letter or workbook or Path("-")).name), text="")
    if letter is not None:
        source = open_source(letter)
        start = outline_start(source)
        head = _letter(read_source(source), start)
        outline = read_outline(source, start)
        forms += _forms_of(source)
    if workbook is not None:
        grids = grids_of_workbook(workbook)
        own = [form for grid in grids if (form := read_form(grid)) is not None]
        if not own:
            raise ReadError(
                N_("the workbook holds no form: no sheet has a header with a column of contents and one to fill in."),
                N_("Write a header row such as 'STT | Nội dung | Đơn vị tính | Số lượng' above the rows."),
                where=shown_name(workbook.name),
            )
        forms = _merged(forms, own)
    return draft(head, outline, forms, answers)


def _forms_of(source: Source) -> list[ReadForm]:
    return [form for grid in grids_of_source(source) if (form := read_form(grid)) is not None]


def _merged(letter: list[ReadForm], workbook: list[ReadForm]) -> list[ReadForm]:
    """The forms of the workbook, and those of the letter that it does not hold: the same form stands in both."""
    from tongket.programmes.words import normal

    def signature(form: ReadForm) -> frozenset[str]:
        return frozenset(normal(row.label) for row in form.rows) or frozenset(
            normal(column.title) for column in form.columns
        )

    held = [signature(form) for form in workbook]

    def is_held(form: ReadForm) -> bool:
        own = signature(form)
        return any(len(own & other) >= 0.7 * len(own) for other in held)

    return [*(form for form in letter if not is_held(form)), *workbook]


def _letter(report: Report, outline: int | None) -> Letter:
    text = report.text
    subject = subject_line(text) or report.letterhead.title or ""
    end = min((at for at in (outline, *(one.start for one in report.appendices)) if at), default=0)
    return Letter(
        file=report.source.file,
        text=nfc(unwrapped(text, going_on(report))),
        typed=nfc(text),
        subject=subject,
        issuer=report.letterhead.issuing_body or "",
        regime=report.letterhead.regime,
        directive=_directive(report, subject),
        recipients=report.recipients,
        addressees=addressees(text),
        symbol=report.letterhead.canonical or "",
        date=report.letterhead.date or "",
        end=len(nfc(text[:end])),
    )


def _directive(report: Report, subject: str) -> DirectiveRef | None:
    """The document that the subject names as reviewed; its date, issuer and subject from wherever the letter says."""
    found = [one for one in report.citations if one.symbol and one.symbol in subject]
    reviewed = report.subject.directive
    found = found or [one for one in report.citations if one.symbol and one.symbol == reviewed]
    found = found or [one for one in report.citations if one.symbol and one.kind == "full" and "kết" in subject.lower()]
    text = unwrapped(report.text, going_on(report))
    found = found or [one for one in report.citations if one.symbol and _REPORT_ON.search(text, 0, one.start)]
    if not found:
        return None
    first = found[0]
    same = [one for one in report.citations if one.symbol == first.symbol]
    date = next(
        (one.date for one in same if one.date and len(one.date) == 10), next((one.date for one in same if one.date), "")
    )
    issuer = next((one.issuer for one in same if one.issuer), "")
    about = next((title for one in same if (title := directive_subject(text, one.end, one.title or ""))), "")
    return DirectiveRef(first.type or "Văn bản", first.symbol or "", date or "", issuer or "", about)


def new_programme(
    letter: Path | None,
    out: Path,
    *,
    workbook: Path | None = None,
    answers: Mapping[str, str] | None = None,
) -> NewProgramme:
    """Draft a programme and write its folder, whole or not at all; it passes the programme check.

    Raises:
        ReadError: a file cannot be read, is refused, or holds neither outline nor form.
        ProgrammeError: what was drafted breaks a rule of programmes; nothing was written.
    """
    from tongket.road.decisions import DECISIONS_FILE, placed, write_decisions

    if out.exists() and (not out.is_dir() or any(out.glob("*.yaml"))):
        raise ReadError(
            N_("the folder already holds a programme, or is a file; nothing was written."),
            N_("Name a new folder with -o."),
            where=str(out),
        )
    drafted = read_request(letter, workbook, answers)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".tongket-") as made:
        folder = Path(made)
        written = write_programme(drafted.programme, folder)
        _comment(folder, drafted)
        checked = load_programme(folder)
        decisions = placed(drafted.decisions, checked, folder, out)
        write_decisions(decisions, folder / DECISIONS_FILE)
        names = [file.name for file in written] + [DECISIONS_FILE]
        put_in_place(folder, out, names)
    return NewProgramme(load_programme(out), decisions, tuple(out / one for one in names))


_CODE = re.compile(r"  - \{?code: \"?(?P<code>[^\s,}\"]+)")
_ABOVE = {
    "programme.yaml": N_("What is asked, drafted from the request letter; docs/programmes.md explains the format."),
    "indicators.yaml": N_("Codes are never used again; a change of unit, base or cells makes a new indicator."),
    "forms.yaml": N_("The rows and columns are those of the forms that reports fill in."),
    "outline.yaml": N_("'?' marks a figure without which the sentence says nothing."),
}


def _comment(folder: Path, drafted: Drafted) -> None:
    """Say above each file what it holds, and above each group of indicators what it is about."""
    for name, words in _ABOVE.items():
        file = folder / name
        if not file.is_file():
            continue
        lines = [f"# {say(words)}"]
        group = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            found = _CODE.match(line) if name == "indicators.yaml" else None
            own = drafted.groups.get(found["code"], "") if found else ""
            if own and own != group:
                lines += [f"  # --- {own} ".ljust(_WIDE, "-")[: max(_WIDE, len(own) + 8)]]
                group = own
            lines.append(line)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def write_blank_forms(name: str | Path, out: Path) -> tuple[Path, ...]:
    """Write the request letter and the workbook of forms of a programme into ``out``, which is made where absent.

    Raises:
        ProgrammeError: there is no such programme, or it holds a mistake.
        ReadError: the folder is a file.
    """
    from tongket.writing.blank_letter import write_letter
    from tongket.writing.blank_workbook import write_forms

    programme = load_programme(name)
    if out.exists() and not out.is_dir():
        raise ReadError(
            N_("the outputs need a folder, and this is a file."), N_("Name a folder with -o."), where=str(out)
        )
    out.mkdir(parents=True, exist_ok=True)
    written = [out / LETTER_FILE]
    write_letter(programme, written[0])
    if programme.forms:
        written.append(out / FORMS_FILE)
        write_forms(programme, written[1])
    return tuple(written)
