"""`{% clock deadline %}` and `{% punctuality figures %}`: loaded everywhere, so that clocks look alike."""

from typing import Any

from django import template

from incidencia.clock import now
from incidencia.deadlines import queries, wording
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.punctuality import Punctuality

register = template.Library()


@register.inclusion_tag("ui/_clock.html")
def clock(deadline: Deadline, answer: bool = True) -> dict[str, Any]:
    """Show how a duty stands. `answer=False` where it is to do something, not to answer somebody."""
    return {"told": wording.told(deadline, now(), queries.near(), answer=answer)}


@register.inclusion_tag("ui/_punctuality.html")
def punctuality(figures: Punctuality) -> dict[str, Any]:
    """Show how punctual an agency is, and what is counted."""
    return {"figures": figures}
