-- 佐证材料 (behaviours.md P11). The files themselves lie in a folder under their SHA-256; here is whose they are and what they prove.
create table evidence (
    id          uuid        primary key,
    unit_id     uuid        not null,
    county_id   uuid,
    name        text        not null,
    type        text        not null check (type in ('PDF', 'JPEG', 'PNG', 'WORD', 'EXCEL', 'OFD')),
    size        bigint      not null,
    sha256      text        not null,
    uploaded_at timestamptz not null,
    uploaded_by text        not null,
    -- since when nothing has named it; null while something does
    loose_since timestamptz
);
create index evidence_content on evidence (sha256);
create index evidence_loose on evidence (unit_id, loose_since) where loose_since is not null;

-- One line for each file of a submission: it waits for the head's signature, is what counts, or was handed in earlier.
create table evidence_use (
    submission_id uuid        not null,
    evidence_id   uuid        not null,
    place         int         not null,
    kind          text        not null check (kind in ('REPORT', 'COMPLETION', 'RECTIFICATION')),
    subject_id    uuid        not null,
    unit_id       uuid        not null,
    county_id     uuid,
    state         text        not null check (state in ('PENDING', 'CURRENT', 'PAST')),
    submitted_at  timestamptz not null,
    submitted_by  text        not null,
    primary key (submission_id, evidence_id)
);
create index evidence_use_of on evidence_use (subject_id);
create index evidence_use_by on evidence_use (evidence_id);
