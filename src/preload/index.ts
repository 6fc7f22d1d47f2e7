// Placeholder so that the build runs; the real preload replaces it.
import { ipcRenderer } from 'electron';

ipcRenderer.send('trigger-lab:ready');
