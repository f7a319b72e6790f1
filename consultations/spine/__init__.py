"""The spine: one row for whatever somebody contributes, and its trail of steps."""
