"""All routes of the site, by app; each view says what right it needs (``people.guard``)."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("tongket.site.work.urls")),
    path("", include("tongket.site.interface.urls")),
    path("accounts/", include("tongket.site.people.accounts_urls")),
    path("people/", include("tongket.site.people.urls")),
    path("rounds/", include("tongket.site.rounds.urls")),
    path("submissions/", include("tongket.site.submissions.urls")),
    path("documents/", include("tongket.site.documents.urls")),
    path("rollups/", include("tongket.site.rollups.urls")),
    path("jobs/", include("tongket.site.jobs.urls")),
    path("record/", include("tongket.site.records.urls")),
    path("api/", include("tongket.site.api.urls")),
]
handler400 = "tongket.site.interface.views.unfit"
handler404 = "tongket.site.interface.views.not_found"
handler403 = "tongket.site.interface.views.refused"
handler500 = "tongket.site.interface.views.failed"
