"""Who takes part: applications, invitations and the memberships that come of them."""
