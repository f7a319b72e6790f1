"""Level I: the feed of what the authority knows about the question, corrected in the open."""
