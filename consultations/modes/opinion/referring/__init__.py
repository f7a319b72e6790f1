"""Passing a contribution to the competent unit or agency (*turnar*), with a clock; back only with reasons (G8.IV)."""
