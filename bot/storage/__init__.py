"""Rows: what the bot remembers. One module of plain async functions per noun, transaction first."""

from bot.storage.database import Database, Transaction

__all__ = ["Database", "Transaction"]
