/** What electron-builder is told: right by its own schema, for every system and purpose. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { desktopConfiguration, type Packaging } from '../../../scripts/desktop/electron-builder.config.ts';

const PACKAGING: Packaging = {
  purpose: 'hardened',
  app: 'app',
  output: 'out',
  icons: { linux: 'linux', windows: 'icon.ico', macos: 'icon.icns' },
  electronDist: null,
  isStandIn: false,
  maintainer: 'Trigger Lab <somebody@example.test>',
  homepage: 'https://example.test/',
};
const FOR_TESTS: Packaging = { ...PACKAGING, purpose: 'tests' };
const STAND_IN: Packaging = { ...PACKAGING, isStandIn: true, electronDist: 'dist', maintainer: undefined };

/** The schema that electron-builder itself refuses a configuration by. */
const builder = createRequire(import.meta.resolve('electron-builder'));
const schema = JSON.parse(readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const problemsOf = (configuration: unknown) => (validate(configuration) ? [] : validate.errors);

describe('electron-builder’s configuration', () => {
  it.each([
    ['for users', PACKAGING],
    ['for Playwright', FOR_TESTS],
    ['of a stand-in', STAND_IN],
  ])('%s is valid', (_, packaging) => {
    const { beforeBuild, ...plain } = desktopConfiguration(packaging);
    expect(beforeBuild).toBeTypeOf('function');
    expect(problemsOf(plain)).toEqual([]);
  });

  it('with a wrong word would not be', () => {
    const { beforeBuild: _, ...plain } = desktopConfiguration(PACKAGING);
    expect(problemsOf({ ...plain, asarr: true })).not.toEqual([]);
    expect(problemsOf({ ...plain, linux: { target: 'AppImage', catgory: 'x' } })).not.toEqual([]);
  });

  it('makes every installer that is promised', () => {
    const { linux, mac, win } = desktopConfiguration(PACKAGING);
    expect(linux?.target).toEqual(['AppImage', 'deb', 'rpm', 'zip']);
    expect(mac?.target).toEqual([
      { target: 'dmg', arch: ['arm64', 'x64'] },
      { target: 'zip', arch: ['arm64', 'x64'] },
    ]);
    expect(win?.target).toEqual(['nsis', 'zip']);
  });

  it('takes over scenario files and no other YAML, no protocol, and publishes nothing', () => {
    const configuration = desktopConfiguration(PACKAGING);
    expect([configuration.linux?.fileAssociations, configuration.mac?.fileAssociations]).toMatchObject([
      [{ ext: 'trigger.yaml' }],
      [{ ext: 'trigger.yaml', rank: 'Alternate' }],
    ]);
    expect(configuration.win).not.toHaveProperty('fileAssociations');
    expect(configuration).not.toHaveProperty('protocols');
    expect(configuration.publish).toBeNull();
  });

  it('has every fuse blown that lets somebody else’s code in; for Playwright, all but the inspector’s', () => {
    const { electronFuses } = desktopConfiguration(PACKAGING);
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    expect(desktopConfiguration(FOR_TESTS).electronFuses).toEqual({
      ...electronFuses,
      enableNodeCliInspectArguments: true,
    });
  });

  it('never lets a stand-in, or a build for tests, pass for the product', () => {
    const names = [PACKAGING, FOR_TESTS, STAND_IN].map((packaging) => {
      const { appId, artifactName, linux, win } = desktopConfiguration(packaging);
      return [appId, artifactName, linux?.executableName, win?.executableName].join(' ');
    });
    expect(names[0]).not.toMatch(/stand-in|tests/);
    expect(names[1]?.match(/for-tests/g)).toHaveLength(4);
    expect(names[2]?.match(/stand-in/g)).toHaveLength(4);
    expect(desktopConfiguration(STAND_IN).productName).toContain('stand-in');
  });
});
