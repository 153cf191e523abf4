/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testTimeout: 30_000,
  roots: ["<rootDir>/test"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["ts-jest", { useESM: true, diagnostics: { ignoreCodes: [151002] } }],
  },
  moduleNameMapper: {
    "^partner-center-client$": "<rootDir>/src/index.ts",
    "^partner-center-client/undici$": "<rootDir>/src/undici/index.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  collectCoverage: true,
  collectCoverageFrom: ["src/**/*.ts"],
  coverageReporters: ["text-summary"],
  coverageThreshold: {
    global: { statements: 95, branches: 90 },
  },
};
