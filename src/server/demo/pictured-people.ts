// Made-up people of the ward whose cards were drawn, marked MẪU, into `pictures/`.
import type { Sex } from '../../domain/sex.ts'

export type PicturedPerson = {
  /** File in `pictures/` with the front of the card. */
  picture: string
  name: string
  birth: string
  sex: Sex
  idNumber: string
  hamlet: string
}

export const picturedPeople: readonly PicturedPerson[] = [
  {
    picture: 'card-1.jpg',
    name: 'Nguyễn Thị Tuyết',
    birth: '12/03/1945',
    sex: 'F',
    idNumber: '092145999001',
    hamlet: 'Bình Nhựt',
  },
  {
    picture: 'card-2.jpg',
    name: 'Trần Văn Lành',
    birth: '05/09/1950',
    sex: 'M',
    idNumber: '092050999002',
    hamlet: 'Bình Dương',
  },
  {
    picture: 'card-3.jpg',
    name: 'Huỳnh Thị Mười',
    birth: '20/11/1947',
    sex: 'F',
    idNumber: '092147999003',
    hamlet: 'Bình Thường',
  },
  {
    picture: 'card-4.jpg',
    name: 'Danh Hoàng Út',
    birth: '14/07/1949',
    sex: 'M',
    idNumber: '092049999004',
    hamlet: 'Bình Phó',
  },
  {
    picture: 'card-5.jpg',
    name: 'Lê Thị Ngọc Phượng',
    birth: '02/02/1981',
    sex: 'F',
    idNumber: '092181999005',
    hamlet: 'Bình Nhựt',
  },
  {
    picture: 'card-6.jpg',
    name: 'Phạm Hữu Nghĩa',
    birth: '28/06/1976',
    sex: 'M',
    idNumber: '092076999006',
    hamlet: 'Bình Yên',
  },
]
