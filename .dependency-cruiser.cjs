// Who may import whom (docs/architecture.md has the table in words). A layer is its folder's name; what is not allowed here
// is refused by `npm run lint`.
//
// Parsed by swc, not by TypeScript: dependency-cruiser needs the compiler's JavaScript API, which TypeScript 7 no longer has.

/** Matches an npm package by name, with everything under it, as it resolves below node_modules. */
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;
const ELECTRON = npm('electron');
const ENTRIES = '^src/main/[^/]+\\.ts$';

/** A layer and the paths of this project that it may reach, beside itself. */
const layer = (name, from, mayReach, why) => ({
  name: `layer-${name}`,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|test|scripts|bench)/', pathNot: [from, ...mayReach] },
});

/** The npm packages a layer may use; `core` says whether Node's own modules are among them. */
const libraries = (name, from, packages, { core }) => ({
  name: `libraries-${name}`,
  comment: `${name} may use ${packages.length === 0 ? 'no library' : packages.join(', ')}${core ? ' and Node' : ''}.`,
  severity: 'error',
  from: { path: from },
  to: {
    dependencyTypes: [
      ...(core ? [] : ['core']),
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-peer',
      'npm-no-pkg',
      'npm-unknown',
    ],
    ...(packages.length === 0 ? {} : { pathNot: [npm(...packages)] }),
  },
});

const SHARED = '^src/shared/';
const ENGINE = '^src/engine/';
const VIEWS = '^src/views/';
const RUNTIME = '^src/main/runtime/';
const PORTS = '^src/main/runtime/ports\\.ts$';
const SIMULATED_API = '^src/simulated-api/';
const TRIALS = '^src/lab/';
const COVERAGE = '^src/coverage/';
const MUTATION = '^src/mutation/';
const BARE_STAGE = '^src/main/bare-stage/';
const SCENARIO = '^src/main/scenario/';
const SIMULATOR = '^src/main/((create-)?simulator|open-stage)\\.ts$';
const FEATURES = '^src/renderer/src/features/';
const HOSTS_COMMON = '^src/main/hosts/[^/]+\\.ts$';

module.exports = {
  forbidden: [
    layer('shared', SHARED, [], 'The contract stands on nothing.'),
    layer('engine', ENGINE, [SHARED], 'The rules know the model and nothing else.'),
    layer(
      'views',
      VIEWS,
      [SHARED, ENGINE],
      'What explains and draws looks at the rules; the rules know nothing of it.',
    ),
    layer('simulated-api', SIMULATED_API, [SHARED, ENGINE], 'What an API does with a call depends on the call alone.'),
    layer('trials', TRIALS, [SHARED, ENGINE, SIMULATED_API], 'A trial is the rules and an API, played in any thread.'),
    layer('coverage', COVERAGE, [SHARED, ENGINE, VIEWS], 'What was exercised is read off worlds, whoever played them.'),
    layer('mutation', MUTATION, [SHARED, ENGINE, COVERAGE], 'Rules that are wrong are the rules and one change.'),
    layer(
      'bare-stage',
      BARE_STAGE,
      [SHARED, ENGINE, RUNTIME, SCENARIO, '^src/main/external-system/direct\\.ts$'],
      'What is tried a thousand times is played on a bare runtime, without a store.',
    ),
    layer(
      'mutation-played',
      '^src/main/mutation/',
      [SHARED, ENGINE, VIEWS, COVERAGE, MUTATION, SCENARIO, BARE_STAGE],
      'Mutants are played on the bare stage.',
    ),
    layer(
      'generation',
      '^src/main/generation/',
      [SHARED, ENGINE, VIEWS, COVERAGE, SCENARIO, BARE_STAGE],
      'What is searched for is played on the bare stage.',
    ),
    layer(
      'coverage-played',
      '^src/main/coverage/',
      [SHARED, COVERAGE, RUNTIME, SCENARIO, BARE_STAGE],
      'What scenarios exercise is found out on the bare stage.',
    ),
    layer('runtime', RUNTIME, [SHARED, ENGINE], 'The runtime reaches the outside only through its ports.'),
    layer(
      'store',
      '^src/main/store/',
      [SHARED, ENGINE, PORTS, '^src/main/runtime/(replay|path|breath)\\.ts$'],
      'An adapter knows its port, how a journal is replayed and when long work pauses; not the runtime.',
    ),
    layer('network', '^src/main/network/', [SHARED, ENGINE, PORTS], 'An adapter knows its port, not the runtime.'),
    layer(
      'external-system',
      '^src/main/external-system/',
      [SHARED, ENGINE, SIMULATED_API, PORTS],
      'An adapter knows its port, not the runtime.',
    ),
    layer('scenario', SCENARIO, [SHARED, ENGINE, VIEWS, COVERAGE, RUNTIME], 'The runner is given its simulator.'),
    layer(
      'language-server',
      '^src/main/language-server/',
      [SHARED, VIEWS, SCENARIO],
      'What editors are told about a text comes from reading it; nothing is played.',
    ),
    layer(
      'workspace',
      '^src/main/workspace/',
      [SHARED, ENGINE, VIEWS, RUNTIME, SCENARIO],
      'What is done with the workspace that is open; its adapters are handed to it.',
    ),
    layer(
      'lab',
      '^src/main/lab/',
      [SHARED, ENGINE, VIEWS, SIMULATED_API, TRIALS, RUNTIME],
      'The Lab runs the same rules without HTTP.',
    ),
    layer(
      'runner',
      '^src/main/runner/',
      [SHARED, VIEWS, '^src/coverage/', SCENARIO],
      'Plays files of scenarios, here or in threads; it is handed its stages.',
    ),
    layer(
      'hosts',
      HOSTS_COMMON,
      [SHARED, SIMULATOR],
      'What both hosts serve knows the simulator by its public surface.',
    ),
    layer(
      'host-electron',
      '^src/main/hosts/electron/',
      [SHARED, SIMULATOR, HOSTS_COMMON],
      'The two hosts never import each other.',
    ),
    layer(
      'host-loopback',
      '^src/main/hosts/loopback/',
      [SHARED, SIMULATOR, HOSTS_COMMON],
      'The two hosts never import each other.',
    ),
    layer(
      'embed',
      '^src/main/embed/',
      [SHARED, ENGINE, VIEWS, COVERAGE, SCENARIO, SIMULATOR, '^src/main/workspace/step-target\\.ts$'],
      'The library knows what the command line knows, but for the command line.',
    ),
    layer(
      'kit',
      '^src/kit/',
      [SHARED, '^src/main/desktop/electron-binary\\.ts$'],
      'The kit knows the app as any script does: by its API and its page.',
    ),
    layer('desktop', '^src/main/desktop/', [], 'Starting the app knows nothing of the app.'),
    layer('preload', '^src/preload/', [SHARED], 'The preload hands the window its port, nothing else.'),
    layer(
      'renderer',
      '^src/renderer/',
      [SHARED, ENGINE, VIEWS, TRIALS],
      'Whatever the window knows comes through the contract; what it works out is pure.',
    ),
    {
      name: 'features-are-strangers',
      comment: 'A feature imports no other: what two of them need stands on a shelf beside `features`.',
      severity: 'error',
      from: { path: '^src/renderer/src/features/([^/]+)/' },
      to: { path: '^src/renderer/src/features/', pathNot: ['^src/renderer/src/features/$1/'] },
    },
    {
      name: 'shelves-know-no-feature',
      comment: 'What features have in common knows none of them.',
      severity: 'error',
      from: { path: '^src/renderer/src/[^/]+/', pathNot: FEATURES },
      to: { path: FEATURES },
    },
    {
      name: 'entries-are-ends',
      comment: 'Entries wire things together; nothing imports them, save cli the command line it starts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/cli\\.ts$' },
      to: {
        path: '^src/main/(electron|serve|cli|index|kit-server|command-line|launch|lab-worker|run-worker|scenario-worker)\\.ts$',
      },
    },

    libraries('shared', SHARED, ['zod', '@orpc/contract', '@noble/hashes'], { core: false }),
    libraries('engine', ENGINE, [], { core: false }),
    libraries('views', VIEWS, [], { core: false }),
    libraries('simulated-api', SIMULATED_API, [], { core: false }),
    libraries('trials', TRIALS, [], { core: false }),
    libraries('coverage', COVERAGE, ['zod'], { core: false }),
    libraries('mutation', MUTATION, [], { core: false }),
    libraries('bare-stage', BARE_STAGE, [], { core: false }),
    libraries('mutation-played', '^src/main/mutation/', ['zod'], { core: false }),
    libraries('coverage-played', '^src/main/coverage/', [], { core: false }),
    libraries('generation', '^src/main/generation/', ['zod'], { core: false }),
    libraries('runtime', RUNTIME, [], { core: false }),
    libraries('network', '^src/main/network/', [], { core: true }),
    libraries('external-system', '^src/main/external-system/', ['msw'], { core: true }),
    libraries('scenario', SCENARIO, ['yaml', 'csv-parse', 'fastest-levenshtein', 'zod'], { core: true }),
    libraries(
      'language-server',
      '^src/main/language-server/',
      ['vscode-languageserver(-textdocument)?', 'yaml', 'zod'],
      {
        core: true,
      },
    ),
    libraries('workspace', '^src/main/workspace/', [], { core: false }),
    libraries('lab', '^src/main/lab/', ['zod'], { core: true }),
    libraries('hosts', HOSTS_COMMON, ['zod', '@orpc/[^/]+'], { core: true }),
    libraries('host-electron', '^src/main/hosts/electron/', ['electron', 'zod', '@orpc/[^/]+'], { core: true }),
    libraries('host-loopback', '^src/main/hosts/loopback/', ['hono', '@hono/node-server', 'ws', 'zod', '@orpc/[^/]+'], {
      core: true,
    }),
    libraries('embed', '^src/main/embed/', [], { core: false }),
    libraries('kit', '^src/kit/', ['@playwright/test', '@orpc/(client|contract|openapi-client)', 'zod'], {
      core: true,
    }),
    libraries('desktop', '^src/main/desktop/', [], { core: true }),
    libraries('preload', '^src/preload/', ['electron'], { core: false }),
    libraries(
      'renderer',
      '^src/renderer/',
      [
        'react',
        'react-dom',
        '@mantine/[^/]+',
        'zustand',
        'wouter',
        'zod',
        'recharts',
        'd3-(array|scale)',
        'lucide-react',
        '@atlaskit/pragmatic-drag-and-drop(-hitbox)?',
        '@tanstack/react-virtual',
        '@orpc/(client|contract)',
        // The scenario editor.
        'yaml',
        '@codemirror/[^/]+',
        '@lezer/highlight',
      ],
      { core: false },
    ),
    {
      name: 'electron-has-one-home',
      comment: 'serve and cli must start where there is no Electron.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/hosts/electron/', '^src/main/electron\\.ts$', '^src/preload/'] },
      to: { path: [ELECTRON, '^src/main/hosts/electron/'] },
    },
    {
      name: 'shipped-code-needs-dependencies',
      comment:
        'What the main process imports is not bundled: a devDependency would be missing where the package is installed.',
      severity: 'error',
      from: { path: '^src/(main|shared|engine|views|simulated-api|lab|kit)/' },
      // Whoever uses the kit has Playwright: a peer, here a devDependency.
      to: { dependencyTypes: ['npm-dev'], pathNot: [ELECTRON, '^node_modules/@types/', npm('@playwright/test')] },
    },

    {
      name: 'no-cycle',
      comment: 'No cycle of modules, of their types neither.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A module nobody imports and that imports nobody is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: [ENTRIES, '^src/preload/index\\.ts$', '\\.d\\.ts$', 'tsconfig\\.json$'] },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // Not tsPreCompilationDeps: it asks for tsc; swc reports type-only imports by itself.
    parser: 'swc',
    doNotFollow: { path: '^node_modules' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
