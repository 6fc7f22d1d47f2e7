import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Icons, makeIcons } from '../../../scripts/desktop/icons.ts';

const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-icons-'));
let icons: Icons;
beforeAll(async () => {
  icons = await makeIcons(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('Linux gets a picture in every size that its name says, each of the drawing', async () => {
  const files = readdirSync(icons.linux);
  expect(files).toContain('256x256.png');
  expect(files).toContain('512x512.png');
  for (const file of files) {
    const edge = Number.parseInt(file, 10);
    const { data, info } = await sharp(join(icons.linux, file)).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: edge, height: edge, channels: 4 });
    const pixel = (x: number, y: number) => [...data.subarray(4 * (y * edge + x), 4 * (y * edge + x) + 4)];
    // The corner is round, the ground blue, the dot in the middle yellow.
    expect(pixel(0, 0)[3]).toBeLessThan(16);
    expect(pixel(edge >> 1, Math.floor(edge / 16))).toEqual([0x2b, 0x59, 0x85, 255]);
    expect(pixel(Math.floor((edge * 31.5) / 64), Math.floor((edge * 34) / 64))).toEqual([0xf0, 0xc0, 0x5a, 255]);
  }
});

it('Windows’ file leads to a picture of each size it names', async () => {
  const file = readFileSync(icons.windows);
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  const edges = await Promise.all(
    entries.map(async (at) => {
      const offset = file.readUInt32LE(at + 12);
      const { width, height } = await sharp(file.subarray(offset, offset + file.readUInt32LE(at + 8))).metadata();
      // One byte: 256 is written as 0.
      expect([file[at], file[at + 1]]).toEqual([width % 256, height % 256]);
      return width;
    }),
  );
  expect(edges).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

it('macOS’ file is made of blocks, each a picture', async () => {
  const file = readFileSync(icons.macos);
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const edges: [string, number][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const { width } = await sharp(file.subarray(at + 8, at + file.readUInt32BE(at + 4))).metadata();
    edges.push([file.toString('latin1', at, at + 4), width]);
  }
  expect(Object.fromEntries(edges)).toEqual({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 });
});
