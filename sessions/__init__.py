"""Convened sessions: the room, its log and its minutes. The room knows seats, never accounts."""
