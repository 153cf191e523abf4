// Runs as a user that the list of users lacks, and without HOME.
import "./keyring-hook.mjs";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

os.homedir = () => {
  throw Object.assign(new Error("uv_os_homedir returned ENOENT"), { code: "ERR_SYSTEM_ERROR" });
};
syncBuiltinESMExports();
