"""The version of the installed program, which buttons compare with their own."""

from importlib.metadata import version


def installed_version() -> str:
    """Return the version of the package that runs this."""
    return version("iku-kecamatan")
