/** How many of all are shown: `12 of 200 Action types`. */
export function countOf(shownCount: number, allCount: number, noun: string): string {
  const all = `${allCount.toLocaleString('en')} ${noun}${allCount === 1 ? '' : 's'}`;
  return shownCount === allCount ? all : `${shownCount.toLocaleString('en')} of ${all}`;
}
