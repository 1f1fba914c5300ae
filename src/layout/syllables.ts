/**
 * Where a single word that is wider than its line may be parted with a hyphen. A rule of thumb for Latin letters (a
 * syllable takes as many consonants as can begin a word, compounds part after -ungs, -heits …), not a dictionary:
 * it only decides how an emergency looks. Returns offsets in UTF-16 units.
 */
const ONSETS = new Set(
  'sch schl schm schn schr schw str spr spl st sp ch ck ph th qu bl br cl cr dr fl fr gl gr kl kn kr pf pl pr tr zw sz cz'.split(
    ' ',
  ),
)
const SEAM = /(?:ungs|heits|keits|schafts|tions|täts|lings)(?=\p{L}{3})/giu
const FEWEST_BEFORE = 2
const FEWEST_AFTER = 3

const isLetter = (character: string): boolean => /\p{L}|\p{M}/u.test(character)

function isVowel(character: string): boolean {
  const base = character.normalize('NFD').charAt(0).toLowerCase()
  return 'aeiouyıæøœ'.includes(base)
}

/** How many of the consonants between two vowels belong to the second syllable. */
function onsetLength(cluster: string): number {
  for (let length = Math.min(4, cluster.length); length > 1; length--) {
    if (ONSETS.has(cluster.slice(-length).toLowerCase())) return length
  }
  return Math.min(1, cluster.length)
}

function breaksOfLetters(letters: string, offset: number, found: Set<number>): void {
  let cluster = ''
  let seenVowel = false
  for (let index = 0; index < letters.length; index++) {
    const character = letters.charAt(index)
    if (!isVowel(character)) {
      cluster += character
      continue
    }
    if (seenVowel && cluster.length > 0) {
      const at = index - onsetLength(cluster)
      if (at >= FEWEST_BEFORE && letters.length - at >= FEWEST_AFTER) found.add(offset + at)
    }
    seenVowel = true
    cluster = ''
  }
}

export function syllableBreaks(word: string): readonly number[] {
  const found = new Set<number>()
  let start = -1
  for (let index = 0; index <= word.length; index++) {
    const letter = index < word.length && isLetter(word.charAt(index))
    if (letter && start < 0) start = index
    if (!letter && start >= 0) {
      breaksOfLetters(word.slice(start, index), start, found)
      start = -1
    }
  }
  for (const seam of word.matchAll(SEAM)) {
    const at = seam.index + seam[0].length
    found.delete(at - 1)
    found.add(at)
  }
  return [...found].sort((a, b) => a - b)
}
