"""Feeds: what is in them, and where a page keeps its own."""
