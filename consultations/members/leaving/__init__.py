"""Leaving: conclusion, resignation, non-compliance, conflict of interest (G21)."""
