// The first schema. `{bytes}` is the one type that the two databases call by different names.
import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialect.ts'

const tables = `
create table meta (key text primary key, value text not null);

create table commune (code text primary key, division text not null, name text not null, parent text);

create table staff (
  id text primary key, username text not null unique, name text not null, role text not null, password_hash text,
  all_communes integer not null, active integer not null, created_at bigint not null, updated_at bigint not null
);

create table staff_commune (
  commune text not null references commune (code), staff_id text not null references staff (id),
  primary key (commune, staff_id)
);
create index staff_commune_by_staff on staff_commune (staff_id);

create table session (
  id_hash text primary key, staff_id text not null references staff (id),
  created_at bigint not null, last_seen_at bigint not null, expires_at bigint not null
);
create index session_by_staff on session (staff_id);

create table enrolment_code (
  code_hash text primary key, staff_id text not null references staff (id), created_by text,
  created_at bigint not null, expires_at bigint not null, used_at bigint, used_by_profile text
);

create table profile (
  id text primary key, staff_id text not null references staff (id), token_hash text not null unique,
  public_key text not null, state text not null, frozen_at bigint, revoked_at bigint, revoked_by text,
  wipe_told_at bigint, tablet_name text not null, user_agent text not null, screen text not null, app text not null,
  enrolled_at bigint not null, last_contact_at bigint not null, head_seq bigint not null, head_hash text not null,
  records_waiting bigint, photos_waiting bigint, persisted integer, storage_used bigint, storage_quota bigint,
  store_trouble text, reported_at bigint
);
create index profile_by_staff on profile (staff_id);

create table envelope (
  profile_id text not null references profile (id), seq bigint not null, prev text not null, hash text not null,
  sig text not null, body {bytes} not null, staff_id text not null, record_id text, kind text, commune text,
  status text not null, reasons text not null, recorded_at bigint, received_at bigint not null,
  by_file integer not null, decided_by text, decided_at bigint,
  primary key (profile_id, seq)
);
create index envelope_by_record on envelope (record_id);
create unique index envelope_one_effect on envelope (record_id) where status in ('accepted', 'released');
create index envelope_in_quarantine on envelope (commune, received_at) where status = 'quarantined';

create table fork_envelope (
  profile_id text not null references profile (id), seq bigint not null, hash text not null, prev text not null,
  sig text not null, body {bytes} not null, received_at bigint not null,
  primary key (profile_id, seq, hash)
);

create table photo (
  sha256 text primary key, type text not null, bytes bigint not null, width integer, height integer,
  completed_at bigint not null, profile_id text not null
);

create table photo_use (
  commune text not null, sha256 text not null, record_id text not null, staff_id text not null,
  role text not null, type text not null, bytes bigint not null,
  primary key (commune, sha256, record_id, role)
);
create index photo_use_by_photo on photo_use (sha256);
create index photo_use_by_record on photo_use (commune, record_id);

create table beneficiary (
  commune text not null, id text not null, name text not null, name_key text not null, id_number text,
  old_id_number text, file_code text, hamlet text, sort_key text not null, search_text text not null,
  method text not null, data text not null, listed integer not null,
  created_at bigint not null, updated_at bigint not null,
  primary key (commune, id)
);
create index beneficiary_in_order on beneficiary (commune, sort_key, id);
create index beneficiary_by_id on beneficiary (id);
create index beneficiary_by_id_number on beneficiary (commune, id_number);
create index beneficiary_by_name on beneficiary (commune, name_key);

create table entitlement (
  commune text not null, id text not null, beneficiary_id text not null, programme text not null, category text,
  monthly bigint not null, arrears bigint not null, state text not null, data text not null, listed integer not null,
  created_at bigint not null, updated_at bigint not null,
  primary key (commune, id)
);
create index entitlement_by_beneficiary on entitlement (commune, beneficiary_id);

create table registration (
  commune text not null, id text not null, profile_id text not null, seq bigint not null, staff_id text not null,
  subject text, beneficiary_id text, name text not null, name_key text not null, id_number text, data text not null,
  data_version integer not null, recorded_at bigint not null, received_at bigint not null, amends text,
  superseded_by text, state text not null, papers text not null, note text, account text not null,
  decided_by text, decided_at bigint, version integer not null default 0,
  primary key (commune, id)
);
create index registration_by_state on registration (commune, state, received_at);
create index registration_by_id on registration (id);

create table review_step (
  commune text not null, registration_id text not null, version integer not null, at bigint not null,
  staff_id text not null, state text not null, papers text not null, note text,
  primary key (commune, registration_id, version)
);

create table decision (
  id text primary key, thing text not null, thing_id text not null, at bigint not null, staff_id text not null,
  decision text not null, reason text not null
);
create index decision_by_thing on decision (thing, thing_id, at);

create table feed (
  feed text primary key, seq bigint not null, held_count bigint not null, held_digest text not null
);

create table change (
  feed text not null, thing text not null, id text not null, seq bigint not null, line text, line_hash text,
  primary key (feed, thing, id)
);
create unique index change_by_seq on change (feed, seq);
create index change_by_thing on change (thing, id);

create table import (
  commune text not null, id text not null, staff_id text not null, file_name text not null, file_sha256 text not null,
  file_bytes bigint not null, state text not null, choices text not null, summary text not null, result text,
  feed_seq bigint not null, created_at bigint not null, committed_at bigint, committed_by text, undone_at bigint, undone_by text,
  primary key (commune, id)
);
create index import_by_time on import (commune, created_at);

create table import_file (
  commune text not null, sha256 text not null, bytes {bytes} not null,
  primary key (commune, sha256)
);

create table import_line (
  import_id text not null, n bigint not null, kind text not null, noticed integer not null, mismatch integer not null,
  taken integer not null, line text not null, planned text,
  primary key (import_id, n)
);
create index import_line_by_kind on import_line (import_id, kind, n);

create table import_effect (
  import_id text not null, thing text not null, id text not null, before text, after text not null,
  primary key (import_id, thing, id)
);

create table audit (
  id text primary key, at bigint not null, actor_kind text not null, actor text, action text not null,
  commune text, thing text, thing_id text, detail text not null
);
create index audit_by_time on audit (at);
create index audit_by_thing on audit (thing, thing_id);

create table recovery (
  id text primary key, profile_id text not null references profile (id), claim_hash text not null,
  escrow text not null, check_digits text not null, asked_at bigint not null, expires_at bigint not null,
  approved_by text, approved_at bigint, fetched_at bigint
);
create index recovery_by_profile on recovery (profile_id);
`

const appendOnly = {
  sqlite: [
    `create trigger audit_keeps_rows before delete on audit begin select raise(abort, 'audit is append-only'); end`,
    `create trigger audit_keeps_words before update on audit begin select raise(abort, 'audit is append-only'); end`,
  ],
  postgres: [
    `create function audit_refuses() returns trigger language plpgsql as
     $$ begin raise exception 'audit is append-only'; end $$`,
    `create trigger audit_keeps_rows before update or delete on audit for each row execute function audit_refuses()`,
    `create trigger audit_keeps_table before truncate on audit for each statement execute function audit_refuses()`,
  ],
} as const

/** Makes every table, and the triggers that keep the audit log append-only. */
export async function up(db: Kysely<never>): Promise<void> {
  const dialect = dialectOf(db)
  const bytes = dialect === 'sqlite' ? 'blob' : 'bytea'
  const statements = tables
    .replaceAll('{bytes}', bytes)
    .split(';')
    .map((part) => part.trim())
  for (const statement of statements) if (statement !== '') await sql.raw(statement).execute(db)
  for (const trigger of appendOnly[dialect]) await sql.raw(trigger).execute(db)
}
