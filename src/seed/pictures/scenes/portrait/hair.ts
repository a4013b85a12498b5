// Hair that lies before the face, and scarves.
import { darker, lighter } from '../../kit/colour.ts'
import { circle, path, stroke } from '../../kit/svg.ts'
import type { Face } from './face.ts'

export const hairFront = (f: Face, hair: string, light: string, cloth: string) => {
  const gloss = (d: string) => stroke(d, light, 9, { opacity: 0.5 })
  switch (f.hair) {
    case 'crop':
      return path(
        'M262 372C250 230 310 168 400 168C490 168 550 230 538 372C530 330 520 300 500 280C450 262 350 262 300 280C280 300 270 330 262 372Z',
        hair,
      )
    case 'side':
      return (
        path(
          'M258 384C236 230 300 156 410 152C520 150 560 240 542 384C534 340 526 312 512 290C450 300 380 286 340 250C330 290 282 300 258 384Z',
          hair,
        ) + gloss('M330 214Q410 172 490 206')
      )
    case 'bob':
      return (
        path(
          'M240 470C222 230 310 160 400 160C490 160 578 230 560 470C548 430 540 340 500 280C460 300 400 290 350 256C330 300 262 340 240 470Z',
          hair,
        ) + gloss('M300 230Q340 190 400 186')
      )
    case 'long':
      return (
        path(
          'M244 480C226 220 320 158 400 158C480 158 574 220 556 480C548 400 530 310 402 236C270 310 252 400 244 480Z',
          hair,
        ) + gloss('M290 260Q320 206 380 188')
      )
    case 'wave':
      return (
        path(
          'M236 470C212 230 310 156 400 156C490 156 588 230 564 470C560 380 520 320 470 250C420 300 280 310 236 470Z',
          hair,
        ) + gloss('M300 240Q340 196 410 190')
      )
    case 'curls':
      return (
        [
          [300, 250, 50],
          [360, 222, 54],
          [430, 218, 56],
          [494, 246, 50],
          [272, 310, 40],
          [528, 306, 42],
          [400, 248, 40],
        ]
          .map(([x, y, s]) => circle(x ?? 0, y ?? 0, s ?? 0, hair))
          .join('') +
        gloss('M340 206Q360 190 384 190') +
        gloss('M444 196Q466 194 480 210')
      )
    case 'afro':
      return path(
        'M258 400C262 320 300 284 400 280C500 284 538 320 542 400L574 330C570 230 490 180 400 180C310 180 230 230 226 330Z',
        hair,
      )
    case 'bun':
      return (
        path(
          'M262 384C248 240 310 184 400 184C490 184 552 240 538 384C520 310 480 262 400 256C320 262 280 310 262 384Z',
          hair,
        ) + gloss('M310 246Q350 214 400 212')
      )
    case 'tail':
      return (
        path(
          'M260 384C244 230 310 170 400 170C490 170 556 230 540 384C530 310 470 286 420 236C380 286 276 310 260 384Z',
          hair,
        ) + gloss('M310 240Q340 206 390 198')
      )
    case 'fringe':
      return (
        path(
          'M246 470C230 220 320 154 400 154C480 154 570 220 554 470C544 440 540 390 536 340C480 356 320 356 264 340C260 390 256 440 246 470Z',
          hair,
        ) + gloss('M300 236Q350 190 430 192')
      )
    case 'wrap':
      return (
        path(
          'M248 430C230 220 320 150 400 150C480 150 570 220 552 430C548 320 500 256 400 252C300 256 252 320 248 430Z',
          cloth,
        ) +
        path(
          'M246 400L276 420C284 540 336 604 400 604C464 604 516 540 524 420L554 400C600 560 620 700 560 800Q400 860 240 800C180 700 200 560 246 400Z',
          cloth,
        ) +
        stroke('M280 690Q400 780 540 660M300 740Q400 800 520 730', darker(cloth, 0.3), 5, {
          opacity: 0.5,
        }) +
        stroke('M300 250Q350 196 430 190', lighter(cloth, 0.2), 8, { opacity: 0.5 })
      )
    case 'bald':
      return stroke('M330 250Q360 232 396 232', '#ffffff', 12, { opacity: 0.25 })
  }
}
