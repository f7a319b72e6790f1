"""What keeps a task from going on: blocks, and disputes that go to the next agenda."""
