"""The public call: how it is written, what it must say before it is published, and how it is corrected."""
