"""Another date or the end of a task: with a reason, and the other lead's assent."""
