period-hour = ຊົ່ວໂມງ
