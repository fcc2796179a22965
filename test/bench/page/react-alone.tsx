// The anchor of the cold start: a lock screen of the same size with React and nothing else.
import { createRoot } from 'react-dom/client'

function LockScreen() {
  return (
    <main>
      <h1>Mở khóa</h1>
      <p>Tận Nhà</p>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'Xóa', 'Mở khóa'].map((key) => (
        <button key={key} type="button">
          {key}
        </button>
      ))}
    </main>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<LockScreen />)
void navigator.serviceWorker.register('/sw.js')
