"""`python -m bot` is `nutgraf`."""

from bot.cli import main

main()
