/** The colours people choose from: told apart by most eyes, readable with dark or white letters on them. */
export const SWATCHES = [
  '#D9583B',
  '#E58A2E',
  '#E5B83C',
  '#8BA83A',
  '#3F8F5B',
  '#2E9C9A',
  '#2A78AD',
  '#4C61B8',
  '#8257B4',
  '#B8478A',
  '#8A6A4B',
  '#5F6B73',
] as const
