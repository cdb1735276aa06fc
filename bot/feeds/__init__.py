"""Feeds: found, looked at when due, their articles read."""
