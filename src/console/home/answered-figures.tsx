/** What was asked of a second person: overrides of blocks by rule, and second approvals. */
import { Link } from 'wouter';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { linesWithRulePath, overridesPath, rulePath, tabPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';

type Answered = FiguresView['fourEyes'];

/** Each number leads to what it counts. */
export function AnsweredFigures({ figures }: { readonly figures: FiguresView }) {
  const { overrides, fourEyes } = figures;
  const kept = useKeptBrand();
  const state = (name: 'granted' | 'refused') => kept(`${overridesPath}?state=${name}`);
  return (
    <section className={styles.card} aria-labelledby="answered">
      <h3 id="answered">Overrides and second approvals</h3>
      <FigureTable
        label="Asked of a second person"
        columns={['Asked of a second person', 'Asked', 'Granted', 'Refused', 'Waiting or over']}
        rows={[
          [
            <Link key="overrides" href={kept(overridesPath)}>
              Overrides of a block
            </Link>,
            overrides.asked,
            <Link key="granted" href={state('granted')}>
              {overrides.granted.toLocaleString('en-US')}
            </Link>,
            <Link key="refused" href={state('refused')}>
              {overrides.refused.toLocaleString('en-US')}
            </Link>,
            rest(overrides),
          ],
          [
            <Link key="eyes" href={kept(tabPath('waiting'))}>
              Second approvals
            </Link>,
            fourEyes.asked,
            <Link key="granted" href={kept(tabPath('approved'))}>
              {fourEyes.granted.toLocaleString('en-US')}
            </Link>,
            <Link key="refused" href={kept(tabPath('rejected'))}>
              {fourEyes.refused.toLocaleString('en-US')}
            </Link>,
            rest(fourEyes),
          ],
        ]}
      />
      {overrides.rules.length > 0 && (
        <FigureTable
          label="Overrides by rule"
          columns={['Rule whose block was to be lifted', 'Asked', 'Granted', 'Refused', 'Blocked lines']}
          rows={overrides.rules.map(({ rule, asked, granted, refused }) => [
            <Link key={rule} href={rulePath(rule)}>
              {rule}
            </Link>,
            asked,
            granted,
            refused,
            <Link key="lines" href={kept(linesWithRulePath('blocked', rule))}>
              {(figures.rules.find((each) => each.rule === rule)?.blocked ?? 0).toLocaleString('en-US')}
            </Link>,
          ])}
        />
      )}
    </section>
  );
}

function rest({ asked, granted, refused }: Answered): number {
  return asked - granted - refused;
}
