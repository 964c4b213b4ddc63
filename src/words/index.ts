export { type Calibration, calibrate, type MeasuringLines } from './calibrate.ts'
export { CURVES, type Curve, probability } from './calibration.ts'
export { train, type Vectors, type WordsModel } from './model.ts'
export { type Heard, type Understanding, understand } from './understand.ts'
