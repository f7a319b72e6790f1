"""What people send: drafts, submissions and issues, their versions and their receipts."""
