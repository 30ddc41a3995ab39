/** What a chat completion says, read off the wire. */
import * as z from 'zod';
import type { WriterReply } from '../ports/model.ts';
import { type ModelPlace, noChoiceFailure, refusedFailure, shortened, strangeAnswerFailure } from './model-failures.ts';

// Read loosely: compatible servers leave out what they do not know and add what they like.
const Completion = z.looseObject({
  model: z.string().nullish(),
  choices: z.array(
    z.looseObject({
      finish_reason: z.string().nullish(),
      message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
  usage: z
    .looseObject({
      prompt_tokens: z.int().nonnegative(),
      completion_tokens: z.int().nonnegative(),
      prompt_tokens_details: z.looseObject({ cached_tokens: z.int().nonnegative().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/**
 * A completion as the writer's reply. Throws ModelFailure where it holds a refusal, no choice, or is no completion.
 */
export function completionReply(answer: unknown, place: ModelPlace, durationMs: number): WriterReply {
  const completion = Completion.safeParse(answer);
  if (!completion.success) throw strangeAnswerFailure(place);
  const { choices, model, usage } = completion.data;
  const choice = choices[0];
  if (!choice) throw noChoiceFailure(place);
  const raw = choice.message.content ?? '';
  if (choice.message.refusal) throw refusedFailure(place, shortened(choice.message.refusal));
  if (raw === '' && choice.finish_reason === 'content_filter') throw refusedFailure(place, '');
  return {
    raw,
    model: model ?? place.model,
    finish: choice.finish_reason ?? 'stop',
    inputTokens: usage?.prompt_tokens ?? null,
    cachedInputTokens: usage?.prompt_tokens_details?.cached_tokens ?? null,
    outputTokens: usage?.completion_tokens ?? null,
    durationMs: Math.round(durationMs),
  };
}
