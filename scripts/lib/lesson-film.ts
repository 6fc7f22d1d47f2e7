/** A lesson as a short film: pictures of the real app as a class sees it, one for each press of a key. */
import sharp from 'sharp';
import type { PicturedApp } from './pictured-app.ts';

const LESSON = '3-a-retry-by-hand';
const WINDOW = { width: 1180, height: 740, scheme: 'light' } as const;

/** In the page: whether something on the screen is outlined because it changed. */
const OUTLINED = `[...document.querySelectorAll('#main *')].some(
  (element) => getComputedStyle(element).outlineStyle === 'solid' && !element.matches(':focus'))`;

interface Scene {
  /** What is pressed before it. */
  readonly key: string;
  /** What can then be read in the dock. */
  readonly shows: string | RegExp;
  /** For how long it is looked at, in milliseconds. */
  readonly forMs: number;
  /** Whether what changed is outlined; without it, either is right. */
  readonly isOutlined?: boolean;
}

const SCENES: readonly Scene[] = [
  { key: ' ', shows: /^Today nothing is listening/, forMs: 4_000 },
  { key: ' ', shows: /^At its end there is a link/, forMs: 4_000 },
  { key: ' ', shows: /^Omar clicks Retry/, forMs: 3_500 },
  { key: '1', shows: /^Omar clicks Retry/, forMs: 1_500 },
  { key: ' ', shows: 'A manual retry counts like an automatic retry.', forMs: 2_500, isOutlined: true },
  { key: '', shows: 'A manual retry counts like an automatic retry.', forMs: 2_500, isOutlined: false },
  { key: ' ', shows: /^The bar has moved/, forMs: 4_500, isOutlined: false },
];

/** Plays its first question and gives the film as animated WebP. */
export async function filmLesson({ ask, open }: PicturedApp): Promise<Buffer> {
  await ask('/scenarios/open', { id: LESSON });
  // Without the bar that leads back.
  await ask('/workspaces/stay', {});
  const page = await open('#/course', WINDOW);
  const dock = page.getByRole('region', { name: 'Lesson', exact: true });
  await dock.getByText('Nothing has happened yet.').waitFor();
  const frames: Buffer[] = [];
  for (const { key, shows, isOutlined } of SCENES) {
    if (key !== '') await page.keyboard.press(key);
    await dock.getByText(shows).waitFor();
    if (key === '1') await dock.getByRole('radio', { checked: true }).waitFor();
    if (isOutlined !== undefined) await page.waitForFunction(`(${OUTLINED}) === ${isOutlined}`);
    frames.push(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  }
  await page.close();
  const delay = SCENES.map(({ forMs }) => forMs);
  return sharp(frames, { join: { animated: true } })
    .webp({ lossless: true, effort: 6, loop: 0, delay })
    .toBuffer();
}
