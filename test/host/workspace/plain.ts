/** Speaks to no service: nothing is loaded for it. */
export function total(prices: readonly number[]): number {
  return prices.reduce((sum, price) => sum + price, 0);
}
