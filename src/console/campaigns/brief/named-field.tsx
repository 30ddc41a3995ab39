/** A name, and the external id beside it that follows the name until somebody chooses one. */
import { useBriefDraft, useField } from './brief-draft.tsx';
import { type Path, textAt } from './draft.ts';
import { TextField } from './fields.tsx';
import { followingId } from './names.ts';

/** `path` leads to what has both. */
export function NamedField(props: { readonly path: Path; readonly label: string; readonly idHint: string }) {
  const { draft, change } = useBriefDraft();
  const [name, id]: [Path, Path] = [
    [...props.path, 'name'],
    [...props.path, 'externalId'],
  ];
  const { isFixed } = useField(id);
  return (
    <>
      <TextField
        path={name}
        label={props.label}
        isNeeded
        onText={(text) => {
          const following = followingId(textAt(draft, id), textAt(draft, name), text);
          change(
            [name, text === '' ? undefined : text],
            ...(isFixed ? [] : [[id, following] satisfies [Path, string | undefined]]),
          );
        }}
      />
      <TextField path={id} label="Its id" hint={props.idHint} isNeeded />
    </>
  );
}
