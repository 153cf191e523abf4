import { createSandbox } from "partner-center-client/sandbox";
import { createCustomerStore } from "../../src/sandbox/engine/customer-store.js";

const customer = (number: number, domain = `customer${number}.example`) => ({
  id: `0000000${number}-0000-4000-8000-000000000000`,
  companyProfile: { domain },
});

describe("the customers of a sandbox", () => {
  it("are found by id and by domain name, in any case", () => {
    const store = createCustomerStore();
    const known = store.relate({ customer: customer(1, "Contoso.example") });

    for (const name of [known.customer.id.toUpperCase(), "contoso.EXAMPLE"]) {
      expect(store.find(name)).toBe(known);
    }
    expect(store.find("fabrikam.example")).toBeUndefined();
  });

  it("keep their order when a relationship ends and begins again", () => {
    const store = createCustomerStore();
    const all = [1, 2, 3, 4].map((number) => store.relate({ customer: customer(number) }));
    const [, second, third] = all;
    for (const known of [second, third]) {
      if (known !== undefined) {
        store.end(known);
      }
    }
    expect(store.related).toEqual([all[0], all[3]]);

    store.relate({ customer: customer(3) });
    store.relate({ customer: customer(2) });

    expect(store.related).toEqual(all);
    expect(store.count()).toBe(4);
  });

  it("are found by their new domain name, and no more by the old one", () => {
    const store = createCustomerStore();
    const known = store.relate({ customer: customer(1, "old.example") });
    expect(store.find("old.example")).toBe(known);

    store.relate({ customer: customer(1, "new.example") });
    store.relate({ customer: customer(2, "new.example") });

    expect(store.find("new.example")).toBe(known);
    expect(store.find("old.example")).toBeUndefined();
  });
});

describe("a page of a long list", () => {
  it("reads the customers on it, and no others", async () => {
    let reads = 0;
    const customers = Array.from({ length: 1_000 }, (_, index) => ({
      id: `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`,
      get companyProfile() {
        reads += 1;
        return { companyName: `Customer ${index}` };
      },
    }));
    const sandbox = createSandbox({ customers, pageSize: 50 });
    reads = 0;
    const response = await sandbox.fetch(
      "https://api.partnercenter.microsoft.com/v1/customers?size=50",
      { headers: { Authorization: "Bearer any-token" } },
    );
    const { items } = JSON.parse((await response.text()).replace("\uFEFF", ""));

    expect(items).toHaveLength(50);
    expect(reads).toBeLessThanOrEqual(2 * 50);
  });
});
