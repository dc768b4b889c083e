"""The short help of each page (trợ giúp của trang): what it is for, what to do first; behind the '?' of the top bar."""

from __future__ import annotations

from django.http import HttpRequest

from tongket.messages import N_, say

HELPS = {
    "work:home": N_(
        "What is asked of your body, the most pressing first. Press the button of a task to go on with it."
    ),
    "work:search": N_("Type words of a round, a body or a document. Only what your post may see is searched."),
    "work:notices": N_("What you were told: requests, reminders, returns, approvals. New lines have a blue dot."),
    "work:help": N_("The whole way of a report on one sheet."),
    "people:me": N_("Your posts, your language, your password and second factor, and where you are signed in."),
    "people:bodies": N_(
        "The bodies below yours and who works for them. Invite those without an account by link or QR code."
    ),
    "people:body": N_("Who holds which role here. A role may also hold for the bodies below."),
    "people:import": N_(
        "Bodies and users from one Excel sheet: take the template, fill it in, look at what will change."
    ),
    "rounds:list": N_("What was asked of whom and how far it is. A round asks bodies for one report of one period."),
    "rounds:new": N_("Choose what is asked, of whom, and by when. Nobody is asked before you open the round."),
    "rounds:show": N_(
        "Who has sent, who is late, who waits for whom. Remind, move a due date, or close the round here."
    ),
    "rounds:coverage": N_(
        "Each line a body, each column a round: on time, late by days, missing, returned. Press a cell."
    ),
    "rounds:calendar": N_("Due days of the month. Enter days on which your office is closed or works instead."),
    "documents:list": N_(
        "Search what was issued. What reports cite stands under “To confirm” until a person looked at it."
    ),
    "documents:show": N_(
        "What the document is tied to and who cites it. Confirm what is right, take away what is not."
    ),
    "documents:cascade": N_("Which body implements it by which document, how many days after, and who has none."),
    "work:record": N_("Who changed what, and when: by chain, post, action and days. Press a moment to see the change."),
    "submissions:form": N_(
        "Upload the Word report, or type. Cells with bars were read from it: confirm or correct them. Everything "
        "is saved as you type; errors are mended or explained before you send."
    ),
    "submissions:review": N_(
        "Left the report as it was sent, right its values. Choose cells to return them with a reason and a day; "
        "what you approve is closed to changes."
    ),
    "submissions:ways": N_("Other ways in: the Excel workbook, text of the sections, attachments, the signed copy."),
    "rollups:list": N_("Rounds that can be added up. Totals follow what was sent at once."),
    "rollups:show": N_(
        "Press a number to see which bodies and which sentences it comes from; a frame says who is missing."
    ),
}


def help_of(request: HttpRequest) -> str:
    """The help of the page that is shown, in the reader's language; '' where it has none of its own."""
    match = request.resolver_match
    return say(HELPS[match.view_name]) if match and match.view_name in HELPS else ""
