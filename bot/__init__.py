"""Everything with memory: chats, feeds, schedules, messages."""
