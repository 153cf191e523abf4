/** Where a sign-in is kept as text. */
export interface Place {
  /** In words that follow "kept in". */
  readonly words: string;
  /** What keeps others from reading what is written there, if that can be told. */
  readonly protection?: string | undefined;
  /** Undefined when nothing is kept there. Rejects when what is there cannot or must not be read. */
  read(): Promise<string | undefined>;
  /** Replaces what is there, wholly or not at all. */
  write(text: string): Promise<void>;
  /** Whether there was something to forget. */
  forget(): Promise<boolean>;
}
