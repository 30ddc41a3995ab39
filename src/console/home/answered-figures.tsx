/** What was asked of a second person: overrides of blocks by rule, and second approvals. */
import { Link } from 'wouter';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { linesWithRulePath, overridesPath, rulePath, tabPath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { CountLink } from './count-link.tsx';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';

type Answered = FiguresView['fourEyes'];

/** Each number leads to what it counts. */
export function AnsweredFigures({ figures }: { readonly figures: FiguresView }) {
  const { overrides, fourEyes } = figures;
  const kept = useKeptBrand();
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
            <CountLink key="granted" count={overrides.granted} to={`${overridesPath}?state=granted`} />,
            <CountLink key="refused" count={overrides.refused} to={`${overridesPath}?state=refused`} />,
            rest(overrides),
          ],
          [
            <Link key="eyes" href={kept(tabPath('waiting'))}>
              Second approvals
            </Link>,
            fourEyes.asked,
            <CountLink key="granted" count={fourEyes.granted} to={tabPath('approved')} />,
            <CountLink key="refused" count={fourEyes.refused} to={tabPath('rejected')} />,
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
            <CountLink
              key="lines"
              count={figures.rules.find((each) => each.rule === rule)?.blocked ?? 0}
              to={linesWithRulePath('blocked', rule)}
            />,
          ])}
        />
      )}
    </section>
  );
}

function rest({ asked, granted, refused }: Answered): number {
  return asked - granted - refused;
}
