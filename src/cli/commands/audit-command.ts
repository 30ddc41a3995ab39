/** `audit verify` */
import { auditVerify } from '../audit-verify.ts';
import { type OpenService, withService } from '../service.ts';

/** Exit status 1 where a chain is broken. */
export async function auditVerifyCommand(open: OpenService): Promise<void> {
  const isWhole = await withService(open, async (service) =>
    auditVerify({
      verify: service.verifyAudit,
      total: await service.auditEventCount(),
      out: (text) => process.stdout.write(text),
      bar: process.stderr,
    }),
  );
  if (!isWhole) process.exitCode = 1;
}
