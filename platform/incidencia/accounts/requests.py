"""What a view behind `login_required` may count on."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from incidencia.accounts.models import Person


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in. For annotations only: Django makes the object."""

    user: Person
    htmx: HtmxDetails
