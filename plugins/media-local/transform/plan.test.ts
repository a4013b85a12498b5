import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseTransformation } from '../../media/grammar/index.ts'
import { isMediaProblem } from '../problem.ts'
import { stagesOf, type Stage } from './geometry.ts'
import { expandNamed, planTransformation, type PlanSource } from './plan.ts'

const SOURCE = { width: 4000, height: 3000 }

const plan = (
  steps: string,
  {
    accept = null,
    extension = null,
    source = { size: SOURCE },
    type = 'image',
  }: {
    accept?: string | null
    extension?: string | null
    source?: PlanSource
    type?: 'image' | 'video'
  } = {},
) =>
  planTransformation(parseTransformation(steps)!, {
    accept,
    extension,
    resourceType: type,
    source,
  })

const planned = (...args: Parameters<typeof plan>) => {
  const result = plan(...args)
  if (isMediaProblem(result)) {
    throw result
  }
  return result
}

const stages = (steps: string, source = SOURCE): Stage[] =>
  planned(steps, { source: { size: source } }).stages!

const outcome = (steps: string, source = SOURCE) => {
  const last = stages(steps, source).at(-1)!
  return last.pad
    ? { width: last.pad.width, height: last.pad.height }
    : { width: last.size.width, height: last.size.height }
}

describe('sizes', () => {
  it.each([
    ['c_limit,w_800', 800, 600],
    ['c_limit,w_8000', 4000, 3000],
    ['c_limit,h_300,w_800', 400, 300],
    ['c_fit,h_4000,w_4096', 4096, 3072],
    ['c_scale,w_400', 400, 300],
    ['w_400', 400, 300],
    ['c_scale,h_100,w_400', 400, 100],
    ['c_scale,w_0.5', 2000, 1500],
    ['c_fill,h_480,w_640', 640, 480],
    ['c_fill,w_640', 640, 480],
    ['ar_16:9,c_fill,w_1600', 1600, 900],
    ['ar_1.5,c_fill,h_200', 300, 200],
    ['c_lfill,h_4000,w_4000', 3000, 3000],
    ['c_lfill,h_300,w_300', 300, 300],
    ['c_thumb,g_face,h_100,w_100', 100, 100],
    ['c_auto,g_auto,h_90,w_160', 160, 90],
    ['c_pad,h_500,w_500', 500, 500],
    ['c_crop,h_200,w_300,x_10,y_20', 300, 200],
    ['c_crop,h_0.5,w_0.5', 2000, 1500],
    ['c_limit,dpr_2.0,w_400', 800, 600],
    ['c_limit,w_400/dpr_2.0', 800, 600],
    ['a_90/c_limit,w_300', 300, 400],
    ['c_crop,h_3000,w_3000/c_fill,h_100,w_200/f_auto,q_auto', 200, 100],
    ['c_fill,h_100,w_100/a_90', 100, 100],
    ['f_auto', 4000, 3000],
  ])('%s', (steps, width, height) => {
    expect(outcome(steps)).toEqual({ width, height })
  })

  it('never delivers more pixels than allowed of a picture that nobody sized', () => {
    expect(outcome('f_auto,q_auto', { width: 10_000, height: 5000 })).toEqual({
      width: 4096,
      height: 2048,
    })
  })

  it('cuts a large part out before it is made small', () => {
    expect(
      outcome('c_crop,h_4000,w_6000,x_0,y_0/c_limit,w_600', { width: 8000, height: 6000 }),
    ).toEqual({ width: 600, height: 400 })
  })

  it('makes one pass of a crop and a size', () => {
    expect(
      stages('c_crop,h_2000,w_2000,x_500,y_500/c_fill,h_300,w_400/f_auto,q_auto'),
    ).toHaveLength(1)
  })

  it.each(['c_scale,w_5000', 'c_fill,h_4097,w_10', 'c_fit,w_4096,dpr_2', 'c_pad,h_10,w_9000'])(
    'refuses %s as too large',
    (steps) => {
      expect(plan(steps)).toMatchObject({ code: 'output_too_large', status: 413 })
    },
  )

  it('refuses a narrow picture that would become too tall', () => {
    expect(plan('c_scale,w_4096', { source: { size: { width: 1, height: 100 } } })).toMatchObject({
      code: 'output_too_large',
    })
  })
})

describe('windows', () => {
  it.each([
    ['c_fill,g_north_west,h_1000,w_1000', 0],
    ['c_fill,g_center,h_1000,w_1000', 500],
    ['c_fill,g_east,h_1000,w_1000', 1000],
  ])('%s', (steps, x) => {
    expect(stages(steps)[0]!.window).toEqual({ x, y: 0, width: 3000, height: 3000 })
  })

  it('keeps a window inside, however near the edge its middle is', () => {
    expect(stages('c_fill,g_xy_center,h_1000,w_1000,x_3999,y_2')[0]!.window.x).toBe(1000)
  })

  it('takes shares for the middle', () => {
    expect(stages('c_fill,g_xy_center,h_1000,w_1000,x_0.5,y_0.5')[0]!.window.x).toBe(500)
  })

  it('counts the middle from the crop before it', () => {
    const [stage] = stages(
      'c_crop,h_1000,w_2000,x_1000,y_500/c_fill,g_xy_center,h_500,w_500,x_500,y_500',
    )
    expect(stage!.window).toEqual({ x: 1000, y: 500, width: 1000, height: 1000 })
  })

  it('counts offsets of a crop inwards from the side that it names', () => {
    expect(stages('c_crop,g_south_east,h_100,w_100,x_10,y_20')[0]!.window).toEqual({
      x: 3890,
      y: 2880,
      width: 100,
      height: 100,
    })
  })

  /** As Payload cuts its sizes: scaled to cover, then a window around the focal point, kept inside. */
  const payloadWindow = ({
    focal,
    height,
    source,
    width,
  }: {
    source: { width: number; height: number }
    width: number
    height: number
    focal: { x: number; y: number }
  }) => {
    const isWider = width / height > source.width / source.height
    const scale = isWider ? width / source.width : height / source.height
    const scaled = {
      width: Math.round(source.width * scale),
      height: Math.round(source.height * scale),
    }
    const edge = (size: number, wanted: number, percent: number) =>
      Math.min(
        Math.max(0, Math.round((size * percent) / 100 - wanted / 2)),
        Math.max(0, size - wanted),
      )
    return {
      left: edge(scaled.width, width, focal.x) / scale,
      top: edge(scaled.height, height, focal.y) / scale,
      pixel: 1 / scale,
    }
  }

  it('shows what Payload would show around a focal point, to a pixel', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 200, max: 6000 }),
          height: fc.integer({ min: 200, max: 6000 }),
        }),
        fc.integer({ min: 50, max: 1500 }),
        fc.integer({ min: 50, max: 1500 }),
        fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }),
        (source, width, height, focal) => {
          const [x, y] = [(focal.x / 100) * source.width, (focal.y / 100) * source.height]
          const steps = `c_fill,g_xy_center,h_${height},w_${width},x_${Math.round(x)},y_${Math.round(y)}`
          const { window } = stages(steps, source)[0]!
          const expected = payloadWindow({ focal, height, source, width })
          const tolerance = 1 + 2 * expected.pixel
          expect(Math.abs(window.x - expected.left)).toBeLessThanOrEqual(tolerance)
          expect(Math.abs(window.y - expected.top)).toBeLessThanOrEqual(tolerance)
        },
      ),
    )
  })

  it('never looks outside of the picture', () => {
    const side = fc.integer({ min: 1, max: 4096 })
    const place = fc.integer({ min: 0, max: 9000 })
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 1, max: 9000 }),
          height: fc.integer({ min: 1, max: 9000 }),
        }),
        fc.constantFrom('c_crop,', 'c_fill,g_xy_center,', 'c_crop,g_south_east,'),
        side,
        side,
        place,
        place,
        (source, mode, w, h, x, y) => {
          const ops = planned(`${mode}h_${h},w_${w},x_${x},y_${y}`).wanted.ops
          const { window } = stagesOf({ ops, source })[0]!
          expect(window.x).toBeGreaterThanOrEqual(0)
          expect(window.y).toBeGreaterThanOrEqual(0)
          expect(window.x + window.width).toBeLessThanOrEqual(source.width + 1e-6)
          expect(window.y + window.height).toBeLessThanOrEqual(source.height + 1e-6)
        },
      ),
    )
  })
})

describe('what is refused', () => {
  it.each([
    'l_text:Arial_50:hi',
    'u_logo',
    'c_imagga_scale,w_10',
    'c_fill_pad,w_10',
    'w_abc',
    'w_-5',
    'w_0',
    'w_1e9',
    'w_99999999',
    'c_fill',
    'g_auto',
    'c_fill,g_custom,w_10',
    'c_limit,g_auto,w_10',
    'w_10,x_5',
    'q_0',
    'q_101',
    'q_auto:better',
    'f_pdf',
    'f_jp2',
    'dpr_9',
    'e_sepia',
    'e_blur:9999',
    'b_red',
    'b_auto,c_pad,w_10',
    'a_45',
    'a_auto',
    'r_5:10',
    'fl_lossy',
    'ar_0,w_10',
    'ar_1:1000,w_10',
    'so_2',
    'sp_auto',
    'vc_h264',
    'if_w',
    'zz_1',
  ])('%s', (steps) => {
    const result = plan(steps)
    expect(result).toMatchObject({ code: 'unknown_transformation', status: 400 })
  })

  it('says which parameter it was', () => {
    expect(plan('e_sepia,w_100')).toMatchObject({ message: expect.stringContaining('e_sepia') })
  })

  it.each(['__proto___1', 'constructor_1', 'f_constructor', 'c_toString,w_1'])(
    'does not find %s on a prototype',
    (steps) => {
      const transformation = parseTransformation(steps)
      expect(transformation === null || isMediaProblem(plan(steps))).toBe(true)
    },
  )

  it('knows the parameters of films for films', () => {
    expect(isMediaProblem(plan('c_limit,q_auto,so_2,vc_h264,w_1280', { type: 'video' }))).toBe(
      false,
    )
  })
})

describe('formats', () => {
  const chrome = 'image/avif,image/webp,*/*'
  const still = { size: SOURCE, format: 'png', hasAlpha: false }

  it.each([
    ['f_auto', chrome, null, still, 'avif'],
    ['f_auto', 'image/webp', null, still, 'webp'],
    ['f_auto', '*/*', null, still, 'jpg'],
    ['f_auto', '*/*', null, { ...still, hasAlpha: true }, 'png'],
    ['f_auto', '*/*', 'gif', still, 'jpg'],
    ['f_webp', '*/*', 'jpg', still, 'webp'],
    ['w_10', chrome, 'jpg', still, 'jpg'],
    ['w_10', chrome, 'jpeg', still, 'jpg'],
    ['w_10', chrome, null, still, 'png'],
    ['w_10', chrome, null, { ...still, format: 'svg' }, 'avif'],
    ['f_auto,r_max,w_10', '*/*', null, still, 'png'],
    ['b_white,f_auto,w_10', '*/*', null, { ...still, hasAlpha: true }, 'jpg'],
  ])('%s for %s as .%s of %j is %s', (steps, accept, extension, source, expected) => {
    expect(planned(steps, { accept, extension, source }).format).toBe(expected)
  })

  const moving = { size: { width: 100, height: 100 }, format: 'gif', pages: 10 }

  it.each([
    ['f_auto,w_50', chrome, moving, 'webp', true],
    ['f_auto,w_50', '*/*', moving, 'gif', true],
    ['f_jpg,w_50', '*/*', moving, 'jpg', false],
    ['f_auto,w_50', chrome, { ...moving, pages: 500 }, 'avif', false],
    ['a_90,f_auto', chrome, moving, 'avif', false],
  ])('%s for %s of frames', (steps, accept, source, format, isAnimated) => {
    expect(planned(steps, { accept, source })).toMatchObject({ format, isAnimated })
  })

  it('says that an answer depends on Accept only where it does', () => {
    expect([planned('f_auto').isNegotiated, planned('f_webp').isNegotiated]).toEqual([true, false])
  })
})

describe('expandNamed', () => {
  const named = { card: [{ c: 'fill', w: '10', h: '5' }], grey: [{ b: 'white' }] }

  it('puts in what a name stands for', () => {
    expect(expandNamed(parseTransformation('t_card.grey/f_auto')!, named)).toEqual([
      { c: 'fill', w: '10', h: '5' },
      { b: 'white' },
      { f: 'auto' },
    ])
  })

  it('refuses a name that stands for nothing', () => {
    expect(expandNamed(parseTransformation('t_constructor')!, named)).toMatchObject({
      code: 'unknown_preset',
    })
  })
})
