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
  /** What comes before the second heading, called like the page, and the rest by headings of the second level. */
  export const sections: readonly PageSection[];
  /** The cells of its first table, as HTML. */
  export const rows: readonly (readonly string[])[];
}
