/** Why a line passes although it carries a warning: one key. */
import { Button } from '@mantine/core';
import type { PassReason } from '../../domain/decision.ts';
import type { Verdict } from '../../domain/finding.ts';
import { FindingsList } from '../text/findings-list.tsx';
import { numbered } from '../text/marked-line.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import { passChoices } from '../words/reasons.ts';
import { FormSection } from './form-section.tsx';
import styles from './line-card.module.css';
import { ReasonButtons } from './reason-buttons.tsx';

/** Shows the edited text with its findings where it is not the line above. */
export function PassForm(props: {
  readonly verdict: Verdict;
  readonly editedText: string | null;
  readonly locale: string;
  readonly isSaving: boolean;
  readonly onPass: (reason: PassReason) => void;
  readonly onBack: () => void;
}) {
  return (
    <FormSection label="Pass the warning">
      {props.editedText !== null && (
        <>
          <p className={styles.line}>
            <SubjectText
              text={props.editedText}
              locale={props.locale}
              {...numbered(props.verdict.findings, ({ field }) => field === undefined)}
            />
          </p>
          <FindingsList findings={props.verdict.findings} />
        </>
      )}
      <h3>This line carries a warning. Why does it pass?</h3>
      <ReasonButtons choices={passChoices} isBusy={props.isSaving} onChoose={props.onPass} />
      <div className={styles.actions}>
        <Button variant="subtle" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </FormSection>
  );
}
