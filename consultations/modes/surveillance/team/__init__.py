"""Who checks: the lead invites, each monitor says whether their name is public."""
