import { spawnSync } from "node:child_process";
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

/** Runs the script of the guide, as it is written, so many times in a tenant with these service principals. */
async function runScript(
  servicePrincipals: readonly object[],
  { times = 1, edit = (script: string) => script } = {},
) {
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

    const env = { ...process.env, TENANT, PATH: `${bin}:${process.env.PATH}` };
    const runs = Array.from({ length: times }, () =>
      spawnSync("sh", ["-ec", edit(script)], { env, encoding: "utf8" }),
    );
    return {
      exitCodes: runs.map(({ status }) => status),
      stdout: runs.map(({ stdout }) => stdout).join(""),
      stderr: runs.map(({ stderr }) => stderr).join(""),
      tenant: JSON.parse(await readFile(TENANT, "utf8")),
    };
  });
}

const WITH_PRINCIPAL = [{ appId: PARTNER_CENTER, ...PRINCIPAL }];

describe("the script of the guide to setting up a tenant", () => {
  it.each([
    ["a tenant that has a service principal of Partner Center", WITH_PRINCIPAL, 1],
    ["a tenant that has none", [], 1],
    ["a tenant where it has run before", [], 2],
  ])(
    "registers an app whose users may sign in, in %s",
    async (_title, servicePrincipals, times) => {
      const { exitCodes, stdout, tenant } = await runScript(servicePrincipals, { times });

      const [app] = tenant.applications;
      const permissions = [{ id: PERMISSION.id, type: "Scope" }];
      expect(new Set(exitCodes)).toEqual(new Set([0]));
      expect(tenant.signedIn).toBe("contoso.onmicrosoft.com");
      expect(tenant.applications).toEqual([
        {
          appId: expect.any(String),
          "display-name": "Relationship links",
          "sign-in-audience": "AzureADMyOrg",
          "public-client-redirect-uris": "http://localhost",
          "is-fallback-public-client": "true",
          "required-resource-accesses": [
            { resourceAppId: PARTNER_CENTER, resourceAccess: permissions },
          ],
          consented: permissions,
        },
      ]);
      expect(tenant.servicePrincipals.map(({ appId }: { appId: string }) => appId)).toEqual([
        PARTNER_CENTER,
        app.appId,
      ]);
      expect(stdout).toBe(`The client id is ${app.appId}.\n`.repeat(times));
    },
  );

  it("stops where the permission is not found", async () => {
    const { exitCodes, tenant } = await runScript([
      { appId: PARTNER_CENTER, oauth2PermissionScopes: [] },
    ]);

    expect(exitCodes).toEqual([1]);
    expect(tenant.applications).toEqual([]);
  });

  it("is found out by an option that the Azure CLI does not have", async () => {
    const edit = (script: string) =>
      script.replace("--public-client-redirect-uris", "--redirect-uris");
    const { exitCodes, stderr, tenant } = await runScript(WITH_PRINCIPAL, { edit });

    expect(exitCodes).toEqual([2]);
    expect(stderr).toContain("Unknown option '--redirect-uris'");
    expect(tenant.applications).toEqual([]);
  });
});
