import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const profile = await unwrap(
  client.GET("/v{version}/profiles/mpn", {
    params: { path: { version: "1" }, query: { mpnId: "4871236" } },
  }),
);
console.log(profile.partnerName);
