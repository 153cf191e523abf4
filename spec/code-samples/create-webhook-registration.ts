import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const registration = await unwrap(
  client.POST("/webhooks/v{version}/registration", {
    params: { path: { version: "1" } },
    body: {
      WebhookUrl: "https://hooks.fabrikam.com/partner-center",
      WebhookEvents: ["test-created", "reseller-relationship-accepted-by-customer"],
    },
  }),
);
console.log(registration);
