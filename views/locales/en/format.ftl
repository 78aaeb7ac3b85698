period-hour = hour
period-day = day
period-week = week
period-month = month
period-year = year
period-piece = piece
currency-lak = kip
currency-thb = baht
currency-usd = US dollars
currency-vnd = dong
currency-krw = won
currency-jpy = yen
currency-cny = yuan
wage-from = from { $wage }
wage-up-to = up to { $wage }
wage-about = about { $wage }
wage-not-stated = Wage not stated
days-ago-today = today
days-ago-yesterday = yesterday
days-ago = { $days } days ago
distance-km = { $km } km
duration-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
duration-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
