import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const registration = await client.createWebhookRegistration({
  body: {
    WebhookUrl: "https://hooks.fabrikam.com/partner-center",
    WebhookEvents: ["test-created", "reseller-relationship-accepted-by-customer"],
  },
});
console.log(registration);
