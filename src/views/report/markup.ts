/** HTML and SVG as text: whatever is put into it is escaped, save what was written here too. */
import { plainText } from '../../shared/plain-text.ts';

/** Text that is markup already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as a page shows it, in an element or in quotes; what would turn the text around it is spelt out. */
const escaped = (text: string) => plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(textOf).join('');
}

/** The tag of a template literal: markup`<p>${name}</p>`. `null` puts nothing in, a list its parts one after another. */
export function markup(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    literals.map((literal, index) => literal + (index < parts.length ? textOf(parts[index] as Part) : '')).join(''),
  );
}
