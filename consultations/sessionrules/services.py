"""Publishing a version of the rules of a consultation's sessions."""

import hashlib
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.models import Consultation
from consultations.sessionrules import queries
from consultations.sessionrules.models import SessionRules
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated
from sessions import wire
from sessions.core.ruleset import Rules


@transaction.atomic
def sessionrules_publish(
    *, consultation: Consultation, rules: Rules, reason: str, by: Person, in_force_from: datetime | None = None
) -> SessionRules:
    """Promise the next version, published and in force from then on (None: from now on). It is never changed (G25).

    Sessions convened before keep theirs. Raises Refused when nothing differs from the last version, without a reason
    from the second version on, and for a start in the past or before that of the last version.
    """
    Consultation.objects.select_for_update().get(pk=consultation.pk)
    last = queries.versions_of(consultation).first()
    number = last.number + 1 if last else 1
    rules = replace(rules, version=Rules().version, edition=number)
    at = now()
    starts = in_force_from or at
    if last is not None:
        reason = stated(reason, rule="G25")
        if replace(queries.values_of(last), edition=number) == rules:
            raise Refused(
                "nothing-changes", _("Nothing differs from version %(n)s.") % {"n": last.number}, rule="G25",
                advice=_("Change a rule, or leave the version in force as it is."),
            )  # fmt: skip
    earliest = max(at, last.in_force_from) if last else at
    if starts < earliest:
        raise Refused(
            "in-force-backwards", _("Rules are not in force backwards, nor before those of an earlier version."),
            rule="G25", advice=_("Leave the day empty, or choose a later one."),
        )  # fmt: skip
    values = wire.plain(rules)
    return SessionRules.objects.create(
        consultation=consultation, number=number, values=values,
        sha256=hashlib.sha256(wire.canonical(values)).hexdigest(), in_force_from=starts, published_at=at,
        published_by=by, published_as=of_convener(by, consultation), reason=reason.strip(),
    )  # fmt: skip
