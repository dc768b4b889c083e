from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Background work with its progress."""

    name = "tongket.site.jobs"
    label = "jobs"
