"""``python -I -X utf8 -m addin ACTION --host excel …``: what the button in Excel starts."""

import sys

from addin.launcher import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
