/** Problems of files in SARIF 2.1.0 (OASIS), which code hosts show beside the lines. */
import { plainJson } from '../../shared/plain-text.ts';
import type { Problem } from './problem.ts';

const RULE = 'invalid-scenario';

/** One run of the tool with a result for each problem; columns count UTF-16 units, as everywhere. */
export function sarif(problems: readonly Problem[], version: string): string {
  return `${plainJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'trigger-lab',
            version,
            rules: [{ id: RULE, shortDescription: { text: 'A scenario file that cannot be played' } }],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map(result),
      },
    ],
  })}\n`;
}

function result({ file, line, column, path, message }: Problem) {
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: RULE,
    level: 'error',
    message: { text: `${path}: ${message}` },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } } }],
  };
}
