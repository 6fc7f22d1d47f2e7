/** The steps of the text in the editor, and ways to change them in it. */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { changeDraft, editorDraft } from '../../stores/editor-draft.ts';
import { readSource, type Source } from './source/source.ts';
import { type IdentifiedStep, identified } from './steps/step-ids.ts';

const NOTHING: Source = {
  text: '',
  content: {},
  steps: [],
  list: { kind: 'none', room: { key: 'missing', top: 'lines' } },
};

export interface EditedSteps {
  /** What the text says, or said when it could be read last. */
  readonly source: Source;
  /** Whether that is the text as it is now: else no step can be changed but in the text. */
  readonly isReadable: boolean;
  readonly ids: readonly IdentifiedStep[];
  /** Changes the text; false where it cannot take the change, which then is said. */
  readonly edit: (change: (source: Source) => string | null) => boolean;
  /** Why the last change was not made, until the next one. */
  readonly refusal: string | null;
}

const REFUSAL = 'This could not be changed here. Change it in the text.';

/** The same object as long as nothing of it changes. A long text is read after what was typed shows, not before. */
export function useSteps(text: string): EditedSteps {
  const seen = useDeferredValue(text);
  const read = useMemo(() => readSource(seen), [seen]);
  const last = useRef<{ source: Source; ids: readonly IdentifiedStep[] }>({ source: NOTHING, ids: [] });
  const [refusal, setRefusal] = useState<string | null>(null);
  if (read !== null && read !== last.current.source) {
    const texts = read.steps.map(({ start, end }) => read.text.slice(start, end));
    last.current = { source: read, ids: identified(last.current.ids, texts) };
  }
  const { source, ids } = last.current;
  const isReadable = read !== null;
  const edit = useCallback((change: (source: Source) => string | null) => {
    const now = editorDraft.getState().draft?.text ?? '';
    const current = readSource(now);
    const changed = current && change(current);
    setRefusal(changed === null ? REFUSAL : null);
    if (changed === null) return false;
    changeDraft({ text: changed });
    return true;
  }, []);
  return useMemo(() => ({ source, ids, isReadable, edit, refusal }), [source, ids, isReadable, edit, refusal]);
}
