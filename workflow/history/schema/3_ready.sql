-- What the newest recap of each period would be closed with, compressed; replaced by every run.
CREATE TABLE ready (
    templat TEXT NOT NULL,
    tahun INTEGER NOT NULL,
    period TEXT NOT NULL,
    complete INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (templat, tahun, period)
) WITHOUT ROWID
