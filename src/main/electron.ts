// Placeholder so that the build runs; the real entry replaces it.
import { app } from 'electron';

await app.whenReady();
app.quit();
