"""Persons: one e-mail is one account, whatever its case."""

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.db import IntegrityError, transaction

from incidencia.accounts.models import Person
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db


def test_an_email_is_kept_in_lower_case() -> None:
    assert make.person("Ana", email="  Ana@Example.ORG ").email == "ana@example.org"


def test_the_same_email_in_another_case_is_the_same_account() -> None:
    make.person("Ana", email="ana@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create_user("ANA@example.org", name="Otra")


def test_the_database_itself_refuses_capitals(alba: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=alba.pk).update(email="Alba@example.org")


@pytest.mark.parametrize("field", [{"name": ""}, {"language": "fr"}])
def test_the_database_refuses_what_makes_no_sense(alba: Person, field: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=alba.pk).update(**field)


def test_a_superuser_passes_no_rule_by_rank(root: Person) -> None:
    assert root.is_superuser
    assert not root.has_perm("organizations.organization_edit", None)
    assert not root.has_perm("nothing.like_this")


def test_whoever_is_not_active_may_nothing(alba: Person) -> None:
    assert alba.has_perm("organizations.organization_register")
    alba.is_active = False
    assert not alba.has_perm("organizations.organization_register")


def test_createsuperuser_works_and_its_email_counts_as_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", make.PASSWORD)
    call_command("createsuperuser", "--noinput", "--email", "Root@example.org", "--name", "Raíz", verbosity=0)
    person = Person.objects.get(email="root@example.org")
    assert person.is_superuser
    assert EmailAddress.objects.get(user=person).verified


def test_passwords_are_kept_with_argon2() -> None:
    from incidencia import settings  # noqa: PLC0415 - the tests themselves hash faster

    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
