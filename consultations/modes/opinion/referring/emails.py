"""Letters about referrals: to who follows it, and to the coordinators of the agency that holds it now."""

from consultations.modes.opinion.models import Referral
from consultations.spine.models import Follower
from incidencia.mail.links import link
from incidencia.mail.services import send
from incidencia.organizations.queries import coordinators_of


def submission_referred(referral: Referral) -> None:
    """Who holds it now, why, and until when."""
    contribution = referral.submission.contribution
    followers = Follower.objects.filter(contribution=contribution, person__is_active=True).select_related("person")
    people = {one.person for one in followers}
    if referral.agency is not None:
        people |= {office.person for office in coordinators_of(referral.agency).select_related("person")}
    for person in sorted(people, key=lambda one: one.pk):
        send(
            "consultations/emails/submission_referred", person,
            {"referral": referral, "contribution": contribution, "consultation": contribution.consultation,
             "link": link("contribution_page", contribution.reference, language=person.language)},
            key=f"referred:{referral.pk}",
        )  # fmt: skip
