"""How people are made and found: by e-mail, in whatever case it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth.base_user import BaseUserManager
from django.db import transaction

if TYPE_CHECKING:
    from incidencia.accounts.models import Person


class PersonManager(BaseUserManager["Person"]):
    """Person.objects."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Promise the person with this e-mail, whatever its case. Raises Person.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Promise a new person. Without a password nobody can sign in until one is set by e-mail."""
        if not email:
            raise ValueError("A person needs an e-mail.")
        person = self.model(email=email, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Promise a superuser whose e-mail counts as confirmed: whoever runs the command owns the house."""
        with transaction.atomic(using=self._db):
            person = self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})
            addresses = apps.get_model("account", "EmailAddress")._default_manager
            addresses.create(user=person, email=person.email, verified=True, primary=True)
        return person
