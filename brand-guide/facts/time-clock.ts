/** Hours and minutes as the values of times are written. */
const pad = (number: number): string => String(number).padStart(2, '0');

/** `9, 5` as `09:05`. */
export const clock = (hour: number, minute: number): string => `${pad(hour)}:${pad(minute)}`;
