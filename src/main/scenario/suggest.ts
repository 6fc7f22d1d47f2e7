/** "Did you mean …?" for misspelled words. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelled word most likely means, or `undefined`. Case, spaces and punctuation count for nothing,
 * so `response_within` is `responseWithin`; beyond that about one letter in three may be wrong, and of two or three only one.
 * Else it is a word that was broken off: `avail` is `available`.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalise(word);
  let best: string | undefined;
  let bestDistance = allowedDistance(wanted) + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const found = distance(wanted, normalise(candidate));
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best ?? completed(wanted, candidates);
}

/** The candidate that a word of three letters or more begins. */
function completed(wanted: string, candidates: Iterable<string>): string | undefined {
  if (wanted.length < 3) return undefined;
  return [...candidates].find(
    (candidate) => candidate.length > wanted.length && normalise(candidate).startsWith(wanted),
  );
}

function allowedDistance(word: string): number {
  if (word.length <= 1) return 0;
  return word.length <= 3 ? 1 : Math.ceil(word.length / 3);
}

function normalise(word: string): string {
  const letters = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? word : letters;
}
