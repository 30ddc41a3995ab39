/** Where adapters say what a person who runs the service may want to know. A pino logger fits. */

type Say = (details: object, message: string) => void;

export type Log = { readonly info: Say; readonly warn: Say; readonly error: Say };
