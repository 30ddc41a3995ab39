/** The list is empty: nothing was planned yet, or nothing is like that. */
import { Button } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import { newBriefPath } from '../../navigation/addresses.ts';
import styles from './no-campaigns.module.css';

/** `onClear` takes the filters away; `null` where there are none. */
export function NoCampaigns(props: { readonly mayPlan: boolean; readonly onClear: (() => void) | null }) {
  if (props.onClear)
    return (
      <section className={styles.empty}>
        <h2>No campaign is like that</h2>
        <p>Look for less of the name, or in every state.</p>
        <Button variant="default" onClick={props.onClear}>
          Show all campaigns
        </Button>
      </section>
    );
  return (
    <section className={styles.empty}>
      <h2>No campaign yet</h2>
      <p>
        A campaign begins with a brief: what the mail is for, the offer, and the cohorts that will read it. Your
        campaign tool can send one, or you write it here.
      </p>
      {props.mayPlan && <Button onClick={() => navigate(newBriefPath())}>Write the first brief</Button>}
    </section>
  );
}
