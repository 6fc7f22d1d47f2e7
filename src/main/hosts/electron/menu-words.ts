/** Words as menus have them. */

const SMALL = new Set(['a', 'an', 'and', 'as', 'for', 'of', 'or', 'the', 'to']);

/** Capital letters as menus have them: `Save as…` is *Save As…*, `Play or pause` *Play or Pause*. */
export function menuCase(label: string): string {
  const words = label.split(' ');
  return words
    .map((word, index) => {
      const isWithin = index > 0 && index < words.length - 1;
      return isWithin && SMALL.has(word) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    })
    .join(' ');
}

const MAX_LENGTH = 70;

/** No longer than a menu should be wide, and no letter of a name taken for a key: `&` marks those. */
export function menuText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).trimEnd()}…` : text;
  return cut.replaceAll('&', '&&');
}
