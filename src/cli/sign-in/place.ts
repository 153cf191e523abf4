/** Where a sign-in is kept as text. */
export interface Place {
  /** In words that follow "kept in". */
  readonly words: string;
  /** What keeps others from reading what is written there, if that can be told. */
  readonly protection?: string | undefined;
  /** Undefined when nothing is kept there. Rejects when what is there cannot or must not be read. */
  read(): Promise<string | undefined>;
  /** Replaces what is there, wholly or not at all. Rejects with {@link NotKept}. */
  write(text: string): Promise<void>;
  /** Whether there was something to forget. Rejects with a failure that says that it stays. */
  forget(): Promise<boolean>;
}

/** Why a place did not take something. */
export class NotKept extends Error {
  override readonly name = "NotKept";
  /** What to do about it, without a full stop. */
  readonly remedy: string;

  constructor(why: string, remedy: string) {
    super(why);
    this.remedy = remedy;
  }
}
