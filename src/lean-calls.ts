import { leanOrPlatform } from "./transport/lean-request.js";
import { LEAN_PARSE_AS } from "./transport/lean-response.js";
import { CALLS } from "./wire/checked-calls.js";

/** What this needs to know of an openapi-fetch client, and of the options of one call. */
interface Calls {
  use(...middleware: object[]): void;
  eject(...middleware: object[]): void;
}
interface CallOptions {
  readonly middleware?: readonly object[] | undefined;
  readonly fetch?: object | undefined;
  readonly Request?: object | undefined;
  readonly parseAs?: string | undefined;
}

/**
 * Lets a client make its calls with lean requests, as long as no foreign code can see them: from now on it counts the
 * middleware that is given to it, and looks for middleware and a `fetch` in the options of each call.
 */
export function makeLeanCalls(client: Calls): void {
  const Request = leanOrPlatform();
  const foreign: object[] = [];
  const { use, eject } = client;

  const lean = (options: CallOptions): CallOptions => {
    const { middleware = [], fetch, Request: own, parseAs = "json" } = options;
    if (foreign.length > 0 || middleware.length > 0 || fetch !== undefined || own !== undefined) {
      return options;
    }
    return parseAs === "json"
      ? { ...options, Request, parseAs: LEAN_PARSE_AS }
      : { ...options, Request };
  };

  client.use = (...middleware) => {
    use(...middleware);
    foreign.push(...middleware.filter(Boolean));
  };
  client.eject = (...middleware) => {
    eject(...middleware);
    for (const one of middleware) {
      const place = foreign.indexOf(one);
      if (place !== -1) {
        foreign.splice(place, 1);
      }
    }
  };
  for (const name of CALLS) {
    const call = Reflect.get(client, name);
    // What comes before: the path, or the method and the path.
    const place = name === "request" ? 2 : 1;
    Reflect.set(client, name, (...given: unknown[]) => {
      given[place] = lean(Object(given[place]));
      return call(...given);
    });
  }
}
