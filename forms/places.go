package forms

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryNames are names in use beside those of the CLDR, by code.
var countryNames = map[string]string{
	"AE": "United Arab Emirates, Emirates, UAE, U A E",
	"AF": "Afghanistan, Afganistan",
	"AG": "Antigua and Barbuda",
	"BA": "Bosnia, Bosnia and Herzegovina, Bosnia-Hercegovina, Bosnie, Bosnien, Bosnië, BiH",
	"BD": "Bangladesh, Bangla Desh",
	"BF": "Burkina Faso, Burkina, Upper Volta",
	"BJ": "Benin, Dahomey",
	"BO": "Bolivia, Plurinational State of Bolivia",
	"BR": "Brazil, Brasil",
	"BY": "Belarus, Byelorussia, White Russia, Biélorussie, Weißrussland, Wit-Rusland",
	"CD": `Democratic Republic of Congo, Democratic Republic of the Congo, Congo Democratic Republic, Congo Democratic Republic of the,
		Congo Democratic Republic of, Congo DR, Congo DRC, DR Congo, DRC, RDC, D R Congo, DR of Congo, Zaire, Congo Kinshasa,
		République démocratique du Congo, RD Congo, Demokratische Republik Kongo, DR Kongo, Democratische Republiek Congo`,
	"CF": "Central African Republic, CAR, RCA",
	"CG": "Congo, Republic of Congo, Republic of the Congo, Congo Republic, Congo Brazzaville, Kongo, République du Congo",
	"CI": "Ivory Coast, Côte d'Ivoire, Cote dIvoire, Elfenbeinküste",
	"CN": "China, People's Republic of China, PRC",
	"CV": "Cape Verde, Cabo Verde",
	"CZ": "Czechia, Czech Republic, République tchèque, Tschechische Republik, Tsjechische Republiek",
	"FM": "Micronesia",
	"GB": "UK, U K, United Kingdom, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Angleterre, Großbritannien, Engeland, Groot-Brittannië",
	"GM": "Gambia, The Gambia",
	"GR": "Greece, Hellas, Hellenic Republic",
	"HK": "Hong Kong",
	"IE": "Ireland, Republic of Ireland, Eire",
	"IR": "Iran, Islamic Republic of Iran, Iran Islamic Republic of",
	"KG": "Kyrgyzstan, Kirghizstan, Kyrgyz Republic",
	"KN": "Saint Kitts and Nevis",
	"KP": "North Korea, DPRK, Democratic People's Republic of Korea",
	"KR": "South Korea, Republic of Korea, ROK, Korea",
	"LA": "Laos, Lao PDR, Lao People's Democratic Republic",
	"LC": "Saint Lucia",
	"LK": "Sri Lanka, Ceylon",
	"LY": "Libya, Libyan Arab Jamahiriya, Lybia",
	"MA": "Morocco, Morroco, Marocco",
	"MD": "Moldova, Republic of Moldova, Moldovia",
	"MK": "Macedonia, North Macedonia, FYROM, FYR Macedonia, FYR of Macedonia, Former Yugoslav Republic of Macedonia, Republic of North Macedonia, Macédoine, Mazedonien, Macedonië",
	"MM": "Burma, Myanmar, Birmanie, Birma",
	"NL": "Netherlands, The Netherlands, Holland, Hollande, Holland",
	"PH": "Philippines, The Philippines",
	"PS": "Palestine, Palestinian Territories, Palestinian Territory, State of Palestine, Occupied Palestinian Territory, West Bank, Gaza, Palästina, Palestina",
	"RU": "Russia, Russian Federation, Fédération de Russie, Russische Föderation, Russische Federatie",
	"SD": "Sudan, The Sudan",
	"SK": "Slovakia, Slovak Republic",
	"SY": "Syria, Syrian Arab Republic",
	"SZ": "Swaziland, Eswatini",
	"TL": "East Timor, Timor-Leste",
	"TR": "Turkey, Türkiye, Turkiye",
	"TW": "Taiwan",
	"TZ": "Tanzania, United Republic of Tanzania",
	"US": "USA, US, U S A, United States, United States of America",
	"VA": "Vatican, Holy See",
	"VC": "Saint Vincent and the Grenadines",
	"VE": "Venezuela, Bolivarian Republic of Venezuela",
	"VN": "Vietnam, Viet Nam",
	"XK": "Kosovo",
	// words first, countries in some language
	"": "Island, Reunion, Family Reunion, New Mexico, Congo Basin, Georgia State, Bas Congo, Benin City, New Guinea, New Jersey, Man, MENA, Norra, Indie, Tai, Dania",
}

// otherCodes stand for a country beside its ISO code.
var otherCodes = map[string]string{"UK": "GB", "EL": "GR"}

// A place is what a name stands for.
type place struct {
	code  string
	upper bool // an abbreviation: only in capitals
}

// placeNames holds every country's names in the languages that NCPs answer in.
var placeNames = sync.OnceValue(func() *phrases[place] {
	known := &phrases[place]{}
	for code, list := range countryNames {
		for name := range strings.SplitSeq(list, ",") {
			name = strings.TrimSpace(name)
			known.add(name, place{code, len(name) < 6 && strings.ToUpper(name) == name})
		}
	}
	for _, region := range regions() {
		for _, tongue := range tongues {
			name := display.Regions(tongue).Name(region)
			known.add(name, place{code: region.String()})
			known.add(strings.ReplaceAll(name, " & ", " and "), place{code: region.String()})
		}
	}
	return known
})

// regions are the countries and territories that have a code of two letters today.
func regions() []language.Region {
	var all []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if r, err := language.ParseRegion(code); err == nil && r.IsCountry() && r.Canonicalize().String() == code {
				all = append(all, r)
			}
		}
	}
	return all
}

// readCountries reads the countries that a text names, in its order, each once.
// The longest name counts: "Guinea-Bissau" is not Guinea. Demonyms name none.
func readCountries(raw string) Reading {
	found := words(raw)
	codes := onlyCodes(raw, found)
	if codes == nil {
		codes = namedCountries(raw, found)
	}
	return Reading{Reason: readReason(raw), Countries: &Countries{Countries: codes}}
}

// CountriesIn are the countries that a text names, in its order and each once, and
// whether it says nothing else: "MACEDONIA & KOSOVO".
func CountriesIn(text string) (codes []string, alone bool) {
	found := words(text)
	if codes := onlyCodes(text, found); codes != nil {
		return codes, true
	}
	alone = true
	known := placeNames()
	for i := 0; i < len(found); {
		p, taken := known.at(found[i:])
		if taken > 0 && p.code != "" && (!p.upper || inCapitals(text[found[i].start:found[i+taken-1].end])) {
			codes = addOnce(codes, p.code)
		} else {
			alone = alone && placeLinks[found[i].text]
		}
		i += max(taken, 1)
	}
	return codes, alone && len(codes) > 0
}

// placeLinks are words between the names of countries, or before one.
var placeLinks = map[string]bool{
	"and": true, "or": true, "the": true, "of": true, "in": true, "to": true, "country": true, "countries": true, "und": true, "et": true, "en": true, "og": true, "och": true,
}

func namedCountries(raw string, found []word) []string {
	codes, known := []string{}, placeNames()
	for i := 0; i < len(found); {
		p, taken := known.at(found[i:])
		if taken > 0 && p.code != "" && (!p.upper || inCapitals(raw[found[i].start:found[i+taken-1].end])) {
			codes = addOnce(codes, p.code)
		}
		i += max(taken, 1)
	}
	return codes
}

// onlyCodes reads a text that is nothing but codes, "BE, NL"; else nil.
func onlyCodes(raw string, found []word) []string {
	var codes []string
	for _, w := range found {
		code := raw[w.start:w.end]
		if other, ok := otherCodes[code]; ok {
			code = other
		}
		if len(code) != 2 || !inCapitals(code) || !isCountry(code) {
			return nil
		}
		codes = addOnce(codes, code)
	}
	return codes
}

func isCountry(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && r.IsCountry() && r.String() == code
}

func inCapitals(text string) bool {
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func addOnce(list []string, item string) []string {
	if slices.Contains(list, item) {
		return list
	}
	return append(list, item)
}
