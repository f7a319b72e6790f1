"""Results with their evidence, the two keys, and notes that need none."""
