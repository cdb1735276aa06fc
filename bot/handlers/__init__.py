"""What people ask for: each command is one row of `COMMANDS`, each key under a message one row of `PRESSES`."""
