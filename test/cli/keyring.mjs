// The part of @napi-rs/keyring that is used, over a folder: its name may ask for a failure.
import { existsSync, openSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const folder = process.env.TEST_KEYRING;

export class AsyncEntry {
  #path;

  constructor(service, account, options) {
    if (folder.endsWith("absent") || options.linux.store !== "secret-service") {
      throw new Error("There is no such store.");
    }
    if (folder.endsWith("silent")) {
      const pipe = join(dirname(folder), "pipe");
      if (existsSync(pipe)) {
        // Whoever reads it sees that this process ended.
        openSync(pipe, "w");
      }
      // As native code does that waits for an answer.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    this.#path = join(folder, `${service}:${account}`);
  }

  async getSecret() {
    if (folder.endsWith("locked")) {
      throw new Error("The keyring is locked.");
    }
    return existsSync(this.#path) ? [...(await readFile(this.#path))] : null;
  }

  async setSecret(secret) {
    if (folder.endsWith("locked")) {
      throw new Error("The keyring is locked.");
    }
    await writeFile(this.#path, secret);
  }

  async deleteCredential() {
    if (folder.endsWith("locked")) {
      throw new Error("The keyring is locked.");
    }
    const isThere = existsSync(this.#path);
    await rm(this.#path, { force: true });
    return isThere;
  }
}
