/** Why a line is rejected: one key, or a comment as well. */
import { Button, Textarea } from '@mantine/core';
import { type Ref, useState } from 'react';
import type { RejectReason } from '../../domain/decision.ts';
import { onSend } from '../keyboard/on-send.ts';
import { rejectChoices } from '../words/reasons.ts';
import { FormSection } from './form-section.tsx';
import styles from './line-card.module.css';
import { ReasonButtons } from './reason-buttons.tsx';

/** Choosing a reason rejects at once; "other" asks for a comment first. */
export function RejectForm(props: {
  readonly isSaving: boolean;
  readonly comment: string;
  readonly onComment: (comment: string) => void;
  readonly isOtherChosen: boolean;
  readonly commentRef: Ref<HTMLTextAreaElement>;
  readonly onReject: (reason: RejectReason) => void;
  readonly onBack: () => void;
}) {
  const [wasTried, setWasTried] = useState(false);
  const isMissing = wasTried && props.comment.trim() === '';
  const rejectAsOther = () => {
    setWasTried(true);
    if (props.comment.trim() !== '') props.onReject('other');
  };
  return (
    <FormSection label="Reject this line">
      <h3>Why not this line?</h3>
      <ReasonButtons
        choices={rejectChoices}
        isBusy={props.isSaving}
        chosen={props.isOtherChosen ? 'other' : null}
        onChoose={props.onReject}
      />
      <Textarea
        ref={props.commentRef}
        label={props.isOtherChosen ? 'Comment (needed for “other”)' : 'Comment, if you like'}
        description="Kept with the decision. Press Esc to go back to the reasons."
        error={isMissing ? 'Say in a few words why.' : undefined}
        value={props.comment}
        maxLength={2000}
        autosize
        minRows={1}
        onChange={(event) => props.onComment(event.currentTarget.value)}
        onKeyDown={onSend(rejectAsOther)}
      />
      <div className={styles.actions}>
        {props.isOtherChosen && (
          <Button onClick={rejectAsOther} loading={props.isSaving}>
            Reject with this comment
          </Button>
        )}
        <Button variant="subtle" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </FormSection>
  );
}
