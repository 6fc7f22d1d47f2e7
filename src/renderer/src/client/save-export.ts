/** A file for the person, with a word of where it is: a browser takes it without one. */
import { saveFile } from '../components/save-file.ts';
import { showDone } from './act.ts';

export function saveExport(fileName: string, content: string, type?: string): void {
  saveFile(fileName, content, type);
  // The window asks for a place, a browser has one.
  showDone(`Saved as ${fileName}, among your downloads unless you chose another place.`);
}
