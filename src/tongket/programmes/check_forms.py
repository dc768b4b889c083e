"""The rules of forms and of the outline: what rows, columns and sentences name exists and has that cell."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.messages import N_
from tongket.model.programmes import Form, FormRow, Indicator, OutlineItem, Programme, Sentence
from tongket.programmes.check_indicators import must_exist
from tongket.programmes.entries import Mistakes
from tongket.programmes.placeholders import has_open_brace, read_placeholders


def check_forms(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is wrong with any form."""
    for form in programme.forms:
        where = mistakes.at(form.file, form.line)
        roles = [column.role for column in form.columns]
        if roles.count("label") != 1 or "value" not in roles:
            mistakes.add(
                where,
                N_("The form '{code}' needs one column of role 'label' and at least one of role 'value'."),
                N_("Give each column its role: ordinal, label, value or note."),
                code=form.code,
            )
        by_column = tuple(column.indicator for column in form.columns if column.indicator)
        if not by_column and not any(row.indicators for row in form.rows):
            mistakes.add(
                where,
                N_("The form '{code}' asks for nothing: neither its rows nor its columns name an indicator."),
                N_("Write under 'indicators' of a row, or under 'indicator' of a column, what is filled in there."),
                code=form.code,
            )
        for code in by_column:
            must_exist(programme, code, where, mistakes)
        for row in form.rows:
            _check_row(programme, form, row, by_column, mistakes)


def _check_row(programme: Programme, form: Form, row: FormRow, by_column: tuple[str, ...], mistakes: Mistakes) -> None:
    where = mistakes.at(form.file, row.line)
    named = mistakes.at(form.file, row.line, "indicators")
    found = [must_exist(programme, code, named, mistakes) for code in row.indicators]
    if by_column and row.indicators:
        mistakes.add(
            where,
            N_("Both the row '{label}' and the columns name indicators."),
            N_("Let either the rows or the columns carry them."),
            label=row.label,
        )
    carried = [one for one in (found or [programme.indicator(code) for code in by_column]) if one]
    _check_cell(programme, carried, row.cell, mistakes.at(form.file, row.line, "cell"), mistakes)
    for column in form.columns:
        _check_cell(programme, carried, column.cell, where, mistakes)


def _check_cell(
    programme: Programme, indicators: Iterable[Indicator], cell: str, where: str, mistakes: Mistakes
) -> None:
    """A cell names one value of a dimension, or of several with '+' between, each of another dimension."""
    codes = [code for code in cell.split("+") if code]
    for indicator in indicators:
        taken = programme.cell(indicator, codes).split("+") if codes else []
        if sorted(taken) != sorted(codes):
            mistakes.add(
                where,
                N_("The indicator '{code}' has no cell '{cell}'."),
                N_("Give it a dimension that holds this value, or correct the cell."),
                code=indicator.code,
                cell=cell,
            )


def check_outline(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is wrong with any section and its sentences."""
    above = -1
    for item in programme.outline:
        where = mistakes.at(item.file, item.line)
        for code in item.forms:
            if code not in {form.code for form in programme.forms}:
                mistakes.add(
                    mistakes.at(item.file, item.line, "forms"),
                    N_("The form '{code}' does not exist."),
                    N_("Write it under 'forms', or correct the code."),
                    code=code,
                )
        if item.module and item.module not in {one.code for one in programme.modules}:
            mistakes.add(
                mistakes.at(item.file, item.line, "module"),
                N_("The programme does not use the module '{code}'."),
                N_("Write it under 'modules' in the head, or correct the code."),
                code=item.module,
            )
        for sentence in item.sentences:
            _check_sentence(programme, item, sentence, mistakes)
        if item.depth > above + 1:
            mistakes.add(
                where,
                N_("The section '{code}' lies deeper than one step below the section before it."),
                N_("Lower its 'depth' to {depth}."),
                code=item.code,
                depth=above + 1,
            )
        above = item.depth


def _check_sentence(programme: Programme, item: OutlineItem, sentence: Sentence, mistakes: Mistakes) -> None:
    where = mistakes.at(sentence.file or item.file, sentence.line)
    if has_open_brace(sentence.text):
        mistakes.add(
            where,
            N_("A brace of the sentence is not closed."),
            N_("Write a placeholder as an indicator's code between two braces."),
        )
    for mark in read_placeholders(sentence.text):
        indicator = programme.indicator(mark.indicator)
        if indicator is None:
            mistakes.add(
                where,
                N_("The sentence asks for '{code}', which is no indicator."),
                N_("Write an indicator's code between braces, and its cell after a slash."),
                code=sentence.text[mark.start : mark.end],
            )
            continue
        _check_cell(programme, (indicator,), mark.cell, where, mistakes)
        own = programme.cell(indicator, mark.cell.split("+"))
        if own != mark.cell and sorted(own.split("+")) == sorted(mark.cell.split("+")):
            mistakes.add(
                where,
                N_("The cell '{cell}' of '{code}' names its values in another order than its dimensions."),
                N_("Write '{own}'."),
                cell=mark.cell,
                code=indicator.code,
                own=own,
            )
