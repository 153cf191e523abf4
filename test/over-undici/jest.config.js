import { fileURLToPath } from "node:url";
import config from "../../jest.config.js";

const { extensionsToTreatAsEsm, moduleNameMapper, testEnvironment, testTimeout, transform } =
  config;

// Middleware and transport behave the same with the other transport.
/** @type {import("jest").Config} */
export default {
  rootDir: fileURLToPath(new URL("../..", import.meta.url)),
  testMatch: ["<rootDir>/test/{middleware,transport}/*.test.ts"],
  testTimeout,
  extensionsToTreatAsEsm,
  testEnvironment,
  transform,
  moduleNameMapper: {
    ...moduleNameMapper,
    "^partner-center-client$": "<rootDir>/test/over-undici/client.ts",
  },
};
