/** A chart as a picture: SVG with its colours written out, or PNG drawn from that. */
import { saveFile } from '../components/save-file.ts';

/** What a chart takes from style sheets; elsewhere there are none. */
const WRITTEN_OUT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
];
/** The same of its words. */
const WRITTEN_OUT_OF_TEXT = [...WRITTEN_OUT, 'font-family', 'font-size', 'font-weight', 'text-anchor'];

export type PictureKind = 'svg' | 'png';

/** What is drawn by Recharts, or says that it is to be taken along. */
const DRAWN = 'svg.recharts-surface, svg[data-picture]';
/** For the pointer and the keyboard only. */
const SCREEN_ONLY = '[data-screen-only]';
const NAMES_OF_SCREEN = ['class', 'style', 'role', 'tabindex'];

/** The drawing in `container` as a text of its own; `null` where none is drawn. */
function svgOf(container: HTMLElement): string | null {
  const drawn = container.querySelector<SVGSVGElement>(DRAWN);
  if (drawn === null) return null;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    const isText = element instanceof SVGTextContentElement;
    for (const name of isText ? WRITTEN_OUT_OF_TEXT : WRITTEN_OUT)
      element.setAttribute(name, style.getPropertyValue(name));
  });
  for (const element of copy.querySelectorAll(SCREEN_ONLY)) element.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const { name } of [...element.attributes]) if (isOfScreen(name)) element.removeAttribute(name);
  const { width, height } = drawn.getBoundingClientRect();
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: groundOf(container) }))
    ground.setAttribute(name, value);
  copy.prepend(ground);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return new XMLSerializer().serializeToString(copy);
}

const isOfScreen = (name: string) =>
  NAMES_OF_SCREEN.includes(name) || name.startsWith('aria-') || name.startsWith('data-');

/** The colour behind it: that of the first element around it that has one. */
function groundOf(element: HTMLElement): string {
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return 'white';
}

/** Twice as fine as on screen, for slides and print. */
const PNG_SCALE = 2;

/** Hands the chart to the person as a file; false where none is drawn. */
export async function savePicture(container: HTMLElement, name: string, kind: PictureKind): Promise<boolean> {
  const svg = svgOf(container);
  if (svg === null) return false;
  if (kind === 'svg') saveFile(`${name}.svg`, svg, 'image/svg+xml');
  else saveFile(`${name}.png`, await pngOf(svg), 'image/png');
  return true;
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // A data address: the page may load pictures from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be drawn.')) : resolve(blob)));
  });
}
