"""One lead on each side: named, accepting or declining, replaced by the own side."""
