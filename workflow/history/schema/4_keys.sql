-- When a form was issued (ISO 8601, '' for those from before this was kept), and the fingerprint of
-- the key it was signed with ('' for none).
ALTER TABLE terbitan ADD COLUMN issued_at TEXT NOT NULL DEFAULT '';
ALTER TABLE terbitan ADD COLUMN kunci TEXT NOT NULL DEFAULT '';
-- The regency's own public keys, in base64. One that was lost to others is withdrawn, never deleted.
CREATE TABLE keys (
    sidik TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    added_at TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID
