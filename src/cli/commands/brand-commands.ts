/** `brand import`, `brand publish` */
import { type OpenService, withService } from '../service.ts';
import { WrongUse } from '../wrong-use.ts';

/** Read a brand's files again, as a draft. */
export async function brandImportCommand(open: OpenService, id: string): Promise<void> {
  await withService(open, async (service) => {
    const { actor } = await service.commandLine([]);
    const imported = await service.brandImport.importDraft(id, actor);
    if (imported.outcome === 'set-aside') {
      const mistakes = imported.mistakes.map((at) => `  ${at.file}:${at.line}:${at.column}: ${at.message}`);
      throw new WrongUse(`The files of ${id} have mistakes; nothing was imported.\n${mistakes.join('\n')}`);
    }
    if (imported.outcome === 'imported') console.log(`${id} is new here; its policy is published.`);
    else if (!imported.filesDiffer) console.log(`The files of ${id} say what is published; nothing was imported.`);
    else console.log(`${id} has a draft ${imported.release?.id}. Publish it with: brand publish ${id}`);
  });
}

/** Publish the newest draft of a brand. */
export async function brandPublishCommand(open: OpenService, id: string): Promise<void> {
  await withService(open, async (service) => {
    const draft = (await service.brandStore.releases(id)).find(({ state }) => state === 'draft');
    if (!draft) throw new WrongUse(`${id} has no draft. Make one from its files with: brand import ${id}`);
    const { actor } = await service.commandLine([]);
    const { judged, voided } = await service.publish(id, draft.id, actor);
    console.log(`Published ${draft.policyHash}. ${judged} live lines were checked by it; ${voided} are void now.`);
  });
}
