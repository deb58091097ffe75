import { reactive } from 'vue'
import type { PlaceGroup } from '@/desks/desk'

/** Which groups of the rail somebody opened or closed by hand; kept while the pages are open. */
export const opened = reactive(new Map<PlaceGroup, boolean>())
