import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const names = await unwrap(
  client.GET("/webhooks/v{version}/registration/events", {
    params: { path: { version: "1" } },
  }),
);
console.log(names.filter((name) => name.includes("relationship-accepted")));
