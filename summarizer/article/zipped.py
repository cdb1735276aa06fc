"""Zip archives of strangers, unpacked in memory within bounds."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from summarizer.article.damage import damaged, encrypted, named_errors
from summarizer.errors import TooHeavy
from summarizer.limits import LIMITS

_PACKINGS = frozenset(
    {ZIP_STORED, ZIP_DEFLATED}
)  # all that Word and EPUB allow; others unpack without a bound
_LOCKED = 1  # the bit of `flag_bits` that says that a password is needed


def unzip(data: bytes) -> dict[str, bytes]:
    """The files of an archive by their names; pictures and other large things with them.

    Raises:
        NotReadable: `damaged`, it is no whole archive; `encrypted`, it needs a password.
        TooHeavy: it says that it holds more than `LIMITS` allow, or holds more than it says.
    """
    with named_errors(), ZipFile(BytesIO(data)) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        _check(members, len(data))
        return dict(_unpacked(archive, members))


def rezip(files: Mapping[str, bytes]) -> BytesIO:
    """An archive of files that were unpacked within bounds, for a library that wants to unpack it itself.

    It would believe the sizes that a stranger wrote, and unpack a gigabyte to cut it to the size declared.
    """
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data)
    target.seek(0)
    return target


def _check(members: list[ZipInfo], sent: int) -> None:
    total = sum(info.file_size for info in members)
    swollen = total > LIMITS.ratio_floor and total > LIMITS.ratio * sent
    if len(members) > LIMITS.zip_files or total > LIMITS.zip_bytes or swollen:
        raise TooHeavy("too_heavy")
    if any(info.flag_bits & _LOCKED for info in members):
        raise encrypted()
    if any(info.compress_type not in _PACKINGS for info in members):
        raise damaged()


def _unpacked(archive: ZipFile, members: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for info in members:
        declared = info.file_size
        info.file_size += (
            2  # zipfile stops here, and is asked for one less: it would cut what is longer in silence
        )
        with archive.open(info) as file:
            content = file.read(declared + 1)  # a bound keeps zlib from unpacking more
        if len(content) > declared:
            raise TooHeavy("too_heavy")
        yield info.filename, content
