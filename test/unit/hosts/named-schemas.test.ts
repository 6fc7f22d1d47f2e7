import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NamedSchemas } from '../../../src/main/hosts/loopback/named-schemas.ts';
import { asTold } from '../../../src/shared/answers.ts';

const length = z
  .codec(z.string(), z.number(), { decode: Number, encode: String })
  .meta({ id: 'TestLength', description: 'A length.' });
const plank = z.object({ length, wood: z.string().meta({ id: 'TestWood' }) }).meta({ id: 'TestPlank' });

describe('named schemas', () => {
  it('are referred to, and written once; what is answered has a name of its own only where it is another thing', () => {
    const named = new NamedSchemas();
    const [, sent] = named.convert(plank, { strategy: 'input' });
    const [, answered] = named.convert(asTold(z.array(plank)), { strategy: 'output' });
    const { document, schemas } = named.complete({ sent, answered });
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    expect(document).toEqual({ sent: ref('TestPlank'), answered: { type: 'array', items: ref('TestPlankInAnswers') } });
    expect(Object.keys(schemas)).toEqual([
      'TestLength',
      'TestLengthInAnswers',
      'TestPlank',
      'TestPlankInAnswers',
      'TestWood',
    ]);
    expect(schemas).toMatchObject({
      TestLength: { type: 'string', description: 'A length.' },
      TestLengthInAnswers: { type: 'number' },
      TestPlankInAnswers: { properties: { length: ref('TestLengthInAnswers'), wood: ref('TestWood') } },
    });
  });

  it('are one thing each: another thing of the same name is a mistake', () => {
    const named = new NamedSchemas();
    named.convert(z.object({ wood: z.string().meta({ id: 'TestTree' }) }), { strategy: 'input' });
    const other = z.object({ wood: z.number().meta({ id: 'TestTree' }) });
    expect(() => named.convert(other, { strategy: 'input' })).toThrow(
      'two schemas of the contract are called TestTree',
    );
  });
});
