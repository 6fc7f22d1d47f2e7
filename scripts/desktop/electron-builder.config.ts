/** How electron-builder packages the desktop app: one configuration for every system. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { APP_ID } from '../../src/shared/host.ts';
import { ROOT } from '../lib/tool.ts';
import type { Icons } from './icons.ts';

const ELECTRON = join(ROOT, 'node_modules/electron');

/** For users; or for Playwright, which drives the app by Node's inspector. */
type Purpose = 'hardened' | 'tests';

export interface Packaging {
  readonly purpose: Purpose;
  /** The folder of the staged app. */
  readonly app: string;
  /** Where the result goes. */
  readonly output: string;
  readonly icons: Icons;
  /** A folder with an unpacked Electron; null to let electron-builder fetch it for each system and processor. */
  readonly electronDist: string | null;
  /** The folder is no Electron but a stand-in: everything that is made says so. */
  readonly isStandIn: boolean;
  /** Who is named in a Linux package, `Name <address>`, and where the project is; without them there is no deb and no rpm. */
  readonly maintainer?: string | undefined;
  readonly homepage?: string | undefined;
}

/** What the app opens. Windows looks at what follows the last dot alone: there the installer offers it for .yaml (open-with.nsh). */
const SCENARIO = {
  ext: 'trigger.yaml',
  name: 'Trigger Lab scenario',
  mimeType: 'application/x-trigger-lab-scenario+yaml',
  role: 'Editor',
};

export function desktopConfiguration(packaging: Packaging): Configuration {
  const { purpose, app, output, icons, electronDist, isStandIn, maintainer, homepage } = packaging;
  const suffix = `${isStandIn ? '-stand-in' : ''}${purpose === 'tests' ? '-for-tests' : ''}`;
  const name = `trigger-lab${suffix}`;
  return {
    appId: `${APP_ID}${suffix}`,
    productName: `Trigger Lab${isStandIn ? ' (stand-in, not the product)' : ''}${purpose === 'tests' ? ' (for tests)' : ''}`,
    copyright: 'MIT licence',
    electronVersion: JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8')).version,
    ...(electronDist === null ? {} : { electronDist }),
    // The archives that Electron's own package knows, and no others.
    electronDownload: { checksums: JSON.parse(readFileSync(join(ELECTRON, 'checksums.json'), 'utf8')) },
    electronLanguages: ['en'],
    // The page is served by a scheme of its own, the app starts no other program, and no page may read its cookies.
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: purpose === 'tests',
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // Flipping a fuse breaks the signature that a Mac with an Apple processor asks for.
      resetAdHocDarwinSignature: true,
    },
    directories: { app, output },
    asar: true,
    // All of what is staged. Packages are named apart: a folder node_modules at the top is left out otherwise, and collected once more.
    files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
    beforeBuild: () => Promise.resolve(false),
    ...(homepage === undefined ? {} : { extraMetadata: { homepage } }),
    artifactName: `${name}-\${version}-\${os}-\${arch}.\${ext}`,
    // Nothing is published, nor looked for: the app never updates itself.
    publish: null,
    linux: {
      target: ['AppImage', 'deb', 'rpm', 'zip'],
      executableName: name,
      icon: icons.linux,
      category: 'Development',
      synopsis: 'Rehearse the life of a Trigger External API Action',
      fileAssociations: [SCENARIO],
      ...(maintainer === undefined ? {} : { maintainer }),
    },
    mac: {
      target: [
        { target: 'dmg', arch: ['arm64', 'x64'] },
        { target: 'zip', arch: ['arm64', 'x64'] },
      ],
      icon: icons.macos,
      category: 'public.app-category.developer-tools',
      hardenedRuntime: true,
      // Somebody else's editor for such a file stays theirs.
      fileAssociations: [{ ...SCENARIO, rank: 'Alternate' }],
    },
    win: { target: ['nsis', 'zip'], executableName: name, icon: icons.windows },
    nsis: {
      oneClick: false,
      allowToChangeInstallationDirectory: true,
      // The app erases its own data, and says which.
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      include: join(import.meta.dirname, 'open-with.nsh'),
    },
    dmg: { writeUpdateInfo: false },
  };
}
