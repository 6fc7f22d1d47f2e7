/** A Markdown file, rendered while the app is built (scripts/lib/markdown-pages.ts). */
declare module '*.md' {
  interface PageSection {
    /** Its heading as an anchor. */
    readonly id: string;
    readonly heading: string;
    readonly html: string;
  }
  /** Its first heading. */
  export const title: string;
  /** The introduction, under the name of the page, then a section for each heading of the second level. */
  export const sections: readonly PageSection[];
  /** The cells of its first table, as HTML. */
  export const rows: readonly (readonly string[])[];
}
