"""All checks of one report, in the order of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from tongket.checking import (
    all_aims,
    all_apart,
    all_but_some,
    answers_misplaced,
    appendices,
    arithmetic,
    assemblies,
    ballots,
    bounded,
    broken_sentences,
    campaigns,
    carried_over,
    causes_told,
    changes,
    citation_slips,
    citing,
    contents_asked,
    contradictions,
    counted_points,
    cross_references,
    dates,
    days_counted,
    denials,
    denied_apart,
    denied_in_other_words,
    directions,
    documents,
    documents_in_order,
    documents_of_events,
    done_and_not,
    doubts,
    evaluations_answered,
    events,
    exceptions_told,
    form,
    growth_from_none,
    guiding_documents,
    headings_answered,
    hedges_told,
    issuers_told,
    judged_apart,
    kept_by_all,
    law_names,
    layout,
    leads_alone,
    listed_documents,
    lists_of_tables,
    magnitude,
    means_beside,
    measured,
    mentions,
    merged_units,
    named_lists,
    named_years,
    number_slips,
    numbering,
    numbers_in_order,
    openings_alone,
    order_of_acts,
    ordinals,
    other_units,
    outcomes_told,
    own_symbol,
    parts_of_years,
    period_titles,
    periods,
    periods_named,
    placeholders,
    plan_rates_of_rows,
    plans_ahead,
    plausible,
    plenums,
    presupposed,
    prices,
    privacy,
    remainders,
    requesters,
    reviews,
    reviews_told,
    roads,
    rows_of_two_times,
    said_of_all,
    school_terms,
    sessions,
    slips_in_text,
    spelling,
    stable_prices,
    stages,
    standing_apart,
    stated,
    steps,
    steps_in_turn,
    stocks_told_twice,
    subjects_alone,
    subsets_told,
    superseded,
    symbol_forms,
    tables,
    tables_in_text,
    tasks_behind,
    terms,
    titles_told,
    trends_of_years,
    unfinished,
    units,
    units_left_over,
    units_listed,
    unread,
    vast,
    verdicts,
    ways_apart,
    weekdays,
    wording,
    words_of_forms,
    years_reviewed,
)
from tongket.checking.asked import check_against_programme
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.places import Place, Span
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.unwrapping import going_on, unwrapped
from tongket.registry.units import Registry

Check = Callable[[Report], Iterable[Finding]]
Asked = tuple[Programme, Sequence[Match]]

CHECKS: tuple[Check, ...] = (
    form.check_head,
    form.check_signature,
    form.check_recipients,
    *requesters.CHECKS,
    *contents_asked.CHECKS,
    *layout.CHECKS,
    appendices.check_appendices,
    appendices.check_first_appendix,
    cross_references.check_references,
    cross_references.check_parts_counted,
    cross_references.check_lists_attached,
    cross_references.check_tables_below,
    form.check_named_results,
    form.check_causes,
    *headings_answered.CHECKS,
    *other_units.CHECKS,
    *units_left_over.CHECKS,
    evaluations_answered.check_evaluations_answered,
    numbering.check_numbering,
    *ordinals.CHECKS,
    unfinished.check_open_sentences,
    unfinished.check_dotted_blanks,
    unfinished.check_open_cells,
    unfinished.check_empty_sections,
    unfinished.check_requests_to_nobody,
    placeholders.check_placeholders,
    placeholders.check_paragraph_ends,
    *broken_sentences.CHECKS,
    *openings_alone.CHECKS,
    *subjects_alone.CHECKS,
    *words_of_forms.CHECKS,
    leads_alone.check_leads_alone,
    symbol_forms.check_symbols,
    symbol_forms.check_forms_of_symbols,
    symbol_forms.check_doubled_marks,
    assemblies.check_terms_of_assemblies,
    *citation_slips.CHECKS,
    documents.check_dates_of_documents,
    documents.check_years_of_symbols,
    documents.check_issuers,
    documents.check_organs,
    documents.check_types,
    documents.check_twins,
    *titles_told.CHECKS,
    law_names.check_names_of_laws,
    law_names.check_laws_misnamed,
    law_names.check_names_with_symbols,
    law_names.check_years_of_laws,
    plenums.check_plenums,
    number_slips.check_numbers_of_one_document,
    number_slips.check_numbers_of_known_documents,
    documents.check_incomplete_citations,
    documents.check_blank_numbers,
    mentions.check_days_left_out,
    mentions.check_numbers_of_any_year,
    mentions.check_statutes_barely_cited,
    mentions.check_document_of_closing,
    citing.check_own_number,
    own_symbol.check_own_symbol,
    citing.check_families,
    citing.check_known_issuers,
    citing.check_levels_of_issuers,
    issuers_told.check_levels_of_who_issued,
    issuers_told.check_levels_in_lists,
    issuers_told.check_abutting_issuers,
    citing.check_numbers_unread,
    citing.check_numbers_behind_issuers,
    superseded.check_superseded,
    documents_in_order.check_order_of_documents,
    listed_documents.check_listed_documents,
    listed_documents.check_documents_of_a_purpose,
    listed_documents.check_documents_under_headings,
    *guiding_documents.CHECKS,
    documents_in_order.check_documents_after_report,
    dates.check_impossible_dates,
    dates.check_impossible_months,
    weekdays.check_weekdays,
    named_years.check_lunar_years,
    named_years.check_years_of_events,
    years_reviewed.check_as_of,
    numbers_in_order.check_order_of_numbers,
    reviews.check_years_of_review,
    years_reviewed.check_years_of_directive,
    years_reviewed.check_spans_of_years,
    steps.check_order_of_steps,
    terms.check_terms_of_tasks,
    terms.check_terms_of_aims,
    steps.check_days_of_one_year,
    steps.check_events_after_report,
    steps.check_turns,
    steps.check_said_after,
    *steps_in_turn.CHECKS,
    events.check_days_of_events,
    *documents_of_events.CHECKS,
    *order_of_acts.CHECKS,
    periods.check_reporting_period,
    periods.check_years_to_come,
    periods.check_days_outside,
    period_titles.check_headings_of_periods,
    period_titles.check_titles_of_tables,
    school_terms.check_terms_of_tables,
    period_titles.check_ranges_of_appendices,
    period_titles.check_ranges_of_opening,
    period_titles.check_ranges_of_tasks,
    days_counted.check_days_counted,
    days_counted.check_counted_until,
    days_counted.check_counted_ahead,
    periods_named.check_closing_period,
    *reviews_told.CHECKS,
    periods_named.check_compared_periods,
    periods_named.check_same_time,
    periods_named.check_same_year,
    periods_named.check_months_counted,
    parts_of_years.check_months_of_parts,
    periods_named.check_anniversaries,
    periods_named.check_results_due,
    periods_named.check_years_counted,
    periods_named.check_years_past,
    periods_named.check_months_past,
    periods_named.check_school_years,
    periods_named.check_aims_of_tasks,
    *plans_ahead.CHECKS,
    *tasks_behind.CHECKS,
    arithmetic.check_ratios,
    arithmetic.check_sums,
    *named_lists.CHECKS,
    *counted_points.CHECKS,
    changes.check_changes,
    remainders.check_structures,
    directions.check_directions,
    directions.check_trends,
    directions.check_against_then,
    *trends_of_years.CHECKS,
    remainders.check_remainders,
    remainders.check_balances,
    carried_over.check_carried_over,
    ballots.check_ballots,
    outcomes_told.check_outcomes_told,
    means_beside.check_means,
    remainders.check_shares_of_a_whole,
    remainders.check_documents_counted,
    remainders.check_beyond_plans,
    standing_apart.check_rates_together,
    standing_apart.check_rates_of_shares,
    standing_apart.check_ranks,
    standing_apart.check_growth_since,
    standing_apart.check_compared,
    tables.check_total_rows,
    tables.check_total_columns,
    tables.check_flows,
    tables.check_rows_below,
    tables.check_blank_rows,
    *answers_misplaced.CHECKS,
    tables_in_text.check_text_against_tables,
    tables_in_text.check_members_against_tables,
    plan_rates_of_rows.check_plan_rates_of_rows,
    lists_of_tables.check_lists_of_tables,
    denials.check_denials,
    denials.check_named_rows,
    said_of_all.check_said_of_all,
    said_of_all.check_exceptions_to_all,
    said_of_all.check_in_time,
    said_of_all.check_denied_of_all,
    *verdicts.CHECKS,
    *all_aims.CHECKS,
    *contradictions.CHECKS,
    *causes_told.CHECKS,
    *stable_prices.CHECKS,
    *exceptions_told.CHECKS,
    *hedges_told.CHECKS,
    *growth_from_none.CHECKS,
    *presupposed.CHECKS,
    *denied_apart.CHECKS,
    *denied_in_other_words.CHECKS,
    *all_apart.CHECKS,
    *all_but_some.CHECKS,
    *kept_by_all.CHECKS,
    *ways_apart.CHECKS,
    *judged_apart.CHECKS,
    *done_and_not.CHECKS,
    *stocks_told_twice.CHECKS,
    slips_in_text.check_slips_against_tables,
    slips_in_text.check_beside_totals,
    slips_in_text.check_rows_of_titles,
    *rows_of_two_times.CHECKS,
    *stated.CHECKS,
    magnitude.check_money,
    magnitude.check_shares,
    magnitude.check_means,
    magnitude.check_rows_against_rows,
    plausible.check_per_head,
    plausible.check_prices,
    plausible.check_sums_for_many,
    bounded.check_supported,
    bounded.check_members,
    measured.check_measures,
    plausible.check_counts,
    plausible.check_weights,
    plausible.check_parts,
    *subsets_told.CHECKS,
    *stages.CHECKS,
    *prices.CHECKS,
    *roads.CHECKS,
    *sessions.CHECKS,
    plausible.check_leaps,
    *vast.CHECKS,
    merged_units.check_merged_units,
    wording.check_abbreviations,
    wording.check_orthography,
    spelling.check_spelling,
    campaigns.check_names_of_campaigns,
    privacy.check_personal_data,
    doubts.check_scan,
    doubts.check_doubtful_numbers,
    doubts.check_garbled_headings,
    doubts.check_exact_counts,
    unread.check_unread,
)


_OPENS = re.compile(r"(?:Thực hiện|Căn cứ|Triển khai|Trên cơ sở|Theo)(?!\w)")  # below a title, which has no full stop


def check_report(report: Report, registry: Registry | None = None, asked: Sequence[Asked] = ()) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    ``registry`` is the table of units to judge names by; None: the built-in one. ``asked`` are the programmes that the
    report answers, each with its matches. Two checks may see one fault: it is said once.
    """
    report = unread.as_far_as_read(report)
    starts = [start for start in going_on(report) if not _OPENS.match(report.text, start)]
    if starts:  # checks look for words of several syllables, whatever line each stands on
        report = replace(report, source=replace(report.source, text=unwrapped(report.text, starts)))
    once: dict[tuple[str, Place], Finding] = {}
    told: set[tuple[str, frozenset[Place]]] = set()
    for finding in _each_denial_once(_all(report, registry, asked)):
        numbers = (finding.kind, frozenset((finding.place, *finding.related)))
        if not finding.related or numbers not in told:
            once.setdefault((finding.kind, finding.place), finding)
            told.add(numbers)
    return sorted(once.values(), key=_order)


def _all(report: Report, registry: Registry | None, asked: Sequence[Asked]) -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(report)
    yield from units.check_issuing_unit(report, registry)
    yield from units.check_stale_units(report, registry)
    yield from units_listed.check_units_listed(report, registry)
    for programme, matches in asked:
        yield from check_against_programme(report, programme, matches)


def _each_denial_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without a second one of two statements that deny each other, which another check reads a little
    longer or the other way round.
    """
    pairs: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)  # by the stretches in which they stand
    for finding in findings:
        other = finding.related[0] if finding.related else None
        if finding.case == "text" and isinstance(finding.place, Span) and isinstance(other, Span):
            ends = (finding.place, other)
            near = (pair for stretch in _stretches(ends) for pair in pairs.get(stretch, ()))
            if any(_touch(ends, pair) for pair in near):
                continue
            for pair in (ends, ends[::-1]):
                for stretch in _stretches(pair):
                    pairs[stretch].append(pair)
        yield finding


_STRETCH = 500  # letters of a text among which a statement is looked for


def _stretches(pair: tuple[Span, Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which two statements stand; those of statements that touch have one in common."""
    first, last = (range(one.start // _STRETCH, one.end // _STRETCH + 1) for one in pair)
    return product(first, last)


def _touch(pair: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return all(one.touches(other) for one, other in zip(pair, others, strict=True))


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.start, place.end, finding.kind) if isinstance(place, Span) else (1 << 60, 0, finding.kind)
