"""The opinion of officials or experts, asked through the officer in charge (G28)."""
