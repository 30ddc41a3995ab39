/** What one rule is for, with lines that show it. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRule } from '../api/use-rule.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { RuleDoc } from './rule-doc.tsx';

/** `params.id` is the rule. */
export function RulePage({ params }: PageProps) {
  const id = params['id'] ?? '';
  const { rule, failure, retry } = useRule(id);
  useDocumentTitle(`${id} · Linewright`);
  return (
    <Page width="text">
      <h1>{id}</h1>
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {!rule && !failure && <Skeleton height={240} aria-label="Loading the rule" />}
      {rule && <RuleDoc rule={rule} />}
    </Page>
  );
}
