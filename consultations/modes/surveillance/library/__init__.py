"""The public library of templates."""
