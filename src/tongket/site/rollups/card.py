"""The card of an indicator (phiếu chỉ tiêu): definition, how it adds up, formula in words, owner, legal basis."""

from __future__ import annotations

from tongket.messages import N_, say
from tongket.model.programmes import Indicator, Programme
from tongket.writing.programme_card import aggregation_words, body_name, made_words, target_words


def card_of(programme: Programme, indicator: Indicator) -> list[tuple[str, str]]:
    """Headings and words, without those of which the programme says nothing."""
    lines = [
        (N_("Definition"), indicator.definition),
        (N_("Unit of measure"), indicator.unit_word),
        (N_("Adds up"), aggregation_words(indicator)),
        (N_("Computed"), made_words(programme, indicator)),
        (N_("Legal basis"), indicator.basis),
        (N_("Answers for it"), body_name(indicator.owner) if indicator.owner else say(N_("any body"))),
        (N_("Target"), "; ".join(target_words(indicator, one) for one in indicator.targets)),
        (N_("Replaces"), indicator.replaces),
    ]
    return [(say(heading), words) for heading, words in lines if words]
