package forms

import (
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	for _, test := range []struct{ raw, want, tags string }{
		{"Students in the west. In French (French speaking parts) and English (the rest)", "French English", "fr en"},
		{"Youth, women. In French and Wolof (depending on the place)\nIn the capital", "French Wolof", "fr wo"},
		{"In the south, ‘Darija’ (a dialect) will be used. In the north it is held in Tamazight.", "Darija Tamazight", "ary zgh"},
		{"Schools in local languages and English\nOthers", "English", "en"},
		{"Armenian families. Armenian language was used.", "Armenian", "hy"},
		{"Georgian language", "Georgian", "ka"},
		{"Villagers\nRom language", "Rom", "rom"},
		{"It was carried\nout in Russian.", "Russian", "ru"},
		{"Ethnic Albanian and Roma communities\nAlbanian, Roma and Macedonian", "Albanian Roma Macedonian", "sq rom mk"},
		{"• Punjabi language\n• Indian migrants and a Punjabi community", "Punjabi", "pa"},
		{"Kabul, Herat Dari & Pashtu", "Dari Pashtu", "prs ps"},
		{"Audience: officials\nLanguages : Portuguese, English, Dutch, French", "Portuguese English Dutch French", "pt en nl fr"},
		{"Language used: Portuguese, the national language of Brazil", "Portuguese", "pt"},
		{"Languages used were French and Arabic", "French Arabic", "fr ar"},
		{"The Serbian and the Roma language", "Serbian Roma", "sr rom"},
		{"Leaflets in English, Arabic, Farsi and Kurdish (Sorani)", "English Arabic Farsi Kurdish", "en ar fa ku"},
		{"Translated into Tigrinya", "Tigrinya", "ti"},
		{"French-language radio", "French", "fr"},
		{"en français et en wolof", "français wolof", "fr wo"},
		{"Langues : français, anglais", "français anglais", "fr en"},
		{"auf Englisch und Französisch", "Englisch Französisch", "en fr"},
		{"in het Frans en het Arabisch", "Frans Arabisch", "fr ar"},
		{"French and English were used", "French English", "fr en"},
		{"English, then English again, in English", "English", "en"},
		{"Villages (“Kesho” means tomorrow in Swahili language)", "", ""},
		{"Armenian migrants, Brazilian officials, Moroccan cities", "", ""},
		{"People in Russian prisons and in Armenian and Georgian cities", "", ""},
		{"Target group:\nRoma", "", ""},
		{"Young people in Dakar", "", ""},
		{"", "", ""},
	} {
		got := readLanguages(test.raw).Languages
		if names := strings.Join(got.Languages, " "); names != test.want || strings.Join(got.Tags, " ") != test.tags {
			t.Errorf("%q is read as %q %q, not %q %q", test.raw, got.Languages, got.Tags, test.want, test.tags)
		}
	}
}

func FuzzLanguages(f *testing.F) {
	for _, raw := range []string{"in French (", "(French) English)", "Languages: and", "Dari & Pashtu", "in in in Roma language"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := readLanguages(raw).Languages
		if len(got.Languages) != len(got.Tags) {
			t.Errorf("%q: %d languages, %d tags", raw, len(got.Languages), len(got.Tags))
		}
		for _, name := range got.Languages {
			if !strings.Contains(raw, name) {
				t.Errorf("%q is not printed in %q", name, raw)
			}
		}
	})
}
