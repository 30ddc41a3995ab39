/** The model of the generation benchmark, on a thread of its own: a real one would not share ours either. */
import { parentPort, workerData } from 'node:worker_threads';
import { modelServer } from '../test/support/model-server.ts';

const server = await modelServer(workerData);
parentPort?.on('message', () =>
  parentPort?.postMessage({ calls: server.calls.length, mostAtOnce: server.mostAtOnce() }),
);
parentPort?.postMessage({ url: server.url });
