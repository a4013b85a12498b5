// A page of each theme in a few strokes. Drawn in the themes' own grounds, not in the admin's.
import type { ReactNode } from 'react'

const paper = '#fbf9f4'
const ink = '#1a1814'
const faint = '#c9c4b8'

export const themePictures: Record<'broadsheet' | 'gallery' | 'ledger', ReactNode> = {
  broadsheet: (
    <svg viewBox="0 0 240 150">
      <rect fill={paper} height="150" width="240" />
      <path d="M20 17h200" stroke={ink} />
      <text
        fill={ink}
        fontFamily="'Newsreader Variable', Georgia, serif"
        fontSize="25"
        fontWeight="500"
        letterSpacing="-.7"
        x="20"
        y="49"
      >
        Ships now wait
      </text>
      <text
        fill={ink}
        fontFamily="'Newsreader Variable', Georgia, serif"
        fontSize="25"
        fontWeight="500"
        letterSpacing="-.7"
        x="20"
        y="73"
      >
        26 minutes
      </text>
      <path d="M20 88h200" stroke={faint} />
      <text
        fill="#7a1f1f"
        fontFamily="'Newsreader Variable', Georgia, serif"
        fontSize="13"
        x="20"
        y="106"
      >
        1
      </text>
      <path d="M58 102h104M58 111h98M58 120h104M58 129h70" stroke={faint} strokeWidth="3" />
      <path d="M182 99v30" stroke="#7a1f1f" strokeWidth="2" />
      <path d="M189 103h31M189 112h26M189 121h31" stroke={ink} strokeWidth="3" />
    </svg>
  ),
  gallery: (
    <svg viewBox="0 0 240 150">
      <rect fill="#0c0c0d" height="150" width="240" />
      <rect fill="#35525c" height="82" width="240" />
      <path d="M0 82V60l38-22 30 17 52-34 46 30 34-16 40 25v22z" fill="#1e353d" />
      <circle cx="196" cy="20" fill="#d9b879" r="8" />
      <rect fill="#7b4a35" height="38" width="72" x="12" y="94" />
      <rect fill="#56604a" height="38" width="52" x="88" y="94" />
      <rect fill="#8f8471" height="38" width="84" x="144" y="94" />
      <path d="M12 139h30M88 139h22M144 139h34" stroke="#8d8d90" strokeWidth="2" />
    </svg>
  ),
  ledger: (
    <svg viewBox="0 0 240 150">
      <rect fill="#fff" height="150" width="240" />
      <path d="M20 26h200M20 82h200M20 100h200M20 118h200M20 136h200" stroke="#d4d6d8" />
      <text
        fill="#101112"
        fontFamily="'Archivo Variable', Helvetica, sans-serif"
        fontSize="34"
        fontWeight="700"
        letterSpacing="-1.5"
        x="20"
        y="66"
      >
        −38%
      </text>
      <path d="M122 44h98" stroke="#101112" strokeWidth="8" />
      <path d="M122 60h61" stroke="#d4231a" strokeWidth="8" />
      <path d="M20 91h70M20 109h84M20 127h58" stroke="#101112" strokeWidth="3" />
      <path d="M122 91h34M122 109h28M122 127h38" stroke="#9a9da1" strokeWidth="3" />
      <path d="M198 91h22M204 109h16M196 127h24" stroke="#d4231a" strokeWidth="3" />
    </svg>
  ),
}
