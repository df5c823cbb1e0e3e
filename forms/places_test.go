package forms

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCountries(t *testing.T) {
	for raw, want := range map[string]string{
		"DEMOCRATIC REPUBLIC OF CONGO (DRC)":     "CD",
		"Congo":                                  "CG",
		"Congo, Democratic Republic of the":      "CD",
		"République démocratique du Congo":       "CD",
		"Republic of the Congo":                  "CG",
		"MACEDONIA & KOSOVO":                     "MK XK",
		"BELGIUM / BRASIL":                       "BE BR",
		"CAMPAIGN TOWARDS BRAZILIANS\nBELGIUM":   "BE",
		"RUSSIA:":                                "RU",
		"Côte d’Ivoire":                          "CI",
		"Ivory Coast and Ghana":                  "CI GH",
		"UK, USA":                                "GB US",
		"Czechia; Czech Republic":                "CZ",
		"Viet Nam":                               "VN",
		"Türkiye":                                "TR",
		"The Gambia":                             "GM",
		"Guinea":                                 "GN",
		"Guinea-Bissau":                          "GW",
		"Equatorial Guinea":                      "GQ",
		"Papua New Guinea":                       "PG",
		"Niger, Nigeria":                         "NE NG",
		"Georgia":                                "GE",
		"South Georgia & South Sandwich Islands": "GS",
		"Palestine":                              "PS",
		"FYROM":                                  "MK",
		"North Macedonia":                        "MK",
		"Bosnia and Herzegovina":                 "BA",
		"Bosnien und Herzegowina":                "BA",
		"South Sudan and Sudan":                  "SS SD",
		"Deutschland, Frankreich":                "DE FR",
		"l’Allemagne et la Belgique":             "DE BE",
		"Duitsland":                              "DE",
		"BE, NL, XK":                             "BE NL XK",
		"EL":                                     "GR",
		"tell us":                                "",
		"a car":                                  "",
		"Armenian, Brazilian":                    "",
		"a family reunion on an island":          "",
		"Georgians in Omani dress":               "",
		"":                                       "",
	} {
		if got := strings.Join(readCountries(raw).Countries.Countries, " "); got != want {
			t.Errorf("%q is read as %q, not %q", raw, got, want)
		}
	}
}

func TestCountriesAreFoundInOrder(t *testing.T) {
	names := map[string]string{
		"Senegal": "SN", "TUNISIA": "TN", "Côte d’Ivoire": "CI", "Guinea-Bissau": "GW", "Guinea": "GN", "Kosovo": "XK", "INDIA": "IN",
	}
	rapid.Check(t, func(t *rapid.T) {
		var want []string
		var text strings.Builder
		for _, name := range rapid.SliceOfDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(names))), rapid.ID[string]).Draw(t, "names") {
			text.WriteString(name + rapid.SampledFrom([]string{", ", " & ", "\n", " and ", "/", " – ", ": "}).Draw(t, "between"))
			want = append(want, names[name])
		}
		if got := readCountries(text.String()).Countries.Countries; !slices.Equal(got, want) {
			t.Fatalf("%q is read as %q, not %q", text.String(), got, want)
		}
	})
}

func FuzzCountries(f *testing.F) {
	for _, raw := range []string{"Guinea-Bissau", "BE NL", "Côte d’Ivoire", "\xff", "İ"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, code := range readCountries(raw).Countries.Countries {
			if len(code) != 2 || !isCountry(code) {
				t.Errorf("%q gives %q", raw, code)
			}
		}
	})
}
