package forms

import "testing"

func TestNumbers(t *testing.T) {
	tests := []struct{ raw, number string }{
		{"12", "12"},
		{"about 1 200 persons", "1200"},
		{"1.234,5", "1234.5"},
		{"1,234.5", "1234.5"},
		{"12.345", "12345"},
		{"0,125", "0.125"},
		{"1'000", "1000"},
		{"1.2 million", "1200000"},
		{"-5", "-5"},
		{"−5", "-5"},
		{"45 %", "45"},
		{"six", "6"},
		{"Twenty-four.", "24"},
		{"six of them", ""},
		{"3 of 5", ""},
		{"10-20", ""},
		{"12.12.2011", ""},
		{"", ""},
	}
	for _, test := range tests {
		found := ""
		if n := readNumber(test.raw).Number.Number; n != nil {
			found = n.String()
		}
		if found != test.number {
			t.Errorf("%q is %q, expected %q", test.raw, found, test.number)
		}
	}
}
