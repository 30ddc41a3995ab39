/** The steps of the tour: where each is, what it points at, and what it says. */
import { campaignsPath, homePath, libraryPath, queuePath } from '../navigation/addresses.ts';

/** `targets` are values of `data-tour` on the page; the first that is there is pointed at. */
export type TourStep = {
  readonly path: string;
  readonly covers: RegExp;
  readonly targets: readonly string[];
  readonly says: string;
};

export const tourSteps: readonly TourStep[] = [
  {
    path: campaignsPath,
    covers: /^\/campaigns$/,
    targets: ['campaign'],
    says: 'Campaigns: the example brief is here, with its offer, its cohorts, and how far the drafting is.',
  },
  {
    path: queuePath,
    covers: /^\/(?:queue|cohorts)(?:\/|$)/,
    targets: ['decide', 'begin'],
    says: 'Queue: lines that the policy lets pass wait here. Open a cohort; a approves, e edits, r rejects, ? lists all keys.',
  },
  {
    path: libraryPath,
    covers: /^\/library(?:\/|$)/,
    targets: ['approved-line', 'no-approved-line'],
    says: 'Library: what you approve stands here, and campaign tools fetch it over the API.',
  },
  {
    path: homePath,
    covers: /^\/$/,
    targets: ['today'],
    says: 'Home: what waits, when the queue will be clear, and how lines fare. That is the whole way.',
  },
];
