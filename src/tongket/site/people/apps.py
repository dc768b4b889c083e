from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Bodies, users and what each may do where."""

    name = "tongket.site.people"
    label = "people"
