/** A measured time, as exact as it means something: `0.8 ms`, `12 ms`, `1.25 s`, `31.2 s`. */
export function wallTimeInWords(wallMs: number): string {
  if (wallMs < 9.95) return `${wallMs.toFixed(1)} ms`;
  if (wallMs < 999.5) return `${Math.round(wallMs)} ms`;
  return `${(wallMs / 1_000).toFixed(wallMs < 9_995 ? 2 : 1)} s`;
}
