"""Level VI, surveillance: checklists that belong to civil society, and what the authority replies (G11.VI, G33)."""
