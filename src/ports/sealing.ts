/** What use cases ask for to keep a secret unreadable where it lies. */

export type Sealing = {
  /** `of` names what the secret belongs to: sealed for one thing, it opens for no other. */
  readonly seal: (secret: string, of: string) => string;
  /** What was never sealed comes back as it is. Throws where no key opens it. */
  readonly open: (kept: string, of: string) => string;
  /** Whether it was sealed, by whatever key. */
  readonly isSealed: (kept: string) => boolean;
  /** Whether it was sealed by the key that seals now. */
  readonly isCurrent: (kept: string) => boolean;
};
