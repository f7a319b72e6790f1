"""Not admitting what fails a published requirement: one appeal, and it stays in the count (G8.I, G8.II)."""
