"""Who acts: bodies with their posts, users, and what each may do where."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, UserManager
from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from tongket.messages import say
from tongket.site.interface.clock import today
from tongket.site.people.words import role_name
from tongket.site.prepared import Prepared


class Body(models.Model):
    """A body of the site (cơ quan, tổ chức): the value of ``tongket.model.bodies.Body`` with where it stands.

    ``path`` is '/0000001/0000007/' of ids from the top down to itself: a subtree is a prefix, and those of one superior
    stand in the order in which they were registered. It says who may see whom; who reports to whom belongs to each
    round.
    """

    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=40)  # code of the body kind: 'ubnd'
    unit = models.CharField(max_length=120)  # id of the unit in the registry
    unit_name = models.CharField(max_length=120, blank=True)
    level = models.CharField(max_length=20)  # kind of the unit: province, commune ...
    superior = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="inferiors")
    path = models.CharField(max_length=200, db_index=True)
    place = models.CharField(max_length=120, blank=True)  # of its documents' date line
    email = models.EmailField(blank=True)  # of the office, not of a person
    phone = models.CharField(max_length=40, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        ordering: ClassVar = ["path"]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The short name, else the whole."""
        return self.short_name or self.name

    def put_below(self, superior: Body | None) -> None:
        """Give a body that has an id its path; it is not saved."""
        self.path = f"{superior.path if superior else '/'}{self.pk:07}/"


class Users(UserManager["User"]):
    """The users. Every page asks for the one who signed in with their grants, by a statement that is written once."""

    use_in_migrations = False

    def get(self, *conditions: Any, **named: Any) -> User:
        """The one user of these conditions."""
        if conditions or named.keys() != {"pk"} or not isinstance(named["pk"], int):
            return super().get(*conditions, **named)
        grants = grants_with_user(named["pk"])
        found = grants[0].user if grants else _user.first(named["pk"])
        if found is None:
            raise User.DoesNotExist
        found.granted = grants
        return found


class User(AbstractBaseUser):
    """A user of the system. Signs in by ``username``; what they may do stands in their grants."""

    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="vi")
    theme = models.CharField(max_length=5, blank=True)  # '', 'light', 'dark'
    single_keys = models.BooleanField(default=True)  # J, K, X, R, A in the review
    mail_digest = models.BooleanField(default=True)  # reminders gathered into one mail a day
    invited_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = Users()
    granted: list[Grant] | None = None  # as they were read with the user, until somebody takes them
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = []

    def __str__(self) -> str:
        return self.full_name or self.username

    def take_grants(self) -> list[Grant]:
        """The live grants, as the request began: those that were read with the user, once; else those of now."""
        taken, self.granted = self.granted, None
        return live_grants(self) if taken is None else taken

    @property
    def is_staff(self) -> bool:
        """Never: there is no Django admin."""
        return False

    @property
    def is_superuser(self) -> bool:
        """Never: rights are grants."""
        return False


_user = Prepared(1, lambda key: User.objects.filter(pk=key))


class Role(models.TextChoices):
    """What a post does here; docs/rights.md has the table."""

    CLERK = "clerk"  # cán bộ tổng hợp
    RECORDS = "records"  # văn thư
    APPROVER = "approver"  # lãnh đạo
    CONSOLIDATOR = "consolidator"  # chuyên viên tổng hợp
    INSPECTOR = "inspector"  # thanh tra, kiểm tra
    ADMINISTRATOR = "administrator"  # quản trị


class Grant(models.Model):
    """A role of a user at a body, and below it where ``subtree``; a delegation names the grant that it lends."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    subtree = models.BooleanField(default=False)
    post = models.CharField(max_length=120, blank=True)  # 'Cán bộ tổng hợp'; "" = the role's name
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    lent_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="lent")
    revoked = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "revoked"])]

    @property
    def name(self) -> str:
        """The post's own name, else its role's."""
        return self.post or role_name(self.role)


def live_grants(user: User) -> list[Grant]:
    """The grants of ``user`` that hold today, those lent included."""
    return _live_grants(user.pk, today())


def live_on(day: Any) -> Q:
    """The condition of the grants that hold on ``day``, those lent included as long as the lender has them."""
    dated = (Q(starts=None) | Q(starts__lte=day)) & (Q(ends=None) | Q(ends__gte=day))
    lender = (Q(lent_by__ends=None) | Q(lent_by__ends__gte=day)) & Q(
        lent_by__revoked=None, lent_by__user__is_active=True
    )
    return dated & (Q(lent_by=None) | lender) & Q(revoked=None)


def _granted(user: RawSQL, day: RawSQL) -> QuerySet[Grant]:
    held = Grant.objects.filter(live_on(day), user=user)
    return held.select_related("body").order_by("body__path", "pk")


_live_grants = Prepared(2, _granted)
_grants_with_user = Prepared(2, lambda user, day: _granted(user, day).select_related("user"))


def grants_with_user(key: int) -> list[Grant]:
    """The live grants of the user with that key, each with the user: what every page begins with, in one statement."""
    return _grants_with_user(key, today())


class Invitation(models.Model):
    """A link that makes an account or adds a grant; the link holds a secret of which only the hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    role = models.CharField(max_length=20, choices=Role.choices)
    subtree = models.BooleanField(default=False)
    post = models.CharField(max_length=120, blank=True)
    username = models.CharField(max_length=80, blank=True)
    invited_by = models.ForeignKey(User, on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    used_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    @property
    def name(self) -> str:
        """The post that it gives, else its role's name; "" for a link that only renews a password."""
        return self.post or (role_name(self.role) if self.role else "")


class Token(models.Model):
    """A key for the API: acts as its user at one body, within ``scope``, until ``expires``; only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=10, default="read")  # read, write
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    last_used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)


class Notice(models.Model):
    """A line of the notices (thông báo): a message id with facts, said in the reader's language, and where it leads."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="notices")  # None: all of the body
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="notices")
    message = models.TextField()
    facts = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True)
    moment = models.DateTimeField(auto_now_add=True)
    mailed = models.DateTimeField(null=True)

    class Meta:
        db_table = "work_notice"
        indexes = [models.Index(fields=["body", "-moment"], name="work_notice_body_id_dbd1f0_idx")]

    @property
    def said(self) -> str:
        """The line in the reader's language."""
        return say(self.message, **self.facts)


class Seen(models.Model):
    """Until when a user has read the notices of a body."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    until = models.DateTimeField()

    class Meta:
        db_table = "work_seen"
        constraints = [models.UniqueConstraint(fields=["user", "body"], name="seen_once")]
