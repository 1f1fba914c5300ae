/** The looks of the exported page: the drawn map with four sizes to choose from, then calm text. */
export const HTML_STYLE = `
:root{color-scheme:light;font:16px/1.5 system-ui,sans-serif;background:#f6f1e7;color:#1f1f1f}
body{margin:0 auto;padding:16px;max-width:1800px}
h1{font-size:1.6rem;margin:0 0 12px}h2{font-size:1.3rem;margin:32px 0 8px}h3{font-size:1.1rem;margin:20px 0 4px}
.zoom{border:0;margin:0 0 12px;padding:0;display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.zoom legend{float:left;padding:0;margin-right:8px}
.zoom input{position:absolute;opacity:0}
.zoom label{min-width:44px;min-height:44px;padding:0 12px;display:inline-flex;align-items:center;justify-content:center;border:1px solid #8a8373;border-radius:10px;background:#fff;box-sizing:border-box;cursor:pointer}
.zoom input:checked+label{background:#1d5c7a;border-color:#1d5c7a;color:#fff}
.zoom input:focus-visible+label,.map:focus-visible,summary:focus-visible{outline:3px solid #1d5c7a;outline-offset:2px}
.map{overflow:auto;max-height:85vh;border:1px solid #cfc7b6;border-radius:10px;background:#fff}
.map svg{display:block;width:100%;height:auto}
body:has(#zoom-half:checked) .map svg{width:auto;zoom:.5}
body:has(#zoom-full:checked) .map svg{width:auto;zoom:1}
body:has(#zoom-double:checked) .map svg{width:auto;zoom:2}
summary{min-height:44px;display:flex;align-items:center;cursor:pointer;font-weight:600}
summary::before{content:"▸";margin-right:8px}details[open]>summary::before{content:"▾"}
dl{margin:0 0 12px 20px}dt{color:#5b5547}dd{margin:0 0 8px}ul{margin:0;padding-left:20px}
footer{margin:40px 0 0;color:#5b5547;font-size:.875rem}
@media print{.zoom{display:none}.map{overflow:visible;max-height:none;border:0}}
`
