/** A busy machine takes its time: what a test waits for may take longer than a second. Nothing waits for it unless it fails. */
import { configure } from '@testing-library/react'

configure({ asyncUtilTimeout: 15_000 })
