import { playShare } from './playShare.ts'

playShare(1)
