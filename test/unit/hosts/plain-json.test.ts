import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_JSON, plainJson } from '../../../src/main/hosts/plain-json.ts';

const sender = new StandardRPCSerializer(new StandardRPCJsonSerializer({ customJsonSerializers: [PLAIN_JSON] }));
/** As the page has it: it knows nothing of what is marked. */
const reader = new StandardRPCSerializer(new StandardRPCJsonSerializer());

const carried = (value: unknown) => reader.deserialize(JSON.parse(JSON.stringify(sender.serialize(value))));

describe('what is JSON already', () => {
  it('arrives as it was, wherever in a message it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const message = { type: 'snapshot', world: plainJson({ json }), rest: [plainJson([json])] };
        expect(carried(message)).toEqual(JSON.parse(JSON.stringify(message)));
      }),
    );
  });

  it('is not looked through; what stands beside it is', () => {
    const at = new Date(0);
    expect(carried({ marked: plainJson({ at }), other: { at } })).toEqual({
      marked: { at: at.toJSON() },
      other: { at },
    });
  });
});
