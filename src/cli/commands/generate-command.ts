/** `generate FILE [--cohorts FILE]` */
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from '../generate.ts';
import { readBriefFile } from '../read-brief-file.ts';
import { readCohortFile } from '../read-cohort-file.ts';
import { type OpenService, withService } from '../service.ts';

/** Draft for a brief file. Exit status 1 where a cohort failed. */
export async function generateCommand(
  open: OpenService,
  file: string,
  { cohorts: table }: { readonly cohorts?: string },
): Promise<void> {
  const brief = readBriefFile(file, table === undefined ? null : await readCohortFile(table));
  await withService(open, async (service) => {
    await service.brandImport.importNew();
    const caller = await service.commandLine([brief.brand]);
    service.startWork();
    const failed = await generate(
      {
        accept: (accepted) => service.accept(caller, [brief.brand], accepted),
        progress: (requestId) => service.progress([brief.brand], requestId),
        candidates: (cohortId) => service.candidatesOf(brief.brand, cohortId),
        writerName: service.writer.kind === 'embedded-writer' ? `the ${service.writer.name}` : service.writer.name,
        out: (text) => process.stdout.write(text),
        bar: process.stderr,
        pause: (ms) => pause(ms),
      },
      brief,
    );
    if (failed > 0) process.exitCode = 1;
    console.log(`\nReview them in the console: npm start, then ${service.publicUrl}`);
  });
}
