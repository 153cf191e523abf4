import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * The problems that axe-core calls serious or critical, but those of the rules that are left out.
 */
export async function barriers(page: Page, leftOut: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { rules });
    return violations.map(({ id, impact, nodes }) => ({
      impact: impact ?? "",
      text: `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`,
    }));
  }, rules);
  return violations.filter(({ impact }) => /serious|critical/.test(impact)).map(({ text }) => text);
}
