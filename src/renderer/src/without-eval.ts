/**
 * The page's policy lets no text be made a function (`script-src 'self'`). Zod would find that out by trying; each try is a violation
 * of the policy, for which the browser reads the whole script again to say where it stands. So Zod is told, before it is used.
 */
import { config } from 'zod';

config({ jitless: true });
