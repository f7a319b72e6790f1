"""The register of agreements of a process: each with its parts, its term, and what came of it."""
