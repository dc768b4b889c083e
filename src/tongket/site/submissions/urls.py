from django.urls import path

from tongket.site.submissions import entry, review, ways

app_name = "submissions"
urlpatterns = [
    path("<int:submission>/", entry.form, name="form"),
    path("<int:submission>/values", entry.values, name="values"),
    path("<int:submission>/check", entry.check, name="check"),
    path("<int:submission>/explain", entry.explain_finding, name="explain"),
    path("<int:submission>/cell", entry.cell, name="cell"),
    path("<int:submission>/talk", entry.talk, name="talk"),
    path("<int:submission>/report", entry.upload_report, name="upload-report"),
    path("<int:submission>/reading", entry.reading, name="reading"),
    path("<int:submission>/send", entry.send_report, name="send"),
    path("<int:submission>/sent", entry.sent, name="sent"),
    path("<int:submission>/paper", entry.paper, name="paper"),
    path("<int:submission>/review", review.review, name="review"),
    path("<int:submission>/return", review.return_report, name="return"),
    path("<int:submission>/approve", review.approve, name="approve"),
    path("<int:submission>/lock", review.lock, name="lock"),
    path("<int:submission>/freeze", review.freeze, name="freeze"),
    path("<int:submission>/ask-reopen", review.ask_reopen, name="ask-reopen"),
    path("<int:submission>/reopen", review.decide_reopen, name="reopen"),
    path("<int:submission>/event", review.event, name="event"),
    path("<int:submission>/ways", ways.ways, name="ways"),
    path("<int:submission>/workbook.xlsx", ways.download_workbook, name="workbook"),
    path("<int:submission>/workbook", ways.upload_workbook, name="upload-workbook"),
    path("<int:submission>/workbook/<int:upload>", ways.preview_workbook, name="workbook-preview"),
    path("<int:submission>/workbook/<int:upload>/apply", ways.apply_workbook, name="workbook-apply"),
    path("<int:submission>/workbook/<int:upload>/refused.xlsx", ways.refused_workbook, name="workbook-refused"),
    path("<int:submission>/files/<int:upload>", ways.file, name="file"),
    path("<int:submission>/sign", ways.sign, name="sign"),
    path("<int:submission>/signing", ways.signing_state, name="signing"),
    path("<int:submission>/attach", ways.attach, name="attach"),
    path("<int:submission>/detach", ways.detach, name="detach"),
    path("<int:submission>/attached", ways.attached, name="attached"),
]
