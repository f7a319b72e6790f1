"""Where allauth asks this house: what is saved at sign-up, in which language people are written to and received."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation

from incidencia.accounts import emails
from incidencia.accounts.models import Person


class Adapter(DefaultAccountAdapter):
    """allauth's adapter (ACCOUNT_ADAPTER)."""

    def save_user(self, request: HttpRequest, user: Any, form: BaseForm, commit: bool = True) -> Person:
        """Keep the name, and the language of the page on which the person signed up."""
        user.name = form.cleaned_data["name"]
        user.language = translation.get_language() or user.language
        return super().save_user(request, user, form, commit)  # type: ignore[return-value]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the letter to our own mail: kept first, sent after, tried again when it fails."""
        emails.sign_in_letter(template_prefix.rpartition("/")[2], email, context)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Lead the person to the page they wanted, in the language of their profile."""
        response = super().post_login(request, user, **kwargs)
        if isinstance(response, HttpResponseRedirect):
            return HttpResponseRedirect(translate_url(response.url, user.language))
        return response
