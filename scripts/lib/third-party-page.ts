/** docs/third-party-notices.md: whose work the app is made with, under which licence. */
import { shippedWithApp } from './shipped-with-app.ts';

export function thirdPartyPage(): string {
  const shipped = shippedWithApp();
  const licences = new Set(shipped.map(({ licence }) => licence ?? 'none'));
  const sections = [...licences].sort().map((licence) => {
    const names = shipped.filter((each) => (each.licence ?? 'none') === licence).map(({ name }) => `- ${name}`);
    return `## ${licence}\n\n${names.join('\n')}\n`;
  });
  return `# Third-party notices

Trigger Lab comes with these ${shipped.length} packages, listed by licence. The licence of each is in its folder beside the app; the licences of those that its page is
built from are in \`third-party-licences.md\` in the folder of the page (\`out/renderer\`). Electron brings the licences of Chromium and Node.js, in the folder
where it is installed.

${sections.join('\n')}`;
}
