"""Findings: what was found of each item, by whom, with which evidence."""
