/** Reads the text of a scenario file: YAML 1.2, JSON included. */
import { type Document, parseDocument, type YAMLError } from 'yaml';
import { LineIndex } from './line-index.ts';
import { itemOffsets, offsetOf, type Tree } from './locate.ts';
import { atMostTold, type Fault, locateProblem, MAX_PROBLEMS, type Problem } from './problem.ts';
import { readTree } from './read-tree.ts';

/** A place in a text; lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A file that could be read: its value, and where each part of it is. */
export interface YamlSource {
  readonly value: unknown;
  /** Gives faults their positions, in the order of the text. */
  locate(faults: readonly Fault[]): Problem[];
  /** Where the entries of the list under a key of the file begin, from 1; none where there is no such list. */
  placesOf(key: string): Place[];
}

/** The value of a file's text, or what keeps it from being read. A byte order mark is skipped. */
export function readYaml(text: string, file: string): YamlSource | Problem[] {
  const readable = text.replace(/^\uFEFF/, '');
  const lines = new LineIndex(readable);
  const document = parse(readable);
  const problemAt = (offset: number, fault: Fault): Problem => locateProblem(file, lines.positionOf(offset), fault);

  const unreadable = readErrors(document);
  if (unreadable.length > 0) {
    return atMostTold(unreadable.slice(0, MAX_PROBLEMS + 1).map((error) => problemAt(error.pos[0], faultOf(error))));
  }
  const version = document.directives?.yaml;
  if (version?.explicit && version.version !== '1.2') {
    return [problemAt(0, { path: [], found: `YAML ${version.version}`, expected: 'YAML 1.2' })];
  }
  const { value, faults, targets } = readTree(document as Document);
  if (faults.length > 0) return atMostTold(faults.map((fault) => problemAt(fault.offset, fault)));

  const tree: Tree = { root: document.contents, targets };
  return {
    value,
    locate: (located) => atMostTold(located.map((fault) => problemAt(offsetOf(tree, fault), fault))),
    placesOf: (key) => itemOffsets(tree, key).map((offset) => lines.positionOf(offset)),
  };
}

function parse(text: string): Document.Parsed {
  const { stackTraceLimit } = Error;
  // The library makes an error of every fault, a hundred thousand of them in a file that is all wrong: nobody reads their stacks.
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, {
      version: '1.2',
      strict: true,
      prettyErrors: false,
      // readTree compares keys as the text they become, so that `503` and `"503"` are the same.
      uniqueKeys: false,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Nesting without end is one error, not one for each level that did not fit. */
function readErrors(document: Document.Parsed): YAMLError[] {
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  return exhausted ? [exhausted] : [...document.errors, ...document.warnings];
}

function faultOf(error: YAMLError): Fault {
  switch (error.code) {
    case 'MULTIPLE_DOCS':
      return { path: [], found: 'a second YAML document', expected: 'one scenario in a file' };
    case 'RESOURCE_EXHAUSTION':
      return { path: [], what: 'nested too deeply' };
    case 'TAG_RESOLVE_FAILED':
      return { path: [], what: error.message.replace(/^U/, 'u'), expected: 'a value without a tag' };
    default:
      return { path: [], what: `not YAML: ${error.message.split('\n')[0]}` };
  }
}
