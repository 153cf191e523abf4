import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const receipt = await unwrap(
  client.POST("/webhooks/v{version}/registration/validationEvents", {
    params: { path: { version: "1" } },
  }),
);
console.log(typeof receipt === "string" ? receipt : receipt.correlationId);
