"""What the minutes take from each event, by subject: the counterpart of `sessions/core/folds`. Pure.

A reader notes one entry in the draft. Every event has a reader, or stands in `build.UNTOLD` with the reason.
"""
