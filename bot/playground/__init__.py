"""Telegram on a desk: a Bot API server on loopback with a chat page, for `nutgraf demo` and the end-to-end tests.

    person.py, onlooker.py      play.py      api.py         who acts and sees: a test, the page, the bot
              └────────────────────┤            │
    people  changes  inline        │         methods/       what they do
              └──────────┬─────────┴────────────┘
    posting  hearing  access  members  contents             what may be done: who writes where, and who hears it
                         │
                      state.py                              Playground: all that is remembered, in memory
    chats  updates  commands  profile  queries  offers  events  faults  files

`server.py` serves it over HTTP, beside the small newspapers of `site.py`.
"""
