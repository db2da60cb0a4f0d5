/** Months in UTC, as the calendar index names them. */

/** `count` months on end, the first `first` months after that of the instant or day; `first` may be negative: `2027-05`. */
export const monthsAround = (at: string, first: number, count: number): readonly string[] => {
  const [year = 0, month = 1] = at.split('-').map(Number);
  return Array.from({ length: count }, (_, step) => {
    const months = year * 12 + (month - 1) + first + step;
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
};
