"""The answer desk: responses are drafted, read by a second person, signed, published; their authors judge them."""
