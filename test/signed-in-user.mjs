// Preloaded by the test of README: a user who opens the address that a program prints, and comes back signed in.
const { log } = console;

console.log = (text, ...others) => {
  const address = URL.canParse(text) ? new URL(text).searchParams : undefined;
  const back = address?.get("redirect_uri");
  if (!back) {
    log(text, ...others);
    return;
  }
  const answer = { code: `a-code-for-${address.get("nonce")}`, state: address.get("state") };
  // By another way than the fetch of the program, which leads to its service.
  import("node:http").then(({ get }) => get(`${back}/?${new URLSearchParams(answer)}`));
};
