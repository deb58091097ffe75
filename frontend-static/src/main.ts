import { createApp } from 'vue'
import App from './shell/App.vue'
import { i18n, needTexts } from './i18n'
import { router } from './router'
import './theme/tokens.css'
import './theme/ground.css'
import './theme/theme'

const app = createApp(App)
app.use(i18n)
app.use(router)
// A page of an older release that is still open asks for files that are gone: load the new release once.
window.addEventListener('vite:preloadError', event => {
  if (performance.now() < 10_000) return
  event.preventDefault()
  location.reload()
})
void Promise.all([needTexts([]), router.isReady()]).then(() => app.mount('#app'))
