"""Errors travel between processes whole."""

import pickle

import pytest

from summarizer.errors import Blocked, NotReadable, SummarizerError, TooHeavy, UnknownMethod, Unreachable
from summarizer.types import Outcome


@pytest.mark.parametrize(
    "error",
    [
        Blocked("refused", "a.example", 403, None),
        Unreachable("busy", "a.example", 503, 120.0),
        NotReadable("unsupported", "a.example", Outcome.UNSUPPORTED),
        TooHeavy("too_heavy"),
        UnknownMethod("magic"),
    ],
)
def test_an_error_comes_back_as_it_went(error: SummarizerError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert back.outcome is error.outcome
