"""The register of bilateral meetings of a process."""
