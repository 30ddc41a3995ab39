/** Roles in words. */
import type { Role } from '../../domain/access.ts';

/** What a person can be in a brand, in the order of the forms. */
export const personRoles = ['copywriter', 'policy-owner', 'compliance', 'admin'] as const satisfies readonly Role[];

/** A role that a person can have. */
export type PersonRole = (typeof personRoles)[number];

/** What each may do. */
export const roleMeans: Readonly<Record<PersonRole, string>> = {
  copywriter: 'Decides lines',
  'policy-owner': 'Changes the policy',
  compliance: 'Sees everything, holds and recalls',
  admin: 'Does all of it, and lets people in',
};

const names: Readonly<Record<string, string>> = {
  copywriter: 'Copywriter',
  'policy-owner': 'Policy owner',
  compliance: 'Compliance',
  admin: 'Admin',
  'campaign-client': 'Campaign tool',
};

/** A role as people say it. */
export function roleName(role: string): string {
  return names[role] ?? role;
}
