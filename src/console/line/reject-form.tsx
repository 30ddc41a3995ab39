/** Why a line is rejected: one key, or a comment as well. */
import { Button, Textarea } from '@mantine/core';
import { type Ref, useState } from 'react';
import type { RejectReason } from '../../domain/decision.ts';
import { rejectChoices } from '../words/reasons.ts';
import { FormSection } from './form-section.tsx';
import { KeyButton } from './key-button.tsx';
import styles from './line-card.module.css';

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
      <div className={styles.choices}>
        {rejectChoices.map(({ reason, key, label }) => (
          <KeyButton
            key={reason}
            shortcut={key}
            label={label}
            variant={props.isOtherChosen && reason === 'other' ? 'light' : 'default'}
            justify="space-between"
            disabled={props.isSaving}
            onClick={() => props.onReject(reason)}
          />
        ))}
      </div>
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
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            rejectAsOther();
          }
        }}
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
