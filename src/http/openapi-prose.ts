/** The words of the API document that belong to no single route. */

/** What somebody who connects a campaign tool has to know first. */
export const apiIntroduction = `Subject lines that a person approved, for the cohorts of a campaign.

Send a brief, read its progress, fetch the approved lines. A line that the policy blocks is data, never an error.

**Signing in.** A campaign tool sends its key as \`Authorization: Bearer lw_…\`; a key never stands in an address.
People use the console, whose session is a cookie.

**Trying it out.** A sandbox key (\`lw_test_…\`) takes the same requests under the same brand names. Seconds later its lines are
decided by the service as people might; nothing in it is real, and every answer says so in \`Linewright-Sandbox\`. A cohort whose
\`externalId\` ends in \`-reject-all\`, \`-slow\` or \`-fail\` has its lines rejected, decided after a minute, or never drafted; with
\`-recall\` one line is recalled about five seconds after its approval.

**Errors** are problem documents (RFC 9457). Switch on \`code\`; \`errors\` names each mistake by its place:
\`#/offer/endsAt\` in the body, \`?limit\` in the query, \`{id}\` in the path. The address in \`type\` explains the code.

**Lists** are \`{ data, nextCursor }\`; send \`nextCursor\` back as \`?cursor=\` until it is \`null\`.

**Versions.** A single thing comes with an \`ETag\`: sent back in \`If-None-Match\`, the answer is 304 while it is in force, and lists that are asked for again and again do the same with a weak one; where a write asks for \`If-Match\`, send that tag, so that nobody
writes over a change they did not see.

**Times** take any offset and come back in UTC. **Limits** are told in \`RateLimit\`; after a 429 wait for \`Retry-After\`.`;

/** What each group of routes is for. */
export const apiTags = [
  { name: 'campaigns', description: 'For campaign tools: ask for lines, follow the work, fetch what was approved.' },
  { name: 'review', description: 'For copywriters, through the console: the queue and its decisions.' },
  {
    name: 'compliance',
    description: 'For the compliance officer: every drafted line with its evidence, and the audit chain.',
  },
  { name: 'brands', description: 'The brands and the policy in force.' },
  {
    name: 'webhooks',
    description: 'Being told of what happens: endpoints, their log, and the messages (Standard Webhooks).',
  },
  { name: 'access', description: 'Signing in and out, and the keys of campaign tools.' },
] as const;
