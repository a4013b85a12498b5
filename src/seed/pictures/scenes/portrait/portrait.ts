// Illustrated people for the team pages: each is somebody and nobody real.
import { darker, lighter, mix } from '../../kit/colour.ts'
import {
  circle,
  clip,
  ellipse,
  group,
  linear,
  n,
  path,
  rect,
  stroke,
  type Canvas,
} from '../../kit/svg.ts'
import { collar } from './clothes.ts'
import { type Face, skins, hairColours } from './face.ts'
import { hairFront } from './hair.ts'

export const portrait = (
  canvas: Canvas,
  { face: f, ground, cloth, shape }: { face: Face; ground: string; cloth: string; shape: string },
) => {
  const { w, h } = canvas
  const skin = skins[f.skin]
  const shade = mix(skin, '#6b2a1c', 0.24)
  const hair = hairColours[f.hairColour]
  const hairLight = lighter(hair, 0.16)
  const r = canvas.random
  const out = [rect(0, 0, w, h, ground)]
  const spot = r.int(0, 2)
  out.push(
    spot === 0
      ? circle(w * 0.5, h * 0.46, w * 0.4, shape)
      : spot === 1
        ? path(
            `M${w * 0.1} ${h}V${h * 0.42}A${w * 0.4} ${w * 0.4} 0 0 1 ${w * 0.9} ${h * 0.42}V${h}Z`,
            shape,
          )
        : rect(0, h * 0.56, w, h * 0.44, shape),
  )
  const parts: string[] = []
  // Hair that falls behind the shoulders comes first.
  if (f.hair === 'long')
    parts.push(
      path(
        'M238 380C230 190 320 140 400 140C480 140 570 190 562 380C560 520 600 640 588 760H212C200 640 240 520 238 380Z',
        darker(hair, 0.2),
      ),
    )
  if (f.hair === 'bob')
    parts.push(
      path(
        'M236 380C226 210 310 150 400 150C490 150 574 210 564 380C562 470 578 540 566 590Q400 640 234 590C222 540 238 470 236 380Z',
        darker(hair, 0.2),
      ),
    )
  if (f.hair === 'wave')
    parts.push(
      path(
        'M232 380C220 200 310 146 400 146C490 146 580 200 568 380C570 440 612 480 590 560C620 610 570 680 560 700H240C230 680 180 610 210 560C188 480 230 440 232 380Z',
        darker(hair, 0.2),
      ),
    )
  if (f.hair === 'curls')
    for (const [x, y, s] of [
      [250, 300, 74],
      [235, 390, 70],
      [245, 480, 66],
      [550, 300, 74],
      [565, 390, 70],
      [555, 480, 66],
      [300, 220, 78],
      [400, 190, 86],
      [500, 220, 78],
    ] as const)
      parts.push(circle(x, y, s, darker(hair, 0.15)))
  if (f.hair === 'afro')
    parts.push(
      circle(400, 312, 222, hair),
      circle(
        400,
        312,
        222,
        linear(
          canvas,
          [
            [0, '#ffffff', 0.1],
            [1, '#000000', 0.25],
          ],
          60,
        ),
      ),
    )
  if (f.hair === 'tail')
    parts.push(path('M500 210C610 200 650 400 606 560C584 490 560 400 510 350Z', darker(hair, 0.2)))
  if (f.hair === 'bun')
    parts.push(circle(400, 150, 74, hair), circle(384, 134, 40, hairLight, { opacity: 0.5 }))
  if (f.hair === 'wrap')
    parts.push(
      path(
        'M226 400C214 190 310 128 400 128C490 128 586 190 574 400C580 560 640 680 650 760H150C160 680 220 560 226 400Z',
        darker(cloth, 0.18),
      ),
    )
  const body =
    'M70 1000C76 850 140 774 250 742C310 724 336 712 344 690H456C464 712 490 724 550 742C660 774 724 850 730 1000Z'
  parts.push(path('M336 560H464V690C470 740 440 772 400 772C360 772 330 740 336 690Z', skin))
  parts.push(
    group(
      [
        path(body, cloth),
        path('M520 700C640 760 700 830 730 1000H560C590 900 580 800 520 700Z', darker(cloth, 0.4), {
          opacity: 0.35,
        }),
      ],
      { 'clip-path': clip(canvas, path(body, '#000')) },
    ),
  )
  parts.push(collar(f.wear, cloth, skin, shade))
  // Head: ears, jaw, shadow of the chin on the neck.
  parts.push(
    group(path('M320 560C350 640 450 640 480 560V690H320Z', shade, { opacity: 0.75 }), {
      'clip-path': clip(canvas, rect(336, 560, 128, 112, '#000')),
    }),
  )
  if (f.hair !== 'wrap')
    parts.push(ellipse(268, 420, 24, 38, shade), ellipse(532, 420, 24, 38, shade))
  const head =
    'M270 370C268 250 320 208 400 208C480 208 532 250 530 370C530 440 522 490 498 540C474 588 436 612 400 612C364 612 326 588 302 540C278 490 270 440 270 370Z'
  parts.push(path(head, skin))
  parts.push(
    group(
      [
        path('M450 190C560 240 560 560 420 620H560V190Z', shade, { opacity: 0.35 }),
        ellipse(322, 478, 38, 25, '#d8573f', { opacity: 0.16 }),
        ellipse(478, 478, 38, 25, '#d8573f', { opacity: 0.16 }),
        beard(f, hair),
      ],
      { 'clip-path': clip(canvas, path(head, '#000')) },
    ),
  )
  parts.push(features(f, skin, shade, hair), hairFront(f, hair, hairLight, cloth))
  if (f.earrings && f.hair !== 'wrap')
    parts.push(circle(264, 470, 10, '#e0b04c'), circle(536, 470, 10, '#e0b04c'))
  if (f.glasses) {
    const ink = '#23211f'
    parts.push(
      f.glasses === 'round'
        ? circle(340, 412, 46, '#ffffff', {
            'fill-opacity': 0.12,
            stroke: ink,
            'stroke-width': 7,
          }) +
            circle(460, 412, 46, '#ffffff', {
              'fill-opacity': 0.12,
              stroke: ink,
              'stroke-width': 7,
            })
        : rect(290, 374, 96, 72, '#ffffff', {
            rx: 16,
            'fill-opacity': 0.12,
            stroke: ink,
            'stroke-width': 8,
          }) +
            rect(414, 374, 96, 72, '#ffffff', {
              rx: 16,
              'fill-opacity': 0.12,
              stroke: ink,
              'stroke-width': 8,
            }),
    )
    parts.push(stroke('M386 404Q400 396 414 404M292 402L268 394M508 402L532 394', ink, 7))
  }
  out.push(
    group(parts, {
      transform: `translate(${n(w * 0.5 - 400 * (w / 800))} ${n(h - 1000 * (w / 800) + (h > w ? 0 : w * 0.13))}) scale(${n(w / 800)})`,
    }),
  )
  out.push(
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, '#fff2dc', 0.12],
          [1, '#0b0d12', 0.14],
        ],
        50,
      ),
    ),
  )
  return out
}

const features = (f: Face, skin: string, shade: string, hair: string) => {
  const ink = mix('#241a17', skin, 0.06)
  const brow =
    f.hair === 'bald' || f.hair === 'wrap'
      ? '#3a2a22'
      : darker(
          hair,
          f.hairColour === 'blond' || f.hairColour === 'white' || f.hairColour === 'grey'
            ? 0.35
            : 0.1,
        )
  const lips = mix(skin, '#9c3b35', 0.45)
  let out =
    ellipse(342, 416, 11, 12.5, ink) +
    ellipse(458, 416, 11, 12.5, ink) +
    circle(346, 412, 3.4, '#ffffff') +
    circle(462, 412, 3.4, '#ffffff')
  out += stroke('M322 408Q342 396 362 408M438 408Q458 396 478 408', ink, 5)
  out += stroke('M312 374Q340 356 368 370M432 370Q460 356 488 374', brow, 11)
  out += stroke('M404 424Q398 462 388 480Q398 492 414 486', shade, 7)
  out +=
    path('M352 530Q400 548 448 530Q434 566 400 566Q366 566 352 530Z', '#ffffff') +
    stroke('M346 528Q400 548 454 528', lips, 7) +
    stroke('M356 540Q400 584 444 540', lips, 8)
  if (f.older)
    out += stroke(
      'M300 444Q310 452 306 462M500 444Q490 452 494 462M330 510Q322 530 330 548M470 510Q478 530 470 548M352 318Q400 308 448 318',
      shade,
      4,
      { opacity: 0.8 },
    )
  return out
}

const beard = (f: Face, hair: string) => {
  if (f.beard === 'full')
    return path(
      'M262 440C290 470 300 500 340 506C370 494 430 494 460 506C500 500 510 470 538 440V640H262ZM350 530Q400 512 450 530Q440 570 400 570Q360 570 350 530Z',
      hair,
      { 'fill-rule': 'evenodd' },
    )
  if (f.beard === 'stubble')
    return path(
      'M262 450C296 490 310 506 345 510C370 498 430 498 455 510C490 506 504 490 538 450V640H262Z',
      hair,
      { opacity: 0.22 },
    )
  if (f.beard === 'moustache')
    return path(
      'M338 524C360 496 388 500 400 506C412 500 440 496 462 524C440 528 420 522 400 520C380 522 360 528 338 524Z',
      hair,
    )
  return ''
}
