/** At which end of a ruler a place (0 to 1) is so near that a label centred on it would stick out. */
export function rulerEnd(place: number): 'left' | 'right' | undefined {
  if (place < 0.05) return 'left';
  return place > 0.93 ? 'right' : undefined;
}
