import { findSpecProblems, formatProblems } from "./spec-problems.js";

try {
  const problems = await findSpecProblems();
  if (problems.length > 0) {
    console.log(formatProblems(problems));
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
