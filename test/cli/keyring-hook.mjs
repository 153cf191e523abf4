// Puts a keyring of the test's, or none, in place of the one of whoever runs the tests.
import { register } from "node:module";

const { TEST_KEYRING } = process.env;
const fake = new URL("keyring.mjs", import.meta.url).href;

register(
  `data:text/javascript,${encodeURIComponent(`
    export async function resolve(specifier, context, next) {
      if (specifier !== "@napi-rs/keyring") return next(specifier, context);
      if (${TEST_KEYRING !== undefined}) return { url: ${JSON.stringify(fake)}, shortCircuit: true };
      throw new Error("It is not installed.");
    }
  `)}`,
);
