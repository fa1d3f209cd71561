"""Mail: the attachments of an e-mail message saved as ``.eml``, read in memory."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePosixPath
from typing import NamedTuple

from workbook_reader.limits import Limits
from workbook_reader.refusal import damaged, megabytes, separated, too_large

_HEAD = 8192  # bytes in which a message shows what it is
_HEADER = re.compile(
    rb"^(from|to|subject|date|received|mime-version|return-path|message-id|content-type"
    rb"|delivered-to|reply-to|x-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = re.compile(rb"\A(\xef\xbb\xbf)?\s*(From \S+|[A-Za-z][A-Za-z0-9-]*:)")
_FEWEST_HEADERS = 3
_ENCODING = 2  # base64 and line ends make an attachment larger, at most so many times
# A header that says what a part is; the lines that continue it begin with a blank.
_DESCRIBING = re.compile(
    rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY = re.compile(rb"boundary\*?[0-9*]*\s*=", re.IGNORECASE)
# What the email package lets through when a message is not one.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError)


class Attachment(NamedTuple):
    """One attached file; its name is unique within its message."""

    name: str
    data: bytes


def is_mail(data: bytes) -> bool:
    r"""Return whether content begins with the headers of an e-mail message, whatever its name.

    >>> is_mail(b"From: a@b.id\nTo: c@d.id\nSubject: IKU\n\nTerlampir")
    True
    >>> is_mail(b"kode;nilai\nsurat;48")
    False
    """
    head = data[:_HEAD]
    if _FIRST.match(head) is None:
        return False
    return len({name.lower() for name in _HEADER.findall(head)}) >= _FEWEST_HEADERS


def attachments(data: bytes, limits: Limits) -> list[Attachment]:
    """Return the attached files in order, those of attached messages too.

    Pictures shown inside the text are no attachments. Raises `RefusalError` for a message that is
    broken (BRK-008) or beyond the limits (BRK-010).
    """
    _within_limits(data, limits)
    try:
        found = list(_attached(data))
    except _BROKEN as error:
        raise damaged("pesan surel", "isi bagian ini rusak") from error
    if len(found) > limits.attachments:
        raise too_large(
            "lampiran", limit=f"{limits.attachments} lampiran", value=f"{len(found)} lampiran"
        )
    return found


def _within_limits(data: bytes, limits: Limits) -> None:
    """Refuse what the email package would take minutes over: parts and headers without end."""
    if len(data) > limits.file_bytes * _ENCODING:
        most = megabytes(limits.file_bytes * _ENCODING)
        raise too_large("ukuran_berkas", limit=most, value=megabytes(len(data)))
    sizes = [one.end() - one.start() for one in _DESCRIBING.finditer(data)]
    if max(sizes, default=0) > limits.header_bytes:
        limit = f"{separated(limits.header_bytes)} huruf dalam satu kepala surel"
        raise too_large("kepala_surel", limit=limit, value=f"{separated(max(sizes))} huruf")
    if sum(sizes) > limits.headers_bytes:
        limit = f"{separated(limits.headers_bytes)} huruf dalam semua kepala surel"
        raise too_large("semua_kepala_surel", limit=limit, value=f"{separated(sum(sizes))} huruf")
    parts = data.count(b"\n--")
    if parts > limits.mail_parts:
        limit = f"{separated(limits.mail_parts)} bagian surel"
        raise too_large("bagian_surel", limit=limit, value=f"{separated(parts)} bagian")
    nested = sum(1 for _ in _BOUNDARY.finditer(data))
    if nested > limits.mail_nesting:
        limit = f"{limits.mail_nesting} bagian surel yang memuat bagian lain"
        raise too_large("tingkat_surel", limit=limit, value=f"{nested} bagian")


def _attached(data: bytes) -> Iterator[Attachment]:
    taken: set[str] = set()
    for part in message_from_bytes(data, policy=policy.default).walk():
        if not _is_file(part):
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            name = _free(_name(part), taken)
            taken.add(name)
            yield Attachment(name, content)


def _is_file(part: EmailMessage) -> bool:
    if part.is_multipart():
        return False
    if part["content-id"] and part.get_content_maintype() == "image":
        return False  # a logo in a signature
    named = part.get_filename() or part.get_content_disposition() == "attachment"
    return bool(named) or part.get_content_maintype() == "application"


def _name(part: EmailMessage) -> str:
    """Return the file's own name without folders; senders may write anything."""
    written = (part.get_filename() or "").replace("\\", "/")
    name = PurePosixPath(written).name.replace("\0", "").strip()
    return name if name not in {"", ".", ".."} else "lampiran"


def _free(name: str, taken: set[str]) -> str:
    """Return a name that is not taken yet: ``IKU.xlsx``, ``IKU (2).xlsx``.

    >>> _free("IKU.xlsx", {"IKU.xlsx"})
    'IKU (2).xlsx'
    """
    path, n = PurePosixPath(name), 1
    while name in taken:
        n += 1
        name = f"{path.stem} ({n}){path.suffix}"
    return name
