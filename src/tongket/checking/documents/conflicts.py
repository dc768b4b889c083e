"""The pages on citations that disagree or do not tell what they mean (viện dẫn mâu thuẫn, viện dẫn thiếu)."""

from __future__ import annotations

from tongket.checking.kinds import Case, Kind
from tongket.messages import N_

CITATION_CONFLICT = Kind(
    name="citation-conflict",
    title=N_("Two citations disagree"),
    meaning=N_(
        "One document is cited with two dates, two symbols or two numbers, or a citation contradicts itself: its "
        "type, its issuer or the sentence around it name another body than its symbol."
    ),
    example="Chỉ thị số 05-CT/TW ngày 15/5/2016 được quán triệt. Học tập Chỉ thị 05-CT/TW, ngày 5/5/2016.",
    not_flagged=N_(
        "The same date written in two ways (07-9-2021, 07/9/2021); two documents that share a number (another term, "
        "another subject); a citation without a date beside one with a date."
    ),
    severities=("error", "warning", "info"),
    cases={
        "date": Case(
            N_("{symbol} is dated {here} here and {there} elsewhere in the report."),
            N_("Check the document, and use its date in both places."),
        ),
        "known-date": Case(
            N_("{symbol} is dated {here} here; the document known under this number is of {there}."),
            N_("Check the document, and correct the date."),
        ),
        "in-force": Case(
            N_("{document} is of {issued}; it cannot have been in force from {on}."),
            N_("Check the document, and correct the day from which it is in force."),
        ),
        "not-yet": Case(
            N_("{document} is dated {date}; '{issuer}' has existed since {on} only."),
            N_("Check the document; correct the date or the issuer."),
        ),
        "no-longer": Case(
            N_("{document} is dated {date}; '{issuer}' existed until {on} only."),
            N_("Check the document; correct the date or the issuer."),
        ),
        "closing": Case(
            N_("The report closes as one on {here}; its title names {there}."),
            N_("Name the same document in both places."),
        ),
        "plenum": Case(
            N_("{document} ({date}) is said to be of '{plenum}', which opened on {opened}."),
            N_("Check the document; correct the plenum, the number or the date."),
        ),
        "symbol": Case(N_("'{here}' is written '{there}' everywhere else in the report."), N_("Write '{there}'.")),
        "type": Case(
            N_("It is called '{type}', but its symbol '{symbol}' is that of a '{by_symbol}'."),
            N_("Check the document; correct the type or the symbol."),
        ),
        "issuer": Case(
            N_("The symbol '{symbol}' is that of a body of {by_symbol} level, the text names '{issuer}'."),
            N_("Check who issued it; correct the symbol or the issuer."),
        ),
        "family": Case(
            N_("The symbol '{symbol}' is one of {by_symbol}, the text names '{issuer}'."),
            N_("Check who issued it; correct the symbol or the issuer."),
        ),
        "two-issuers": Case(
            N_("'{issuers}' names two bodies with nothing between them."),
            N_("Name the body that issued the document, or the document of the other as well."),
        ),
        "known-issuer": Case(
            N_("{symbol} is said to be of '{issuer}'; the document known under this number is of {known}."),
            N_("Check who issued it, and correct the issuer."),
        ),
        "known-number": Case(
            N_("The document of {date} with this title is known as {known}, not as {symbol}."),
            N_("Check the document, and correct the number."),
        ),
        "title-order": Case(
            N_("The title of {symbol} is '{known}'; its words stand in another order here."),
            N_("Copy the title from the document."),
        ),
        "title-other": Case(
            N_("{symbol} is known as on '{known}'; the title here is that of {other}."),
            N_("Check the document; correct the title, or number and day."),
        ),
        "two-titles": Case(
            N_("{symbol} is cited here as '{here}', and elsewhere in the report as '{there}'."),
            N_("Check the document, and use its title in both places."),
        ),
        "year": Case(
            N_("{symbol} is dated {date}; by its symbol it is of {year}."),
            N_("Check the document; correct the symbol or the date."),
        ),
        "organ": Case(
            N_("{symbol} is said to be of '{here}' here and of '{there}' elsewhere in the report."),
            N_("Check the document, and name the same issuer in both places."),
        ),
        "law-year": Case(
            N_("'{printed}': the law of this name is of {year}."), N_("Use the year in which it was passed.")
        ),
        "law-day": Case(
            N_("'{printed}': the law of this name was passed on {there}."), N_("Use the day on which it was passed.")
        ),
        "assembly": Case(
            N_("'{symbol}': in {year} the National Assembly was of term {term}."),
            N_("Check the document; correct the term or the year of its symbol."),
        ),
        "name": Case(N_("'{printed}': the law is called '{name}'."), N_("Write '{name}'.")),
        "programme": Case(N_("'{printed}': since 2012 the programme has been called '{name}'."), N_("Write '{name}'.")),
        "no-provision": Case(
            N_("'{printed}' is cited, and the last one is {last}."),
            N_("Correct the number of the provision that is meant."),
        ),
        "itself": Case(
            N_("'{printed}' is the very provision in which these words stand."),
            N_("Name the provision that is meant."),
        ),
        "term": Case(
            N_("{symbol} is of {date}: the Central Committee was then of term {term}, not {printed}."),
            N_("Check the document; correct the term or the date."),
        ),
        "session": Case(
            N_("The resolution closes as one of '{here}'; its head says '{there}'."),
            N_("Check term and session, and write the same in both places."),
        ),
        "twin": Case(
            N_("{here} and {there} are both cited as the {type} of the same parties for {term}."),
            N_("Check which of the two is in force, and cite that one."),
        ),
    },
)
CITATION_INCOMPLETE = Kind(
    name="citation-incomplete",
    title=N_("Citation without what identifies it"),
    meaning=N_("A document is cited by its type and a bare number, and nothing in the report says which one it is."),
    example="Thực hiện Nghị định 100 của Chính phủ.",
    not_flagged=N_("Short forms whose full form stands elsewhere in the report; laws cited by name."),
    severities=("info", "warning"),
    cases={
        "": Case(
            N_("'{printed}' has no symbol and no date: several documents may be meant."),
            N_("Write number, symbol and date at the first mention."),
        ),
        "no-symbol": Case(
            N_("'{printed}' has no symbol: several documents may be meant."),
            N_("Write number, symbol and date at the first mention."),
        ),
        "blank": Case(N_("The number of the document is left blank."), N_("Enter number and date.")),
        "bare": Case(
            N_("'{printed}' is cited with neither day nor issuer, and nowhere in the report with them."),
            N_("Add the day and who issued it at the first mention."),
        ),
        "ground": Case(
            N_("'{printed}' stands among the grounds without number, symbol and day."),
            N_("Write type, number, symbol, day, issuer and subject."),
        ),
        "ground-year": Case(
            N_("'{printed}' stands among the grounds with its year alone."),
            N_("Write the day on which it was passed: 'ngày … tháng … năm …'."),
        ),
        "by-issuer": Case(
            N_("'{printed}': which document of this issuer is meant is said nowhere."),
            N_("Write number, symbol, day and subject at the first mention."),
        ),
        "cut": Case(
            N_("'{printed}' gives number and year alone, and nowhere day or subject."),
            N_("Write '{symbol}' with its day, issuer and subject at the first mention."),
        ),
        "no-number-word": Case(
            N_("'{printed}' lacks the word 'số' before its number, unlike other documents (without it: {times})."),
            N_("Write '{right}'."),
        ),
        "untold": Case(
            N_("'{printed}' is cited with neither issuer nor subject, and nowhere in the document with them."),
            N_("Add who issued it and its subject at the first mention."),
        ),
        "no-type": Case(
            N_("'{printed}' does not say what type of document it is, as the report does elsewhere."),
            N_("Write the type before the number."),
        ),
        "typeless": Case(
            N_("'{printed}' stands without the type of the document that is meant."),
            N_("Write the type before the number."),
        ),
        "no-day-word": Case(
            N_("'{printed}' lacks the word 'ngày' before its day, unlike other documents of the report."),
            N_("Write '{right}'."),
        ),
        "no-day": Case(
            N_("'{printed}' is cited without its day, and nowhere in the report with it."),
            N_("Add the day on which it was issued."),
        ),
        "no-days": Case(
            N_("Documents cited without their day, which stands nowhere in the report: {count}; '{printed}' first."),
            N_("Add to each the day on which it was issued."),
        ),
    },
)
KINDS = (CITATION_CONFLICT, CITATION_INCOMPLETE)
