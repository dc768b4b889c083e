from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The versioned interface for programs."""

    name = "tongket.site.api"
    label = "api"
