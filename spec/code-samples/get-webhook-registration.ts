import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const registration = await unwrap(
  client.GET("/webhooks/v{version}/registration", {
    params: { path: { version: "1" } },
  }),
);
console.log(registration);
