"""Write the corpus of files that should pass, and of files that should fail with one code each.

    python scripts/make_corpus.py korpus

makes ``korpus/should_pass/`` and ``korpus/should_fail/<code>/``. In a folder of a code lies what
to check; beside it, where the case needs it, ``definisi.yaml`` (``--definition``) and
``daftar.sqlite`` (``--history``) and ``kunci.pub`` (``--trust``). ``kiriman/`` is to be consolidated. The files are made anew
rather than kept, because they follow the layout of the workbook; together they take some MB.
"""

import argparse
from pathlib import Path

from tests.corpus.recipes import write_corpus


def main() -> None:
    """Write the corpus into the folder that is named, which must not exist yet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    if folder.exists():
        parser.error(f"{folder} exists already")
    cases = write_corpus(folder)
    files = [one for one in folder.rglob("*") if one.is_file()]
    size = sum(one.stat().st_size for one in files) / 1e6
    print(f"{len(cases)} codes, {len(files)} files, {size:.1f} MB in {folder}")


if __name__ == "__main__":
    main()
