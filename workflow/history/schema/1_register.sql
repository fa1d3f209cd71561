-- Issued workbooks: fingerprint and the manifest's SHA-256. Files from before there were versions
-- hold exactly this table.
CREATE TABLE IF NOT EXISTS terbitan (
    sidik TEXT PRIMARY KEY,
    manifes TEXT NOT NULL,
    unit TEXT NOT NULL,
    templat TEXT NOT NULL,
    versi TEXT NOT NULL,
    tata_letak TEXT NOT NULL
)
