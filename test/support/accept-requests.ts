/** A process of its own that accepts briefs for the brand "loomwell": `node accept-requests.ts DATABASE_URL COUNT`. */
import { openStore } from '../../src/store/open-store.ts';
import { realMoment } from './real-moment.ts';
import { sampleAccepted, sampleBrief } from './samples.ts';

const [databaseUrl = '', count = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
for (let accepted = 0; accepted < Number(count); accepted++)
  await store.generation.acceptRequest(sampleAccepted(realMoment, sampleBrief('loomwell', ['only'])));
await store.close();
