package forms

import "testing"

// Sums as states write them: the total, its currency, and ~ for an estimate.
func TestMoneyAsStatesWriteIt(t *testing.T) {
	for raw, want := range map[string]string{
		"100.000 FCFA":                           "100000",
		"10 000 ευρώ":                            "10000 EUR",
		"10.000,00 Ευρώ":                         "10000 EUR",
		"250 000 eurot":                          "250000 EUR",
		"250 000 eiro":                           "250000 EUR",
		"250 000 eurų":                           "250000 EUR",
		"250.000 evrov":                          "250000 EUR",
		"300.000 kn":                             "300000 HRK",
		"200 tūkst. eurų":                        "200000 EUR",
		"500 tuhat eurot":                        "500000 EUR",
		"20 mil. Kč":                             "20000000 CZK",
		"500 millió Ft":                          "500000000 HUF",
		"2016: 50.000 EUR, tel. +32 2 793 80 00": "50000 EUR",
		"max. 50.000 EUR":                        "50000 EUR~",
		"up to 50 000 EUR":                       "50000 EUR~",
		"jusqu'à 50 000 EUR":                     "50000 EUR~",
		"less than 50 000 EUR":                   "50000 EUR~",
		"more than EUR 50 000":                   "50000 EUR~",
		"over €50,000":                           "50000 EUR~",
		"± 50.000 euro":                          "50000 EUR~",
		"+/- 50.000 euro":                        "50000 EUR~",
		"n. 50 000 euroa":                        "50000 EUR~",
		"aproximadamente 50.000 euros":           "50000 EUR~",
		"cerca de 50 000 euros":                  "50000 EUR~",
		"2 milliards FCFA":                       "2000000000",
		"ETB 10,000":                             "10000 ETB",
		"AFN 10,000":                             "10000 AFN",
		"Rs 10,000":                              "10000",
		"4 x 2 500 EUR = 10 000 EUR":             "10000 EUR",
		"250 tisíc Kč":                           "250000 CZK",
		"250 ezer Ft":                            "250000 HUF",
		"250 tis. EUR":                           "250000 EUR",
		"2 000 000 XAF":                          "2000000 XAF",
		"5 000 000 íslenskar krónur":             "5000000 ISK",
	} {
		m := readMoney(raw).Money
		got := totalOf(m)
		if m.Currency != "" {
			got += " " + m.Currency
		}
		for _, a := range m.Amounts {
			if a.Estimated {
				got += "~"
			}
		}
		if got != want {
			t.Errorf("%q is %s, not %s", raw, got, want)
		}
	}
}
