-- What waits for the signature of a unit's head: each day it is asked whether it still does.
create index evidence_use_waiting on evidence_use (kind, subject_id) where state = 'PENDING';
