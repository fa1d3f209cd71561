-- What was read from a file, kept so that the same bytes are never read twice. "engine" tells which
-- program read them, "definition" points at the definition that the file carries ('' for none).
CREATE TABLE definitions (
    digest TEXT PRIMARY KEY,
    content TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE records (
    sha256 TEXT NOT NULL,
    engine TEXT NOT NULL,
    language TEXT NOT NULL,
    definition TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (sha256, engine, language)
) WITHOUT ROWID;

-- One consolidation. "digest" tells its whole input, "report" is its public JSON, "told" what was
-- printed, "outputs" what was written (path to SHA-256).
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    templat TEXT NOT NULL,
    versi TEXT NOT NULL,
    tahun INTEGER NOT NULL,
    period TEXT NOT NULL,
    made_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    report TEXT NOT NULL,
    told TEXT NOT NULL,
    outputs TEXT NOT NULL
);
CREATE INDEX runs_by_digest ON runs (digest);
CREATE INDEX runs_by_period ON runs (templat, tahun, period);
CREATE TABLE files (
    run INTEGER NOT NULL REFERENCES runs (id),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    unit TEXT NOT NULL,
    fate TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    received TEXT NOT NULL
);
CREATE INDEX files_by_run ON files (run);

-- Values of accepted files. A file's content never changes, so they are written once for its
-- bytes. "kind" is angka, teks, ya_tidak or galat.
CREATE TABLE entries (
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    value NOT NULL,
    PRIMARY KEY (sha256, name)
) WITHOUT ROWID;

CREATE TABLE findings (
    run INTEGER NOT NULL REFERENCES runs (id),
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cells TEXT NOT NULL,
    indicator TEXT NOT NULL,
    message TEXT NOT NULL
);
CREATE INDEX findings_by_run ON findings (run);

-- The regency's figures; exact fractions as text, NULL where there is no number.
CREATE TABLE figures (
    run INTEGER NOT NULL REFERENCES runs (id),
    period TEXT NOT NULL,
    indicator TEXT NOT NULL,
    realisasi TEXT,
    capaian TEXT,
    n INTEGER NOT NULL,
    of INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (run, period, indicator)
) WITHOUT ROWID;

-- What people decided: closed periods, accepted changes. Only ever added to; "content" is JSON.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    templat TEXT NOT NULL,
    tahun INTEGER NOT NULL,
    period TEXT NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX decisions_by_period ON decisions (templat, tahun, period, kind)
