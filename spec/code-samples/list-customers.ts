import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const page = await unwrap(
  client.GET("/v{version}/customers", {
    params: { path: { version: "1" }, query: { size: 500 } },
  }),
);
for (const { id, companyProfile } of page.items ?? []) {
  console.log(id, companyProfile?.companyName);
}
console.log(page.links?.next === undefined ? "That was all." : "There is another page.");
