/** What a brief editor holds: the draft, in which view it is shown, what is wrong with it, and where the person is. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBriefCheck } from '../../api/use-brief-check.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import type { BriefDraft } from './brief-draft.tsx';
import type { LineMistake, ReadText } from './brief-text.ts';
import { type Draft, type Path, withValue } from './draft.ts';
import { dropBrief, keepBrief, keptBrief } from './kept-brief.ts';
import { isSame } from './merge-briefs.ts';
import { fieldId, type Mistake, mistakeOf, placeInWords } from './places.ts';

/** How long after the last key the draft is kept. */
const keepMs = 500;

/** A text is read at every key up to this length, a longer one after a rest: 2,000 cohorts take seconds. */
const shortText = 50_000;
const longRestMs = 700;

/** The parser comes when it is first needed. */
function useBriefText(isWanted: boolean) {
  const answer = useQuery({
    queryKey: ['brief-text'],
    queryFn: () => import('./brief-text.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
  return { words: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** What a text says, once it was read; `null` until then. What it says is taken over by `onDraft`. */
function useReading(
  words: ReturnType<typeof useBriefText>['words'],
  text: string,
  onDraft: (draft: Draft) => void,
): ReadText | null {
  const [read, setRead] = useState<{ readonly of: string; readonly said: ReadText } | null>(null);
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(
      () => {
        const said = words.readText(text);
        setRead({ of: text, said });
        if (said.draft) onDraft(said.draft);
      },
      text.length > shortText ? longRestMs : 0,
    );
    return () => clearTimeout(timer);
  }, [words, text, onDraft]);
  return words && read?.of === text ? read.said : null;
}

/** `name` keeps what is typed apart from other briefs; `base` is the revision `initial` is. */
export function useEditor(given: {
  readonly name: string;
  readonly base: number;
  readonly initial: Draft;
  readonly isFixed: (path: Path) => boolean;
  readonly isNew: boolean;
}) {
  const { name, isFixed } = given;
  const announce = useAnnounce();
  const [kept] = useState(() => keptBrief(name));
  const [ground, setGround] = useState(kept ?? { base: given.base, initial: given.initial });
  const [draft, setDraft] = useState(kept?.draft ?? given.initial);
  const [view, setView] = useState<'form' | 'text'>('form');
  const [text, setText] = useState('');
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllShown, setIsAllShown] = useState(!given.isNew);
  const [openCohort, setOpenCohort] = useState<number | null>(given.isNew ? 0 : null);
  const brief = useBriefText(view === 'text');
  const checked = useBriefCheck(name, draft);
  const mistakes = checked.check?.found.mistakes.map(mistakeOf) ?? [];
  const isDirty = draft !== ground.initial && !isSame(draft, ground.initial);
  const read = useReading(view === 'text' ? brief.words : null, text, setDraft);

  useEffect(() => {
    // Writing 2,000 cohorts down takes too long for every key.
    const timer = setTimeout(() => (isDirty ? keepBrief(name, { ...ground, draft }) : dropBrief(name)), keepMs);
    const warn = (event: BeforeUnloadEvent) => isDirty && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeunload', warn);
    };
  }, [name, draft, isDirty, ground]);

  const isShown = (path: Path) => isAllShown || path.some((_, index) => touched.has(fieldId(path.slice(0, index + 1))));
  const shared: BriefDraft = {
    draft,
    change: (...changes) =>
      setDraft((known) => changes.reduce((made, [path, value]) => withValue(made, path, value), known)),
    mistakes,
    isShown,
    touch: (path) => setTouched((known) => (known.has(fieldId(path)) ? known : new Set([...known, fieldId(path)]))),
    isFixed,
  };

  return {
    draft,
    base: ground.base,
    initial: ground.initial,
    shared,
    view,
    text,
    textModule: brief,
    checked,
    mistakes,
    isDirty,
    /** Whether the draft was taken up again from where it was left. */
    wasKept: kept !== null,
    openCohort,
    setOpenCohort,
    showAll: () => setIsAllShown(true),
    /** What is wrong with the text, by line; `null` while there is none. */
    lineMistakes: (): readonly LineMistake[] => {
      if (read === null) return [];
      if (read.draft === null) return read.mistakes;
      return brief.words?.atLines(mistakes, read.lineOf, (path) => placeInWords(draft, path)) ?? [];
    },
    /** Whether the text says something that can be taken over. */
    isReadable: view === 'form' || (read !== null && read.draft !== null),
    type: setText,
    showForm: () => {
      const said = read ?? brief.words?.readText(text);
      if (said?.draft) setDraft((known) => (isSame(known, said.draft) ? known : said.draft));
      if (said?.draft === null)
        return announce('The text cannot be read yet. Mend the marked lines, and the form shows it.');
      setView('form');
    },
    showText: async () => {
      setIsAllShown(true);
      const words = brief.words ?? (await import('./brief-text.ts'));
      const said = words.readText(text);
      // The text as it was typed, comments and all, as long as it says the same.
      if (said.draft === null || !isSame(said.draft, draft) || text === '') setText(words.writeText(draft));
      setView('text');
    },
    /** Begin anew from another revision, with what is to stand in the form. */
    rebase: (base: number, initial: Draft, now: Draft) => {
      setGround({ base, initial });
      setDraft(now);
      setText('');
      setView('form');
    },
    goTo: (mistake: Mistake) => {
      setIsAllShown(true);
      const [head, index] = mistake.path;
      if (head === 'cohorts' && typeof index === 'number') setOpenCohort(index);
      // The field is there once the cohort is open.
      setTimeout(() => focusField(mistake.path), 50);
    },
  };
}

/** To the field of a place, or of what it stands in, or of the first thing that stands in it. */
function focusField(path: Path): void {
  const outer = path.map((_, index) => document.getElementById(fieldId(path.slice(0, path.length - index))));
  const within = document.querySelector(`[id^="${CSS.escape(`${fieldId(path)}-`)}"]`);
  const [field] = [outer[0], within, ...outer].filter((each) => each instanceof HTMLElement);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
