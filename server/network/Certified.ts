/** What a certificate says. */
export type Certified = { names: string[]; from: Date; until: Date }
