from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Each user's own work, notices, search and help."""

    name = "tongket.site.work"
    label = "work"
