/** The guardrails as a library: text and facts in, findings out, and nothing else loaded. */
export type { Facts } from '../domain/facts.ts';
export { factsFor } from '../domain/facts.ts';
export type { Finding, RecordedVerdict, SeenLine, Severity, Span, Verdict } from '../domain/finding.ts';
export type { Policy, RuleSetting } from '../domain/policy.ts';
export { catalogue } from './catalogue.ts';
export { checkCampaign } from './check-campaign.ts';
export { type CheckGiven, checkLine } from './check-line.ts';
export { type CompiledPolicy, compilePolicy } from './compile-policy.ts';
export { defaultPolicy, onlyRules } from './default-policy.ts';
export { type FailedExample, failedExamples } from './policy-file/failed-examples.ts';
export { readBrandFile } from './policy-file/read-brand-file.ts';
export { type PolicyOnFile, readPolicyFile } from './policy-file/read-policy-file.ts';
