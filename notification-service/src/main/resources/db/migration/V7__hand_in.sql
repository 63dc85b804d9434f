-- Hand-ins are waited for by a day as rectifications and complaints are.
alter table deadline
    drop constraint deadline_kind_check,
    add constraint deadline_kind_check
        check (kind in ('RECTIFICATION_PLAN', 'RECTIFICATION', 'FOLLOW_UP', 'COMPLAINT', 'HAND_IN'));
