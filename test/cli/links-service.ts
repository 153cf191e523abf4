import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LINK, serviceHeaders } from "../replies.js";
import { type Handler, type ReceivedRequest, withServer } from "../server.js";
import { type Home, withHome } from "./bin.js";

/** A tenant id that ends with this number. */
export function tenant(number: number): string {
  return `4b7a1d52-0e6c-4f43-9a6d-${String(number).padStart(12, "0")}`;
}

/** The number of the reseller that a request asks for. */
export function numberIn({ url }: Pick<ReceivedRequest, "url">): number {
  const asked = new URL(url, "http://localhost").searchParams.get("indirectResellerId") ?? "";
  return Number(asked.slice(-12));
}

/** Answers with a link of the reseller's own. */
export const withOwnLink: Handler = (response, request) => {
  response
    .writeHead(200, serviceHeaders(request))
    .end(JSON.stringify({ ...LINK, url: linkOf(numberIn(request)) }));
};

/** The link of a reseller. */
export function linkOf(number: number): string {
  return `https://admin.microsoft.com/invitation/${number}`;
}

/** A service that answers as the handler does, and a home with a file of so many resellers. */
export function withResellers(
  count: number,
  handler: Handler,
  use: (
    home: Home,
    service: { readonly url: string; readonly requests: readonly ReceivedRequest[] },
  ) => Promise<void>,
): Promise<void> {
  return withServer(handler, (service) =>
    withHome(async (home) => {
      const rows = Array.from(
        { length: count },
        (_, index) => `${tenant(index + 1)},Reseller ${index + 1}`,
      );
      await writeFile(join(home.path, "in.csv"), ["tenant,name", ...rows, ""].join("\n"));
      await use(home, service);
    }),
  );
}

/** The numbers of the resellers in the rows of CSV that were printed, and whether each has its link. */
export function rowsIn(csv: string): Array<readonly [number: number, link: string, error: string]> {
  return csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => {
      const [id = "", , link = "", error = ""] = line.split(",");
      return [Number(id.slice(-12)), link, error] as const;
    });
}
