/** Numbers from 0 to 1 that are the same in every run with the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d) + 0x9e_37_79_b9) >>> 0
    return state / 0x1_00_00_00_00
  }
}
