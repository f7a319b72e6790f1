"""The questions that officials ask, before their activity is published."""
