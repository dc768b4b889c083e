from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """What bodies answer, and what is said about it."""

    name = "tongket.site.submissions"
    label = "submissions"
