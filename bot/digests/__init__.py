"""Digests: planned from schedules, put together, sent once."""
