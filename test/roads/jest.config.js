import { fileURLToPath } from "node:url";
import config from "../../jest.config.js";

const { extensionsToTreatAsEsm, moduleNameMapper, testEnvironment, testTimeout, transform } =
  config;

// What is said of middleware and of the transport holds on each road that a call can take.
/** @type {import("jest").Config} */
export default {
  testTimeout,
  projects: ["seen-by-middleware", "over-undici"].map((road) => ({
    displayName: road,
    rootDir: fileURLToPath(new URL("../..", import.meta.url)),
    testMatch: ["<rootDir>/test/{middleware,transport}/*.test.ts"],
    extensionsToTreatAsEsm,
    testEnvironment,
    transform,
    moduleNameMapper: {
      ...moduleNameMapper,
      "^partner-center-client$": `<rootDir>/test/roads/${road}.ts`,
    },
  })),
};
