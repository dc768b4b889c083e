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
    "people:tokens": N_(
        "A key lets a program of your office in without your password, as you. It ends with its day, with your role at "
        "the body or with your account. End what nothing uses: “Last used” shows it."
    ),
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
    "rounds:calendar": N_("Due days of the month, and the days on which offices are closed or work instead."),
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
    "people:sessions": N_(
        "Each browser in which you are signed in. End those that are not yours, and change your password then."
    ),
    "people:lending": N_(
        "Choose a colleague, the role and the last day. It ends by itself; the record says in whose place they acted."
    ),
    "people:add-body": N_(
        "Choose the kind and the unit; the name follows from both. Its users are invited on the next page."
    ),
    "people:invite-many": N_(
        "One link for each body without an account, as a sheet to hand on. Each link works once, for 30 days."
    ),
    "mfa_index": N_(
        "A second step when you sign in: a code of an app on the phone, or a passkey. Keep the recovery codes on paper."
    ),
    "rounds:edit": N_("What is asked, of whom and by when. It is a draft until you open it."),
    "rounds:form": N_("The form as the bodies see it, empty."),
    "rounds:dues": N_("Move the due day of some bodies or of all; each is told, with your reason."),
    "rounds:remind": N_(
        "Remind on the site and by mail, or take the text, the list with contacts, or the letter to send yourself."
    ),
    "rounds:programmes": N_("What is asked, as data with versions. Upload a letter with its forms to draft a new one."),
    "rounds:programme": N_("What this version asks, and whose sealed files are trusted."),
    "rounds:draft": N_(
        "Look through what was read from the letter, correct it in the table, answer the questions, then keep it."
    ),
    "documents:add": N_("Symbol, date and issuer tell documents apart. What is not known of the date is left out."),
    "documents:edit": N_("What you change here is confirmed with it. The record keeps what stood there before."),
    "work:link": N_("One change with its content and its hashes. The hash of the link before ties it into the chain."),
    "submissions:narrative": N_(
        "The words of each section. Text pasted from Word comes in clean; it is saved as you type."
    ),
    "submissions:offers": N_(
        "What your body reported elsewhere and may stand here too, with its source. Take over what fits."
    ),
    "submissions:sent": N_("What was sent, and when. You may print it, or add the signed copy."),
    "submissions:received": N_(
        "Replies that came by e-mail or on a stick: drop the whole folder, each file finds its body."
    ),
    "submissions:paper": N_("The form for paper, A4, filled in or blank, with a place to sign."),
    "submissions:workbook-preview": N_(
        "What the workbook would change. Nothing is taken before you press the button; what is refused comes back with "
        "its reason."
    ),
    "submissions:sealed-preview": N_(
        "What stands in the sealed file and who sealed it. Compare the seal by telephone before you take it."
    ),
    "rounds:coverage-file": N_("The file is made in the background; you may leave the page and come back."),
    "rollups:exported": N_("The file is made in the background; you may leave the page and come back."),
    "account_change_password": N_("A sentence of your own is easy to keep in mind and hard to guess."),
    "account_reauthenticate": N_("Before you change how your account is kept safe, show once more that it is you."),
    "mfa_list_webauthn": N_(
        "A passkey signs you in by finger, face or PIN of this device; the site never learns any of them."
    ),
    "socialaccount_connections": N_("With an account of the office you sign in without a password of this site."),
    "rollups:number": N_("What a number is made of, down to the sentence; below it what the indicator means."),
    "rollups:report": N_(
        "The report from frozen figures. Press a number for its source, the pen to write a paragraph anew; download it."
    ),
}


def help_of(request: HttpRequest) -> str:
    """The help of the page that is shown, in the reader's language; '' where it has none of its own."""
    match = request.resolver_match
    return say(HELPS[match.view_name]) if match and match.view_name in HELPS else ""
