"""What a process can be. The embedded process is all of them at once."""
