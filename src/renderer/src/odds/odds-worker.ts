import { type OddsPort, serveOdds } from './serve-odds.ts';

// Typed as a page's, which it is not.
serveOdds(self as unknown as OddsPort);
