"""Archives of pieces are ordinary archives, whatever is taken over from the master."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from workbook_builder.packing import archive, member, piece


@given(st.lists(st.binary(max_size=200), max_size=5), st.sampled_from([1, 6]))
def test_pieces_unpack_to_the_content_they_were_cut_from(texts: list[bytes], level: int) -> None:
    pieces = [piece(text, b"".join(texts[:place]), level) for place, text in enumerate(texts)]

    data = archive({"a/b.xml": member(pieces), "c.xml": member([piece(b"x")])})

    with ZipFile(BytesIO(data)) as read:
        assert read.testzip() is None
        assert read.namelist() == ["a/b.xml", "c.xml"]
        assert read.read("a/b.xml") == b"".join(texts)
