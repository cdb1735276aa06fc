"""What a reader would not accept as a bullet, and what of a sentence may fall away.

Each rule is a question with a yes or no about one sentence; what differs by language stands in tables of phrases.
"""

from summarizer.rules.dangling import is_dangling
from summarizer.rules.never import NEVER, is_bullet
from summarizer.rules.shapes import is_question, is_quote, name_share
from summarizer.rules.trim import trim

__all__ = ["NEVER", "is_bullet", "is_dangling", "is_question", "is_quote", "name_share", "trim"]
