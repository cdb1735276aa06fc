"""Files that were sent, by the id under which the bot asks for them."""

from dataclasses import dataclass

from bot.playground.chats import Json
from bot.playground.errors import bad_request

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file somebody sent."""

    number: int
    name: str
    mime: str
    data: bytes

    @property
    def id(self) -> str:
        """What the bot names it by."""
        return f"playground-file-{self.number}"

    @property
    def path(self) -> str:
        """Where the bot downloads it."""
        suffix = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"documents/file_{self.number}.{suffix}"

    def as_document(self) -> Json:
        """As a message shows it."""
        return self.as_json() | {"file_name": self.name, "mime_type": self.mime}

    def as_json(self) -> Json:
        """As `getFile` shows it, without the path."""
        return {"file_id": self.id, "file_unique_id": f"unique-{self.number}", "file_size": len(self.data)}


class Files:
    """All files."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add(self, name: str, mime: str, data: bytes) -> StoredFile:
        """Stores a file."""
        stored = StoredFile(len(self._files) + 1, name, mime, data)
        self._files[stored.id] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """The file with this id, if a bot may download it.

        Raises:
            ApiError: there is none, or it is larger than bots may have.
        """
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.data) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return stored

    def at(self, path: str) -> StoredFile | None:
        """The file at this path."""
        return next((stored for stored in self._files.values() if stored.path == path), None)
