import { face, gradient, type Pen, paper, write } from './brush.ts'

export type Painted = { w: number; h: number; paint: (pen: Pen, w: number, h: number) => void }

/** A wall calendar open at a September with five Saturdays, each ringed. */
function calendar(pen: Pen, w: number, h: number): void {
  paper(pen, w, h, '#fbf6e9')
  pen.fillStyle = '#c0392b'
  pen.fillRect(0, 0, w, h * 0.34)
  for (const [i, x] of [0.22, 0.5, 0.78].entries()) {
    pen.fillStyle = i === 1 ? '#f3d27a' : '#f0bfae'
    for (let petal = 0; petal < 6; petal++) {
      pen.beginPath()
      pen.arc(w * x + Math.cos(petal * 1.05) * 22, h * 0.17 + Math.sin(petal * 1.05) * 22, 19, 0, 7)
      pen.fill()
    }
    pen.fillStyle = '#fff3d0'
    pen.beginPath()
    pen.arc(w * x, h * 0.17, 12, 0, 7)
    pen.fill()
  }
  write(pen, '九月', w * 0.24, h * 0.42, 50, '#b5261c')
  write(pen, 'SEPTEMBER', w * 0.7, h * 0.425, 25, '#b5261c', { en: true })
  const days = ['一', '二', '三', '四', '五', '六', '日']
  const [x0, y0, dx, dy] = [w * 0.1, h * 0.51, w * 0.133, h * 0.078]
  for (const [i, day] of days.entries()) write(pen, day, x0 + i * dx, y0, 22, i > 4 ? '#b5261c' : '#5b5145')
  for (let day = 1; day <= 30; day++) {
    const cell = day + 3
    const [x, y] = [x0 + (cell % 7) * dx, y0 + dy * (1 + Math.floor(cell / 7))]
    const saturday = cell % 7 === 5
    write(pen, String(day), x, y, 26, cell % 7 > 4 ? '#b5261c' : '#3b352d', { en: true })
    if (!saturday) continue
    pen.strokeStyle = '#24489c'
    pen.lineWidth = 3.5
    pen.beginPath()
    pen.ellipse(x + 1, y - 1, 24, 18, -0.2, 0.3, 6.7)
    pen.stroke()
  }
  write(pen, '讲座', w * 0.9, h * 0.965, 24, '#24489c', { hand: true })
  write(pen, 'lecture', w * 0.7, h * 0.968, 20, '#24489c', { en: true })
}

function numberList(pen: Pen, w: number, h: number): void {
  paper(pen, w, h, '#f6e4ac')
  pen.strokeStyle = '#a8741f'
  pen.lineWidth = 4
  pen.strokeRect(2, 2, w - 4, h - 4)
  write(pen, '电 话', w / 2, 34, 36, '#8d2a20')
  write(pen, 'TELEPHONE', w / 2, 62, 17, '#8d2a20', { en: true })
  const lines = [
    ['小高（干儿子）', 'Xiao Gao, godson', '138 0000 2617'],
    ['丽萍', 'Liping', '139 0000 4052'],
    ['小何', 'Xiao He', '8312 0046'],
    ['社区', 'Community', '8312 0090'],
  ]
  for (const [i, [zh, en, number]] of lines.entries()) {
    const y = 98 + i * 80
    write(pen, zh as string, 14, y, 31, '#14213f', { left: true, hand: true })
    write(pen, en as string, w - 14, y + (i ? 0 : 24), 17, '#4a5573', { right: true, en: true })
    write(pen, number as string, 14, y + 32, 25, '#14213f', { left: true, en: true })
    pen.fillStyle = '#cdb67c'
    pen.fillRect(10, y + 50, w - 20, 1.5)
  }
}

function portrait(pen: Pen, w: number, h: number): void {
  gradient(pen, w, h, '#c9c6bf', '#8f8c86')
  // His shoulders in a buttoned tunic, a little turned.
  pen.fillStyle = '#45464a'
  pen.beginPath()
  pen.moveTo(w * 0.02, h)
  pen.quadraticCurveTo(w * 0.08, h * 0.73, w * 0.38, h * 0.68)
  pen.lineTo(w * 0.62, h * 0.68)
  pen.quadraticCurveTo(w * 0.92, h * 0.73, w * 0.98, h)
  pen.fill()
  pen.fillStyle = '#5a5b60'
  pen.fillRect(w * 0.4, h * 0.65, w * 0.2, h * 0.07)
  face(pen, w * 0.5, h * 0.4, w * 0.42, {
    skin: '#b9b4ab',
    shade: '#8d887f',
    hair: '#d8d6d2',
    isOld: true,
    isMan: true,
  })
}

/** A row of small people for photographs seen from afar. */
function group(pen: Pen, w: number, h: number, rows: number, columns: number, colours: string[]): void {
  gradient(pen, w, h, '#b9c7c4', '#8fa08f')
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const x = (w * (c + 0.5 + (r % 2) * 0.25)) / (columns + 0.3)
      const y = h * (0.36 + r * 0.22)
      const size = (w / columns) * 0.46
      pen.fillStyle = colours[(r * columns + c) % colours.length] as string
      pen.beginPath()
      pen.ellipse(x, y + size * 1.5, size * 0.95, size * 1.25, 0, 0, 7)
      pen.fill()
      face(pen, x, y, size, {
        skin: '#e0b48f',
        shade: '#bb8a68',
        hair: r ? '#3a3230' : '#6b6460',
        isOld: false,
        isMan: (r + c) % 3 === 0,
      })
    }
}

function certificate(pen: Pen, w: number, h: number): void {
  paper(pen, w, h, '#f4e3b0')
  pen.strokeStyle = '#b5261c'
  pen.lineWidth = 7
  pen.strokeRect(12, 12, w - 24, h - 24)
  pen.lineWidth = 2
  pen.strokeRect(22, 22, w - 44, h - 44)
  write(pen, '奖 状', w / 2, 72, 52, '#b5261c')
  write(pen, '沈桂兰同志：', 46, 122, 24, '#4a3626', { left: true })
  write(pen, '被评为先进生产者', w / 2, 158, 25, '#4a3626')
  write(pen, 'Model worker · Shen Guilan', w / 2, 190, 17, '#7a5a3a', { en: true })
  write(pen, '临江纺织厂', w - 96, 220, 22, '#4a3626')
  pen.strokeStyle = '#c0392b88'
  pen.lineWidth = 4
  pen.beginPath()
  pen.arc(w - 96, 212, 32, 0, 7)
  pen.stroke()
}

const couplet =
  (words: string) =>
  (pen: Pen, w: number, h: number): void => {
    gradient(pen, w, h, '#b3241c', '#8f1a15')
    const isTall = h > w
    for (const [i, sign] of [...words].entries()) {
      const k = (i + 0.5) / words.length
      write(pen, sign, isTall ? w / 2 : w * k, isTall ? h * k : h / 2, Math.min(w, h) * 0.74, '#2a120c', {
        hand: true,
        middle: true,
      })
    }
  }

/** Painted upright on a square that will hang on its corner. */
function fu(pen: Pen, w: number, h: number): void {
  pen.fillStyle = '#bb2a20'
  pen.fillRect(0, 0, w, h)
  pen.strokeStyle = '#e8c15a'
  pen.lineWidth = 5
  pen.strokeRect(10, 10, w - 20, h - 20)
  pen.translate(w / 2, h / 2)
  pen.rotate(Math.PI / 4)
  write(pen, '福', 0, 2, w * 0.62, '#f1cf6e', { hand: true, middle: true })
}

function clock(pen: Pen, w: number, h: number): void {
  pen.fillStyle = '#fbfaf4'
  pen.fillRect(0, 0, w, h)
  for (let hour = 0; hour < 12; hour++) {
    const angle = (hour * Math.PI) / 6
    write(
      pen,
      String(hour || 12),
      w / 2 + Math.sin(angle) * w * 0.38,
      h / 2 - Math.cos(angle) * h * 0.38,
      22,
      '#332b24',
      { en: true, middle: true },
    )
  }
  const hand = (turn: number, length: number, width: number) => {
    pen.strokeStyle = '#2b241f'
    pen.lineWidth = width
    pen.beginPath()
    pen.moveTo(w / 2, h / 2)
    pen.lineTo(w / 2 + Math.sin(turn) * length, h / 2 - Math.cos(turn) * length)
    pen.stroke()
  }
  hand(((9 + 50 / 60) / 12) * Math.PI * 2, w * 0.22, 8)
  hand((50 / 60) * Math.PI * 2, w * 0.33, 5)
}

function fridgeLabels(pen: Pen, w: number, h: number): void {
  pen.fillStyle = '#dfe6e3'
  pen.fillRect(0, 0, w, h)
  const label = (x: number, y: number, width: number, height: number, colour: string, zh: string, en: string) => {
    pen.fillStyle = colour
    pen.fillRect(x, y, width, height)
    write(pen, zh, x + width / 2, y + height * 0.42, 27, '#2b2620', { hand: true, middle: true })
    write(pen, en, x + width / 2, y + height * 0.76, 16, '#2b2620', { en: true, middle: true })
  }
  label(8, 8, 150, 82, '#ee8f80', '周一—周三', 'Mon–Wed')
  label(100, 104, 150, 82, '#86b7e0', '周四—周六', 'Thu–Sat')
  label(20, 204, 220, 100, '#f7e27e', '饺子 10月18日', 'dumplings 18 Oct')
}

function pillLid(pen: Pen, w: number, h: number): void {
  pen.fillStyle = '#eef3f6'
  pen.fillRect(0, 0, w, h)
  for (const [i, day] of ['一', '二', '三', '四', '五', '六', '日'].entries())
    for (const row of [0, 1]) {
      const x = 4 + (i * (w - 8)) / 7
      const y = 4 + (row * (h - 8)) / 2
      const isFull = row === 1 && (i === 1 || i === 3)
      pen.fillStyle = row ? '#b9cfe6' : '#f4e6b4'
      pen.fillRect(x + 2, y + 2, (w - 8) / 7 - 4, (h - 8) / 2 - 4)
      write(pen, day, x + (w - 8) / 14, y + 18, 20, '#33424f', { middle: true })
      if (!isFull) continue
      for (const [dx, colour] of [
        [0.3, '#d8544a'],
        [0.62, '#ffffff'],
      ] as const) {
        pen.fillStyle = colour
        pen.beginPath()
        pen.ellipse(x + ((w - 8) / 7) * dx, y + (h - 8) / 2 - 16, 8, 6, 0, 0, 7)
        pen.fill()
      }
    }
}

const carton =
  (zh: string, en: string, ground: string, ink: string) =>
  (pen: Pen, w: number, h: number): void => {
    gradient(pen, w, h, ground, ground)
    pen.fillStyle = ink
    pen.fillRect(0, h * 0.72, w, h * 0.06)
    write(pen, zh, w / 2, h * 0.42, h * 0.3, ink, { middle: true })
    write(pen, en, w / 2, h * 0.88, h * 0.13, ink, { en: true, middle: true })
  }

function note(pen: Pen, w: number, h: number): void {
  paper(pen, w, h, '#fff6c9')
  write(pen, '沈姐，趁热吃。', w / 2, h * 0.36, 25, '#20304f', { hand: true, middle: true })
  write(pen, 'eat while it’s hot', w / 2, h * 0.62, 16, '#56607a', { en: true, middle: true })
  write(pen, '何', w * 0.82, h * 0.84, 24, '#20304f', { hand: true, middle: true })
}

function screen(pen: Pen, w: number, h: number): void {
  gradient(pen, w, h, '#20262a', '#0e1214')
  pen.fillStyle = '#ffffff10'
  pen.beginPath()
  pen.moveTo(w * 0.1, 0)
  pen.lineTo(w * 0.5, 0)
  pen.lineTo(w * 0.2, h)
  pen.lineTo(0, h)
  pen.fill()
}

function flyer(pen: Pen, w: number, h: number): void {
  paper(pen, w, h, '#efe9da')
  write(pen, '通 知', w / 2, 32, 28, '#3b352d')
  for (let i = 0; i < 6; i++) {
    pen.fillStyle = '#8b8375'
    pen.fillRect(14, 54 + i * 16, (w - 28) * (i === 5 ? 0.5 : 1 - (i % 3) * 0.06), 5)
  }
}

/** The town opposite, hazy: six-storey flats, washing, trees. Seen through every window. */
function town(pen: Pen, w: number, h: number): void {
  const sky = pen.createLinearGradient(0, 0, 0, h)
  sky.addColorStop(0, '#dfeaf2')
  sky.addColorStop(0.55, '#f6efe0')
  pen.fillStyle = sky
  pen.fillRect(0, 0, w, h)
  for (const [x, width, top, colour] of [
    [0, 0.3, 0.28, '#d9cdb8'],
    [0.33, 0.34, 0.2, '#e3d8c6'],
    [0.7, 0.3, 0.32, '#d2c7b4'],
  ] as const) {
    pen.fillStyle = colour
    pen.fillRect(x * w, top * h, width * w, h)
    for (let row = 0; row < 6; row++)
      for (let column = 0; column < 5; column++) {
        const wx = (x + (width * (column + 0.2)) / 5) * w
        const wy = (top + 0.05 + row * 0.115) * h
        pen.fillStyle = '#a9b4b3'
        pen.fillRect(wx, wy, (width * w) / 9, h * 0.06)
        if ((row * 7 + column * 3 + Math.round(x * 10)) % 4) continue
        pen.fillStyle = ['#cf8d7e', '#8fa9bf', '#d9c489'][(row + column) % 3] as string
        pen.fillRect(wx, wy + h * 0.055, (width * w) / 12, h * 0.03)
      }
  }
  for (let i = 0; i < 26; i++) {
    pen.fillStyle = ['#8fa27c', '#a5b088', '#7f9673'][i % 3] as string
    pen.beginPath()
    pen.arc(((i * 0.618) % 1) * w, h * (0.9 + ((i * 0.37) % 0.1)), w * 0.05, 0, 7)
    pen.fill()
  }
}

/** Every picture that a thing can bear, drawn here; sizes in pixels. */
export const PAINTERS: Record<string, Painted> = {
  calendar: { w: 320, h: 460, paint: calendar },
  'number-list': { w: 290, h: 410, paint: numberList },
  portrait: { w: 240, h: 300, paint: portrait },
  certificate: { w: 340, h: 260, paint: certificate },
  family: {
    w: 300,
    h: 220,
    paint: (pen, w, h) => group(pen, w, h, 1, 4, ['#8d4b45', '#41566f', '#b78f5c', '#5d7563']),
  },
  troupe: {
    w: 320,
    h: 230,
    paint: (pen, w, h) => group(pen, w, h, 2, 6, ['#b9485a', '#d79aa8', '#5f83a8', '#c9a558', '#7fa08c']),
  },
  'couplet-left': { w: 72, h: 430, paint: couplet('春来福满门') },
  'couplet-right': { w: 72, h: 430, paint: couplet('家和人康健') },
  'couplet-top': { w: 300, h: 72, paint: couplet('平安喜乐') },
  fu: { w: 160, h: 160, paint: fu },
  clock: { w: 180, h: 180, paint: clock },
  'fridge-labels': { w: 260, h: 320, paint: fridgeLabels },
  'pill-lid': { w: 320, h: 130, paint: pillLid },
  'tonic-carton': { w: 200, h: 140, paint: carton('健脑素', 'JIANNAOSU', '#f0dfae', '#a02a20') },
  'foot-bath-carton': { w: 200, h: 140, paint: carton('足浴盆', 'FOOT BATH', '#d4dfe8', '#2a4f7a') },
  'medicine-a': { w: 160, h: 72, paint: carton('药片 甲', 'TABLETS', '#f4f7fa', '#2b5f9c') },
  'medicine-b': { w: 160, h: 72, paint: carton('药片 乙', 'TABLETS', '#f6f4ea', '#2d8156') },
  'towel-gift': { w: 200, h: 140, paint: carton('赠品 毛巾', 'GIFT · TOWEL', '#f3d4cf', '#9c3a34') },
  note: { w: 200, h: 150, paint: note },
  screen: { w: 200, h: 140, paint: screen },
  flyer: { w: 150, h: 170, paint: flyer },
  'door-plate': { w: 200, h: 120, paint: carton('三楼西户', '3F WEST', '#2c5d9c', '#f4f6fa') },
  town: { w: 512, h: 300, paint: town },
}
