from django.urls import path

from tongket.site.submissions import entry

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
]
