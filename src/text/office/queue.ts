// Words of the review queue and of the parts of `Hồ sơ`.
import type { ReviewState } from '../../domain/review.ts'

const vi = {
  title: 'Hồ sơ',
  tabs: 'Các phần của Hồ sơ',
  queueTab: 'Hồ sơ đăng ký',
  quarantineTab: 'Bản ghi giữ lại',
  sealedFileTab: 'Nạp tệp gửi',
  state: 'Tình trạng',
  commune: 'Xã/Phường',
  searchLabel: 'Tìm theo tên hoặc số CCCD',
  empty: {
    all: 'Chưa có hồ sơ nào khớp với điều kiện tìm.',
    new: 'Không có hồ sơ nào chờ duyệt.',
    accepted: 'Chưa có hồ sơ nào được duyệt.',
    needsPapers: 'Không có hồ sơ nào đang chờ bổ sung.',
    rejected: 'Không có hồ sơ nào bị từ chối.',
  } satisfies Record<ReviewState | 'all', string>,
  caption: 'Hồ sơ đăng ký',
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  officer: 'Cán bộ lập',
  received: 'Nhận lúc',
  photos: 'Ảnh',
  photosArrived: (arrived: number, total: number) => `${arrived}/${total}`,
  newPerson: 'Chưa có trong danh sách',
  replaced: 'Đã có hồ sơ thay thế',
}
type Words = typeof vi

const en: Words = {
  title: 'Registrations',
  tabs: 'Parts of Registrations',
  queueTab: 'Registrations',
  quarantineTab: 'Records kept apart',
  sealedFileTab: 'Take in a sealed file',
  state: 'State',
  commune: 'Commune',
  searchLabel: 'Search by name or ID number',
  empty: {
    all: 'No registration matches this search.',
    new: 'No registration waits for review.',
    accepted: 'No registration was accepted yet.',
    needsPapers: 'No registration waits for papers.',
    rejected: 'No registration was rejected.',
  },
  caption: 'Registrations',
  name: 'Name',
  birth: 'Birth',
  officer: 'Officer',
  received: 'Received',
  photos: 'Photos',
  photosArrived: (arrived, total) => `${arrived}/${total}`,
  newPerson: 'Not on the list',
  replaced: 'Replaced by a newer one',
}

export const queueWords = { vi, en }
