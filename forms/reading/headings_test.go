package reading

import "testing"

func TestAHeadingKeepsWhatIsNoTitle(t *testing.T) {
	for text, want := range map[string]string{
		"GUINEA: Stay safe\n":               "GUINEA",
		"GUINEA: SECOND PHASE WITH IOM\n":   "GUINEA: SECOND PHASE WITH IOM",
		"GUINEA: SECOND\nPHASE WITH IOM:\n": "GUINEA: SECOND\nPHASE WITH IOM:",
	} {
		d, err := Text([]byte(text + "Title of the campaign\nStay safe\nCosts of the campaign\n10 EUR\n"))
		if err != nil {
			t.Fatal(err)
		}
		p := d.Propose(norway(t))
		account(t, d, p)
		if r := p.Content.Records[0]; r.Heading != want || len(r.Countries) != 1 || r.Countries[0] != "GN" {
			t.Errorf("%q is headed %q, of %v", text, r.Heading, r.Countries)
		}
	}
}
