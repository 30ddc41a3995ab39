/** What is chosen and typed while a line is being rejected. */
import { useRef, useState } from 'react';
import type { Decision, RejectReason } from '../../domain/decision.ts';

/** `onReject` takes the decision once it is whole: "other" needs its comment first. */
export function useRejection(onReject: (decision: Decision) => void) {
  const [comment, setComment] = useState('');
  const [isOtherChosen, setIsOtherChosen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  return {
    comment,
    setComment,
    isOtherChosen,
    field,
    isTyping: () => field.current !== null && document.activeElement === field.current,
    begin(): void {
      setComment('');
      setIsOtherChosen(false);
    },
    reject(reason: RejectReason): void {
      const said = comment.trim();
      if (reason === 'other' && said === '') {
        setIsOtherChosen(true);
        field.current?.focus();
        return;
      }
      onReject({ kind: 'reject', reason, ...(said === '' ? {} : { comment: said }) });
    },
  };
}
