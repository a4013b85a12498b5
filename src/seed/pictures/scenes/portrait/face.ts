// The features that tell one illustrated person from another.

export type Face = {
  skin: keyof typeof skins
  hair:
    | 'crop'
    | 'side'
    | 'bob'
    | 'long'
    | 'curls'
    | 'afro'
    | 'bald'
    | 'bun'
    | 'wrap'
    | 'wave'
    | 'tail'
    | 'fringe'
  hairColour: keyof typeof hairColours
  wear: 'crew' | 'turtle' | 'shirt' | 'blazer' | 'vee' | 'hood'
  glasses?: 'round' | 'square'
  beard?: 'full' | 'stubble' | 'moustache'
  earrings?: boolean
  older?: boolean
}

export const skins = {
  porcelain: '#f3d3bd',
  rose: '#e8b896',
  honey: '#d79f73',
  olive: '#c08a5e',
  amber: '#a86f45',
  umber: '#85532f',
  cocoa: '#653c25',
  ebony: '#4a2c1d',
}

export const hairColours = {
  black: '#1b1718',
  brown: '#4a3024',
  chestnut: '#7a452a',
  ginger: '#b5562b',
  blond: '#d9b26a',
  grey: '#a5a5a3',
  white: '#dedbd4',
}
