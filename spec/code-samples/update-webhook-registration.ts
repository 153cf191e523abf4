import {
  type CamelCaseWebhookRegistration,
  createPartnerCenterClient,
  type WebhookRegistration,
} from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

// A response has the properties in either spelling.
const before: WebhookRegistration & CamelCaseWebhookRegistration =
  await client.getWebhookRegistration();
const { webhookUrl = "", webhookEvents = [] } = before;

await client.updateWebhookRegistration({
  body: {
    WebhookUrl: before.WebhookUrl ?? webhookUrl,
    WebhookEvents: [
      ...(before.WebhookEvents ?? webhookEvents),
      "reseller-relationship-accepted-by-customer",
    ],
  },
});
