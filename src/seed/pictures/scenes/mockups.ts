// Interfaces in their devices on a ground, and before/after screens: the work as a studio would photograph it.
import { lighter, mix, darker } from '../kit/colour.ts'
import {
  browserWindow,
  laptop,
  monitor,
  phone,
  tablet,
  type ScreenDrawing,
} from '../kit/devices.ts'
import { dashboard } from '../kit/screens/dashboard.ts'
import { legacyTable, plan } from '../kit/screens/desk.ts'
import { phoneForm, phonePass, phoneSummary } from '../kit/screens/phone.ts'
import { skin, type Skin } from '../kit/screens/skin.ts'
import { greek, text } from '../kit/glyphs.ts'
import { circle, group, linear, radial, rect, type Canvas } from '../kit/svg.ts'
import type { MapColours } from './maps/sheet.ts'
import { streetMap, type StreetOverlay } from './maps/streetMap.ts'
import { lightField } from './north/lightField.ts'

export type Interface =
  | { kind: 'dashboard' | 'plan' | 'summary' | 'pass' | 'form'; words?: readonly string[] }
  | { kind: 'legacy' }
  | { kind: 'map'; overlay?: StreetOverlay; words?: readonly string[] }

export type Mockup = {
  device: 'phones' | 'phone' | 'tablet' | 'laptop' | 'monitor' | 'browser'
  screens: readonly Interface[]
  ground: readonly string[]
  accent: string
  second: string
  ink: string
  map: MapColours
}

export const mockup = (canvas: Canvas, m: Mockup) => {
  const { w, h } = canvas
  const look = skin({ accent: m.accent, second: m.second, ink: m.ink })
  const draw = (index: number) =>
    screen(canvas, m.screens[index % m.screens.length] ?? { kind: 'dashboard' }, look, m.map)
  const out = ground(canvas, m.ground)
  const tall = h > w
  switch (m.device) {
    case 'phones': {
      const width = tall ? w * 0.42 : w * 0.21
      out.push(
        phone({
          canvas,
          x: w * (tall ? 0.07 : 0.155),
          y: h * (tall ? 0.2 : 0.2),
          width,
          screen: draw(1),
          shade: m.ink,
        }),
      )
      if (!tall)
        out.push(phone({ canvas, x: w * 0.635, y: h * 0.2, width, screen: draw(2), shade: m.ink }))
      out.push(
        phone({
          canvas,
          x: tall ? w * 0.5 : w * 0.385,
          y: h * (tall ? 0.3 : 0.085),
          width: tall ? width : w * 0.23,
          screen: draw(0),
          shade: m.ink,
        }),
      )
      break
    }
    case 'phone':
      out.push(
        phone({
          canvas,
          x: tall ? w * 0.24 : w * 0.37,
          y: h * (tall ? 0.11 : 0.06),
          width: tall ? w * 0.52 : w * 0.26,
          screen: draw(0),
          shade: m.ink,
          turn: tall ? -5 : 0,
        }),
      )
      break
    case 'tablet':
      out.push(
        tablet({
          canvas,
          x: w * 0.13,
          y: h * 0.1,
          width: w * 0.74,
          screen: draw(0),
          shade: m.ink,
          turn: -3,
        }),
      )
      break
    case 'laptop':
      out.push(
        laptop({
          canvas,
          x: w * 0.09,
          y: h * 0.13,
          width: w * 0.82,
          screen: draw(0),
          shade: m.ink,
        }),
      )
      break
    case 'monitor':
      out.push(
        monitor({
          canvas,
          x: w * 0.14,
          y: h * 0.08,
          width: w * 0.72,
          screen: draw(0),
          shade: m.ink,
        }),
      )
      break
    case 'browser':
      out.push(
        browserWindow({
          canvas,
          x: w * 0.1,
          y: h * 0.1,
          width: w * 0.8,
          screen: draw(0),
          shade: m.ink,
        }),
      )
  }
  return out
}

/** One screen to the edges, without a device: for before/after pairs. */
export const bareScreen = (
  canvas: Canvas,
  {
    screen: which,
    accent,
    second,
    ink,
    map,
  }: { screen: Interface; accent: string; second: string; ink: string; map: MapColours },
) => {
  const scale = canvas.w / 1200
  return [
    group(screen(canvas, which, skin({ accent, second, ink }), map)(1200, canvas.h / scale), {
      transform: `scale(${scale})`,
    }),
  ]
}

const ground = (canvas: Canvas, colours: readonly string[]) => {
  const { w, h } = canvas
  const [a, b] = [colours[0] ?? '#dddddd', colours[1] ?? '#bbbbbb']
  if (colours.length > 2) return lightField(canvas, { colours: [...colours] })
  return [
    rect(
      0,
      0,
      w,
      h,
      linear(
        canvas,
        [
          [0, lighter(a, 0.08)],
          [1, b],
        ],
        60,
      ),
    ),
    circle(
      w * 0.3,
      h * 0.2,
      h * 0.7,
      radial(canvas, [
        [0, lighter(a, 0.4), 0.5],
        [1, a, 0],
      ]),
    ),
    rect(0, h * 0.82, w, h * 0.18, darker(b, 0.4), { opacity: 0.1 }),
  ]
}

const screen = (canvas: Canvas, which: Interface, look: Skin, map: MapColours): ScreenDrawing => {
  const words = 'words' in which && which.words ? { words: which.words } : {}
  switch (which.kind) {
    case 'dashboard':
      return dashboard({ canvas, skin: look, ...words })
    case 'plan':
      return plan({ canvas, skin: look, ...words })
    case 'summary':
      return phoneSummary({ canvas, skin: look, ...words })
    case 'pass':
      return phonePass({ canvas, skin: look, ...words })
    case 'form':
      return phoneForm({ canvas, skin: look, ...words })
    case 'legacy':
      return legacyTable({ canvas, skin: look })
    case 'map':
      return mapScreen(canvas, look, map, which.overlay ?? 'route', which.words ?? [])
  }
}

const mapScreen =
  (
    canvas: Canvas,
    s: Skin,
    colours: MapColours,
    overlay: StreetOverlay,
    words: readonly string[],
  ): ScreenDrawing =>
  (w, h) => {
    const wide = w > h
    const panel = wide ? w * 0.27 : w - 36
    let out = group(streetMap({ ...canvas, w, h }, { colours, overlay }))
    const [x, y, ph] = wide ? [20, 20, h - 40] : [18, h * 0.62, h * 0.36]
    out +=
      rect(x, y, panel, ph, s.surface, { rx: 18 }) +
      text(x + 24, y + 52, words[0] ?? 'Route 4', { size: 19, colour: s.ink, weight: 0.15 })
    out += text(x + 24, y + 106, words[1] ?? '18 min', { size: 30, colour: s.accent, weight: 0.13 })
    for (let i = 0; i < (wide ? 8 : 2); i++) {
      const top = y + 150 + i * 62
      out +=
        circle(x + 36, top, 8, 'none', { stroke: i ? s.muted : s.accent, 'stroke-width': 4 }) +
        greek(x + 62, top - 6, panel * 0.46, 1, { size: 7, colour: mix(s.ink, s.surface, 0.25) }) +
        greek(x + 62, top + 11, panel * 0.3, 1, { size: 5, colour: s.rule })
      if (i) out += rect(x + 35, top - 52, 2.5, 42, s.rule)
    }
    if (!wide) out += rect(w / 2 - 28, y + 10, 56, 5, s.rule, { rx: 2.5 })
    return out
  }
