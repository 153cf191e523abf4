import { CommandFailure } from "./command-failure.js";

/** Gives a failure of a command as a value; anything else that is thrown stays thrown. */
export async function orFailure<Value>(promise: Promise<Value>): Promise<Value | CommandFailure> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof CommandFailure) {
      return error;
    }
    throw error;
  }
}
