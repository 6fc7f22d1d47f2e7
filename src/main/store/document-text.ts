/** The document as text, written with pauses: a large one at a stroke would hold up the window for a third of a second. */
import type { WorkspaceDocument } from './document.ts';

/** How many Cases, Actions, timelines, … between two pauses: some milliseconds' work. */
const ELEMENTS_PER_BREATH = 200;

/** The same text as `JSON.stringify`, while others get their turns. The document must not change meanwhile. */
export async function documentText(document: WorkspaceDocument): Promise<string> {
  let elementCount = 0;
  const listText = async (list: readonly unknown[]): Promise<string> => {
    const parts: string[] = [];
    for (const element of list) {
      parts.push(JSON.stringify(element));
      elementCount += 1;
      if (elementCount % ELEMENTS_PER_BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return `[${parts.join(',')}]`;
  };
  const objectText = async (object: object): Promise<string> => {
    const parts: string[] = [];
    for (const [key, value] of Object.entries(object)) {
      const text = Array.isArray(value)
        ? await listText(value)
        : value === document.world
          ? await objectText(document.world)
          : JSON.stringify(value);
      if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
    }
    return `{${parts.join(',')}}`;
  };
  return objectText(document);
}
