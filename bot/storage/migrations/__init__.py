"""The schema's history: numbered, append only."""
