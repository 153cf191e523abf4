import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const page = await unwrap(
  client.GET("/v{version}/auditrecords", {
    params: {
      path: { version: "1" },
      query: {
        startDate: "2025-11-01",
        filter: JSON.stringify({ Field: "ResourceType", Value: "customer", Operator: "equals" }),
      },
    },
  }),
);
for (const { operationDate, operationType, customerName } of page.items ?? []) {
  console.log(operationDate, operationType, customerName);
}
