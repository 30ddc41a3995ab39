/** For those who read campaigns and do not write their briefs. */
import { Link } from 'wouter';
import { campaignsPath } from '../../navigation/addresses.ts';
import { PlainPage } from '../../shell/plain-page.tsx';

/** Says whose it is. */
export function NotYours({ title }: { readonly title: string }) {
  return (
    <PlainPage title={title}>
      <p>Briefs are written by the copywriters and admins of their brand. You can read every campaign.</p>
      <Link href={campaignsPath}>To the campaigns</Link>
    </PlainPage>
  );
}
