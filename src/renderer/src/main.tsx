// Placeholder so that the build runs; the real renderer replaces it.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<h1>Trigger Lab</h1>);
