/** Why nothing is appended to a room, although the store works: another process holds it, or it is closed for good. */
export class RoomTaken extends Error {}
