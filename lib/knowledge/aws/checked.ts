/** When the facts of these tables were last held against their sources; a row that is checked again gets a date of its own. */
export const checked = '2026-11-22';
