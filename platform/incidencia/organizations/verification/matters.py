"""What can be verified of an organization, and what proves it, category by category (A8, G4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from incidencia.organizations.categories import Category


class Matter(models.TextChoices):
    """(a) that the body exists and these people speak for it; (b) each criterion that gates the delegation (A8)."""

    EXISTENCE = "existence", _("It exists and these people speak for it")
    CONSTITUTED = "constituted", _("Legally constituted")
    KNOWLEDGE = "knowledge", _("Knowledge and skills")
    EXPERIENCE = "experience", _("Recognized experience")
    OTHER = "other", _("Another criterion")


class Proof(models.TextChoices):
    """What shows it."""

    DEED = "deed", _("Deed of incorporation")
    REGISTER = "register", _("Public register (CLUNI or another)")
    LETTER = "letter", _("Letter of the authority")
    VOUCHERS = "vouchers", _("Two verified organizations vouch for it")
    RECORD = "record", _("Record of its work")


class Result(models.TextChoices):
    """How a question to the desk ended. Empty: it waits."""

    VERIFIED = "verified", _("verified")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


CRITERIA = [Matter.CONSTITUTED, Matter.KNOWLEDGE, Matter.EXPERIENCE, Matter.OTHER]
HELP = {
    Matter.EXISTENCE: _("The body is what it says, and the people named here are the ones who speak for it."),
    Matter.CONSTITUTED: _("It has legal personality. A community is constituted as its own authorities recognize."),
    Matter.KNOWLEDGE: _("What it knows and can do in the subject."),
    Matter.EXPERIENCE: _("What it has done, recognized by others."),
    Matter.OTHER: _("A criterion that a published call to choose the delegation names."),
}
RULES = {
    Matter.EXISTENCE: "G4",
    **dict.fromkeys(CRITERIA, "A8"),
}
PROOF_HELP = {
    Proof.DEED: _("Number, notary, place and date of the deed."),
    Proof.REGISTER: _("The key or number, and the address of the register where anybody can look it up."),
    Proof.LETTER: _("Who signs, with which authority, and on what date. Of a community: whom it recognizes, how."),
    Proof.VOUCHERS: _("For groups without register. Each says in a sentence what it knows of the group."),
    Proof.RECORD: _("Works, publications, years, and addresses where they can be seen."),
}

_EXISTS = {
    Category.CSO: [Proof.DEED, Proof.REGISTER],
    Category.ACADEMIC: [Proof.LETTER],
    Category.SOCIAL: [Proof.DEED, Proof.REGISTER, Proof.VOUCHERS],
    Category.INDIGENOUS: [Proof.LETTER],
    Category.BUSINESS: [Proof.DEED, Proof.REGISTER],
    Category.PEER_SUPPORT: [Proof.VOUCHERS],
    Category.OTHER: [Proof.DEED, Proof.REGISTER, Proof.LETTER, Proof.VOUCHERS],
}


def proofs_for(matter: Matter, category: Category) -> list[Proof]:
    """Promise what can prove `matter` for an organization of `category`.

    An indigenous community is never asked for a deed: its own authority's word is the proof of both (G4).
    """
    if matter is Matter.EXISTENCE:
        return _EXISTS[category]
    if matter is Matter.CONSTITUTED:
        return [Proof.LETTER] if category is Category.INDIGENOUS else [Proof.DEED, Proof.REGISTER]
    return [Proof.RECORD, Proof.LETTER]
