/**
 * `npm run licences`: every package that reaches a user, installed beside the app or bundled into its page, with its licence.
 * Ends with 1 where one has none, or one that is not known to ask for no more than a notice.
 */
import { isAllowed } from './lib/shipped-licences.ts';
import { shippedWithApp } from './lib/shipped-with-app.ts';

const shipped = shippedWithApp();
for (const { name, licence } of shipped) console.log(`${name}: ${licence ?? 'no licence named'}`);
const refused = shipped.filter(({ licence }) => !isAllowed(licence));
for (const { name, licence } of refused)
  console.error(`✗ ${name}: ${licence ?? 'no licence named'} is not a known one.`);
console.log(`${shipped.length} packages, ${refused.length} with an unknown licence`);
process.exitCode = refused.length === 0 ? 0 : 1;
