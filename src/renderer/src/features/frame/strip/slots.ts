/** Which events of the strip stand on their own and which are bundled, where there is no room for all. */

/** What stands in one place of the strip: events `from` up to before `to`; one of them, or a bundle. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

export const isBundle = ({ from, to }: Slot): boolean => to - from > 1;

/** A bundle takes the room of this many single events. */
export const BUNDLE_ROOM = 2;
/** At most this many bundles at both ends together. */
const MOST_BUNDLES = 8;
/** Bundles of fewer events than this are not worth their room: then there are fewer bundles. */
const SMALL_BUNDLE = 6;

/**
 * The slots for `count` events where there is room for `room` single ones, at least 10. Those around `middle` stand on their own, the
 * rest is bundled at both ends. Every event is in exactly one slot, in order.
 */
export function slotsAround(count: number, middle: number, room: number): Slot[] {
  if (count <= room) return split({ from: 0, to: count }, count);
  for (let bundleCount = Math.min(MOST_BUNDLES, Math.floor(room / 5)); ; bundleCount -= 1) {
    const width = room - bundleCount * BUNDLE_ROOM;
    const from = Math.max(0, Math.min(count - width, Math.round(middle - (width - 1) / 2)));
    const to = from + width;
    const sideCount = Number(from > 0) + Number(to < count);
    if (bundleCount > sideCount && (count - width) / bundleCount < SMALL_BUNDLE) continue;
    const left = from === 0 ? 0 : to === count ? bundleCount : Math.ceil(bundleCount / 2);
    return [
      ...split({ from: 0, to: from }, left),
      ...split({ from, to }, width),
      ...split({ from: to, to: count }, bundleCount - left),
    ];
  }
}

/** The same where a bundle was opened: its events on their own, or in smaller bundles, between one bundle each of what is before and after. */
export function slotsWithin(count: number, opened: Slot, room: number): Slot[] {
  const outside = [
    { from: 0, to: opened.from },
    { from: opened.to, to: count },
  ].map((slot) => split(slot, 1));
  const rest = room - outside.flat().length * BUNDLE_ROOM;
  const size = opened.to - opened.from;
  const inside = split(opened, size <= rest ? size : Math.floor(rest / BUNDLE_ROOM));
  return [...(outside[0] ?? []), ...inside, ...(outside[1] ?? [])];
}

/** In as many slots of about the same size, none of them empty. */
function split({ from, to }: Slot, wanted: number): Slot[] {
  const size = to - from;
  const count = Math.min(wanted, size);
  return Array.from({ length: count }, (_, index) => ({
    from: from + Math.floor((size * index) / count),
    to: from + Math.floor((size * (index + 1)) / count),
  }));
}
