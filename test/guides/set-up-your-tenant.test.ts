import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { ROOT, withCopy } from "../copy.js";
import { guideText } from "../examples.js";

const PARTNER_CENTER = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
const PERMISSION = { id: "1cebfa2a-fb4d-419e-b5f9-839b4383e05a", value: "user_impersonation" };
const PRINCIPAL = {
  oauth2PermissionScopes: [
    { id: "00000000-0000-4000-8000-000000000001", value: "other" },
    PERMISSION,
  ],
};

/** Runs the script of the guide, as it is written, in a tenant with these service principals. */
async function runScript(servicePrincipals: readonly object[], edit = (script: string) => script) {
  const [, script = ""] =
    /^```sh\n(az login .*?)^```$/ms.exec(await guideText("set-up-your-tenant")) ?? [];
  return withCopy([], async (directory) => {
    const bin = `${directory}/bin`;
    await mkdir(bin);
    await copyFile(`${ROOT}test/guides/azure-cli.mjs`, `${bin}/az`);
    await chmod(`${bin}/az`, 0o755);
    const TENANT = `${directory}/tenant.json`;
    const known = { [PARTNER_CENTER]: PRINCIPAL };
    await writeFile(TENANT, JSON.stringify({ known, servicePrincipals, applications: [] }));

    const shell = spawn("sh", ["-c", edit(script)], {
      env: { ...process.env, TENANT, PATH: `${bin}:${process.env.PATH}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    shell.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    shell.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    await once(shell, "close");
    return { stdout, stderr, tenant: JSON.parse(await readFile(TENANT, "utf8")) };
  });
}

describe("the script of the guide to setting up a tenant", () => {
  it.each([
    [
      "a tenant that has a service principal of Partner Center",
      [{ appId: PARTNER_CENTER, ...PRINCIPAL }],
    ],
    ["a tenant that has none", []],
  ])("registers an app whose users may sign in, in %s", async (_title, servicePrincipals) => {
    const { stdout, tenant } = await runScript(servicePrincipals);

    const [app] = tenant.applications;
    expect(tenant.signedIn).toBe("contoso.onmicrosoft.com");
    expect(tenant.applications).toEqual([
      {
        appId: expect.any(String),
        "display-name": "Relationship links",
        "sign-in-audience": "AzureADMyOrg",
        "public-client-redirect-uris": "http://localhost",
        "is-fallback-public-client": "true",
        permissions: [{ api: PARTNER_CENTER, id: PERMISSION.id, type: "Scope" }],
        consented: [PERMISSION.id],
      },
    ]);
    expect(tenant.servicePrincipals.map(({ appId }: { appId: string }) => appId)).toEqual([
      PARTNER_CENTER,
      app.appId,
    ]);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(`The client id is ${app.appId}.`);
  });

  it("is found out by an option that the Azure CLI does not have", async () => {
    const { stderr, tenant } = await runScript([], (script) =>
      script.replace("--public-client-redirect-uris", "--redirect-uris"),
    );

    expect(stderr).toContain("Unknown option '--redirect-uris'");
    expect(tenant.applications).toEqual([]);
  });
});
