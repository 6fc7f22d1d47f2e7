/** The colours of a heat map: one hue from pale to deep, and words on it that can be read. */

type Rgb = readonly [number, number, number];

/** The least and the most are furthest from each other and from the page. */
const RAMPS: Readonly<Record<'light' | 'dark', readonly [Rgb, Rgb, Rgb]>> = {
  light: [
    [238, 243, 248],
    [121, 160, 198],
    [25, 54, 80],
  ],
  dark: [
    [33, 44, 58],
    [74, 122, 165],
    [201, 222, 242],
  ],
};

const mix = (from: Rgb, to: Rgb, part: number): Rgb =>
  [0, 1, 2].map((channel) =>
    Math.round((from[channel] ?? 0) + ((to[channel] ?? 0) - (from[channel] ?? 0)) * part),
  ) as unknown as Rgb;

const hex = (colour: Rgb) => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** WCAG's relative luminance. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Where black and white are as readable as each other; both reach 4.5 : 1 there. */
const MIDDLE = 0.179;

interface HeatColour {
  readonly ground: string;
  /** Of words on it. */
  readonly ink: string;
}

/** `share` from 0, the least, to 1, the most. */
export function heatColour(share: number, scheme: 'light' | 'dark'): HeatColour {
  const [pale, middle, deep] = RAMPS[scheme];
  const bounded = Math.min(1, Math.max(0, share));
  const colour = bounded < 0.5 ? mix(pale, middle, bounded * 2) : mix(middle, deep, bounded * 2 - 1);
  return { ground: hex(colour), ink: luminance(colour) > MIDDLE ? '#000000' : '#ffffff' };
}
