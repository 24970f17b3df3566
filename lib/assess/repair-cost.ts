import type { Analysis } from '../analysis';
import type { RepairCost } from '../diagnostics';
import { type CostFact, type Path, type Price, priceTable, valueAt } from '../knowledge';
import type { RepairRequest } from '../rules';

/** What a repair adds to the bill each month, as far as the price table tells. */
export function costOf(fact: CostFact, request: RepairRequest, { subjects }: Analysis): RepairCost | undefined {
  const { instancePrice, PRICE_REGION, PRICES } = priceTable();
  const read = (path: Path) => valueAt(request.subject.resource, path, subjects.find);
  switch (fact.is) {
    case 'nothing':
      return { usdPerMonth: 0, because: fact.because, region: PRICE_REGION };
    case 'unknown':
      return { because: fact.because, region: PRICE_REGION };
    case 'again': {
      const because = `about what ${fact.of} cost now, once more`;
      return { because, region: PRICE_REGION, source: fact.source };
    }
    case 'zones':
      return sum(fact.prices.map((id) => ({ price: PRICES[id], number: request.added })));
    case 'units': {
      for (const path of fact.machine) {
        const type = read(path);
        const price = typeof type === 'string' ? instancePrice(type) : undefined;
        if (price !== undefined) return sum([{ price, number: request.added }]);
      }
      const cpu = fact.task === undefined ? Number.NaN : Number(read(fact.task.cpu)) / 1024;
      const memory = fact.task === undefined ? Number.NaN : Number(read(fact.task.memory)) / 1024;
      if (cpu > 0 && memory > 0) {
        return sum([
          { price: PRICES['fargate-vcpu'], number: request.added * cpu },
          { price: PRICES['fargate-gb'], number: request.added * memory },
        ]);
      }
      const because = `${request.added} more unit${request.added === 1 ? '' : 's'}, whose price the table does not have`;
      return { because, region: PRICE_REGION };
    }
  }
}

/** Prices times hours of a month, in whole cents. */
function sum(items: readonly { readonly price: Price; readonly number: number }[]): RepairCost | undefined {
  const [first] = items;
  if (first === undefined || !(first.number > 0)) return undefined;
  const { HOURS_PER_MONTH, PRICE_REGION } = priceTable();
  const hourly = items.reduce((total, { price, number }) => total + price.usdPerHour * number, 0);
  return {
    usdPerMonth: Math.round(hourly * HOURS_PER_MONTH * 100) / 100,
    because: items.map(({ price, number }) => `${shortest(number)} × ${price.noun} at $${price.usdPerHour} an hour`).join(', '),
    region: PRICE_REGION,
    source: first.price.source,
    checked: first.price.checked,
    ...(items.every(({ price }) => price.confirmed) ? {} : { unconfirmed: true }),
  };
}

function shortest(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
