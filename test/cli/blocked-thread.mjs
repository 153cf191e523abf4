// Has a thread wait for something that does not come, as the address of a host may.
import "./keyring-hook.mjs";
import { execFileSync } from "node:child_process";
import { open } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

const pipe = join(homedir(), "pipe");
execFileSync("mkfifo", [pipe]);
open(pipe);
