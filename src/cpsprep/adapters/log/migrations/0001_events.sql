-- The log: small facts, appended and never edited, the only truth (docs/design.md).

create table meta (
  name text not null primary key,
  value text not null
) without rowid;

create table versions (
  hash text not null primary key,
  canonical text not null
);

create table events (
  row integer primary key,
  id text not null unique,
  seq integer not null check (typeof(seq) = 'integer'),
  device text not null,
  session text not null,
  at_ms integer not null check (typeof(at_ms) = 'integer'),
  offset_min integer not null check (typeof(offset_min) = 'integer'),
  study_day integer not null check (typeof(study_day) = 'integer'),
  type text not null,
  source text not null,
  bank text,
  item text,
  card text,
  version text,
  mode text,
  grade integer check (grade is null or (typeof(grade) = 'integer' and grade between 0 and 5)),
  correct integer check (correct is null or correct in (0, 1)),
  target text,
  payload text not null
);

-- The fold reads this index alone, card by card and each card in the canonical order.
create index events_fold on events (bank, card, study_day, at_ms, device, seq, grade)
  where type = 'answered' and mode = 'review'
    and grade is not null and bank is not null and card is not null;

-- The last answers of all.
create index events_order on events (study_day, at_ms, device, seq) where type = 'answered';

-- Everything that changes how answers are read; few rows, so that a sitting starts without a scan.
create index events_marks on events (row, type, target) where type not in ('answered', 'seen');

-- Whether an event was taken back.
create index events_voids on events (target) where type = 'voided';

-- The next seq of a device.
create index events_device on events (device, seq);

create trigger events_keep before update on events begin
  select raise(abort, 'the log is append-only');
end;
create trigger events_stay before delete on events begin
  select raise(abort, 'the log is append-only');
end;
create trigger versions_keep before update on versions begin
  select raise(abort, 'the log is append-only');
end;
create trigger versions_stay before delete on versions begin
  select raise(abort, 'the log is append-only');
end;

-- "insert or replace" deletes without a delete trigger unless recursive_triggers is on, which a stranger's
-- connection need not have.
create trigger events_once before insert on events
  when exists (select 1 from events where id = new.id or row = new.row) begin
  select raise(abort, 'the log is append-only');
end;
create trigger versions_once before insert on versions
  when exists (select 1 from versions where hash = new.hash) begin
  select raise(abort, 'the log is append-only');
end;
