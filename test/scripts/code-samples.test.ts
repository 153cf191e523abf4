import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { ROOT } from "../copy.js";
import { LINK, withFault, withLink } from "../replies.js";
import { type Handler, type ReceivedRequest, withServer } from "../server.js";
import { describeWith } from "./programs.js";

const SAMPLE = `${ROOT}spec/code-samples/get-relationship-request-link.sh`;
const SERVICE = "https://api.partnercenter.microsoft.com";

/** Runs the sample for curl as a reader would who pastes it, but at a server that answers with `handler`. */
async function runSample(handler: Handler) {
  const sample = await readFile(SAMPLE, "utf8");
  return withServer(handler, async ({ url, requests }) => {
    const shell = spawn("sh", ["-c", sample.replace(SERVICE, url)], {
      env: { ...process.env, PARTNER_CENTER_TOKEN: "a-token" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(shell.stdout),
      text(shell.stderr),
      once(shell, "close"),
    ]);
    return { exitCode, stdout, stderr, requests };
  });
}

const idsOf = ({ headers }: ReceivedRequest) => [
  headers["ms-requestid"],
  headers["ms-correlationid"],
];

describeWith("curl", "uuidgen")("the code sample for curl", () => {
  it("prints the reply, and sends the token and two ids", async () => {
    const { exitCode, stdout, stderr, requests } = await runSample(withLink);

    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout.replace(/^\uFEFF/, ""))).toEqual(LINK);
    expect(requests).toMatchObject([
      {
        method: "GET",
        url: "/v1/customers/relationshiprequests?indirectResellerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
        headers: { authorization: "Bearer a-token", accept: "application/json" },
      },
    ]);
    const ids = requests.flatMap(idsOf);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(/^[-0-9a-f]{36}$/i);
    }
  });

  it("shows the fault and fails when the service refuses", async () => {
    const fault = { code: "900421", description: "MFA required" };

    const { exitCode, stdout } = await runSample(withFault(401, fault));

    expect(JSON.parse(stdout)).toEqual(fault);
    expect(exitCode).not.toBe(0);
  });
});
