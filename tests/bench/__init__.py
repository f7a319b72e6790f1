"""How long the main pages take, how much they ask of the database and how much they weigh: `make bench`."""
