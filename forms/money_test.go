package forms

import (
	"strings"
	"testing"
)

func TestMoneyIsReadInAnyNotation(t *testing.T) {
	tests := []struct{ raw, total, currency, printed string }{
		// as the Belgian response has them
		{"40 000 Euro", "40000", "EUR", "40 000 Euro"},
		{"59.700,00 EUR or the irregular migrants in BE", "59700", "EUR", "59.700,00 EUR"},
		{"49,785 EUR", "49785", "EUR", "49,785 EUR"},
		{"49.780 EUR", "49780", "EUR", "49.780 EUR"},
		{"39,894.75 EUR", "39894.75", "EUR", "39,894.75 EUR"},
		{"51748,70 EUR", "51748.7", "EUR", "51748,70 EUR"},
		{"55000  EUR", "55000", "EUR", "55000  EUR"},
		{"Estimated 180.000 ", "180000", "", "180.000"},
		// spaces that do not break
		{"40\u00a0000\u00a0€", "40000", "EUR", "40\u00a0000\u00a0€"},
		{"1\u202f234\u202f567,89 EUR", "1234567.89", "EUR", "1\u202f234\u202f567,89 EUR"},
		{"12\u2009500 EUR", "12500", "EUR", "12\u2009500 EUR"},
		// other habits
		{"€ 1.2 million", "1200000", "EUR", "€ 1.2 million"},
		{"1,5 Mio. EUR", "1500000", "EUR", "1,5 Mio. EUR"},
		{"1.234 million EUR", "1234000", "EUR", "1.234 million EUR"},
		{"5 millions d’euros", "5000000", "EUR", "5 millions d’euros"},
		{"100 k€", "100000", "EUR", "100 k€"},
		{"k€ 100", "100000", "EUR", "k€ 100"},
		{"35 TEUR", "35000", "EUR", "35 TEUR"},
		{"£1.5m", "1500000", "GBP", "£1.5m"},
		{"£30,000", "30000", "GBP", "£30,000"},
		{"US$ 5,000", "5000", "USD", "US$ 5,000"},
		{"kr 500 000", "500000", "", "kr 500 000"},
		{"kr. 500.000,-", "500000", "", "kr. 500.000,-"},
		{"500.000,- NOK", "500000", "NOK", "500.000,- NOK"},
		{"3 mill. norske kroner", "3000000", "NOK", "3 mill. norske kroner"},
		{"SEK 2.300.000", "2300000", "SEK", "SEK 2.300.000"},
		{"1,2 miljoner kronor", "1200000", "SEK", "1,2 miljoner kronor"},
		{"CHF 12'000.-", "12000", "CHF", "CHF 12'000.-"},
		{"12’000.50 Franken", "12000.5", "CHF", "12’000.50 Franken"},
		{"30.000 Fr.", "30000", "CHF", "30.000 Fr"},
		{"120 000,50 zł", "120000.5", "PLN", "120 000,50 zł"},
		{"1.200.000,- Kč", "1200000", "CZK", "1.200.000,- Kč"},
		{"40.000EUR", "40000", "EUR", "40.000EUR"},
		{"(EUR) 30,000", "30000", "EUR", "(EUR) 30,000"},
		{"2 x 10 000 EUR", "20000", "EUR", "2 x 10 000 EUR"},
		{"0 EUR", "0", "EUR", "0 EUR"},
		{"0,50 EUR", "0.5", "EUR", "0,50 EUR"},
		{"2016 EUR", "2016", "EUR", "2016 EUR"},
		{"one million euro", "1000000", "EUR", "one million euro"},
		{"EUR half a million", "500000", "EUR", "EUR half a million"},
		{"eine halbe Million Euro", "500000", "EUR", "eine halbe Million Euro"},
		{"seen by two million people, 40 000 EUR", "40000", "EUR", "40 000 EUR"},
		// without a currency
		{"25000", "25000", "", "25000"},
		{"Budget: 2000", "2000", "", "2000"},
		{"180.000 (both campaigns)", "180000", "", "180.000"},
		{"total budget 25 000 for two countries", "25000", "", "25 000"},
	}
	for _, test := range tests {
		m := readMoney(test.raw).Money
		if len(m.Amounts) != 1 {
			t.Errorf("%q gives %d amounts", test.raw, len(m.Amounts))
			continue
		}
		a := m.Amounts[0]
		if m.Total == nil || m.Total.String() != test.total || !a.Total {
			t.Errorf("%q is %v, expected %s", test.raw, m.Total, test.total)
		}
		if m.Currency != test.currency || a.Currency != test.currency {
			t.Errorf("%q is in %q, expected %q", test.raw, m.Currency, test.currency)
		}
		if a.Printed != test.printed {
			t.Errorf("%q is printed %q, expected %q", test.raw, a.Printed, test.printed)
		}
	}
}

func TestMoneyInSeveralAmounts(t *testing.T) {
	tests := []struct {
		raw, total, currency string
		amounts              string // value, label < payer, * the total, ~ estimated
	}{
		{"(185.000€) \n I: 75.000 € Belgian Office for Migration \n II: 35.000€ Belgian Office for Migration + 75.000  German Office for Migration and Refugees",
			"185000", "EUR", "185000* | 75000 I <Belgian Office for Migration | 35000 II <Belgian Office for Migration | 75000 II <German Office for Migration and Refugees"},
		{"2009: 39,894.75 EUR\n2010: 51748,70 EUR", "91643.45", "EUR", "39894.75 2009 | 51748.7 2010"},
		{"2009 – 39 894 EUR\n2010 – 51 748 EUR", "91642", "EUR", "39894 2009 | 51748 2010"},
		{"10 000 EUR in 2015 and 20 000 EUR in 2016", "30000", "EUR", "10000 2015 | 20000 2016"},
		{"Budget in EUR: 2014: 20 000, 2015: 30 000", "50000", "EUR", "20000 2014 | 30000 2015"},
		{"2014: 20 000 EUR\n2015: 30 000", "50000", "EUR", "20000 2014 | 30000 2015"},
		{"20 000 + 30 000 EUR", "50000", "EUR", "20000 | 30000"},
		{"20 000 EUR + 30 000 EUR = 50 000 EUR", "50000", "EUR", "20000 | 30000 | 50000*"},
		{"25 000 EUR = 20 000 EUR + 5 000 EUR", "25000", "EUR", "25000* | 20000 | 5000"},
		{"40 000 EUR (30 000 EUR Belgium + 10 000 EUR Germany)", "40000", "EUR", "40000* | 30000 <Belgium | 10000 <Germany"},
		{"40 000 EUR (30 000 EUR BE, 20 000 EUR DE)", "40000", "EUR", "40000* | 30000 <BE | 20000 <DE"},
		{"Belgium (35.000 €), Germany (75.000 €)", "110000", "EUR", "35000 Belgium | 75000 Germany"},
		{"Phase 1: 20 000 EUR\nPhase 2: 30 000 EUR\nTotal: 50 000 EUR", "50000", "EUR", "20000 Phase 1 | 30000 Phase 2 | 50000*"},
		{"30 000 EUR in total, of which 10 000 EUR from Norway", "30000", "EUR", "30000* | 10000 <Norway"},
		{"100 000 EUR, 75 000 EUR of which came from the EU", "100000", "EUR", "100000* | 75000"},
		{"20 000 EUR for TV spots, 10 000 EUR for radio", "30000", "EUR", "20000 TV spots | 10000 radio"},
		{"Staff costs 20 000 EUR; travel costs 5 000 EUR; total 25 000 EUR", "25000", "EUR", "20000 Staff costs | 5000 travel costs | 25000*"},
		{"- Radio: 5.000 EUR\n- TV: 7.500 EUR", "12500", "EUR", "5000 Radio | 7500 TV"},
		{"between 10 000 and 20 000 EUR", "nil", "EUR", "10000~ | 20000~"},
		{"10.000 – 15.000 €", "nil", "EUR", "10000~ | 15000~"},
		{"€10-15k", "nil", "EUR", "10000~ | 15000~"},
		{"20 – 30 000 EUR", "nil", "EUR", "20000~ | 30000~"},
		{"EUR 20 000 and CHF 10 000", "nil", "", "20000 | 10000"},
		{"500 000 NOK (approx. 55 000 EUR)", "nil", "", "500000* | 55000*~"},
		{"10.000 + 5.000", "15000", "", "10000 | 5000"},
		{"approx. EUR 50 000 (of which 30 000 from AMIF)", "50000", "EUR", "50000*~ | 30000 <AMIF"},
		{"120 000 EUR (Austria 40 000, Germany 80 000)", "120000", "EUR", "120000* | 40000 Austria | 80000 Germany"},
		{"4 x 2 500 EUR = 10 000 EUR", "10000", "EUR", "10000 | 10000*"},
		{"5.000.000 F CFA (≈ 7.600 EUR)", "nil", "", "5000000* | 7600*~"},
	}
	for _, test := range tests {
		m := readMoney(test.raw).Money
		var amounts []string
		for _, a := range m.Amounts {
			amounts = append(amounts, sketched(a))
		}
		if found := strings.Join(amounts, " | "); found != test.amounts {
			t.Errorf("%q\n  is       %s\n  expected %s", test.raw, found, test.amounts)
		}
		if total := totalOf(m); total != test.total || m.Currency != test.currency {
			t.Errorf("%q totals %s %s, expected %s %s", test.raw, total, m.Currency, test.total, test.currency)
		}
	}
}

func sketched(a Amount) string {
	s := a.Amount.String()
	if a.Total {
		s += "*"
	}
	if a.Estimated {
		s += "~"
	}
	if a.Label != "" {
		s += " " + a.Label
	}
	if a.Payer != "" {
		s += " <" + a.Payer
	}
	return s
}

func totalOf(m *Money) string {
	if m.Total == nil {
		return "nil"
	}
	return m.Total.String()
}

func TestWhatIsNoMoney(t *testing.T) {
	for _, raw := range []string{
		"", "no costs", "free of charge", "N/A", "/", "in 2016, 3 persons, 12 months", "300 persons",
		"The campaign reached 1200 people in 3 regions", "12.12.2011", "1/9/2012", "tel. 02/793.80.00",
		"50 %", "financed by the Ministry", "99999999999999999999 EUR", "EUR",
	} {
		m := readMoney(raw).Money
		if m.Amounts == nil || len(m.Amounts) > 0 || m.Total != nil || m.Currency != "" {
			t.Errorf("%q gives %v", raw, m)
		}
	}
}

func TestNumbersBesideMoneyAreNone(t *testing.T) {
	for _, raw := range []string{
		"in 2016, 3 persons, 12 months: 40 000 EUR",
		"40 000 EUR; 12.000 leaflets were printed",
		"40 000 EUR (75 % of the costs)",
		"40 000 EUR (2015-2016)",
		"40 000 EUR, contact: 02 793 80 00",
		"The campaign cost 40 000 EUR and reached 12 000 people in 3 regions",
		"Phase 2 40 000 EUR",
		"2015/2016: 40 000 EUR",
	} {
		if m := readMoney(raw).Money; len(m.Amounts) != 1 || totalOf(m) != "40000" {
			t.Errorf("%q gives %v", raw, m.Amounts)
		}
	}
}

func TestEstimates(t *testing.T) {
	for _, raw := range []string{
		"Estimated 180.000", "approx. 15 000 EUR", "ca. 15 000 EUR", "environ 15 000 €", "etwa 15.000 Euro", "around €15,000",
		"about 15 000 EUR", "circa € 15.000,-", "~ 15 000 EUR", "~€15k", "ongeveer 15.000 euro", "omtrent 15 000 kr", "est. 15 000 EUR",
		"15 000 EUR (estimated)", "15 000 EUR approx.", "Estimated costs: 15 000 EUR", "Estimated costs:\n2015: 15 000 EUR", "Kosten: 15.000 € (geschätzt)",
	} {
		if m := readMoney(raw).Money; len(m.Amounts) != 1 || !m.Amounts[0].Estimated {
			t.Errorf("%q is not estimated", raw)
		}
	}
	listed := readMoney("2014: 10 000 EUR (estimated), 2015: 20 000 EUR\n2016: ca. 5 000 EUR\n2017: 6 000 EUR").Money.Amounts
	for i, estimated := range []bool{true, false, true, false} {
		if listed[i].Estimated != estimated {
			t.Errorf("%s of a list: estimated is %t", listed[i].Printed, listed[i].Estimated)
		}
	}
	for _, raw := range []string{"40 000 Euro", "Total: 40 000 EUR", "information about migration for 40 000 EUR", "Le coût est de 40 000 EUR"} {
		if readMoney(raw).Money.Amounts[0].Estimated {
			t.Errorf("%q is estimated", raw)
		}
	}
}

func TestDoubtsAboutSeparators(t *testing.T) {
	for raw, doubt := range map[string]Doubt{
		"40 000 EUR": Sure, "59.700,00 EUR": Sure, "1.234.567 EUR": Sure, "500.000,- NOK": Sure, "12.50 EUR": Sure, "12'000 CHF": Sure,
		"49.780 EUR": Mild, "49,785 EUR": Mild, "185.000€": Mild, "kr 12.345": Mild,
		"12.345": Ambiguous, "Estimated 180.000": Ambiguous, "20 mil euros": Ambiguous, "20 mil. Kč": Sure, "1,234.567": Ambiguous, "1,234.567 EUR": Ambiguous, "1.000.00 EUR": Ambiguous,
	} {
		if m := readMoney(raw).Money; len(m.Amounts) != 1 || m.Amounts[0].Doubt != doubt {
			t.Errorf("%q gives %v, expected doubt %d", raw, m.Amounts, doubt)
		}
	}
}

func TestNoWordStandsForTwoCurrencies(t *testing.T) {
	seen := map[string]string{}
	for _, list := range currencies {
		for word := range strings.SplitSeq(list.words, ",") {
			key := listedWord(strings.TrimSpace(word))
			if code, known := seen[key]; known && code != list.means {
				t.Errorf("%q is %s and %s", word, code, list.means)
			}
			seen[key] = list.means
		}
	}
}
