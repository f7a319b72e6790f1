"""What both sides of the house need: people, organizations, pages, mail, clocks, text."""
