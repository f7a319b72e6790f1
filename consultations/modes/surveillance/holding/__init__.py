"""Rounds: planned, announced, sent for reply, published."""
