/**
 * What a server knew when it drew an element. Who takes over from it draws the same first: what a page
 * knows besides comes right after, as a change.
 */
export interface Drawing {
  /** The language of the words, as BCP 47. */
  readonly language: string;
  /** The list was drawn for who is not signed in. */
  readonly signedOut: boolean;
}

/** An element that a server can draw. */
export interface Drawn {
  /** Set only while the element takes over. */
  drawing: Drawing | undefined;
}
