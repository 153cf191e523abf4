import { type components, createPartnerCenterClient, unwrap } from "partner-center-client";

// A response has the properties in either spelling.
type Schemas = components["schemas"];
type EitherSpelling = Schemas["WebhookRegistration"] & Schemas["CamelCaseWebhookRegistration"];

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const params = { path: { version: "1" } } as const;
const before: EitherSpelling = await unwrap(
  client.GET("/webhooks/v{version}/registration", { params }),
);
const { webhookUrl = "", webhookEvents = [] } = before;

await unwrap(
  client.PUT("/webhooks/v{version}/registration", {
    params,
    body: {
      WebhookUrl: before.WebhookUrl ?? webhookUrl,
      WebhookEvents: [
        ...(before.WebhookEvents ?? webhookEvents),
        "reseller-relationship-accepted-by-customer",
      ],
    },
  }),
);
