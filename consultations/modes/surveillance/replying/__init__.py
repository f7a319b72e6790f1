"""The right of reply: what the authority says of each item, beside the finding and never over it."""
