"""What people see: dataclasses in, text and entities out. Wording and look are decided here and nowhere else."""
