"""How Windows takes a command line apart: CommandLineToArgvW, as Microsoft documents it.

Source: "Parsing C command-line arguments" and the page of CommandLineToArgvW on Microsoft Learn.
"""


def arguments(line: str) -> list[str]:
    """The program, which knows no escapes, then its arguments."""
    if line.startswith('"'):
        program, _, rest = line[1:].partition('"')
    else:
        program, _, rest = line.partition(" ")
    return [program, *_arguments(rest)]


def _arguments(rest: str) -> list[str]:
    found: list[str] = []
    current: str | None = None
    quoted = False
    place = 0
    while place < len(rest):
        letter = rest[place]
        if letter in " \t" and not quoted:
            if current is not None:
                found.append(current)
            current = None
            place += 1
            continue
        slashes = len(rest[place:]) - len(rest[place:].lstrip("\\"))
        place += slashes
        before_quote = rest[place : place + 1] == '"'
        current = (current or "") + "\\" * (slashes // 2 if before_quote else slashes)
        if before_quote and slashes % 2:
            current += '"'
            place += 1
        elif before_quote:
            if quoted and rest[place + 1 : place + 2] == '"':
                current += '"'
                place += 1
            else:
                quoted = not quoted
            place += 1
        elif not slashes:
            current += letter
            place += 1
    return found if current is None else [*found, current]
