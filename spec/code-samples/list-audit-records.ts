import { createPartnerCenterClient, filterBy } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const records = client.listAuditRecords({
  startDate: "2025-11-01",
  filter: filterBy("ResourceType", "equals", "customer"),
});
for await (const { operationDate, operationType, customerName } of records) {
  console.log(operationDate, operationType, customerName);
}
