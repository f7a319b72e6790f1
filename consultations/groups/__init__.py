"""Groups that members organise by themselves, with or without the agency, and what they decide to tell (G26)."""
