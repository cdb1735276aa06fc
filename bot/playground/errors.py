"""The one error of this server: an answer that is not ok."""


class ApiError(Exception):
    """What the Bot API answers instead of a result.

    Args:
        code: `error_code`, and the status of the HTTP answer.
        description: `description`, word for word as the official server writes it.
        parameters: `retry_after` or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> ApiError:
    """A 400 with the prefix that the official server puts before its reason."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """A 403 with the prefix that the official server puts before its reason."""
    return ApiError(403, f"Forbidden: {reason}")
