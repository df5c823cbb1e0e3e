package forms

import (
	"slices"
	"strings"
	"testing"
)

func TestEmails(t *testing.T) {
	for raw, want := range map[string][]string{
		"emn@example.org":                           {"emn@example.org"},
		"Write to emn@example.org.":                 {"emn@example.org"},
		"<a.b+c@mail.example.gv.at>; A@Example.com": {"a.b+c@mail.example.gv.at", "A@Example.com"},
		"mailto:emn@example.org":                    {"emn@example.org"},
		"emn@example.org, emn@example.org":          {"emn@example.org"},
		"@example":                                  nil,
		"a@b":                                       nil,
		"a@@example.org":                            nil,
		"a..b@example.org":                          nil,
		"a@example.1":                               nil,
		"a@-example.org":                            nil,
		"5 @ 3.50":                                  nil,
		"":                                          nil,
	} {
		if got := readEmails(raw).Emails.Emails; !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, not %q", raw, got, want)
		}
	}
}

func TestPersonalData(t *testing.T) {
	for raw, want := range map[string]string{
		"Ask emn@example.org":                           "an e-mail address",
		"the hotline +99532 2 91 34 6":                  "a phone number",
		"call 0032 2 793 80 00":                         "a phone number",
		"Tel.: 02/793.80.00":                            "a phone number",
		"+352 247 846 00":                               "a phone number",
		"Mr Example said":                               "a name with a title",
		"Mme. Exemple":                                  "a name with a title",
		"Frau Beispiel":                                 "a name with a title",
		"Boulevard du Jardin 44, 1000 Bruxelles":        "a postal address",
		"155, rue de la Loi":                            "a postal address",
		"12 High Street":                                "a postal address",
		"Beispielstraße 12":                             "a postal address",
		"P.O. Box 12":                                   "a postal address",
		"B-1000 Brussels":                               "a postal address",
		"Dr Example, emn@example.org, tel 02 123 45 67": "an e-mail address, a phone number and a name with a title",
		"39,894.75 EUR and 200 000 – 300 000 people":    "",
		"2009-2010, 12.12.2011 – 01.08.2012":            "",
		"+30 000 000 people":                            "",
		"MS Belgium answered; the Ministry too":         "",
		"2000 brochures and 25 street fairs":            "",
		"In 2015 Facebook was used. 3 Local NGOs":       "",
		"348 citizens called the hotline 5 times":       "",
		"The miss of the year":                          "",
		"":                                              "",
	} {
		if got := personalData(raw); got != want {
			t.Errorf("%q holds %q, not %q", raw, got, want)
		}
	}
}

func FuzzEmails(f *testing.F) {
	for _, raw := range []string{"a@b.cd", "@", "a@b@c.de", "é@é.fr", strings.Repeat("a@", 9)} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, email := range readEmails(raw).Emails.Emails {
			if !strings.Contains(raw, email) || strings.Count(email, "@") != 1 {
				t.Errorf("%q gives %q", raw, email)
			}
		}
	})
}

func FuzzPersonalData(f *testing.F) {
	for _, raw := range []string{"Mr X", "+1 (", "12 High Street", "rue 1", "B-1000 X", "tel 1"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if found := personalData(raw); found != strings.TrimSpace(found) {
			t.Errorf("%q gives %q", raw, found)
		}
	})
}
