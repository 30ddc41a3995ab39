/** Creates the audit chains, whose events the database itself refuses to change. */
import type { Statements, Terms } from './terms.ts';

export const audit: Statements = (terms) => {
  const { text, integer, end } = terms;
  return [
    `create table audit_heads (
      chain ${text} not null primary key,
      sequence ${integer} not null,
      hash ${text} not null
    ${end}`,
    // `body` holds the very bytes that were hashed.
    `create table audit_events (
      chain ${text} not null,
      sequence ${integer} not null,
      id ${text} not null unique,
      action ${text} not null,
      subject ${text} not null,
      at ${text} not null,
      body ${text} not null,
      hash ${text} not null,
      primary key (chain, sequence)
    ${end}`,
    'create index events_of_a_chain on audit_events (chain, id)',
    // Not part of the chain: it can be erased, and the chain's commitment to it then says nothing any more.
    `create table audit_personal (
      event_id ${text} not null primary key references audit_events (id),
      chain ${text} not null,
      salt ${text} not null,
      value ${text} not null
    ${end}`,
    ...refusals(terms),
  ];
};

function refusals({ isPostgres }: Terms): string[] {
  const words = 'the audit log is append-only';
  if (isPostgres)
    return [
      `create function refuse_audit_change() returns trigger language plpgsql as
        'begin raise exception ''${words}''; end'`,
      `create trigger audit_events_stay before update or delete on audit_events
        for each row execute function refuse_audit_change()`,
      `create trigger audit_events_are_not_emptied before truncate on audit_events
        for each statement execute function refuse_audit_change()`,
    ];
  return [
    `create trigger audit_events_are_not_updated before update on audit_events
      begin select raise(abort, '${words}'); end`,
    `create trigger audit_events_are_not_deleted before delete on audit_events
      begin select raise(abort, '${words}'); end`,
    // INSERT OR REPLACE on a connection without recursive_triggers deletes in silence; so an existing key is refused.
    `create trigger audit_events_are_not_replaced before insert on audit_events
      when exists (select 1 from audit_events
        where (chain = new.chain and sequence = new.sequence) or id = new.id)
      begin select raise(abort, '${words}'); end`,
  ];
}
