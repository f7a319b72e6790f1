"""The life of a session outside its room. Inside the room there is one door: `sessions.desk`."""

from sessions.services.calling import cancel, convene, missing_to_convene, recess, reschedule
from sessions.services.papers import paper_add, paper_remove, papers_circulate
from sessions.services.people import accredit, seat_withdraw, walk_in
from sessions.services.plan import contact_change, draft, item_add, item_change, item_move, item_remove, plan_change

__all__ = [
    "accredit", "cancel", "contact_change", "convene", "draft", "item_add", "item_change", "item_move", "item_remove",
    "missing_to_convene", "paper_add", "paper_remove", "papers_circulate", "plan_change", "recess", "reschedule",
    "seat_withdraw", "walk_in",
]  # fmt: skip
