// Why a registration could not be opened, and what to do.
const vi = {
  storageFull: 'Bộ nhớ máy đã đầy nên chưa mở được hồ sơ mới. Hãy gửi bớt dữ liệu trong Đồng bộ rồi thử lại.',
  storeGone: 'Không mở được kho dữ liệu của máy. Hãy khóa máy rồi mở lại.',
  outdatedApp: 'Ứng dụng ở thẻ này đã cũ. Hãy đóng thẻ này và mở lại ứng dụng.',
  noCommune: 'Máy chưa được giao địa bàn nào. Hãy nối mạng và mở Đồng bộ.',
  noRecord: 'Hồ sơ trước không còn trên máy này. Hãy lập đăng ký mới.',
}

const en: typeof vi = {
  storageFull: 'The tablet’s storage is full, so no new registration could be opened. Send data in Sync and try again.',
  storeGone: 'The tablet’s store could not be opened. Lock the tablet and open it again.',
  outdatedApp: 'The app in this tab is out of date. Close this tab and open the app again.',
  noCommune: 'No commune is assigned to this tablet yet. Connect to the network and open Sync.',
  noRecord: 'The earlier record is no longer on this tablet. Make a new registration.',
}

export const beginWords = { vi, en }
