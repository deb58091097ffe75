// Runs before anything is painted, so that neither the wrong language nor a flash of the wrong theme is seen.
;(function () {
  var root = document.documentElement
  var read = function (key) { try { return localStorage.getItem(key) } catch (e) { return null } }
  var theme = read('jucai.theme')
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.classList.toggle('dark', dark)
  var language = read('jucai.language') || navigator.language || 'zh-CN'
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en'
})()
