"""What came of a proposal once the meeting was over: asked, defended, obtained."""
