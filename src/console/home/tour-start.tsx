/** What an empty installation shows instead of empty figures: the whole way, by the example campaign. */
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { useTour } from '../tour/use-tour.ts';
import { count } from '../words/counts.ts';
import styles from './home.module.css';

/** Sends the example brief as a campaign tool would, and begins the tour. Nothing where no example is of one's brands. */
export function TourStart({ brand }: { readonly brand: string | null }) {
  const { begin, end } = useTour();
  const queries = useQueryClient();
  const act = useAct();
  const example = useQuery({
    queryKey: ['example-brief', brand],
    queryFn: ({ signal }) => call(endpoints.readExampleBrief, { query: brand === null ? {} : { brand }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const brief = example.data?.brief;
  if (!brief) return null;
  const send = () =>
    act.run('send', async () => {
      await call(endpoints.createRequest, { body: brief });
      // Before the figures are read again, which take this away.
      begin();
      void queries.invalidateQueries();
      return 'The example brief is sent. Its lines are being drafted.';
    });
  return (
    <section className={styles.today} aria-labelledby="tour">
      <h2 id="tour">See the whole way with an example</h2>
      <p>
        Nothing has been sent yet. The example brief asks for lines for {count(brief.cohorts.length, 'cohort')} of the
        campaign “<bdi>{brief.campaign.name}</bdi>”. They are drafted and checked in a few seconds, and wait for you
        like real ones.
      </p>
      {act.failure && <p role="alert">{act.failure.message}</p>}
      <div className={styles.actions}>
        <Button loading={act.busy !== null} onClick={() => void send()}>
          Send the example brief
        </Button>
        <Button variant="default" onClick={end}>
          Not now
        </Button>
      </div>
    </section>
  );
}
