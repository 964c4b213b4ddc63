export { attachSockets, type Sockets, type SocketsNeeds } from './attachSockets.ts'
