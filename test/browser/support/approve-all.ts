/** Approving without looking, for tests of what comes after. */
import type { Page } from 'playwright-core';

/** Approves every waiting line, as the person at this page. */
export async function approveAll(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const { data } = await (await fetch('/v1/review-items?state=pending&limit=100')).json();
    for (const { item, candidate } of data) {
      const reason = candidate.verdict.verdict === 'warn' ? { warningsPassed: 'on-purpose' } : {};
      const answer = await fetch('/v1/review-items/' + item.id + '/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version: item.version, decision: { kind: 'approve', ...reason } }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    }
  })()`);
}
