"""The categories of members of G17, each with its definition and its own proof (G4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What kind of member somebody is. The list of G17 is open: *other* says which."""

    CITIZEN = "citizen", _("Individual citizen")
    CSO = "cso", _("Civil society organization")
    ACADEMIC = "academic", _("Academic institution")
    SOCIAL = "social", _("Social organization")
    INDIGENOUS = "indigenous", _("Indigenous community")
    BUSINESS = "business", _("Business organization")
    PEER_SUPPORT = "peer_support", _("Peer-support group")
    OTHER = "other", _("Other")


DEFINITIONS = {
    Category.CITIZEN: _("A person who takes part in their own name."),
    Category.CSO: _("A legally constituted, non-profit group that works for others or for a public cause."),
    Category.ACADEMIC: _("A university, research centre or professional college that studies the subject."),
    Category.SOCIAL: _("People organized around a shared need, trade or territory, constituted or not."),
    Category.INDIGENOUS: _("An indigenous people or community that recognizes its own authorities."),
    Category.BUSINESS: _("A chamber, association or union of businesses."),
    Category.PEER_SUPPORT: _("People who live through the same situation and support one another."),
    Category.OTHER: _("None of the above: say which."),
}

# What shows that somebody belongs to the category. An indigenous community is never asked for a deed (G4).
PROOFS = {
    Category.CITIZEN: _("An official identification."),
    Category.CSO: _("Its deed of incorporation, or its key in the federal register (CLUNI)."),
    Category.ACADEMIC: _("A letter of the institution's authority."),
    Category.SOCIAL: _("Its deed or register; without them, two verified organizations vouch for it."),
    Category.INDIGENOUS: _("A letter of the authority the community itself recognizes. No deed is asked for."),
    Category.BUSINESS: _("Its deed of incorporation or register."),
    Category.PEER_SUPPORT: _("Two verified organizations that vouch for it."),
    Category.OTHER: _("A deed or register, a letter of authority, or two verified organizations that vouch for it."),
}

# A citizen takes part without organization.
OF_ORGANIZATIONS = [category for category in Category if category is not Category.CITIZEN]
