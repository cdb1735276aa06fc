"""Telegram on a desk: a Bot API server on loopback with a chat page, for `nutgraf demo` and the end-to-end tests.

    person.py   play.py   api.py        who acts: a test, the page, the bot
         └────────┼──────────┘
    people.py     │    methods.py       what they do
                  ▼
               state.py                 Playground: all that is remembered, in memory
    chats  updates  commands  events  faults  files

`server.py` serves it over HTTP, beside the small newspapers of `site.py`.
"""
