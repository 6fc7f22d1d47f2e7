import { upperFirst } from '../../../views/words/figures.ts';

/** What a schema has against a value, `expected a duration …`, as a sentence. */
export const sentence = (message: string) => `${upperFirst(message)}.`;
