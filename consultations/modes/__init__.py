"""What can be done at each level of incidence. A mode never imports another mode."""
