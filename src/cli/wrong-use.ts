/** A command that was called wrongly, or cannot do what it was asked: one sentence and exit status 2. */
export class WrongUse extends Error {}
