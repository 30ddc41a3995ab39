/** Where an override can stand. Free of schemas, so that the console reads it as it is. */

/** It waits for a policy owner, lifts a block, or does not. */
export const overrideStates = ['asked', 'granted', 'refused'] as const;
