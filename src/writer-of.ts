/** Who drafts in this installation. */
import type { Config } from './config.ts';
import { embeddedWriter } from './generate/embedded-writer/embedded-writer.ts';
import { openaiModel } from './generate/openai-model.ts';
import type { Model } from './ports/model.ts';

/** The model the settings name, or the embedded writer where they name none. */
export function writerOf({ model }: Config): Model {
  if (model === null) return embeddedWriter();
  return openaiModel({
    apiKey: model.apiKey,
    baseUrl: model.baseUrl,
    model: model.name,
    timeoutMs: model.timeoutMs,
  });
}
