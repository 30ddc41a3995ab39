/** The running product as commands see it; the entry hands it over once a command asks. */
import type { accounts } from '../access/accounts.ts';
import type { apiKeys } from '../access/api-keys.ts';
import type { clientDesk } from '../access/client-desk.ts';
import type { signingIn } from '../access/sign-in.ts';
import type { ChainReport } from '../compliance/verify-audit.ts';
import type { Caller } from '../domain/access.ts';
import type { Brief } from '../domain/brief.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { brandImport, FolderStatus } from '../policies/brand-import.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { RequestProgress } from '../ports/generation-store.ts';
import type { Moment } from '../ports/moment.ts';

export type Service = {
  readonly accounts: ReturnType<typeof accounts>;
  readonly keys: Pick<ReturnType<typeof apiKeys>, 'create'>;
  readonly sandbox: { readonly open: (brandId: string, by: Caller['actor']) => Promise<string> };
  readonly clients: Pick<ReturnType<typeof clientDesk>, 'clients' | 'keys' | 'rotate' | 'revoke'>;
  readonly signIn: Pick<ReturnType<typeof signingIn>, 'makeLink'>;
  readonly brandImport: {
    readonly importNew: () => Promise<readonly FolderStatus[]>;
    readonly importDraft: ReturnType<typeof brandImport>['importDraft'];
  };
  readonly brandStore: Pick<BrandStore, 'releases'>;
  readonly publish: (
    brandId: string,
    releaseId: string,
    by: Caller['actor'],
  ) => Promise<{ readonly judged: number; readonly voided: number }>;
  readonly accept: (caller: Caller, brandIds: readonly string[], brief: Brief) => Promise<RequestProgress>;
  readonly progress: (brandIds: readonly string[], requestId: string) => Promise<RequestProgress>;
  /** Every candidate of a cohort, best rank first. */
  readonly candidatesOf: (brandId: string, cohortId: string) => Promise<readonly Candidate[]>;
  readonly verifyAudit: (onEvents: (count: number) => void) => Promise<readonly ChainReport[]>;
  readonly auditEventCount: () => Promise<number>;
  readonly writer: { readonly kind: 'model' | 'embedded-writer'; readonly name: string };
  /** The person who looks after this installation, made at the first start: admin of each brand that has no other. */
  readonly owner: () => Promise<{ readonly id: string; readonly name: string }>;
  /** The command line as a campaign tool of its own, for the audit chain. */
  readonly commandLine: (brandIds: readonly string[]) => Promise<Caller>;
  /** Every brand but the sandboxes. */
  readonly knownBrandIds: () => Promise<readonly string[]>;
  readonly moment: Pick<Moment, 'now'>;
  readonly publicUrl: string;
  /** Take up work from the queue. */
  readonly startWork: () => void;
  readonly close: () => Promise<void>;
};

/** Opens the product for a command. */
export type OpenService = () => Promise<Service>;

/** Open the product, do something with it, close it whatever happens. */
export async function withService<Result>(
  open: OpenService,
  act: (service: Service) => Promise<Result>,
): Promise<Result> {
  const service = await open();
  try {
    return await act(service);
  } finally {
    await service.close();
  }
}
