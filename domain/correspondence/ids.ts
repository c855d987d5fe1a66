/** The id of a party's correspondence. `correspondenceId('usth-c1')` → `'correspondence/usth-c1'` */
export const correspondenceId = (party: string): `correspondence/${string}` => `correspondence/${party}`
