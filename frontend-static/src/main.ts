import { createApp } from 'vue'
import App from './shell/App.vue'
import { reachable } from './api/reach'
import { i18n, needTexts } from './i18n'
import { router } from './router'
import './theme/tokens.css'
import './theme/ground.css'
import './theme/theme'

const app = createApp(App)
app.use(i18n)
app.use(router)
// A page of an older release that is still open asks for files that are gone: load the new release once. Where the
// server is away instead, the page stays, with what was typed on it.
window.addEventListener('vite:preloadError', () => {
  if (performance.now() < 10_000) return
  void reachable().then(yes => yes && location.reload())
})
void Promise.all([needTexts([]), router.isReady()]).then(() => app.mount('#app'))
