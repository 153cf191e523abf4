// Lets nobody write to a new file, as a full disk does.
import "./keyring-hook.mjs";
import { open } from "node:fs/promises";

const file = await open(new URL(import.meta.url));
Object.getPrototypeOf(file).writeFile = async () => {
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
};
await file.close();
