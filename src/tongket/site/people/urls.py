from django.urls import path

from tongket.site.people.views import account, bodies, first_run, importing, joining, users

app_name = "people"
urlpatterns = [
    path("begin", first_run.begin, name="begin"),
    path("units", first_run.units, name="units"),
    path("join/<str:secret>", joining.join, name="join"),
    path("me", account.me, name="me"),
    path("me/settings", account.settings, name="settings"),
    path("me/sessions", account.sessions, name="sessions"),
    path("me/lending", account.lending, name="lending"),
    path("me/lending/<int:pk>/end", account.end_loan, name="end-loan"),
    path("me/tokens", account.tokens, name="tokens"),
    path("me/tokens/<int:pk>/end", account.end_token, name="end-token"),
    path("act-as/<int:body>", account.act_as, name="act-as"),
    path("bodies", bodies.bodies, name="bodies"),
    path("bodies/invite", users.invite_many, name="invite-many"),
    path("bodies/import", importing.import_bodies, name="import"),
    path("bodies/import/do", importing.carry_out, name="import-do"),
    path("bodies/import/template", importing.import_template, name="import-template"),
    path("bodies/import/refused", importing.import_refused, name="import-refused"),
    path("bodies/import/links", importing.import_links, name="import-links"),
    path("bodies/<int:pk>", bodies.body, name="body"),
    path("bodies/<int:pk>/add", bodies.add_body, name="add-body"),
    path("bodies/<int:pk>/change", bodies.change_body, name="change-body"),
    path("bodies/<int:pk>/give", users.give, name="give"),
    path("bodies/<int:pk>/invite", users.invite, name="invite"),
    path("grants/<int:pk>/revoke", users.revoke, name="revoke"),
    path("grants/<int:pk>/close", users.close, name="close-account"),
    path("grants/<int:pk>/new-password", users.new_password, name="new-password"),
    path("keys/<int:pk>/end", users.end_key, name="end-key"),
    path("invitations/<int:pk>/cancel", users.cancel, name="cancel"),
]
