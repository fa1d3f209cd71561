"""Files to snapshots: what a received workbook really holds, whatever program saved it."""
