/** *SVG* and *PNG*: take a drawing along. */
import { Button } from '@mantine/core';
import { attempt } from '../client/act.ts';
import { type PictureKind, savePicture } from './save-picture.ts';

interface PictureButtonsProps {
  /** Without its ending. */
  readonly fileName: string;
  /** Hands what the drawing is in to `save`, once; not at all where there is none. */
  readonly draw: (save: (container: HTMLElement) => void) => void;
}

const KINDS: readonly PictureKind[] = ['svg', 'png'];

export function PictureButtons({ fileName, draw }: PictureButtonsProps) {
  return KINDS.map((kind) => (
    <ToolButton
      key={kind}
      name={kind.toUpperCase()}
      onClick={() => draw((container) => void attempt(savePicture(container, fileName, kind)))}
    />
  ));
}

/** A small button in the title's line of a card. */
export function ToolButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {name}
    </Button>
  );
}
