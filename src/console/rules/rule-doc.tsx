/** The page of a rule: what holds, why, lines that pass and lines it finds something in, its options. */
import type { RuleExampleView, RulePage } from '../../domain/rule-page.ts';
import { Markdown } from '../text/markdown.tsx';
import { PlainText } from '../text/plain-text.tsx';
import { looksAtWords, severityName } from '../words/severity.ts';
import { ExampleLine } from './example-line.tsx';
import styles from './rule-doc.module.css';

/** Without its heading, so that it can stand in another page. */
export function RuleDoc({ rule }: { readonly rule: RulePage }) {
  return (
    <article className={styles.doc}>
      <p className={styles.summary}>{rule.summary}</p>
      <p className={styles.about}>
        Version {rule.version}.{' '}
        {rule.isOnByDefault ? `On by default, as a ${severityName(rule.severity)}.` : 'Off by default.'} Looks at{' '}
        {looksAtWords(rule.looksAt)}.
        {rule.onMissingFacts && ` Where a fact is missing: ${severityName(rule.onMissingFacts)}.`}
      </p>
      <Section title="What it is for" text={rule.why} />
      <Examples title="Passes" examples={rule.good} />
      <Examples title="Found" examples={rule.bad} />
      <Section title="Easily mistaken" text={rule.traps} />
      {rule.options.length > 0 && (
        <section>
          <h2>Options</h2>
          <dl className={styles.options}>
            {rule.options.map((option) => (
              <div key={option.name}>
                <dt>
                  <code>{option.name}</code>
                </dt>
                <dd>
                  <Markdown text={option.takes} />
                  {option.default !== null && (
                    <span>
                      Default <code>{option.default}</code>
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Section title="Sources" text={rule.sources} />
    </article>
  );
}

function Section({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Markdown text={text} />
    </section>
  );
}

function Examples({ title, examples }: { readonly title: string; readonly examples: readonly RuleExampleView[] }) {
  if (examples.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.examples}>
        {examples.map((example) => (
          <li key={JSON.stringify(example)}>
            <p className={styles.example}>
              <ExampleLine line={example.line} locale={example.locale ?? 'en-US'} />
            </p>
            {example.preheader !== undefined && (
              <p className={styles.with}>
                Preheader: <PlainText text={example.preheader.replaceAll(/\[\||\|\]/g, '')} />
              </p>
            )}
            {example.seen?.map(({ text }) => (
              <p key={text} className={styles.with}>
                After: <PlainText text={text} />
              </p>
            ))}
            <Given name="Options" given={example.options} />
            <Given name="Brief" given={example.facts} />
            {example.because && <p className={styles.with}>{example.because}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ name, given }: { readonly name: string; readonly given: RuleExampleView['facts'] }) {
  if (given === undefined) return null;
  const said = flattened(given, '');
  return <p className={styles.with}>{said.length === 0 ? `${name}: nothing said` : `${name}: ${said.join(' · ')}`}</p>;
}

/** "offer.percent 20", one for each value. */
function flattened(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => flattened(inner, path === '' ? name : `${path}.${name}`));
}
