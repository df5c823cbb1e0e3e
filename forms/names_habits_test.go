package forms

import (
	"strings"
	"testing"
)

// Languages and countries by the names that states use.
func TestPlacesAndLanguagesAsStatesCallThem(t *testing.T) {
	for raw, want := range map[string]string{
		"Languages: Deutsch, Français, Nederlands, Español, Português, Polski, Italiano": "Deutsch=de Français=fr Nederlands=nl Español=es Português=pt Polski=pl Italiano=it",
		"Languages: Kiswahili, isiZulu, Amharic, Oromo":                                  "Kiswahili=sw isiZulu=zu Amharic=am Oromo=om",
		"Languages: Serbian, Bosnian, Croatian, Montenegrin":                             "Serbian=sr Bosnian=bs Croatian=hr Montenegrin=cnr",
		"Språk: norsk, engelsk, arabisk":                                                 "norsk=no engelsk=en arabisk=ar",
		"Języki: polski, rosyjski, ukraiński":                                            "polski=pl rosyjski=ru ukraiński=uk",
		"Lingue: italiano, francese, arabo":                                              "italiano=it francese=fr arabo=ar",
		"Idiomas: español, francés, árabe":                                               "español=es francés=fr árabe=ar",
		"Kielet: suomi, englanti":                                                        "suomi=fi englanti=en",
		"Portuguese was the language used":                                               "Portuguese=pt",
	} {
		read := readLanguages(raw).Languages
		var got []string
		for i, name := range read.Languages {
			got = append(got, name+"="+read.Tags[i])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is read as %q, not %q", raw, got, want)
		}
	}
	for raw, want := range map[string]string{
		"Hong Kong":                      "HK",
		"U.K.":                           "GB",
		"Turquía":                        "TR",
		"Etiopía":                        "ET",
		"Saint Kitts and Nevis":          "KN",
		"Hellas":                         "GR",
		"Norge, Sverige, Danmark, Suomi": "NO SE DK FI",
		"Polska":                         "PL",
		"Afganistan":                     "AF",
		"Bangla Desh":                    "BD",
		"New Guinea":                     "",
		"Magyarország":                   "HU",
		"Marruecos":                      "MA",
		"U.A.E.":                         "AE",
		"Upper Volta":                    "BF",
		"Benin City, Nigeria":            "NG",
	} {
		if got := strings.Join(readCountries(raw).Countries.Countries, " "); got != want {
			t.Errorf("%q is read as %q, not %q", raw, got, want)
		}
	}
}
