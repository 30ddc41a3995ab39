/** Brands as their files say them, mistakes and all. */
import type { Brand, FileMistake } from '../domain/brand.ts';
import type { Policy } from '../domain/policy.ts';
import { compilePolicy } from '../guardrails/compile-policy.ts';
import { failedExamples } from '../guardrails/policy-file/failed-examples.ts';
import { readBrandFile } from '../guardrails/policy-file/read-brand-file.ts';
import { readPolicyFile } from '../guardrails/policy-file/read-policy-file.ts';
import type { BrandFiles } from '../ports/brand-files.ts';

/** A brand read from its folder, its policy named by hash. */
export type BrandOnFile = { readonly brand: Brand; readonly policy: Policy; readonly policyHash: string };

/** Read one brand's folder. A policy that fails its own examples counts as a mistake. */
export function readBrandFolder(files: BrandFiles, id: string): BrandOnFile | { readonly mistakes: FileMistake[] } {
  const brandPath = files.pathOf(id, 'brand.yaml');
  const profile = readBrandFile({ path: brandPath, readText: files.readText });
  if ('mistakes' in profile) return { mistakes: [...profile.mistakes] };
  const policyPath = files.pathOf(id, 'policy.yaml');
  const read = readPolicyFile({ path: policyPath, readText: files.readText, brand: profile.profile });
  if ('mistakes' in read) return { mistakes: [...read.mistakes] };
  const failed = failedExamples(read);
  if (failed.length > 0) return { mistakes: failed.map((example) => ({ ...example.at, message: example.message })) };
  return {
    brand: { id, profile: profile.profile },
    policy: read.policy,
    policyHash: compilePolicy(read.policy).policyHash,
  };
}
