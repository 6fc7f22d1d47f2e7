/** A document as version 3 wrote it: a workspace whole, in one text. */
import { z } from 'zod';
import type { Workspace } from '../../src/main/runtime/ports.ts';
import type { DocumentIdentity } from '../../src/main/store/document.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';

export function wholeDocument(
  { title, origin, source, now, seq, history, world, player }: Workspace,
  identity: DocumentIdentity,
) {
  return {
    schemaVersion: 3,
    ...identity,
    title,
    origin: z.encode(scenario, origin),
    source,
    now,
    seq,
    history: [...history],
    world: worldToJson(world),
    player,
  };
}
