"""One folder with which a Windows office installs the add-in, without internet."""

from addin.bundle.assembling import Bundle, bundle

__all__ = ["Bundle", "bundle"]
