"""Training on the seven topics, given by officials to society and by society to officials (G30, E13)."""
