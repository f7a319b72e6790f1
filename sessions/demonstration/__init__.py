"""Meetings of the demonstration: scripts in plain lists, played through the desk like anybody's acts."""
