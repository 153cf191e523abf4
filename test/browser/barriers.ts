import axe from "axe-core";
import type { Page } from "playwright-core";

/**
 * The problems that axe-core calls serious or critical.
 * One rule is left out, as only Redoc could mend it: it names its choosers for what they choose ("Example"),
 * not for what is chosen, and the scope by its whole address, of which it shows the beginning.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      rules: { "label-content-name-mismatch": { enabled: false } },
    });
    return violations.map(({ id, impact, nodes }) => ({
      impact: impact ?? "",
      text: `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`,
    }));
  });
  return violations.filter(({ impact }) => /serious|critical/.test(impact)).map(({ text }) => text);
}
