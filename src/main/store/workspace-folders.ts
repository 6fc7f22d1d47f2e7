/**
 * The workspaces of a data folder, under one lock. The first one lies in the folder itself, where every version before this one kept
 * its only one; each of the others in `workspaces/ID`. Invariants:
 *
 * 1. A folder that holds a document, or a backup of one, is a workspace. Nothing else says which there are.
 * 2. A workspace is there from the moment its first document is. What was interrupted before that is moved to `deleted`; a copy of
 *    another one is made there, and moved to its place when it is whole.
 * 3. The index says which one is open. It is written when that one is whole on disk, and before the one before it is closed.
 * 4. Deleting moves a workspace to `deleted/ID`. It is noted in the index first: what was interrupted is finished at the next opening.
 * 5. Erasing everything removes all that is ours but one workspace, or none. It is noted in the index first, too.
 */
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import type { Erased, Holdings } from '../../shared/erase-contract.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import { FIRST_WORKSPACE, type WorkspaceInfo, workspaceId } from '../../shared/workspaces-contract.ts';
import type { Store, WayBack, Workspaces } from '../runtime/ports.ts';
import { documentInfo } from './backups.ts';
import { copyWorkspaceFiles } from './copying.ts';
import { documentIn } from './document-adapter.ts';
import { eraseFound, holdingsOf, survey } from './erasing.ts';
import type { StoreFiles } from './files.ts';
import {
  backupDocument,
  DELETED,
  DOCUMENT,
  damagedName,
  INDEX,
  isOfFirstWorkspace,
  listBackups,
  WORKSPACES,
} from './names.ts';
import { isInWorkspace } from './own-files.ts';
import { StoreRefusal } from './refusal.ts';
import { SharedLock } from './shared-lock.ts';
import { SubFiles } from './sub-files.ts';
import { IndexAdapter, type IndexCell, NO_INDEX, type WorkspaceIndex } from './workspace-index.ts';
import type { WriterLock } from './writer-lock.ts';

export interface WorkspaceFoldersOptions {
  /** A store on a folder below the data folder, `''` for the data folder itself; `lock` is the whole data folder's. */
  readonly storeIn: (folder: string, lock: WriterLock) => Store;
  /** Keeps other processes out. Default: none, for files that nobody else can reach. */
  readonly lock?: WriterLock;
  /** Real time, for the names of damaged files. Default: the computer's clock. */
  readonly now?: () => Date;
}

const NO_LOCK: WriterLock = { acquire: async () => undefined, release: async () => undefined };

export class WorkspaceFolders implements Workspaces {
  readonly #files: StoreFiles;
  readonly #storeIn: WorkspaceFoldersOptions['storeIn'];
  readonly #lock: SharedLock;
  readonly #now: () => Date;
  readonly #file: Low<IndexCell>;
  #index: WorkspaceIndex = NO_INDEX;
  #isLocked = false;

  constructor(files: StoreFiles, { storeIn, lock = NO_LOCK, now = () => new Date() }: WorkspaceFoldersOptions) {
    this.#files = files;
    this.#storeIn = storeIn;
    this.#lock = new SharedLock(lock);
    this.#now = now;
    this.#file = new Low<IndexCell>(new IndexAdapter(files), { kind: 'none' });
  }

  get openId(): string {
    return this.#index.open;
  }

  get wayBack(): WayBack | null {
    return this.#index.wayBack;
  }

  async open(): Promise<readonly string[]> {
    try {
      await this.acquire();
    } catch (error) {
      // Where nothing can be written, what there is may be looked at: its store says so.
      if (!(error instanceof StoreRefusal) || error.reason !== 'unusable') throw error;
      return this.look();
    }
    try {
      return await this.#tidy();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Keeps other processes out, and reads nothing: for who removes all, whatever it is. Refuses a second process by name. */
  async acquire(): Promise<void> {
    await this.#lock.acquire();
    this.#isLocked = true;
  }

  /** Reads which workspace is open, and writes nothing: for who only looks on, whoever has the folder open. */
  async look(): Promise<readonly string[]> {
    const { index, damage } = await this.#read();
    this.#index = await this.#thatExists(index);
    return damage === null ? [] : [`${damage} (nothing was moved).`];
  }

  storeOf(id: string): Store {
    return this.#storeIn(folderOf(id), this.#lock);
  }

  async enter(id: string): ReturnType<Workspaces['enter']> {
    if (!(await this.#isThere(id))) return null;
    const store = this.storeOf(id);
    try {
      const opened = await store.open();
      if (opened.readOnly === null && opened.workspace !== null) {
        return { store, opened: { ...opened, workspace: opened.workspace } };
      }
      await store.close();
      return opened.readOnly ?? 'Nothing in it could be read.';
    } catch (error) {
      if (error instanceof StoreRefusal || error instanceof StoreFailure) return error.message;
      throw error;
    }
  }

  newId(): string {
    return randomUUID();
  }

  async list(): Promise<WorkspaceInfo[]> {
    const found = await Promise.all((await this.#ids()).map((id) => this.#info(id)));
    return found.flatMap((info) => info ?? []);
  }

  async copy(id: string, to: { readonly id: string; readonly title: string }): Promise<void> {
    // Where it lies until it is whole nobody takes it for a workspace.
    const aside = `${DELETED}/${await this.#freeAside(to.id)}`;
    await copyWorkspaceFiles(this.#files, folderOf(id), aside);
    const store = this.#storeIn(aside, this.#lock);
    try {
      const { workspace } = await store.open();
      if (workspace === null) throw new Error(`nothing of the workspace ${id} was copied`);
      await store.save({ ...workspace, title: to.title }, { supersedes: true });
    } finally {
      await store.close();
    }
    await this.#files.move(aside, folderOf(to.id));
  }

  async note(open: string, wayBack: WayBack | null): Promise<void> {
    await this.#write({ ...this.#index, open, wayBack });
  }

  async remove(id: string): Promise<void> {
    const { wayBack } = this.#index;
    const leaving = { workspace: id, to: await this.#freeAside(id) };
    await this.#write({ ...this.#index, leaving, wayBack: wayBack?.workspace === id ? null : wayBack });
    await this.#finishLeaving();
  }

  async holdings(): Promise<Holdings> {
    const names = (await this.list()).map(({ name }) => name);
    return holdingsOf(await survey(this.#files), this.#files.place, names);
  }

  async eraseWindow(): Promise<Erased> {
    return eraseFound(this.#files, await survey(this.#files, 'window'));
  }

  async condemn(keeps: string | null): Promise<void> {
    await this.#write({ ...NO_INDEX, open: keeps ?? FIRST_WORKSPACE, erasing: { keeps } });
  }

  async eraseCondemned(): Promise<Erased> {
    const { erasing } = this.#index;
    if (erasing === null) throw new Error('nothing is condemned');
    const { keeps } = erasing;
    // Whatever is noted from now on condemns nothing that is made from now on.
    this.#index = { ...this.#index, erasing: null };
    const isKept = (path: string) => path === INDEX || (keeps !== null && isInWorkspace(path, keeps));
    const erased = await eraseFound(this.#files, await survey(this.#files, 'all but the window'), isKept);
    if (keeps !== null) await this.#write(this.#index);
    else {
      await this.#files.remove(INDEX);
      await this.#files.keepNames('');
      this.#index = NO_INDEX;
    }
    return erased;
  }

  async close(): Promise<void> {
    if (!this.#isLocked) return;
    this.#isLocked = false;
    await this.#lock.release();
  }

  /** The backups of one, whether or not it is open: files that are only read. */
  filesOf(id: string): StoreFiles {
    return id === FIRST_WORKSPACE ? this.#files : new SubFiles(this.#files, folderOf(id));
  }

  async #tidy(): Promise<readonly string[]> {
    const { index, damage } = await this.#read();
    let said: string[] = [];
    if (damage !== null) {
      const aside = await damagedName(this.#files, INDEX, this.#now());
      await this.#files.move(INDEX, aside);
      said = [`${damage} was moved to ${aside}.`];
    }
    this.#index = index;
    if (index.erasing !== null) said = [...said, ...(await this.#finishErasing())];
    if (index.leaving !== null) await this.#finishLeaving();
    for (const id of await this.#folders()) {
      if (!(await this.#isThere(id))) await this.#setAside(id, await this.#freeAside(id));
    }
    this.#index = await this.#thatExists(this.#index);
    return said;
  }

  async #read(): Promise<{ readonly index: WorkspaceIndex; readonly damage: string | null }> {
    await this.#file.read();
    const reading = this.#file.data;
    switch (reading.kind) {
      case 'read':
        return { index: reading.index, damage: null };
      case 'newer': {
        const { place } = this.#files;
        const message = `The workspaces in ${place} were written by a later version of Trigger Lab (${INDEX}: ${reading.problem}). Nothing was changed; open them with that version.`;
        throw new StoreRefusal('newer', message);
      }
      case 'damaged': {
        const damage = `Which workspace was open could not be read (${INDEX}: ${reading.problem}); no workspace is lost. The file`;
        return { index: NO_INDEX, damage };
      }
      default:
        return { index: NO_INDEX, damage: null };
    }
  }

  /** The index, with another open workspace where that one is not there: the one that was saved last, or a first one, still empty. */
  async #thatExists(index: WorkspaceIndex): Promise<WorkspaceIndex> {
    const { wayBack } = index;
    const isBackThere = wayBack === null || (await this.#isThere(wayBack.workspace));
    if (await this.#isThere(index.open)) return isBackThere ? index : { ...index, wayBack: null };
    const [latest] = (await this.list()).sort((one, other) => (other.savedAt ?? '').localeCompare(one.savedAt ?? ''));
    return { ...index, open: latest?.id ?? FIRST_WORKSPACE, wayBack: null };
  }

  async #ids(): Promise<string[]> {
    return [FIRST_WORKSPACE, ...(await this.#folders())].filter((id) => id !== this.#index.leaving?.workspace);
  }

  /** The ids of the folders for workspaces, whatever is in them. */
  async #folders(): Promise<string[]> {
    return (await this.#files.list(WORKSPACES)).filter((name) => workspaceId.safeParse(name).success);
  }

  async #isThere(id: string): Promise<boolean> {
    if (id === this.#index.leaving?.workspace) return false;
    const files = this.filesOf(id);
    return (await files.list('')).includes(DOCUMENT) || (await listBackups(files)).documents.length > 0;
  }

  async #info(id: string): Promise<WorkspaceInfo | null> {
    const files = this.filesOf(id);
    const { documents } = await listBackups(files);
    const latest = documents.at(-1);
    const present = await documentIn(files, DOCUMENT);
    const isReadable = present?.kind === 'read' || present?.kind === 'whole' || present?.kind === 'newer';
    // Opening it would recover the same.
    const reading = isReadable || latest === undefined ? present : await documentIn(files, backupDocument(latest));
    if (reading === null) return null;
    const { title, ...info } = documentInfo(reading);
    return { id, name: title === '' ? id : title, ...info, isOpen: id === this.openId };
  }

  async #finishErasing(): Promise<string[]> {
    const { failed } = await this.eraseCondemned();
    if (failed.length === 0) return [];
    return [`Not everything could be erased: ${failed.join('; ')}.`];
  }

  async #finishLeaving(): Promise<void> {
    const { leaving } = this.#index;
    if (leaving === null) return;
    await this.#setAside(leaving.workspace, leaving.to);
    await this.#write({ ...this.#index, leaving: null });
  }

  async #setAside(id: string, to: string): Promise<void> {
    if (id !== FIRST_WORKSPACE) return this.#files.move(folderOf(id), `${DELETED}/${to}`);
    const names = (await this.#files.list('')).filter(isOfFirstWorkspace);
    for (const name of names) await this.#files.move(name, `${DELETED}/${to}/${name}`);
  }

  /** A name among the deleted ones that none has: an earlier first workspace may be there already. */
  async #freeAside(id: string): Promise<string> {
    const taken = await this.#files.list(DELETED);
    for (let copy = 1; ; copy += 1) {
      const name = copy === 1 ? id : `${id}-${copy}`;
      if (!taken.includes(name)) return name;
    }
  }

  async #write(index: WorkspaceIndex): Promise<void> {
    this.#file.data = { kind: 'write', index };
    await this.#file.write();
    this.#index = index;
  }
}

const folderOf = (id: string) => (id === FIRST_WORKSPACE ? '' : `${WORKSPACES}/${id}`);
