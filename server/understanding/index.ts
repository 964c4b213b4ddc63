export { Interpreter, type InterpreterNeeds } from './Interpreter.ts'
