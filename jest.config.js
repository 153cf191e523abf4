/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testTimeout: 30_000,
  maxWorkers: "100%",
  roots: ["<rootDir>/test"],
  // These take long or need more than npm installs here; each has its own script.
  testPathIgnorePatterns: [
    "/node_modules/",
    "<rootDir>/test/(browser|cli|guides|package|redis|runtimes|scripts|secrets|time)/",
    "<rootDir>/test/(contract|properties|quickstart).test.ts",
    "<rootDir>/test/faults/fuzz.test.ts",
    "<rootDir>/test/webhooks/(certificate|chain).test.ts",
  ],
  modulePathIgnorePatterns: ["<rootDir>/test/(package|runtimes)/node_modules/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["ts-jest", { useESM: true, diagnostics: { ignoreCodes: [151002] } }],
  },
  moduleNameMapper: {
    "^partner-center-client$": "<rootDir>/src/index.ts",
    "^partner-center-client/undici$": "<rootDir>/src/undici/index.ts",
    "^partner-center-client/sandbox$": "<rootDir>/src/sandbox/index.ts",
    "^partner-center-client/webhooks$": "<rootDir>/src/webhooks/index.ts",
    "^partner-center-client/auth$": "<rootDir>/src/auth/index.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  collectCoverage: process.env.COVERAGE === "true",
  // The commands run as processes of their own, which are not counted.
  collectCoverageFrom: ["src/**/*.ts", "!src/cli/**"],
  coverageReporters: ["text-summary"],
  coverageThreshold: {
    global: { statements: 95, branches: 90 },
  },
};
