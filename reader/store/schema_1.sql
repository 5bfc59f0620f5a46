-- The tables of version 1, exactly as sqlite_master holds them; a blank line ends a statement.

CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    clock INTEGER NOT NULL CHECK (clock >= 0),
    annotator TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('document', 'appearance', 'story', 'annotation', 'relation', 'session', 'decision')),
    record TEXT NOT NULL CHECK (record <> ''),
    action TEXT NOT NULL CHECK (action IN ('put', 'delete')),
    content TEXT CHECK ((action = 'put') = (content IS NOT NULL)),
    previous TEXT,
    "group" TEXT NOT NULL,
    step TEXT NOT NULL,
    intent TEXT NOT NULL CHECK (intent IN ('edit', 'undo', 'redo')),
    checksum TEXT NOT NULL CHECK (length(checksum) = 64)
) STRICT

CREATE INDEX changes_by_clock ON changes (clock, id)

CREATE INDEX changes_by_group ON changes ("group")

CREATE TRIGGER changes_are_never_altered BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END

CREATE TRIGGER changes_are_never_deleted BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END

CREATE TABLE heads (
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    change TEXT NOT NULL,
    PRIMARY KEY (kind, record)
) STRICT, WITHOUT ROWID

CREATE TABLE steps (
    annotator TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    "group" TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    current_group TEXT NOT NULL,
    PRIMARY KEY (annotator, position)
) STRICT, WITHOUT ROWID

CREATE INDEX steps_undone ON steps (annotator, position) WHERE state = 'undone'

CREATE TABLE sources (
    document TEXT PRIMARY KEY CHECK (length(document) = 64),
    encoding TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length > 0),
    paragraphs INTEGER NOT NULL CHECK (paragraphs > 0),
    sha256_bytes TEXT NOT NULL CHECK (length(sha256_bytes) = 64),
    bytes BLOB -- as imported; null: the text in UTF-8 and nothing else
) STRICT

CREATE TABLE chunks (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    first_offset INTEGER NOT NULL CHECK (first_offset >= 0),
    length INTEGER NOT NULL CHECK (length > 0),
    first_paragraph INTEGER NOT NULL CHECK (first_paragraph >= 0),
    paragraphs INTEGER NOT NULL CHECK (paragraphs > 0),
    text TEXT NOT NULL
) STRICT

CREATE UNIQUE INDEX chunks_by_offset ON chunks (document, first_offset)

CREATE UNIQUE INDEX chunks_by_paragraph ON chunks (document, first_paragraph)

CREATE TABLE documents (
    id TEXT PRIMARY KEY CHECK (length(id) = 64),
    language TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
    encoding TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length > 0),
    sha256_bytes TEXT NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE appearances (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT,
    date TEXT,
    url TEXT
) STRICT, WITHOUT ROWID

CREATE INDEX appearances_by_document ON appearances (document, id)

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID

CREATE TABLE story_documents (
    story TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    document TEXT NOT NULL,
    PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID

CREATE INDEX story_documents_by_document ON story_documents (document, story)

CREATE TABLE annotations (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'rejected', 'discuss')),
    annotator TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('manual', 'propagated', 'imported', 'suggested', 'adjudicated')),
    confidence REAL CHECK (confidence BETWEEN 0 AND 1),
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    revision TEXT NOT NULL,
    attributes TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID

CREATE INDEX annotations_by_place ON annotations (document, start, "end", id)

CREATE TABLE fragments (
    annotation TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    document TEXT NOT NULL,
    k INTEGER NOT NULL CHECK (("end" - start) >> k = 0 AND ("end" - start) >> (k - 1) = 1), -- bits of its length
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (annotation, number)
) STRICT, WITHOUT ROWID

CREATE INDEX fragments_by_length_class ON fragments (document, k, start, "end", annotation)

CREATE TABLE relations (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('attributed_to', 'same_as', 'same_claim', 'supports', 'contradicts', 'omitted_in')),
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    annotator TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    revision TEXT NOT NULL,
    attributes TEXT NOT NULL
) STRICT, WITHOUT ROWID

CREATE INDEX relations_by_source ON relations (source, id)

CREATE INDEX relations_by_target ON relations (target, id)

CREATE VIEW readable_documents AS
SELECT documents.id, appearances.title, appearances.outlet, appearances.date, appearances.url, documents.language,
    documents.direction, documents.length,
    (SELECT count(*) FROM annotations WHERE annotations.document = documents.id) AS annotations
FROM documents LEFT JOIN appearances ON appearances.document = documents.id

CREATE VIEW readable_annotations AS
SELECT annotations.id, (SELECT title FROM appearances WHERE appearances.document = annotations.document ORDER BY id) AS title,
    documents.language, annotations.label, fragments.start, fragments."end", fragments.quote, annotations.note,
    annotations.status, annotations.annotator, annotations.modified
FROM annotations JOIN documents ON documents.id = annotations.document
JOIN fragments ON fragments.annotation = annotations.id

CREATE VIEW readable_history AS
SELECT number, strftime('%Y-%m-%dT%H:%M:%S', (clock >> 16) / 1000, 'unixepoch') AS "when", annotator, intent, action, kind,
    record, content
FROM changes

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")
