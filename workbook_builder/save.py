"""Files written whole or not at all."""

import os
from pathlib import Path
from uuid import uuid4


def save_whole(data: bytes, path: Path) -> None:
    """Write bytes to a file, making its folder where needed; OSError leaves no half file behind.

    An existing file keeps its old content until the new one is complete.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not from tempfile: its files are readable by their owner only, ours lie in shared folders.
    draft = path.with_name(f".{path.name}.{uuid4().hex}.part")
    try:
        with draft.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        if error.filename is None:  # a full disk does not say what it was full for
            error.filename = str(path)
        raise
    finally:
        draft.unlink(missing_ok=True)
