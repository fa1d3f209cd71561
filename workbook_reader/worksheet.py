"""Worksheet: one pass over one sheet part."""

from dataclasses import replace
from xml.parsers.expat import ExpatError

from iku.cells import DEFAULT_STYLE, SheetSnapshot
from workbook_reader.cell_events import CellEvents, SharedParts
from workbook_reader.known_rows import Known, add_rows, known_with
from workbook_reader.markup import feed, is_true, local, new_parser, plain
from workbook_reader.refusal import RefusalError
from workbook_reader.spans import Span, span_of
from workbook_reader.validations import ValidationCells, normalised

_LAST_COLUMN = 16_384
_CRITERIA = {"filters", "customFilters", "top10", "dynamicFilter", "colorFilter", "iconFilter"}
_VALIDATION_TEXTS = {"formula1", "formula2", "sqref"}

_KEPT = 10_000  # validations of a sheet that is remembered; the largest form has some thousand
# No form is so large; what is mostly blank rows would only be taken apart in vain.
_LARGE = 4_000_000
_MALFORMED = (ExpatError, ValueError, LookupError, RefusalError)


def read_sheet(
    name: str, state: str, shared: SharedParts, part: str, content: bytes
) -> SheetSnapshot:
    """Return the content of a sheet part; raise `RefusalError` where it is damaged or too large.

    What was parsed before is taken as it was then; where anything is out of the ordinary, the
    parser reads it all, and says what is wrong.
    """
    span = span_of(content, b"sheetData") if len(content) <= _LARGE else None
    if span is not None:
        known, before = known_with(shared), replace(shared.spent)
        try:
            sheet = _framed(name, state, shared, span, known)
            add_rows(sheet, span.inside, shared, known)
        except _MALFORMED:
            shared.spent.go_back_to(before)
        else:
            return sheet
    return parsed_sheet(name, state, shared, part, content)


def parsed_sheet(
    name: str, state: str, shared: SharedParts, part: str, content: bytes
) -> SheetSnapshot:
    """Return the same, all of it parsed now."""
    return WorksheetEvents(SheetSnapshot(name, state), shared).read(part, content)


def _framed(name: str, state: str, shared: SharedParts, span: Span, known: Known) -> SheetSnapshot:
    """Return the sheet without its rows."""
    content = b"<sheetData></sheetData>".join((span.before, span.after))
    frame = known.frames.find(content)
    if frame is None:
        frame = parsed_sheet("", "", shared, "", content)
        # A frame is kept for the forms of a regency, not for what somebody blew up.
        if len(frame.validations) <= _KEPT and len(frame.wide_validations) <= _KEPT:
            known.frames.keep(content, frame)
    return replace(
        frame,
        name=name,
        state=state,
        values={},
        formulas={},
        uncomputed=set(),
        styles={},
        hidden_rows=set(),
        column_styles=dict(frame.column_styles),
        validations=dict(frame.validations),
        wide_validations=list(frame.wide_validations),
        unenforced=set(frame.unenforced),
        protection=dict(frame.protection),
        merged=list(frame.merged),
        hidden_columns=set(frame.hidden_columns),
        charts=[],
        pictures=[],
    )


class WorksheetEvents:
    """Takes in everything around the cells, and hands the rows over to `CellEvents`."""

    def __init__(self, sheet: SheetSnapshot, shared: SharedParts) -> None:
        """Prepare to fill ``sheet``."""
        self.sheet = sheet
        self.style_of = shared.style_of
        self.cells = CellEvents(sheet, shared, self._listen_around)
        self.validation_cells = ValidationCells(sheet, shared.limits.ranges, shared.spent)
        self.parser = new_parser()
        self.validation: dict[str, str] | None = None  # attributes of the open validation
        self.validation_texts: dict[str, str] = {}
        self.custom_view = False  # saved views repeat elements of the sheet
        self.columns_seen = 0

    def read(self, part: str, content: bytes) -> SheetSnapshot:
        """Read a whole part; raise `RefusalError` where it is damaged or too large."""
        self._listen_around()
        feed(self.parser, part, content)
        return self.sheet

    def _listen_around(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.cells.text.append

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name, _, prefix = name.rpartition(":")[::-1]
        if name == "sheetData":
            self._listen_to_cells(prefix)
        elif name == "dataValidation":
            self.validation = attributes
            self.validation_texts = {}
        elif name in _VALIDATION_TEXTS:
            self.cells.text.clear()
        elif name == "customSheetViews":
            self.custom_view = True
        elif not self.custom_view:
            self._start_setting(name, attributes)

    def _listen_to_cells(self, prefix: str) -> None:
        """Give the rows to the fast handlers; names lose their prefix only if there is one."""
        cells = self.cells
        if prefix:
            self.parser.StartElementHandler = lambda name, given: cells.start(local(name), given)
            self.parser.EndElementHandler = lambda name: cells.end(local(name))
        else:
            self.parser.StartElementHandler = cells.start
            self.parser.EndElementHandler = cells.end

    def _start_setting(self, name: str, attributes: dict[str, str]) -> None:
        sheet = self.sheet
        if name == "col":
            self._column(attributes)
        elif name == "mergeCell":
            sheet.merged.append(attributes["ref"])
        elif name == "sheetProtection":
            sheet.protection = plain(attributes)
        elif name == "autoFilter":
            sheet.autofilter = attributes.get("ref")
        elif name == "cfRule":
            sheet.conditional_formats += 1
        elif name == "drawing":
            sheet.drawings += 1
        elif name in _CRITERIA or (name == "sheetPr" and is_true(attributes.get("filterMode"))):
            sheet.filtered = True

    def _column(self, attributes: dict[str, str]) -> None:
        first, last = int(attributes["min"]), int(attributes["max"])
        self.columns_seen += max(last - first, 0) + 1
        if self.columns_seen > _LAST_COLUMN:
            raise ValueError("columns described twice")
        columns = range(first, last + 1)
        if "style" in attributes:
            style = self.style_of.get(attributes["style"], DEFAULT_STYLE)
            self.sheet.column_styles.update(dict.fromkeys(columns, style))
        if is_true(attributes.get("hidden")) or float(attributes.get("width", 1)) == 0:
            self.sheet.hidden_columns.update(columns)

    def _end(self, name: str) -> None:
        name = local(name)
        if name in _VALIDATION_TEXTS:
            self.validation_texts[name] = "".join(self.cells.text).strip()
        elif name == "dataValidation" and self.validation is not None:
            ranges = self.validation.get("sqref") or self.validation_texts.get("sqref", "")
            facts = normalised(self.validation, self.validation_texts)
            enforced = is_true(self.validation.get("showErrorMessage"))
            self.validation_cells.add(ranges, facts, enforced=enforced)
            self.validation = None
        elif name == "customSheetViews":
            self.custom_view = False
