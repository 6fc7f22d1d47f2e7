/** The text in the scenario editor: kept while one looks at other screens, and in the browser for a reload. */
import { useStore } from 'zustand';
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

export interface EditorDraft {
  readonly fileName: string;
  /** With `\n` between its lines. */
  readonly text: string;
  /** The text as it was opened or last saved to a file. */
  readonly savedText: string;
}

interface DraftState {
  /** `null` while nothing is open in the editor. */
  readonly draft: EditorDraft | null;
}

/** A full browser store keeps nothing more; then leaving the screen asks. */
const storage: StateStorage = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, value) => {
    try {
      localStorage.setItem(name, value);
      kept.setState({ isKept: true });
    } catch {
      kept.setState({ isKept: false });
    }
  },
  removeItem: (name) => localStorage.removeItem(name),
};
const kept = createStore<{ readonly isKept: boolean }>(() => ({ isKept: true }));

export const editorDraft = createStore<DraftState>()(
  persist((): DraftState => ({ draft: null }), {
    name: 'trigger-lab:editor',
    storage: createJSONStorage(() => storage),
  }),
);

export const useEditorDraft = (): EditorDraft | null => useStore(editorDraft, ({ draft }) => draft);
/** Whether a reload would bring the text back. */
export const useIsKept = (): boolean => useStore(kept, ({ isKept }) => isKept);

/** Replaces what is in the editor; nothing of it is unsaved. A byte order mark is dropped. */
export function openDraft(fileName: string, text: string): void {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  editorDraft.setState({ draft: { fileName, text: plain, savedText: plain } });
}

/** Changes what is in the editor. */
export function changeDraft(change: Partial<EditorDraft>): void {
  editorDraft.setState(({ draft }) => ({ draft: draft && { ...draft, ...change } }));
}

export const isUnsaved = (draft: EditorDraft | null): boolean => draft !== null && draft.text !== draft.savedText;
