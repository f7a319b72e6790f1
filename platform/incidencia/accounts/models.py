"""People who sign in, the versions of the privacy notice, and who accepted which."""

from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin, _user_has_perm  # type: ignore[attr-defined]
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.accounts.manager import PersonManager


class Person(AbstractBaseUser, PermissionsMixin):
    """One human being with an account. Organizations never sign in: people speak for them."""

    email = models.EmailField(
        _("e-mail"), unique=True, error_messages={"unique": _("This e-mail already has an account.")}
    )
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    zone = models.CharField(_("time zone"), max_length=64, default=settings.DEFAULT_ZONE)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=clock.now, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_lower"),
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_name"),
            models.CheckConstraint(
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]),
                name="person_language_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep e-mails in lower case, so that one address is one account."""
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Promise what the rules say, also for a superuser: nobody passes a rule by rank.

        Django would answer yes to every superuser. Here a superuser who needs an office is named to it,
        and the record shows that.
        """
        return self.is_active and _user_has_perm(self, perm, obj)

    def get_full_name(self) -> str:
        """Promise the name as the person writes it."""
        return self.name

    def get_short_name(self) -> str:
        """Promise the first word of the name, for greetings."""
        return self.name.split(" ", 1)[0]


class PrivacyNotice(models.Model):
    """One version of the privacy notice, in both languages (Markdown). Never changed once published."""

    version = models.PositiveIntegerField(unique=True)
    text_es = models.TextField()
    text_en = models.TextField()
    published_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-version"]

    def __str__(self) -> str:
        return str(self.version)


class Acceptance(models.Model):
    """That a person accepted a version of the notice, and when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acceptances")
    notice = models.ForeignKey(PrivacyNotice, on_delete=models.PROTECT, related_name="acceptances")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["person", "notice"], name="acceptance_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.notice}"
