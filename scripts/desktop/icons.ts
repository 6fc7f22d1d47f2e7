/** The app's icons for every system, drawn from one picture: PNGs in the sizes that Linux looks for, an .ico, an .icns. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../lib/tool.ts';

const SOURCE = 'src/renderer/public/icon.svg';

/** Edges in pixels. */
const LINUX = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** The type of each picture in an .icns, and its edge. */
const MACOS: readonly (readonly [type: string, edge: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
];

export interface Icons {
  /** A folder of PNGs, each named by its size: `48x48.png`. */
  readonly linux: string;
  readonly windows: string;
  readonly macos: string;
}

/** Draws them into a folder. */
export async function makeIcons(folder: string): Promise<Icons> {
  const edges = new Set([...LINUX, ...WINDOWS, ...MACOS.map(([, edge]) => edge)]);
  const drawn = new Map<number, Buffer>();
  for (const edge of edges) drawn.set(edge, await draw(edge));
  const png = (edge: number) => drawn.get(edge) as Buffer;

  const icons = { linux: join(folder, 'linux'), windows: join(folder, 'icon.ico'), macos: join(folder, 'icon.icns') };
  mkdirSync(icons.linux, { recursive: true });
  for (const edge of LINUX) writeFileSync(join(icons.linux, `${edge}x${edge}.png`), png(edge));
  writeFileSync(icons.windows, ico(WINDOWS.map((edge) => ({ edge, png: png(edge) }))));
  writeFileSync(icons.macos, icns(MACOS.map(([type, edge]) => ({ type, png: png(edge) }))));
  return icons;
}

function draw(edge: number): Promise<Buffer> {
  const svg = readFileSync(join(ROOT, SOURCE));
  // The picture is 64 units wide, which are 64 pixels at 72 dots per inch.
  return sharp(svg, { density: (72 * edge) / 64 })
    .resize(edge, edge)
    .png()
    .toBuffer();
}

/** Windows: a header, an entry of 16 bytes for each picture, then the pictures. */
function ico(pictures: readonly { readonly edge: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ edge, png }, index) => {
    const at = 6 + 16 * index;
    // One byte each: 256 is written as 0.
    header.writeUInt8(edge % 256, at);
    header.writeUInt8(edge % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** macOS: blocks of a type of four letters, the block's length, and what is in it; the file is one of them. */
function icns(pictures: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const block = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(pictures.map(({ type, png }) => block(type, png))));
}
